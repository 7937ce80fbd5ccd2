import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Tests that mock modules or globals of the browser, or change the time zone of their process. */
const ISOLATED = ['tests/unit/{browser,chat,ui}/**/*.test.{ts,tsx}', 'tests/unit/app/time.test.ts'];

export default defineConfig({
  resolve: {
    alias: {
      '@': fileURLToPath(new URL('.', import.meta.url)),
      'webextension-polyfill': fileURLToPath(new URL('tests/fakes/no-browser.ts', import.meta.url)),
    },
  },
  test: {
    // One more than cores, because the tests of the loopback network wait more than they compute.
    maxWorkers: availableParallelism() + 1,
    sequence: { shuffle: true },
    // Only to end what hangs: a busy machine is slow, not wrong.
    testTimeout: 60_000,
    restoreMocks: true,
    projects: [
      { extends: true, test: { name: 'isolated', include: ISOLATED } },
      {
        extends: true,
        test: {
          // Pure functions and fakes of one test each: their files share the modules of a worker.
          name: 'shared',
          include: ['tests/{unit,contract}/**/*.test.{ts,tsx}'],
          exclude: ISOLATED,
          pool: 'threads',
          isolate: false,
        },
      },
    ],
  },
});
