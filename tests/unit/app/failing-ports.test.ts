import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createMutex } from '@/tests/fakes/fake-locks';
import { incidentOf, setPage } from '@/tests/fakes/fake-pages';
import { FakeBrowser } from '@/tests/fakes/fake-ports';
import { MINUTE } from '@/tests/fakes/samples';
import { onWebRequestEvent } from '@/utils/app/evidence';
import type { Ports } from '@/utils/app/ports';
import { runRound, start } from '@/utils/app/round';
import { boundedPorts, PORT_LIMITS_MS } from '@/utils/browser/real-ports';
import type { OwnPage } from '@/utils/model/status-page';

type Name = keyof typeof PORT_LIMITS_MS;
const NAMES = Object.keys(PORT_LIMITS_MS) as Name[];
const rejects = () => Promise.reject(new TypeError('Broken'));
const neverSettles = () => new Promise<never>(() => undefined);

/** The ways a port can fail. Storage always settles, so it only rejects. */
const FAULTS = NAMES.flatMap((name) => [
  { name, how: 'rejects', fault: rejects },
  ...(PORT_LIMITS_MS[name] === null ? [] : [{ name, how: 'never settles', fault: neverSettles }]),
]);

let browser: FakeBrowser;
let failures: string[];

beforeEach(() => {
  vi.useFakeTimers();
  browser = new FakeBrowser();
  failures = [];
  browser.openChats = ['https://claude.ai/*'];
  browser.options = { ...browser.options, keepsDrafts: true };
  setPage(browser, 'claude', 'partial_outage', { incidents: [incidentOf('claude')] });
  setPage(browser, 'chatgpt', 'operational');
});
afterEach(() => void vi.useRealTimers());

function portsWith(name: Name, fault: () => Promise<never>): Ports {
  const ports = browser.ports();
  // By an earlier round of this worker.
  void ports.readOptions();
  return boundedPorts({ ...ports, [name]: fault }, (call) => failures.push(call));
}

/** Waits until a job ends, up to the longest port timeout. */
async function end(job: Promise<unknown>): Promise<'resolved' | 'rejected' | 'pending'> {
  let outcome: 'resolved' | 'rejected' | 'pending' = 'pending';
  job.then(
    () => {
      outcome = 'resolved';
    },
    () => {
      outcome = 'rejected';
    },
  );
  await vi.advanceTimersByTimeAsync(5 * MINUTE);
  return outcome;
}

const isFree = (ports: Ports) => end(ports.withStatusLock(async () => undefined));

/** Without these ports nothing can be watched or read. */
const BLIND: readonly Name[] = ['readOptions', 'fetchDocument'];
/** If these fail, the round rejects after it has shown its results. */
const UNSTORED: readonly Name[] = ['readOptions', 'readStatus', 'writeStatus'];
/** If these fail, the outcome of a request is not taken into account. */
const FORGOTTEN: readonly Name[] = [...UNSTORED, 'readEvidence', 'writeEvidence'];

describe.each(FAULTS)('with the port failure $name $how', ({ name, fault }) => {
  it('a round ends, frees the lock and shows every assistant', async () => {
    const ports = portsWith(name, fault);
    expect(await end(runRound(ports))).toBe(UNSTORED.includes(name) ? 'rejected' : 'resolved');
    expect(await isFree(ports)).toBe('resolved');
    if (name !== 'wakeAt') expect(browser.wakesAt).toBeGreaterThan(browser.now);
    if (name !== 'showToolbar') {
      expect(browser.toolbar?.sign).toBe(BLIND.includes(name) ? 'unknown' : 'partial_outage');
    }
    if (!BLIND.includes(name) && !UNSTORED.includes(name)) {
      expect(browser.status.verdicts).toMatchObject({ claude: { kind: 'trouble' }, chatgpt: { kind: 'up' } });
    }
    if (!BLIND.includes(name) && name !== 'placeBanners') {
      expect(browser.banners[0]?.view).toMatchObject({ kind: 'trouble' });
    }
  });

  it('start runs its round, ends and frees the lock', async () => {
    const ports = portsWith(name, fault);
    expect(await end(start(ports))).toBe(UNSTORED.includes(name) ? 'rejected' : 'resolved');
    expect(await isFree(ports)).toBe('resolved');
    if (name !== 'wakeAt') expect(browser.wakesAt).toBeGreaterThan(browser.now);
    if (!BLIND.includes(name)) expect(browser.requests.length).toBeGreaterThan(0);
    if (name !== 'showToolbar') {
      expect(browser.toolbar?.sign).toBe(BLIND.includes(name) ? 'unknown' : 'partial_outage');
    }
  });

  it('request events end, free the lock and show what they make suspicious', async () => {
    const ports = portsWith(name, fault);
    const url = 'https://claude.ai/api/organizations/a/chat_conversations/b/completion';
    const request = { url, method: 'POST', isMainFrame: false, stage: 'ended', status: 529, error: null } as const;
    const outcomes: string[] = [];
    for (const id of ['1', '2', '3']) {
      outcomes.push(await end(onWebRequestEvent(ports, createMutex(), { ...request, id })));
      browser.now += 20_000;
    }
    expect(await isFree(ports)).toBe('resolved');
    expect(outcomes.at(-1)).toBe(FORGOTTEN.includes(name) ? 'rejected' : 'resolved');
    expect(outcomes).not.toContain('pending');
    if (FORGOTTEN.includes(name) || name === 'showToolbar') return;
    // The suspicion starts a round, which finds the outage on the page.
    expect(browser.toolbar?.sign).toBe(name === 'fetchDocument' ? 'suspected' : 'partial_outage');
  });
});

it.each(NAMES)('boundedPorts reports a failed call of %s', async (name) => {
  const ports = portsWith(name, rejects);
  await end((ports[name] as () => Promise<unknown>)());
  expect(failures).toEqual([name]);
});

it('a slow notification does not hold the lock and is shown once', async () => {
  let stands = () => {};
  const shown: string[] = [];
  const ports = {
    ...browser.ports(),
    showNotice: ({ id }: { id: string }) =>
      new Promise<void>((resolve) => {
        shown.push(id);
        stands = resolve;
      }),
  };
  const first = runRound(ports);
  await vi.advanceTimersByTimeAsync(0);
  expect(shown).toHaveLength(1);
  expect(await isFree(ports)).toBe('resolved');
  browser.now += 2 * MINUTE;
  const second = runRound(ports);
  await vi.advanceTimersByTimeAsync(0);
  stands();
  expect(await end(Promise.all([first, second]))).toBe('resolved');
  expect(shown).toHaveLength(1);
  expect(browser.status.outbox).toEqual([]);
});

it('a notification that is shown after the time limit is not shown again by the next round', async () => {
  const shown: string[] = [];
  const showLate = ({ id }: { id: string }) => {
    shown.push(id);
    return new Promise<void>((resolve) => setTimeout(resolve, 6_000));
  };
  const ports = boundedPorts({ ...browser.ports(), showNotice: showLate }, (call) => failures.push(call));
  expect(await end(runRound(ports))).toBe('resolved');
  browser.now += 2 * MINUTE;
  expect(await end(runRound(ports))).toBe('resolved');
  expect(shown).toHaveLength(1);
  expect(failures).toEqual(['showNotice']);
  expect(browser.status.outbox).toEqual([]);
});

describe('with a full disk', () => {
  const full = () => portsWith('writeStatus', rejects);

  it('the toolbar shows the outage and no notification is sent', async () => {
    setPage(browser, 'claude', 'operational');
    await end(runRound(browser.ports()));
    expect(browser.toolbar?.sign).toBe('up');
    setPage(browser, 'claude', 'partial_outage', { incidents: [incidentOf('claude')] });
    for (let i = 0; i < 3; i += 1) {
      browser.now += 5 * MINUTE;
      await end(runRound(full()));
      expect(browser.toolbar?.sign).toBe('partial_outage');
    }
    expect(browser.notices).toEqual([]);
  });

  it('the notification follows once the disk has space', async () => {
    await end(runRound(full()));
    browser.now += 5 * MINUTE;
    await end(runRound(browser.ports()));
    expect(browser.notices).toHaveLength(1);
  });
});

describe('a custom page', () => {
  const OWN: OwnPage = {
    id: 'page:1',
    name: 'Assistant of the company',
    platform: 'statuspage',
    address: 'https://status.example.com',
    pageId: 'abcdefabcdef',
    isCorsOpen: true,
    core: [],
    features: [],
    chatUrl: null,
  };
  const watching = (page: OwnPage) => {
    browser.options = { ...browser.options, ownPages: [page], watched: ['page:1', 'claude', 'chatgpt'] };
    return end(runRound(browser.ports()));
  };

  it.each(['https://status..example.com', 'https://*.example.com', 'https://-'])(
    'with the malformed host %s does not stop the round',
    async (address) => {
      expect(await watching({ ...OWN, address })).toBe('resolved');
      expect(browser.status.verdicts).toMatchObject({ claude: { kind: 'trouble' }, chatgpt: { kind: 'up' } });
      expect(browser.toolbar?.sign).toBe('partial_outage');
    },
  );

  it('that was removed leaves no verdict, banner or request', async () => {
    await watching(OWN);
    browser.options = { ...browser.options, ownPages: [], watched: ['claude', 'chatgpt'] };
    browser.now += 5 * MINUTE;
    browser.requests.length = 0;
    expect(await end(runRound(browser.ports()))).toBe('resolved');
    expect(Object.keys(browser.status.verdicts)).not.toContain('page:1');
    expect(Object.keys(browser.status.pages)).not.toContain('page:1');
    expect(browser.banners.map(({ id }) => id)).not.toContain('page:1');
    expect(browser.requests.filter((url) => url.includes('example.com'))).toEqual([]);
  });
});
