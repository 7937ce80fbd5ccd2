import path from 'node:path';
import { loopbackTest } from '@/tests/loopback/loopback-test';
import { openFresh } from './make-profile';
import type { ChromiumOrder } from './open-chromium';
import { SharedChromium } from './shared-chromium';
import { Understudy } from './understudy';

interface Options {
  /** Match patterns that are granted. */
  grants: readonly string[];
  /** Whether the extension may run in private windows. */
  inPrivate: boolean;
  /** Keeps the welcome page open. */
  keepsWelcome: boolean;
  /** Whether pages that are left can come back from the back-forward cache. */
  hasPageCache: boolean;
  /** For a test that changes the browser in a way that is not undone before the next test. */
  ownBrowser: boolean;
}

interface Fixtures {
  network: ChromiumOrder['loopback'];
  understudy: Understudy;
}

interface WorkerFixtures {
  chromium: SharedChromium;
}

export const EXTENSION = path.resolve('.output/chrome-mv3');
export const CHATS = ['https://chatgpt.com/*', 'https://claude.ai/*'] as const;

/** Tests of one Playwright worker share a browser, which is reset in between. */
export const test = loopbackTest.extend<Options & Fixtures, WorkerFixtures>({
  grants: [[...CHATS], { option: true }],
  inPrivate: [false, { option: true }],
  keepsWelcome: [false, { option: true }],
  hasPageCache: [false, { option: true }],
  ownBrowser: [false, { option: true }],
  chromium: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern
    async ({}, use) => {
      const chromium = new SharedChromium();
      await use(chromium);
      await chromium.close();
    },
    { scope: 'worker' },
  ],
  /** The part of the mock network that Chromium is started with. */
  network: async ({ loopback }, use) => {
    await use(loopback);
  },
  understudy: async (
    { chromium, loopback, network, grants, inPrivate, keepsWelcome, hasPageCache, ownBrowser },
    use,
  ) => {
    const { resolverRules, spki } = network;
    const order = { extension: EXTENSION, loopback: { resolverRules, spki } };
    if (ownBrowser || keepsWelcome || hasPageCache || inPrivate) {
      const opened = await openFresh({ ...order, keepsWelcome, hasPageCache }, grants, { inPrivate });
      await use(new Understudy(opened));
      await opened.close();
    } else {
      const shared = await chromium.open(order, grants);
      await use(new Understudy(shared));
      await chromium.reset(shared, [...new Set(loopback.requests.map(({ host }) => host))]);
    }
  },
});
