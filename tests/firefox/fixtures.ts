import { mkdirSync } from 'node:fs';
import path from 'node:path';
import { loopbackTest } from '@/tests/loopback/loopback-test';
import { type OpenedFirefox, openFirefox } from './open-firefox';
import { UnderstudyFirefox } from './understudy-firefox';
import { withoutApis } from './without-apis';

export const EXTENSION = path.resolve('.output/firefox-mv3');

/**
 * Time after which an idle event page stops, ms. The usual one is longer than any test takes, instead of Firefox's 30 s: what
 * a test records in the event page must not be lost while the machine is busy.
 */
const IDLE_MS = { usual: 600_000, soon: 5_000 } as const;

interface Fixtures {
  /** Whether the event page stops soon when idle. */
  stopsSoon: boolean;
  /** APIs of the browser that our scripts do not find. */
  missing: readonly string[];
  understudy: UnderstudyFirefox;
}

/** The tests share a browser. Each gets a fresh install. */
export const test = loopbackTest.extend<Fixtures, { firefox: OpenedFirefox }>({
  stopsSoon: [false, { option: true }],
  missing: [[], { option: true }],
  firefox: [
    async ({ server }, use) => {
      mkdirSync('test-results/pictures', { recursive: true });
      const firefox = await openFirefox(server);
      await use(firefox);
      await firefox.close();
    },
    { scope: 'worker' },
  ],
  // The scenario starts before the extension does.
  understudy: async ({ firefox, loopback: _, stopsSoon, missing }, use) => {
    const extension = missing.length === 0 ? EXTENSION : withoutApis(EXTENSION, missing);
    await firefox.install(stopsSoon ? IDLE_MS.soon : IDLE_MS.usual, extension);
    await use(await UnderstudyFirefox.of(firefox));
    await firefox.empty();
  },
});
