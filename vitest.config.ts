import { availableParallelism } from 'node:os';
import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

/** Tests that mock modules, which other tests of the same worker would get as well. */
const ISOLATED = [
  'tests/unit/browser/{chat-tabs,evidence-store,failure-log,http,kept-draft-store,language,notifications}.test.ts',
  'tests/unit/browser/{once-per-session,options-boundary,permissions,preset,seen-requests,storage}.test.ts',
  'tests/unit/chat/request-timing.test.ts',
  'tests/unit/ui/check/{ask-others,check-store}.test.ts',
  'tests/unit/ui/history/history-store.test.ts',
  'tests/unit/ui/options/{diagnostics,settings-commands,sync-settings}.test.ts',
  'tests/unit/ui/page-context.test.tsx',
  'tests/unit/ui/popup/popup-store.test.ts',
];
/** Tests that change the time zone, which only the main thread of a process can. */
const IN_TIME_ZONES = ['tests/unit/app/time.test.ts'];

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
