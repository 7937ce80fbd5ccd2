import { rmSync } from 'node:fs';
import path from 'node:path';
import { test as base } from '@playwright/test';
import { findScenario } from '@/tests/world/scenarios/find-scenario';
import { startWorld } from '@/tests/world/start-world';
import type { World } from '@/tests/world/world';
import { makeProfile } from './make-profile';
import { type ChromiumOrder, openChromium } from './open-chromium';
import { Understudy } from './understudy';

interface Options {
  /** The scenario of the little internet, by name. */
  scenario: string;
  /** Match patterns that the person has granted. */
  grants: readonly string[];
  /** Whether the extension may run in private windows. */
  inPrivate: boolean;
  /** Leaves the page open that greets after the install. */
  keepsWelcome: boolean;
}

export const EXTENSION = path.resolve('.output/chrome-mv3');
export const CHATS = ['https://chatgpt.com/*', 'https://claude.ai/*'] as const;

/** Each test has its own little internet, its own profile and its own browser. */
export const test = base.extend<Options & { world: World; network: ChromiumOrder['world']; understudy: Understudy }>({
  scenario: ['claude-outage', { option: true }],
  grants: [[...CHATS], { option: true }],
  inPrivate: [false, { option: true }],
  keepsWelcome: [false, { option: true }],
  world: async ({ scenario }, use) => {
    const world = await startWorld({ scenario: findScenario(scenario) });
    await use(world);
    await world.close();
  },
  /** What the browser takes for the internet. */
  network: async ({ world }, use) => {
    await use(world);
  },
  understudy: async ({ network, grants, inPrivate, keepsWelcome }, use) => {
    const profile = await makeProfile({ extension: EXTENSION, world: network }, grants, inPrivate);
    const opened = await openChromium({ extension: EXTENSION, world: network, profile, keepsWelcome });
    await use(new Understudy(opened));
    await opened.close();
    rmSync(profile, { recursive: true, force: true });
  },
});
