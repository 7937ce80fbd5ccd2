import { defineConfig } from '@playwright/test';

/** Runs the shipped bundle in a real Chromium. Screenshots are written to `test-results/pictures`. */
export default defineConfig({
  testDir: '.',
  testMatch: '**/*.spec.ts',
  outputDir: '../../test-results/browser',
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: process.env.CI !== undefined,
  reporter: [['list'], ['json', { outputFile: '../../test-results/browser.json' }]],
  tsconfig: '../../tsconfig.json',
});
