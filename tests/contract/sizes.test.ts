import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BuiltSize, builtSizes } from '@/tests/bench/built-sizes';
import { SIZE_BUDGETS } from './budgets';
import { readText } from './source-files';

/** How far what a page says may lie from what is built: less would mean a commit for every comma. */
const DOUBT = 0.05;

const folder = mkdtempSync(path.join(tmpdir(), 'understudy-sizes-'));
let sizes: BuiltSize[] = [];

beforeAll(() => {
  const env = { ...process.env, NODE_ENV: 'production' };
  execFileSync('npx', ['--no-install', 'tsx', 'tests/contract/build-shipped.ts', folder], { env, stdio: 'pipe' });
  sizes = builtSizes(path.join(folder, 'chrome-mv3'));
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it.each(Object.entries(SIZE_BUDGETS))('%s stays within its %d bytes', (file, budget) => {
  expect(sizes.find(({ name }) => name === file)?.bytes).toBeLessThanOrEqual(budget);
});

it('docs/performance.md says what is built: `npm run bench -- --only sizes --write` brings it up to date', () => {
  const page = readText('docs/performance.md');
  const told = (name: string) => Number(new RegExp(`\\| ${name} \\| ([\\d,]+) B`).exec(page)?.[1]?.replaceAll(',', ''));
  const wrong = sizes.filter(({ name, bytes }) => !(Math.abs(told(name) / bytes - 1) <= DOUBT));
  expect(wrong.map(({ name, bytes }) => ({ name, bytes, told: told(name) }))).toEqual([]);
});
