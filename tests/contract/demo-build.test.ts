import { execFileSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';

const folder = mkdtempSync(path.join(tmpdir(), 'understudy-builds-'));
const env = { ...process.env, NODE_ENV: '', VITE_DEMO_RATE: '7', VITE_DEMO_EPOCH: '1000' };

/** Lines of WXT's own logger, which it includes outside of production. */
const LOG_OF_WXT = new Set([
  ...['debug', 'log', 'warn', 'error'].flatMap((name) => [
    `${name}: (...args) => ([...args], void 0)`,
    `${name}: (...args) => print(console.${name}, ...args)`,
  ]),
  'function print(method, ...args) {',
  // biome-ignore lint/suspicious/noTemplateCurlyInString: a line of code, compared as text
  'if (typeof args[0] === "string") method(`[wxt] ${args.shift()}`, ...args);',
  'else method("[wxt]", ...args);',
  '}',
]);

/** The content hash in file names; it changes with the two constants. */
const HASH = /-[\w-]{8}\.(js|css)\b/g;

/** Counts each line of a build's scripts. */
function linesOf(mode: string): Map<string, number> {
  const lines = new Map<string, number>();
  const files = readdirSync(path.join(folder, mode), { recursive: true, encoding: 'utf8' });
  for (const file of files.filter((name) => name.endsWith('.js'))) {
    for (const raw of readFileSync(path.join(folder, mode, file), 'utf8').split('\n')) {
      const line = raw.trim().replace(/,$/, '').replace(HASH, '.$1');
      lines.set(line, (lines.get(line) ?? 0) + 1);
    }
  }
  return lines;
}

function linesOnlyIn(a: Map<string, number>, b: Map<string, number>): string[] {
  const more = [...a].filter(([line, count]) => count > (b.get(line) ?? 0)).map(([line]) => line);
  return more.filter((line) => !LOG_OF_WXT.has(line)).sort();
}

// One after the other: each build writes the tsconfig.json that the other reads.
beforeAll(() => {
  for (const mode of ['production', 'demo']) {
    execFileSync('npx', ['--no-install', 'tsx', 'tests/contract/build-plainly.ts', mode, folder], {
      env,
      stdio: 'pipe',
    });
  }
}, 600_000);

afterAll(() => rmSync(folder, { recursive: true, force: true }));

it('the demo build differs from the shipped build in the two constants of its clock alone', () => {
  const [shipped, demo] = [linesOf('production'), linesOf('demo')];
  expect(shipped.get('var RATE = 1;')).toBeGreaterThan(0);
  expect(linesOnlyIn(shipped, demo)).toEqual(['var EPOCH = 0;', 'var RATE = 1;']);
  expect(linesOnlyIn(demo, shipped)).toEqual(['var EPOCH = 1e3;', 'var RATE = 7;']);
});
