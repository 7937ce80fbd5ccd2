import { watch } from '@/utils/app/watch';
import { ASSISTANTS } from '@/utils/assistants/assistants';
import { ownAssistant } from '@/utils/assistants/own-assistant';
import { openChatPatterns } from '@/utils/assistants/patterns';
import type { ReadFailure } from '@/utils/model/failure';
import { joinOwnPages, MAX_OWN_PAGES, type OwnPage } from '@/utils/model/own-page';
import { ADAPTERS } from '@/utils/platforms/adapters';
import { breakPage, incidentOf, setPage } from './fake-pages';
import { FakeBrowser } from './fake-ports';
import { MINUTE, NOON, SECOND } from './samples';

const FAILURES: readonly ReadFailure[] = [
  { kind: 'timeout' },
  { kind: 'http_error', status: 503 },
  { kind: 'wrong_shape' },
  { kind: 'unreachable' },
];
const WORDS = ['major_outage', 'operational', 'degraded_performance', 'operational', 'partial_outage'] as const;

/** As many as may be added. */
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

const EVERYONE = [...ASSISTANTS, ...OWN_PAGES.map(ownAssistant)];

const READABLE = EVERYONE.filter(({ statusPages: [page] }) => {
  return page !== undefined && page.core.length > 0 && ['statuspage', 'incidentio'].includes(page.platform);
});

/** In minutes. */
const paceOf = (index: number): number => 3 + (index % 5);

/** Every so often each page says something else, each at a pace of its own; one time in seven it cannot be read. */
function flap(browser: FakeBrowser, minute: number): void {
  for (const [index, { id }] of READABLE.entries()) {
    const turn = Math.floor(minute / paceOf(index));
    const failure = FAILURES[(turn + index) % FAILURES.length] ?? FAILURES[0];
    const word = WORDS[(turn + index) % WORDS.length] ?? 'operational';
    if (turn % 7 === 6 && failure !== undefined) breakPage(browser, id, failure);
    else
      setPage(browser, id, word, {
        incidents: word === 'operational' ? [] : [incidentOf(id, { id: `${id}-${turn}` })],
      });
  }
}

export interface LoadDay {
  browser: FakeBrowser;
  rounds: number;
  /** The most requests that any one address was sent. */
  mostOfOneAddress: number;
  /** The documents of a reading, of all pages. */
  addresses: number;
  /** How often a page said something else. */
  changes: number;
}

/** So many hours in which everybody is watched, twenty pages of one’s own among them, every chat is open, and every page fails and flaps at once. */
export async function liveUnderLoad(hours: number): Promise<LoadDay> {
  const browser = new FakeBrowser();
  joinOwnPages(OWN_PAGES);
  browser.options = { ...browser.options, ownPages: OWN_PAGES, watched: EVERYONE.map(({ id }) => id) };
  browser.openChats = EVERYONE.flatMap(openChatPatterns);
  let rounds = 0;
  while (browser.now < NOON + hours * 60 * MINUTE) {
    flap(browser, Math.floor((browser.now - NOON) / MINUTE));
    await watch(browser.ports());
    rounds += 1;
    browser.now = Math.max(browser.wakesAt ?? 0, browser.now + 30 * SECOND);
  }
  const counts = new Map<string, number>();
  for (const url of browser.requests) counts.set(url, (counts.get(url) ?? 0) + 1);
  const readings = EVERYONE.flatMap(({ statusPages }) =>
    statusPages.flatMap(({ platform, address, pageId }) =>
      ADAPTERS[platform].requests(address, pageId).filter(({ need }) => need === undefined),
    ),
  );
  const changes = READABLE.reduce((sum, _, index) => sum + Math.floor((hours * 60) / paceOf(index)), 0);
  return { browser, rounds, changes, mostOfOneAddress: Math.max(...counts.values()), addresses: readings.length };
}
