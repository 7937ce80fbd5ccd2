import { cpus } from 'node:os';
import { defineConfig } from '@playwright/test';

const LONG = ['gallery.spec.ts', 'draft.spec.ts', 'gallery-phone.spec.ts'];

/** Runs the shipped bundle in a real Chromium. Screenshots are written to `test-results/pictures`. */
export default defineConfig({
  testDir: '.',
  globalSetup: './prepare-profile.ts',
  // The files whose tests run one after the other come first, so that no other worker waits for them in the end. They
  // do not need the extension. Playwright starts new workers for another project.
  projects: [
    { name: 'pages', testMatch: LONG },
    { name: 'extension', testMatch: '**/*.spec.ts', testIgnore: LONG },
  ],
  outputDir: '../../test-results/browser',
  fullyParallel: true,
  // Tests wait as long as they compute, so there are more workers than cores.
  workers: 2 * cpus().length,
  timeout: 180_000,
  expect: { timeout: 30_000 },
  forbidOnly: process.env.CI !== undefined,
  reporter: [['list'], ['json', { outputFile: '../../test-results/browser.json' }]],
  tsconfig: '../../tsconfig.json',
});
