import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { type BuiltSize, builtSizes } from '@/tests/bench/built-sizes';
import { POPUP_FIRST_PAINT_BUDGET, SIZE_BUDGETS } from './budgets';

const folder = mkdtempSync(path.join(tmpdir(), 'understudy-sizes-'));
let sizes: BuiltSize[] = [];

beforeAll(() => {
  const env = { ...process.env, NODE_ENV: 'production' };
  execFileSync('npx', ['--no-install', 'tsx', 'tests/contract/build-shipped.ts', folder], { env, stdio: 'pipe' });
  sizes = builtSizes(path.join(folder, 'chrome-mv3'));
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('the popup names only small files, so that nothing large delays its first paint', () => {
  const popup = sizes.find(({ name }) => name.startsWith('popup.html'));
  expect(popup?.budget).toBe(POPUP_FIRST_PAINT_BUDGET);
  expect(popup?.bytes).toBeLessThanOrEqual(POPUP_FIRST_PAINT_BUDGET);
});

it.each(Object.entries(SIZE_BUDGETS))('%s stays within its %d bytes', (file, budget) => {
  expect(sizes.find(({ name }) => name === file)?.bytes).toBeLessThanOrEqual(budget);
});
