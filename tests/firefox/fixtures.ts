import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { test as base } from '@playwright/test';
import { findScenario } from '@/tests/world/scenarios/find-scenario';
import { startWorld } from '@/tests/world/start-world';
import type { World } from '@/tests/world/world';
import { openFirefox } from './open-firefox';
import { UnderstudyFirefox } from './understudy-firefox';

const EXTENSION = path.resolve('.output/firefox-mv3');

interface Options {
  /** The scenario of the little internet, by name. */
  scenario: string;
  /** Whether the event page ends soon after it has nothing to do. */
  stopsSoon: boolean;
}

/** Each test has its own little internet, its own profile and its own browser. */
export const test = base.extend<Options & { world: World; understudy: UnderstudyFirefox }>({
  scenario: ['claude-outage', { option: true }],
  stopsSoon: [false, { option: true }],
  world: async ({ scenario }, use) => {
    mkdirSync('test-results/pictures', { recursive: true });
    const world = await startWorld({ scenario: findScenario(scenario) });
    await use(world);
    await world.close();
  },
  understudy: async ({ world, stopsSoon }, use) => {
    const firefox = await openFirefox(EXTENSION, world, { stopsSoon });
    await use(await UnderstudyFirefox.of(firefox));
    await firefox.close();
  },
});
