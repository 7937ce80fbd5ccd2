import { rmSync } from 'node:fs';
import path from 'node:path';
import { test as base } from '@playwright/test';
import type { Loopback } from '@/tests/loopback/loopback';
import { findScenario } from '@/tests/loopback/scenarios/find-scenario';
import { startLoopback } from '@/tests/loopback/start-loopback';
import { makeProfile } from './make-profile';
import { type ChromiumOrder, openChromium } from './open-chromium';
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
}

export const EXTENSION = path.resolve('.output/chrome-mv3');
export const CHATS = ['https://chatgpt.com/*', 'https://claude.ai/*'] as const;

/** Each test gets its own mock network, profile and browser. */
export const test = base.extend<
  Options & { loopback: Loopback; network: ChromiumOrder['loopback']; understudy: Understudy }
>({
  scenario: ['claude-outage', { option: true }],
  grants: [[...CHATS], { option: true }],
  inPrivate: [false, { option: true }],
  keepsWelcome: [false, { option: true }],
  loopback: async ({ scenario }, use) => {
    const loopback = await startLoopback({ scenario: findScenario(scenario) });
    await use(loopback);
    await loopback.close();
  },
  /** The mock network. */
  network: async ({ loopback }, use) => {
    await use(loopback);
  },
  understudy: async ({ network, grants, inPrivate, keepsWelcome }, use) => {
    const profile = await makeProfile({ extension: EXTENSION, loopback: network }, grants, inPrivate);
    const opened = await openChromium({ extension: EXTENSION, loopback: network, profile, keepsWelcome });
    await use(new Understudy(opened));
    await opened.close();
    rmSync(profile, { recursive: true, force: true });
  },
});
