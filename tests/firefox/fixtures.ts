import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { test as base } from '@playwright/test';
import type { Loopback } from '@/tests/loopback/loopback';
import { findScenario } from '@/tests/loopback/scenarios/find-scenario';
import { startLoopback } from '@/tests/loopback/start-loopback';
import { openFirefox } from './open-firefox';
import { UnderstudyFirefox } from './understudy-firefox';

const EXTENSION = path.resolve('.output/firefox-mv3');

interface Options {
  /** Name of the scenario of the mock network. */
  scenario: string;
  /** Whether the event page stops soon when idle. */
  stopsSoon: boolean;
}

/** Each test gets its own mock network, profile and browser. */
export const test = base.extend<Options & { loopback: Loopback; understudy: UnderstudyFirefox }>({
  scenario: ['claude-outage', { option: true }],
  stopsSoon: [false, { option: true }],
  loopback: async ({ scenario }, use) => {
    mkdirSync('test-results/pictures', { recursive: true });
    const loopback = await startLoopback({ scenario: findScenario(scenario) });
    await use(loopback);
    await loopback.close();
  },
  understudy: async ({ loopback, stopsSoon }, use) => {
    const firefox = await openFirefox(EXTENSION, loopback, { stopsSoon });
    await use(await UnderstudyFirefox.of(firefox));
    await firefox.close();
  },
});
