import { runRound } from '@/utils/app/round';
import { registryOf } from '@/utils/assistants/lookups';
import { openChatPatterns } from '@/utils/assistants/patterns';
import type { ReadFailure } from '@/utils/model/failure';
import { MAX_OWN_PAGES, type OwnPage } from '@/utils/model/status-page';
import { ADAPTERS } from '@/utils/platforms/adapters';
import { breakPage, incidentOf, setPage } from './fake-pages';
import { FakeBrowser } from './fake-ports';
import { EXPECTED_FLOORS } from './poll-floors';
import { MINUTE, NOON, SECOND } from './samples';

const FAILURES: readonly ReadFailure[] = [
  { kind: 'timeout' },
  { kind: 'http_error', status: 503 },
  { kind: 'wrong_shape' },
  { kind: 'unreachable' },
];
const WORDS = ['major_outage', 'operational', 'degraded_performance', 'operational', 'partial_outage'] as const;

/** The maximum number of custom pages. */
const OWN_PAGES = Array.from(
  { length: MAX_OWN_PAGES },
  (_, index): OwnPage => ({
    id: `page:${index + 1}`,
    name: `Service ${index + 1}`,
    platform: 'statuspage',
    address: `https://status-${index + 1}.example.org`,
    pageId: `own${String(index).padStart(9, '0')}`,
    isCorsOpen: true,
    core: [{ id: `core${String(index).padStart(8, '0')}`, name: 'Service' }],
    features: [],
    chatUrl: `https://chat-${index + 1}.example.org/`,
  }),
);

const REGISTRY = registryOf({ ownPages: OWN_PAGES });
const EVERYONE = REGISTRY.all;

const READABLE = EVERYONE.filter(({ statusPages: [page] }) => {
  return page !== undefined && page.core.length > 0 && ['statuspage', 'incidentio'].includes(page.platform);
});

/** Opened chats and extension pages wake the worker at any time, not only when it planned. */
const WAKE_EVERY_MS = 10 * SECOND;

/** In minutes. */
const paceOf = (index: number): number => 3 + (index % 5);

/** Each page changes at its own pace; one reading in seven fails. */
function flap(browser: FakeBrowser, minute: number): void {
  for (const [index, { id }] of READABLE.entries()) {
    const turn = Math.floor(minute / paceOf(index));
    const failure = FAILURES[(turn + index) % FAILURES.length] ?? FAILURES[0];
    const word = WORDS[(turn + index) % WORDS.length] ?? 'operational';
    if (turn % 7 === 6 && failure !== undefined) breakPage(browser, id, failure);
    else
      setPage(browser, id, word, {
        incidents: word === 'operational' ? [] : [incidentOf(id, { id: `${id}-${turn}` }, REGISTRY)],
      });
  }
}

/** The maximum number of requests per address of a host in a period, by the poll floors. */
function mostOf(ms: number): Map<string, number> {
  const most = new Map<string, number>();
  for (const { statusPages } of EVERYONE) {
    const [first] = statusPages;
    if (first === undefined) continue;
    const readings = 1 + Math.floor(ms / EXPECTED_FLOORS[first.platform].troubleMs);
    const hosts = statusPages.flatMap(({ platform, address, pageId, hosts }) => [
      ...ADAPTERS[platform].requests(address, pageId).map(({ url }) => new URL(url).host),
      ...hosts,
    ]);
    for (const host of new Set(hosts)) most.set(host, (most.get(host) ?? 0) + readings);
  }
  return most;
}

export interface LoadResult {
  browser: FakeBrowser;
  rounds: number;
  /** Addresses that were requested more often than their floors allow, with the count. */
  tooOften: Record<string, number>;
  /** Shortest time from a round to its planned successor. */
  shortestDelayMs: number;
  /** Number of page changes. */
  changes: number;
}

/**
 * A period with all assistants and twenty custom pages, all chats open, all pages failing and changing often, and the
 * worker woken every ten seconds.
 */
export async function simulateLoad(minutes: number): Promise<LoadResult> {
  const browser = new FakeBrowser();
  browser.options = { ...browser.options, ownPages: OWN_PAGES, watched: EVERYONE.map(({ id }) => id) };
  browser.openChats = EVERYONE.flatMap(openChatPatterns);
  let rounds = 0;
  let shortestDelayMs = Number.POSITIVE_INFINITY;
  while (browser.now < NOON + minutes * MINUTE) {
    const passed = browser.now - NOON;
    if (passed % MINUTE === 0) flap(browser, passed / MINUTE);
    await runRound(browser.ports());
    rounds += 1;
    // Not inspected, and a day of it is gigabytes.
    browser.history.length = 0;
    shortestDelayMs = Math.min(shortestDelayMs, (browser.wakesAt ?? 0) - browser.now);
    browser.now += WAKE_EVERY_MS;
  }
  const counts = new Map<string, number>();
  for (const url of browser.requests) counts.set(url, (counts.get(url) ?? 0) + 1);
  const most = mostOf(minutes * MINUTE);
  const tooOften = Object.fromEntries([...counts].filter(([url, times]) => times > (most.get(new URL(url).host) ?? 0)));
  const changes = READABLE.reduce((sum, _, index) => sum + Math.floor(minutes / paceOf(index)), 0);
  return { browser, rounds, changes, tooOften, shortestDelayMs };
}
