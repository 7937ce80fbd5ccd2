import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BuiltSize, builtSizes } from '@/tests/bench/built-sizes';
import { SIZE_BUDGETS } from './budgets';

const folder = mkdtempSync(path.join(tmpdir(), 'understudy-sizes-'));
let sizes: BuiltSize[] = [];

beforeAll(() => {
  const env = { ...process.env, NODE_ENV: 'production' };
  execFileSync('npx', ['--no-install', 'tsx', 'tests/contract/build-shipped.ts', folder], { env, stdio: 'pipe' });
  sizes = builtSizes(path.join(folder, 'chrome-mv3'));
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it.each(Object.entries(SIZE_BUDGETS))('%s is at most %d bytes', (file, budget) => {
  expect(sizes.find(({ name }) => name === file)?.bytes).toBeLessThanOrEqual(budget);
});
