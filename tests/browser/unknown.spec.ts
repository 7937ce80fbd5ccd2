import { english } from '@/tests/fakes/english';
import type { PageBehavior } from '@/tests/loopback/behavior';
import { DEFAULT_OPTIONS } from '@/utils/model/options';
import { expect } from './expect';
import { test } from './fixtures';

const NAMES = 'Claude and ChatGPT';
/** The same answer of every page, and the words that state it once for all assistants. */
const EVERYWHERE: { behavior: PageBehavior; words: string }[] = [
  { behavior: { kind: 'html' }, words: english('reason_html') },
  { behavior: { kind: 'dropped' }, words: english('reason_unreachable') },
  { behavior: { kind: 'sign-in' }, words: english('sign_in_answers', NAMES) },
];

test('assistants whose pages were never readable are unknown with their reason, neither up nor failing, and recover by themselves', async ({
  loopback,
  understudy,
}) => {
  const hosts = ['status.claude.com', 'status.openai.com'];
  await understudy.isReady();
  const popup = await understudy.openPopup();
  // First, since what a page looks like is looked up once in a while only.
  await test.step('a page that has moved to another provider is recognized, does not decide the verdict, and recovers', async () => {
    loopback.override('status.claude.com', { kind: 'incidentio' });
    await understudy.forget();
    await understudy.tick();
    expect((await understudy.status())?.verdicts.claude).toMatchObject({ kind: 'unknown', reason: 'wrong_page' });
    const row = popup.locator('[data-assistant="claude"]');
    await expect(popup.getByText(english('reason_detected', 'incident.io'), { exact: true })).toHaveCount(1);
    await expect(row.getByRole('link', { name: english('popup_moved_open_for', 'Claude') })).toHaveAttribute(
      'href',
      'https://status.claude.com',
    );
    await expect(row.getByRole('button', { name: english('report_problem') })).toBeVisible();
    const probes = () => loopback.requests.filter(({ path }) => path === '/index.json').length;
    expect(probes()).toBe(1);
    await understudy.tick();
    expect(probes()).toBe(1);

    loopback.override('status.claude.com', null);
    await understudy.tick();
    await expect(row).toHaveAttribute('data-verdict', 'up');
    expect((await understudy.status())?.pages.claude).toMatchObject({ failure: null, detected: null });
  });

  for (const { behavior, words } of EVERYWHERE) {
    await test.step(`${behavior.kind} in place of every page is reported once and ends when the pages are back`, async () => {
      for (const host of hosts) loopback.override(host, behavior);
      await understudy.forget();
      await understudy.tick();
      await expect.poll(() => understudy.badge()).toBe('');
      expect(await understudy.notifications()).toEqual([]);
      await expect.poll(() => understudy.tooltip()).toContain(words);
      // Said once, because both have the same reason.
      await expect(popup.getByText(words, { exact: true })).toHaveCount(1);
      await expect(popup.locator('[data-assistant]')).toHaveCount(2);
      for (const id of ['claude', 'chatgpt']) {
        await expect(popup.locator(`[data-assistant="${id}"]`)).toHaveAttribute('data-verdict', 'unknown');
      }
      if (behavior.kind === 'sign-in') {
        expect((await understudy.tooltip()).split('\n').filter((line) => line === words)).toHaveLength(1);
        await expect(popup.locator('[data-assistant]').first()).not.toContainText(english('reason_sign_in'));
      }
      for (const host of hosts) loopback.override(host, null);
      await understudy.tick();
      await expect(popup.getByText(english('popup_summary_up', NAMES))).toBeVisible();
    });
  }
});

interface Failing {
  behavior: PageBehavior;
  kind: string;
}

/** Failures of two pages at a time, which takes as long as one, beside a page that is well. */
const FAILURES: readonly [Failing, Failing][] = [
  [
    { behavior: { kind: 'html' }, kind: 'html' },
    { behavior: { kind: 'sign-in' }, kind: 'sign_in' },
  ],
  [
    { behavior: { kind: 'open-challenge' }, kind: 'challenge' },
    { behavior: { kind: 'truncated' }, kind: 'truncated' },
  ],
  [
    { behavior: { kind: 'wide', isMarked: false }, kind: 'wrong_charset' },
    { behavior: { kind: 'dropped' }, kind: 'unreachable' },
  ],
  [
    { behavior: { kind: 'stalled' }, kind: 'timeout' },
    { behavior: { kind: 'trickle' }, kind: 'timeout' },
  ],
  [
    { behavior: { kind: 'endless' }, kind: 'too_large' },
    { behavior: { kind: 'huge', bytes: 100_000_000 }, kind: 'too_large' },
  ],
  [
    // More than a gigabyte unpacked; at most four million bytes are read.
    { behavior: { kind: 'bomb', bytes: 1_200_000_000 }, kind: 'too_large' },
    // The browser aborts.
    { behavior: { kind: 'endless-headers' }, kind: 'unreachable' },
  ],
  [
    // Redirects are not followed: the browser reveals the target only by requesting it.
    { behavior: { kind: 'redirect-loop' }, kind: 'moved' },
    { behavior: { kind: 'redirect', to: 'https://chatgpt.com/' }, kind: 'moved' },
  ],
  [
    { behavior: { kind: 'wrong-charset' }, kind: 'wrong_charset' },
    { behavior: { kind: 'status', status: 500 }, kind: 'http_error' },
  ],
  [
    { behavior: { kind: 'status', status: 429 }, kind: 'rate_limited' },
    // Without host permission, a response without CORS headers looks like no response.
    { behavior: { kind: 'challenge' }, kind: 'unreachable' },
  ],
  [
    { behavior: { kind: 'wrong-page' }, kind: 'wrong_page' },
    { behavior: { kind: 'older-copy', byMs: 30 * 24 * 3_600_000 }, kind: 'older_copy' },
  ],
];

test('a page that fails in any way is named by its failure, keeps its last good verdict, and stops no other page', async ({
  loopback,
  understudy,
}) => {
  await understudy.isReady();
  await understudy.setOptions({ ...DEFAULT_OPTIONS, watched: ['claude', 'chatgpt', 'copilot'] });
  const isWell = { kind: 'up', failure: null };
  const verdict = async (id: 'claude' | 'chatgpt' | 'copilot') => (await understudy.status())?.verdicts[id];
  await expect.poll(() => verdict('copilot')).toMatchObject(isWell);
  for (const pair of FAILURES) {
    const [onClaude, onCopilot] = pair;
    const title = pair.map(({ behavior, kind }) => `${JSON.stringify(behavior)} is ${kind}`).join(', and ');
    await test.step(title, async () => {
      loopback.override('status.claude.com', onClaude.behavior);
      loopback.override('www.githubstatus.com', onCopilot.behavior);
      await understudy.tick();
      const pages = (await understudy.status())?.pages;
      expect(pages?.claude?.failure?.kind).toBe(onClaude.kind);
      expect(pages?.copilot?.failure?.kind).toBe(onCopilot.kind);
      expect(await verdict('claude')).toMatchObject({ kind: 'up', failure: onClaude.kind });
      expect(await verdict('copilot')).toMatchObject({ kind: 'up', failure: onCopilot.kind });
      expect(await verdict('chatgpt')).toMatchObject(isWell);
      expect(await understudy.notifications()).toEqual([]);
      for (const host of ['status.claude.com', 'www.githubstatus.com']) loopback.override(host, null);
      await understudy.tick();
      for (const id of ['claude', 'copilot'] as const) expect(await verdict(id)).toMatchObject(isWell);
    });
  }
});

test('a page is read or refused for what it says, not for how it is sent', async ({ loopback, understudy }) => {
  await understudy.isReady();
  const claude = async () => (await understudy.status())?.verdicts.claude;

  await test.step('a page that redirects to another host causes no request to that host', async () => {
    const foreign = 'https://www.githubstatus.com/api/v2/summary.json';
    loopback.override('status.claude.com', { kind: 'redirect', to: foreign });
    loopback.clearRequests();
    await understudy.tick();
    expect((await understudy.status())?.pages.claude?.failure?.kind).toBe('moved');
    expect(loopback.requests.some(({ host }) => host === 'status.claude.com')).toBe(true);
    expect(loopback.requests.filter(({ host }) => host === 'www.githubstatus.com')).toEqual([]);
  });

  await test.step('a page that lists no components any more is unknown at once', async () => {
    loopback.override('status.claude.com', { kind: 'empty' });
    await understudy.tick();
    await expect.poll(claude).toMatchObject({ kind: 'unknown', reason: 'empty_list' });
  });

  await test.step('the right JSON under a wrong content type is accepted', async () => {
    loopback.override('status.claude.com', { kind: 'wrong-type' });
    await understudy.tick();
    await expect.poll(claude).toMatchObject({ kind: 'up', failure: null });
  });

  await test.step('a slow page is waited for', async () => {
    loopback.override('status.claude.com', { kind: 'slow', delayMs: 1_500 });
    loopback.seek(45_000);
    await understudy.tick();
    await expect.poll(claude).toMatchObject({ kind: 'trouble', level: 'partial_outage' });
  });

  await test.step('UTF-16 JSON is read if it is declared', async () => {
    loopback.override('status.claude.com', { kind: 'wide', isMarked: true });
    loopback.seek(155_000);
    await understudy.tick();
    expect(await claude()).toMatchObject({ kind: 'trouble', level: 'major_outage' });
  });
});

test.describe('with permission for the status page', () => {
  test.use({ grants: ['https://status.claude.com/*'] });

  test('with permission for a status page, its bot wall is recognized, and it is not requested before the time in Retry-After', async ({
    loopback,
    understudy,
  }) => {
    await understudy.isReady();
    await test.step('a bot wall is recognized as such', async () => {
      loopback.override('status.claude.com', { kind: 'challenge' });
      await understudy.tick();
      expect((await understudy.status())?.pages.claude?.failure?.kind).toBe('challenge');
    });

    await test.step('a status page that sends Retry-After is not requested until then', async () => {
      loopback.override('status.claude.com', { kind: 'status', status: 429, retryAfterSeconds: 7_200 });
      await understudy.tick();
      const failure = async () => (await understudy.status())?.pages.claude?.failure;
      await expect.poll(failure).toEqual({ kind: 'rate_limited', retryAt: expect.any(Number) });
      loopback.clearRequests();
      // Moves the time of the last request one hour back for every page.
      await understudy.tick();
      expect(loopback.requests.map(({ host }) => host)).not.toContain('status.claude.com');
      expect(loopback.requests.map(({ host }) => host)).toContain('status.openai.com');
      await expect.poll(async () => (await understudy.status())?.verdicts.claude?.kind).toBe('up');
    });
  });
});
