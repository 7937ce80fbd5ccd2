import { test as base } from '@playwright/test';
import type { Loopback } from './loopback';
import { findScenario } from './scenarios/find-scenario';
import { startLoopback } from './start-loopback';

interface Fixtures {
  /** Name of the scenario of the mock network. */
  scenario: string;
  /** The mock network, at the start of the scenario. */
  loopback: Loopback;
}

/** Tests of one Playwright worker share a mock network, which is reset in between. */
export const loopbackTest = base.extend<Fixtures, { server: Loopback }>({
  scenario: ['claude-outage', { option: true }],
  server: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads what a fixture needs from this pattern
    async ({}, use) => {
      const server = await startLoopback({ scenario: findScenario('healthy') });
      await use(server);
      await server.close();
    },
    { scope: 'worker' },
  ],
  loopback: async ({ server, scenario }, use) => {
    server.load(findScenario(scenario));
    server.seek(0);
    server.clearRequests();
    await use(server);
  },
});
