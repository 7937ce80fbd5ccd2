import { defineConfig } from '@playwright/test';

/** The shipped bundle in a real Firefox, which Playwright's runner runs but does not drive. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../../test-results/firefox',
  workers: 1,
  timeout: 90_000,
  expect: { timeout: 15_000 },
  forbidOnly: process.env.CI !== undefined,
  reporter: [['list'], ['json', { outputFile: '../../test-results/firefox.json' }]],
  tsconfig: '../../tsconfig.json',
});
