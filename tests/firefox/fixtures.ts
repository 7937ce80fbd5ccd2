import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { test as base } from '@playwright/test';
import type { Loopback } from '@/tests/loopback/loopback';
import { findScenario } from '@/tests/loopback/scenarios/find-scenario';
import { startLoopback } from '@/tests/loopback/start-loopback';
import { type OpenedFirefox, openFirefox } from './open-firefox';
import { UnderstudyFirefox } from './understudy-firefox';

const EXTENSION = path.resolve('.output/firefox-mv3');

/** Time after which an idle event page stops, ms. Firefox's default is 30 s. */
const IDLE_MS = { usual: 30_000, soon: 5_000 } as const;

interface Options {
  /** Name of the scenario of the mock network. */
  scenario: string;
  /** Whether the event page stops soon when idle. */
  stopsSoon: boolean;
}

interface WorkerFixtures {
  server: Loopback;
  firefox: OpenedFirefox;
}

/** The tests share a mock network and a browser. Each gets the scenario from its start and a fresh install. */
export const test = base.extend<Options & { loopback: Loopback; understudy: UnderstudyFirefox }, WorkerFixtures>({
  scenario: ['claude-outage', { option: true }],
  stopsSoon: [false, { option: true }],
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern
    async ({}, use) => {
      mkdirSync('test-results/pictures', { recursive: true });
      const server = await startLoopback({ scenario: findScenario('healthy') });
      await use(server);
      await server.close();
    },
    { scope: 'worker' },
  ],
  firefox: [
    async ({ server }, use) => {
      const firefox = await openFirefox(EXTENSION, server);
      await use(firefox);
      await firefox.close();
    },
    { scope: 'worker' },
  ],
  loopback: async ({ server, scenario }, use) => {
    server.load(findScenario(scenario));
    server.seek(0);
    server.clearRequests();
    await use(server);
  },
  understudy: async ({ firefox, loopback: _, stopsSoon }, use) => {
    await firefox.install(stopsSoon ? IDLE_MS.soon : IDLE_MS.usual);
    await use(await UnderstudyFirefox.of(firefox));
    await firefox.empty();
  },
});
