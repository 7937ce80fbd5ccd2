import { readdirSync, readFileSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { setFlagsFromString } from 'node:v8';
import { defineConfig } from 'vitest/config';

const at = (place: string) => fileURLToPath(new URL(place, import.meta.url));

/** Tests that mock modules, which other tests of the same worker would get as well. */
const ISOLATED = readdirSync(at('tests/unit'), { recursive: true, encoding: 'utf8' })
  .filter((name) => /\.test\.tsx?$/.test(name))
  .map((name) => `tests/unit/${name}`)
  .filter((name) => readFileSync(at(name), 'utf8').includes('vi.mock('));
/** Tests that change the time zone, which only the main thread of a process can. */
const IN_TIME_ZONES = ['tests/unit/app/time.test.ts'];

// Days begin at midnight in the zone of the machine: at noon in UTC, where most samples are, a day has just begun in Auckland.
process.env.TZ = 'UTC';

// How much of a function runs before V8 optimizes it, 15 times the default of Node 20. Most functions of a test run are soon
// done, so that optimizing them takes a fifth of the processor's time and speeds up little.
// https://github.com/v8/v8/blob/main/src/flags/flag-definitions.h
setFlagsFromString('--interrupt-budget=1000000');

export default defineConfig({
  resolve: {
    alias: {
      '@': at('.'),
      'webextension-polyfill': at('tests/fakes/no-browser.ts'),
    },
  },
  test: {
    // One more than cores, because the tests of the loopback network wait more than they compute.
    maxWorkers: availableParallelism() + 1,
    sequence: { shuffle: true },
    // Only to end what hangs: a busy machine is slow, not wrong.
    testTimeout: 180_000,
    hookTimeout: 180_000,
    restoreMocks: true,
    projects: [
      { extends: true, test: { name: 'isolated', include: ISOLATED, pool: 'threads' } },
      { extends: true, test: { name: 'time zones', include: IN_TIME_ZONES, pool: 'forks' } },
      {
        extends: true,
        test: {
          // Pure functions and fakes of one test each: their files share the modules of a worker.
          name: 'shared',
          include: ['tests/{unit,contract}/**/*.test.{ts,tsx}'],
          exclude: [...ISOLATED, ...IN_TIME_ZONES],
          pool: 'threads',
          isolate: false,
          unstubGlobals: true,
        },
      },
    ],
  },
});
