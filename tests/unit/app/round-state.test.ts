import { beforeEach, expect, it, vi } from 'vitest';
import { createMutex } from '@/tests/fakes/fake-locks';
import { breakPage, incidentOf, setPage } from '@/tests/fakes/fake-pages';
import { FakeBrowser } from '@/tests/fakes/fake-ports';
import { HOUR, MINUTE } from '@/tests/fakes/samples';
import { erase, forgetUnwatched } from '@/utils/app/actions';
import type { Ports } from '@/utils/app/ports';
import { runRound, startSession } from '@/utils/app/round';
import { changeStatus } from '@/utils/app/surfaces';

let browser: FakeBrowser;

beforeEach(() => {
  browser = new FakeBrowser();
  setPage(browser, 'claude', 'operational');
  setPage(browser, 'chatgpt', 'operational');
});

/** The same ports, and whether their status lock is held. */
function withWatchedLock(ports: Ports): { ports: Ports; isLocked: () => boolean } {
  let isLocked = false;
  const withStatusLock: Ports['withStatusLock'] = (job) =>
    ports.withStatusLock(async () => {
      isLocked = true;
      return job().finally(() => {
        isLocked = false;
      });
    });
  return { ports: { ...ports, withStatusLock }, isLocked: () => isLocked };
}

it('a round reads the status once at the start of a calm round and once to merge its readings', async () => {
  const ports = browser.ports();
  const readStatus = vi.fn(ports.readStatus);
  await runRound({ ...ports, readStatus });
  expect(readStatus).toHaveBeenCalledTimes(2);
});

it('a round does not fetch under the status lock', async () => {
  const { ports, isLocked } = withWatchedLock(browser.ports());
  const fetchedUnderLock: string[] = [];
  const watching: Ports = {
    ...ports,
    fetchDocument: (address) => {
      if (isLocked()) fetchedUnderLock.push(address.url);
      return ports.fetchDocument(address);
    },
  };
  await runRound(watching);
  expect(browser.requests.length).toBeGreaterThan(0);
  expect(fetchedUnderLock).toEqual([]);
});

it.each<[string, (ports: Ports) => Promise<unknown>]>([
  ['the start of a session', (ports) => startSession(ports, createMutex(), (_, run) => run())],
  ['erasing everything', (ports) => erase(ports, createMutex())],
  ['forgetting what is no longer watched', forgetUnwatched],
])('%s waits for the first policy outside the status lock', async (_, begin) => {
  const { ports, isLocked } = withWatchedLock(browser.ports());
  let hasAnswered = false;
  const askedUnderLock = vi.fn();
  const readOptions = async () => {
    if (!hasAnswered && isLocked()) askedUnderLock();
    await new Promise((resolve) => setImmediate(resolve));
    hasAnswered = true;
    return ports.readOptions();
  };
  await begin({ ...ports, readOptions });
  expect(hasAnswered).toBe(true);
  expect(askedUnderLock).not.toHaveBeenCalled();
});

it('a round keeps what is stored while pages are fetched, and renders it', async () => {
  setPage(browser, 'claude', 'partial_outage', { incidents: [incidentOf('claude')] });
  await runRound(browser.ports());
  browser.pass(2 * MINUTE);
  const ports = browser.ports();
  const until = browser.now + HOUR;
  let isSnoozed = false;
  const snoozing: Ports = {
    ...ports,
    fetchDocument: async (address) => {
      if (!isSnoozed) {
        isSnoozed = true;
        await changeStatus(ports, (status) => ({ ...status, snoozes: { claude: until } }));
      }
      return ports.fetchDocument(address);
    },
  };
  expect(browser.banners[0]?.view).not.toBeNull();
  await runRound(snoozing);
  expect(browser.status.snoozes).toEqual({ claude: until });
  expect(browser.banners[0]?.view).toBeNull();
});

it('a round does not bring back an assistant that is removed while its page is fetched', async () => {
  const ports = browser.ports();
  const removing: Ports = {
    ...ports,
    fetchDocument: (address) => {
      browser.options = { ...browser.options, watched: ['chatgpt'] };
      return ports.fetchDocument(address);
    },
  };
  setPage(browser, 'claude', 'partial_outage', { incidents: [incidentOf('claude')] });
  await runRound(removing);
  expect(browser.status.episodes).toEqual({});
  expect(browser.notices).toEqual([]);
});

it('a round logs decisions once, and a failing page once until it fails otherwise', async () => {
  browser.options = { ...browser.options, planB: [] };
  await runRound(browser.ports());
  setPage(browser, 'claude', 'partial_outage', { incidents: [incidentOf('claude')] });
  breakPage(browser, 'chatgpt', { kind: 'http_error', status: 503 });
  for (let i = 0; i < 3; i += 1) {
    browser.pass(5 * MINUTE);
    await runRound(browser.ports());
  }
  breakPage(browser, 'chatgpt', { kind: 'timeout' });
  browser.pass(20 * MINUTE);
  await runRound(browser.ports());
  const { decisions } = browser.status;
  expect(browser.logged.filter(({ kind }) => kind === 'decision')).toHaveLength(decisions.length);
  expect(browser.logged.filter(({ kind }) => kind === 'read_failed')).toMatchObject([
    { assistantId: 'chatgpt', failure: 'http_error', status: 503 },
    { assistantId: 'chatgpt', failure: 'timeout', status: null },
  ]);
});

it('a round logs no decision that could not be stored', async () => {
  setPage(browser, 'claude', 'partial_outage', { incidents: [incidentOf('claude')] });
  const full: Ports = { ...browser.ports(), writeStatus: () => Promise.reject(new Error('The disk is full')) };
  await expect(runRound(full)).rejects.toThrow();
  expect(browser.logged.filter(({ kind }) => kind === 'decision')).toEqual([]);
});
