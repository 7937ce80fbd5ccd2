import { defineConfig } from '@playwright/test';

/** Runs the shipped bundle in a real Firefox. Playwright only provides the test runner; WebDriver BiDi drives Firefox. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../../test-results/firefox',
  workers: 1,
  timeout: 240_000,
  expect: { timeout: 30_000 },
  forbidOnly: process.env.CI !== undefined,
  reporter: [['list'], ['json', { outputFile: '../../test-results/firefox.json' }]],
  tsconfig: '../../tsconfig.json',
});
