import { beforeEach, describe, expect, it } from 'vitest';
import { breakPage, incidentOf, setPage } from '@/tests/fakes/fake-pages';
import { FakeBrowser } from '@/tests/fakes/fake-ports';
import { HOUR, MINUTE, NOON, SECOND } from '@/tests/fakes/samples';
import { start } from '@/utils/app/start';
import { watch } from '@/utils/app/watch';

let browser: FakeBrowser;

beforeEach(() => {
  browser = new FakeBrowser();
  setPage(browser, 'claude', 'operational');
  setPage(browser, 'chatgpt', 'operational');
});

/** A round at a later moment, in a worker that remembers nothing but what is stored. */
async function roundAfter(ms: number): Promise<void> {
  browser.now += ms;
  await watch(browser.ports());
}

const breakDown = () => setPage(browser, 'claude', 'partial_outage', { incidents: [incidentOf('claude')] });
const titles = () => browser.notices.map((notice) => notice.title);

describe('a calm day', () => {
  it('reads every page that is watched, shows the worst, and sleeps for five minutes', async () => {
    await roundAfter(0);
    expect(browser.requests).toHaveLength(3);
    expect(browser.toolbar).toMatchObject({ sign: 'up', troubleCount: 0 });
    expect(browser.toolbar?.title.split('\n')).toEqual([
      'Understudy',
      'Claude is up.',
      'ChatGPT is up.',
      'Checked 12:00.',
    ]);
    expect(browser.wakesAt).toBe(NOON + 5 * MINUTE);
    expect(browser.notices).toEqual([]);
  });

  it('reads nothing again before it is due', async () => {
    await roundAfter(0);
    await roundAfter(MINUTE);
    expect(browser.requests).toHaveLength(3);
    expect(browser.wakesAt).toBe(NOON + 5 * MINUTE);
  });

  it('looks every half minute while a chat is open', async () => {
    browser.openChats = ['https://claude.ai/*'];
    await roundAfter(0);
    expect(browser.wakesAt).toBe(NOON + 30 * SECOND);
    await roundAfter(30 * SECOND);
    expect(browser.requests.filter((url) => url.includes('claude'))).toHaveLength(2);
    expect(browser.requests.filter((url) => url.includes('openai'))).toHaveLength(2);
  });
});

describe('an outage', () => {
  it('is told once when it starts and once when it ends, in workers that remember nothing', async () => {
    await roundAfter(0);
    breakDown();
    await roundAfter(5 * MINUTE);
    expect(titles()).toEqual(['Claude is partly down since 11:40.']);
    expect(browser.wakesAt).toBe(browser.now + 30 * SECOND);
    for (let i = 0; i < 4; i += 1) await roundAfter(30 * SECOND);
    await start(browser.ports());
    expect(titles()).toHaveLength(1);

    setPage(browser, 'claude', 'operational', {
      closed: [
        incidentOf('claude', {
          status: 'resolved',
          updated_at: '2026-05-20T12:06:40Z',
          resolved_at: '2026-05-20T12:06:40Z',
        }),
      ],
    });
    for (let i = 0; i < 4; i += 1) await roundAfter(30 * SECOND);
    expect(titles().slice(1)).toEqual(['Claude is back, after 26 min.']);
    expect(browser.toolbar?.sign).toBe('up');
  });

  it('shows on the assistant’s own site only, for new tabs too, and says when it is over', async () => {
    breakDown();
    await roundAfter(0);
    const shown = () =>
      browser.banners.map(({ assistantId, view, isForNewTabs }) => [assistantId, view?.headline ?? null, isForNewTabs]);
    expect(shown()).toEqual([
      ['claude', 'Claude is partly down since 11:40 (20 min).', true],
      ['chatgpt', null, false],
    ]);
    setPage(browser, 'claude', 'operational');
    await roundAfter(30 * SECOND);
    expect(shown()[0]).toEqual(['claude', 'Claude is back, after 20 min.', false]);
  });

  it('is still told when showing the notice failed the first time', async () => {
    browser.areNoticesBroken = true;
    breakDown();
    await roundAfter(0);
    expect(browser.status.outbox).toHaveLength(1);
    browser.areNoticesBroken = false;
    await roundAfter(30 * SECOND);
    expect(titles()).toHaveLength(1);
    expect(browser.status.outbox).toEqual([]);
  });

  it('is neither told nor ended by a page that cannot be read', async () => {
    breakDown();
    await roundAfter(0);
    breakPage(browser, 'claude', { kind: 'not_json' });
    for (let i = 0; i < 30; i += 1) await roundAfter(5 * MINUTE);
    expect(titles()).toHaveLength(1);
    expect(browser.status.verdicts.claude).toMatchObject({ kind: 'unknown', reason: 'not_json' });
    expect(browser.toolbar?.sign).toBe('unknown');
    expect(browser.banners[0]?.view).toMatchObject({
      kind: 'unknown',
      headline: 'Claude: unknown.',
      phase: 'The status page answers with something that we cannot read.',
    });
  });
});

describe('what goes wrong', () => {
  it('one broken page does not stop the other', async () => {
    breakPage(browser, 'claude', { kind: 'unreachable' });
    await roundAfter(0);
    expect(browser.status.verdicts).toMatchObject({ claude: { kind: 'unknown' }, chatgpt: { kind: 'up' } });
  });

  it('a failed reading keeps the last good one with its age', async () => {
    await roundAfter(0);
    breakPage(browser, 'claude', { kind: 'http_error', status: 500 });
    await roundAfter(5 * MINUTE);
    expect(browser.status.verdicts.claude).toMatchObject({ kind: 'up', checkedAt: NOON, failure: 'http_error' });
  });

  it('a page that lacks one of its documents is a failed reading, not half a reading', async () => {
    browser.answers.set('https://status.openai.com/api/v2/components.json', { kind: 'timeout' });
    await roundAfter(0);
    expect(browser.status.verdicts.chatgpt).toMatchObject({ kind: 'unknown', reason: 'timeout' });
  });

  it('offline reads nothing, tells nothing, and says so', async () => {
    browser.isOnline = false;
    await roundAfter(0);
    expect(browser.requests).toEqual([]);
    expect(browser.toolbar).toMatchObject({ sign: 'offline' });
    browser.isOnline = true;
    await roundAfter(SECOND);
    expect(browser.toolbar?.sign).toBe('up');
  });

  it('after a night’s sleep the first round reads at once and tells what is true now', async () => {
    breakDown();
    await roundAfter(0);
    setPage(browser, 'claude', 'operational');
    await roundAfter(9 * HOUR);
    expect(titles()).toHaveLength(2);
    expect(browser.status.verdicts.claude?.kind).toBe('up');
  });
});
