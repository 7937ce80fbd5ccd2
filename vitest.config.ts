import { fileURLToPath } from 'node:url';
import { defineConfig } from 'vitest/config';

export default defineConfig({
  resolve: {
    alias: {
      '@': fileURLToPath(new URL('.', import.meta.url)),
      'webextension-polyfill': fileURLToPath(new URL('tests/fakes/no-browser.ts', import.meta.url)),
    },
  },
  test: {
    // All cores; the default leaves one idle.
    maxWorkers: '100%',
    include: ['tests/{unit,contract}/**/*.test.{ts,tsx}'],
    sequence: { shuffle: true },
    // Only to end what hangs: a busy machine is slow, not wrong.
    testTimeout: 60_000,
    restoreMocks: true,
  },
});
