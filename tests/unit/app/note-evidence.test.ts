import { beforeEach, describe, expect, it } from 'vitest';
import { breakPage, incidentOf, setPage } from '@/tests/fakes/fake-pages';
import { FakeBrowser } from '@/tests/fakes/fake-ports';
import { MINUTE, SECOND } from '@/tests/fakes/samples';
import { noteEvidence } from '@/utils/app/note-evidence';
import { oneAtATime } from '@/utils/app/one-at-a-time';
import { watch } from '@/utils/app/watch';

const SEND = 'https://claude.ai/api/organizations/a/chat_conversations/b/completion';
let browser: FakeBrowser;

beforeEach(async () => {
  browser = new FakeBrowser();
  setPage(browser, 'claude', 'operational');
  setPage(browser, 'chatgpt', 'operational');
  await watch(browser.ports());
});

/** Messages that were sent in the person's tab, a second apart, each in a worker that remembers nothing. */
async function send(...statuses: number[]): Promise<void> {
  for (const status of statuses) {
    browser.now += SECOND;
    const request = { url: SEND, method: 'POST', isMainFrame: false, status, error: null };
    await noteEvidence(browser.ports(), oneAtATime(), request);
  }
}

const banner = () => browser.banners.find(({ assistantId }) => assistantId === 'claude')?.view ?? null;

it('failing messages make trouble possible at once, with true counts, and never an outage', async () => {
  await send(200, 529);
  expect(banner()).toBeNull();
  await send(529, 529);
  expect(banner()).toMatchObject({
    kind: 'suspected',
    level: 'operational',
    headline: 'Possible trouble: 3 of your last 4 messages failed.',
    phase: 'Claude’s status page reports nothing yet; we look again every 30 seconds.',
  });
  expect(browser.toolbar).toMatchObject({ sign: 'suspected', troubleCount: 0 });
  expect(browser.notices).toEqual([]);
});

it('the page is looked at early, but not before its floor', async () => {
  const reads = () => browser.requests.filter((url) => url === 'https://status.claude.com/api/v2/summary.json').length;
  const before = reads();
  await send(529, 529);
  expect(reads()).toBe(before);
  expect((browser.wakesAt ?? 0) - browser.now).toBeLessThanOrEqual(30 * SECOND);
  browser.now += 30 * SECOND;
  await watch(browser.ports());
  expect(reads()).toBe(before + 1);
});

it('when the page admits it, it is one trouble and one notification', async () => {
  await send(529, 529, 529);
  setPage(browser, 'claude', 'partial_outage', { incidents: [incidentOf('claude')] });
  browser.now += 30 * SECOND;
  await watch(browser.ports());
  expect(banner()).toMatchObject({ kind: 'trouble', level: 'partial_outage' });
  expect(browser.notices).toHaveLength(1);
});

it('it fades when messages go through again', async () => {
  await send(529, 529, 200);
  expect(banner()?.kind).toBe('suspected');
  await send(200);
  expect(banner()).toBeNull();
  expect(browser.status.verdicts.claude?.kind).toBe('up');
});

it('and expires by itself', async () => {
  await send(529, 529);
  browser.now += 5 * MINUTE;
  await watch(browser.ports());
  expect(banner()).toBeNull();
});

describe('what makes no trouble possible', () => {
  it.each([
    ['the person’s own limit', [429, 429, 429, 429]],
    ['being signed out', [401, 401, 401]],
    ['a challenge', [403, 403, 403]],
  ])('%s', async (_, statuses) => {
    await send(...statuses);
    expect(banner()).toBeNull();
  });

  it('an assistant that is not watched', async () => {
    browser.options = { ...browser.options, watched: ['chatgpt'] };
    await send(529, 529, 529);
    expect(browser.evidence).toEqual({});
  });
});

it('with a page that cannot be read it says that nobody knows more', async () => {
  breakPage(browser, 'claude', { kind: 'unreachable' });
  browser.now += 3 * 60 * MINUTE;
  await watch(browser.ports());
  await send(529, 529);
  expect(banner()).toMatchObject({
    kind: 'suspected',
    level: 'unknown',
    phase: 'Claude’s status page cannot be read right now, so nobody knows more.',
  });
});

it('keeps counts and nothing else', async () => {
  await send(529);
  expect(browser.evidence.claude).toEqual([
    { at: browser.now, what: 'send', outcome: 'failed', status: 529, how: 'answered' },
  ]);
});
