import { english } from '@/tests/fakes/english';
import type { PageBehavior } from '@/tests/loopback/behavior';
import { expect } from './expect';
import { test } from './fixtures';

for (const { scenario, words } of [
  { scenario: 'html-instead', words: english('reason_html') },
  { scenario: 'dropped', words: english('reason_unreachable') },
]) {
  test.describe(scenario, () => {
    test.use({ scenario });

    test(`an assistant is unknown with its reason, neither up nor failing, in the scenario ${scenario}`, async ({
      understudy,
    }) => {
      await understudy.isReady();
      await expect.poll(() => understudy.badge()).toBe('');
      expect(await understudy.notifications()).toEqual([]);
      await expect.poll(() => understudy.tooltip()).toContain(words);
      const popup = await understudy.openPopup();
      // Said once, because both have the same reason.
      await expect(popup.getByText(words, { exact: true })).toHaveCount(1);
      for (const id of ['claude', 'chatgpt']) {
        await expect(popup.locator(`[data-assistant="${id}"]`)).toHaveAttribute('data-verdict', 'unknown');
      }
    });
  });
}

test('a status page that breaks keeps its last good verdict and shows its age', async ({ loopback, understudy }) => {
  await understudy.isReady();
  loopback.override('status.claude.com', { kind: 'truncated' });
  await understudy.tick();
  const { verdicts } = (await understudy.status()) ?? {};
  expect(verdicts?.claude).toMatchObject({ kind: 'up', failure: 'truncated' });
  expect(verdicts?.chatgpt).toMatchObject({ kind: 'up', failure: null });
});

const FAILURES: { behavior: PageBehavior; kind: string }[] = [
  { behavior: { kind: 'html' }, kind: 'html' },
  { behavior: { kind: 'sign-in' }, kind: 'sign_in' },
  { behavior: { kind: 'open-challenge' }, kind: 'challenge' },
  { behavior: { kind: 'truncated' }, kind: 'truncated' },
  { behavior: { kind: 'wide', isMarked: false }, kind: 'wrong_charset' },
  { behavior: { kind: 'dropped' }, kind: 'unreachable' },
  { behavior: { kind: 'stalled' }, kind: 'timeout' },
  { behavior: { kind: 'endless' }, kind: 'too_large' },
  { behavior: { kind: 'huge', bytes: 100_000_000 }, kind: 'too_large' },
  // More than a gigabyte unpacked; at most four million bytes are read.
  { behavior: { kind: 'bomb', bytes: 1_200_000_000 }, kind: 'too_large' },
  { behavior: { kind: 'trickle' }, kind: 'timeout' },
  // The browser aborts.
  { behavior: { kind: 'endless-headers' }, kind: 'unreachable' },
  // Redirects are not followed: the browser reveals the target only by requesting it.
  { behavior: { kind: 'redirect-loop' }, kind: 'moved' },
  { behavior: { kind: 'wrong-charset' }, kind: 'wrong_charset' },
  { behavior: { kind: 'status', status: 500 }, kind: 'http_error' },
  { behavior: { kind: 'status', status: 429 }, kind: 'rate_limited' },
  { behavior: { kind: 'redirect', to: 'https://chatgpt.com/' }, kind: 'moved' },
  // Without host permission, a response without CORS headers looks like no response.
  { behavior: { kind: 'challenge' }, kind: 'unreachable' },
  { behavior: { kind: 'wrong-page' }, kind: 'wrong_page' },
  { behavior: { kind: 'older-copy', byMs: 30 * 24 * 3_600_000 }, kind: 'older_copy' },
];

test('a page that fails in any way is named by its failure, keeps its last good verdict, and stops no other page', async ({
  loopback,
  understudy,
}) => {
  await understudy.isReady();
  const isWell = { kind: 'up', failure: null };
  for (const { behavior, kind } of FAILURES) {
    await test.step(`${JSON.stringify(behavior)} is ${kind}`, async () => {
      loopback.override('status.claude.com', behavior);
      await understudy.tick();
      const status = await understudy.status();
      expect(status?.pages.claude?.failure?.kind).toBe(kind);
      expect(status?.verdicts.claude).toMatchObject({ kind: 'up', failure: kind });
      expect(status?.verdicts.chatgpt).toMatchObject(isWell);
      expect(await understudy.notifications()).toEqual([]);
      loopback.override('status.claude.com', null);
      await understudy.tick();
      expect((await understudy.status())?.verdicts.claude).toMatchObject(isWell);
    });
  }
});

test('a page that redirects to another host causes no request to that host', async ({ loopback, understudy }) => {
  await understudy.isReady();
  const foreign = 'https://www.githubstatus.com/api/v2/summary.json';
  loopback.override('status.claude.com', { kind: 'redirect', to: foreign });
  loopback.clearRequests();
  await understudy.tick();
  expect((await understudy.status())?.pages.claude?.failure?.kind).toBe('moved');
  expect(loopback.requests.some(({ host }) => host === 'status.claude.com')).toBe(true);
  expect(loopback.requests.filter(({ host }) => host === 'www.githubstatus.com')).toEqual([]);
});

test('a page that lists no components any more is unknown at once', async ({ loopback, understudy }) => {
  await understudy.isReady();
  loopback.override('status.claude.com', { kind: 'empty' });
  await understudy.tick();
  await expect
    .poll(async () => (await understudy.status())?.verdicts.claude)
    .toMatchObject({ kind: 'unknown', reason: 'empty_list' });
});

test('the right JSON under a wrong content type is accepted', async ({ loopback, understudy }) => {
  await understudy.isReady();
  loopback.override('status.claude.com', { kind: 'wrong-type' });
  await understudy.tick();
  await expect
    .poll(async () => (await understudy.status())?.verdicts.claude)
    .toMatchObject({ kind: 'up', failure: null });
});

test('UTF-16 JSON is read if it is declared', async ({ loopback, understudy }) => {
  await understudy.isReady();
  loopback.override('status.claude.com', { kind: 'wide', isMarked: true });
  loopback.seek(45_000);
  await understudy.tick();
  expect((await understudy.status())?.verdicts.claude).toMatchObject({ kind: 'trouble', level: 'partial_outage' });
});

test.describe('with permission for the status page', () => {
  test.use({ grants: ['https://status.claude.com/*'] });

  test('a bot wall is recognized as such', async ({ loopback, understudy }) => {
    await understudy.isReady();
    loopback.override('status.claude.com', { kind: 'challenge' });
    await understudy.tick();
    expect((await understudy.status())?.pages.claude?.failure?.kind).toBe('challenge');
  });
});

test('a page that has moved to another provider is recognized, does not decide the verdict, and recovers by itself', async ({
  loopback,
  understudy,
}) => {
  await understudy.isReady();
  loopback.override('status.claude.com', { kind: 'incidentio' });
  await understudy.forget();
  await understudy.tick();
  expect((await understudy.status())?.verdicts.claude).toMatchObject({ kind: 'unknown', reason: 'wrong_page' });
  const popup = await understudy.openPopup();
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

test('a captive portal in place of every page is reported once and ends when the pages are back', async ({
  loopback,
  understudy,
}) => {
  const hosts = ['status.claude.com', 'status.openai.com'];
  await understudy.isReady();
  for (const host of hosts) loopback.override(host, { kind: 'sign-in' });
  await understudy.forget();
  await understudy.tick();
  const said = english('sign_in_answers', 'Claude and ChatGPT');
  expect((await understudy.tooltip()).split('\n').filter((line) => line === said)).toHaveLength(1);
  const popup = await understudy.openPopup();
  await expect(popup.getByText(said)).toHaveCount(1);
  await expect(popup.locator('[data-assistant]')).toHaveCount(2);
  await expect(popup.locator('[data-assistant]').first()).not.toContainText(english('reason_sign_in'));
  for (const host of hosts) loopback.override(host, null);
  await understudy.tick();
  await expect(popup.getByText(english('popup_summary_up', 'Claude and ChatGPT'))).toBeVisible();
});

test('a slow page is waited for', async ({ loopback, understudy }) => {
  await understudy.isReady();
  loopback.override('status.claude.com', { kind: 'slow', delayMs: 1_500 });
  loopback.seek(45_000);
  await understudy.tick();
  await expect
    .poll(async () => (await understudy.status())?.verdicts.claude)
    .toMatchObject({ kind: 'trouble', level: 'partial_outage' });
});
