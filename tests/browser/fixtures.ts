import path from 'node:path';
import { test as base } from '@playwright/test';
import type { Loopback } from '@/tests/loopback/loopback';
import { findScenario } from '@/tests/loopback/scenarios/find-scenario';
import { startLoopback } from '@/tests/loopback/start-loopback';
import { openFresh } from './make-profile';
import type { ChromiumOrder } from './open-chromium';
import { SharedChromium } from './shared-chromium';
import { Understudy } from './understudy';

interface Options {
  /** Name of the scenario of the mock network. */
  scenario: string;
  /** Match patterns that are granted. */
  grants: readonly string[];
  /** Whether the extension may run in private windows. */
  inPrivate: boolean;
  /** Keeps the welcome page open. */
  keepsWelcome: boolean;
  /** For a test that changes the browser in a way that is not undone before the next test. */
  ownBrowser: boolean;
}

interface Fixtures {
  loopback: Loopback;
  network: ChromiumOrder['loopback'];
  understudy: Understudy;
}

interface WorkerFixtures {
  server: Loopback;
  chromium: SharedChromium;
}

export const EXTENSION = path.resolve('.output/chrome-mv3');
export const CHATS = ['https://chatgpt.com/*', 'https://claude.ai/*'] as const;

/** Tests of one Playwright worker share a mock network and a browser, both reset in between. */
export const test = base.extend<Options & Fixtures, WorkerFixtures>({
  scenario: ['claude-outage', { option: true }],
  grants: [[...CHATS], { option: true }],
  inPrivate: [false, { option: true }],
  keepsWelcome: [false, { option: true }],
  ownBrowser: [false, { option: true }],
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern
    async ({}, use) => {
      const server = await startLoopback({ scenario: findScenario('healthy') });
      await use(server);
      await server.close();
    },
    { scope: 'worker' },
  ],
  chromium: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern
    async ({}, use) => {
      const chromium = new SharedChromium();
      await use(chromium);
      await chromium.close();
    },
    { scope: 'worker' },
  ],
  /** The mock network, at the start of the scenario. */
  loopback: async ({ server, scenario }, use) => {
    server.load(findScenario(scenario));
    server.seek(0);
    server.clearRequests();
    await use(server);
  },
  /** The part of the mock network that Chromium is started with. */
  network: async ({ loopback }, use) => {
    await use(loopback);
  },
  understudy: async ({ chromium, loopback, network, grants, inPrivate, keepsWelcome, ownBrowser }, use) => {
    const { resolverRules, spki } = network;
    const order = { extension: EXTENSION, loopback: { resolverRules, spki } };
    if (ownBrowser || keepsWelcome || inPrivate) {
      const opened = await openFresh({ ...order, keepsWelcome }, grants, { inPrivate });
      await use(new Understudy(opened));
      await opened.close();
    } else {
      const shared = await chromium.open(order, grants);
      await use(new Understudy(shared));
      await chromium.reset(shared, [...new Set(loopback.requests.map(({ host }) => host))]);
    }
  },
});
