import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

const folder = mkdtempSync(path.join(tmpdir(), 'understudy-builds-'));
const env = { ...process.env, NODE_ENV: '', VITE_DEMO_RATE: '7', VITE_DEMO_EPOCH: '1000' };

/** The text of every module in every script of a build, by its path. */
function modulesOf(mode: string): Map<string, string> {
  const modules = new Map<string, string>();
  const files = readdirSync(path.join(folder, mode), { recursive: true, encoding: 'utf8' });
  for (const file of files.filter((name) => name.endsWith('.js'))) {
    const text = readFileSync(path.join(folder, mode, file), 'utf8');
    for (const [, name = '', body = ''] of text.matchAll(/^\s*\/\/#region (\S+)\n([\s\S]*?)^\s*\/\/#endregion/gm)) {
      modules.set(name, (modules.get(name) ?? '') + body);
    }
  }
  return modules;
}

beforeAll(() => {
  for (const mode of ['production', 'demo']) {
    execFileSync('npx', ['--no-install', 'tsx', 'tests/contract/build-plainly.ts', mode, folder], {
      env,
      stdio: 'pipe',
    });
  }
}, 120_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('the demo build is the shipped one but for its clock', () => {
  const [shipped, demo] = [modulesOf('production'), modulesOf('demo')];
  expect(shipped.size).toBeGreaterThan(40);
  expect([...demo.keys()].sort()).toEqual([...shipped.keys()].sort());
  const different = [...shipped].filter(([name, body]) => demo.get(name) !== body).map(([name]) => name);
  // WXT itself prints its own log outside of production; that is none of our modules.
  expect(different.filter((name) => !name.startsWith('node_modules/wxt/'))).toEqual(['utils/browser/clock.ts']);
});

it('and there, the constants are all that differs', () => {
  const lines = (mode: string) =>
    modulesOf(mode)
      .get('utils/browser/clock.ts')
      ?.split('\n')
      .map((line) => line.trim()) ?? [];
  const [shipped, demo] = [lines('production'), lines('demo')];
  const pairs = shipped.flatMap((line, index) => (line === demo[index] ? [] : [[line, demo[index]]]));
  expect(pairs).toEqual([
    ['var RATE = 1;', 'var RATE = 7;'],
    ['var EPOCH = 0;', 'var EPOCH = 1e3;'],
  ]);
});
