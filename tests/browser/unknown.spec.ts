import { expect } from '@playwright/test';
import { english } from '@/tests/fakes/english';
import type { PageBehaviour } from '@/tests/loopback/behaviour';
import { test } from './fixtures';

for (const { scenario, words } of [
  { scenario: 'html-instead', words: english('reason_html') },
  { scenario: 'dropped', words: english('reason_unreachable') },
]) {
  test.describe(scenario, () => {
    test.use({ scenario });

    test('is unknown with its reason: neither fine nor an outage', async ({ understudy }) => {
      await understudy.isReady();
      await expect.poll(() => understudy.badge()).toBe('');
      expect(await understudy.notifications()).toEqual([]);
      await expect.poll(() => understudy.tooltip()).toContain(words);
      const popup = await understudy.openPopup();
      for (const id of ['claude', 'chatgpt']) {
        const row = popup.locator(`[data-assistant="${id}"]`);
        await expect(row).toHaveAttribute('data-verdict', 'unknown');
        await expect(row).toContainText(words);
      }
    });
  });
}

test('a page that breaks keeps its last good verdict with its age', async ({ loopback, understudy }) => {
  await understudy.isReady();
  loopback.override('status.claude.com', { kind: 'truncated' });
  await understudy.tick();
  const { verdicts } = (await understudy.status()) ?? {};
  expect(verdicts?.claude).toMatchObject({ kind: 'up', failure: 'truncated' });
  expect(verdicts?.chatgpt).toMatchObject({ kind: 'up', failure: null });
});

const WAYS: { behaviour: PageBehaviour; kind: string }[] = [
  { behaviour: { kind: 'html' }, kind: 'html' },
  { behaviour: { kind: 'sign-in' }, kind: 'sign_in' },
  { behaviour: { kind: 'open-challenge' }, kind: 'challenge' },
  { behaviour: { kind: 'truncated' }, kind: 'truncated' },
  { behaviour: { kind: 'wide', isMarked: false }, kind: 'wrong_charset' },
  { behaviour: { kind: 'dropped' }, kind: 'unreachable' },
  { behaviour: { kind: 'stalled' }, kind: 'timeout' },
  { behaviour: { kind: 'endless' }, kind: 'too_large' },
  { behaviour: { kind: 'huge', bytes: 100_000_000 }, kind: 'too_large' },
  // Unfolds to more than a gigabyte, of which no more than four million are read.
  { behaviour: { kind: 'bomb', bytes: 1_200_000_000 }, kind: 'too_large' },
  { behaviour: { kind: 'trickle' }, kind: 'timeout' },
  // The browser itself gives up.
  { behaviour: { kind: 'endless-headers' }, kind: 'unreachable' },
  // No redirect is followed: where it leads, the browser tells only by going there.
  { behaviour: { kind: 'redirect-loop' }, kind: 'moved' },
  { behaviour: { kind: 'wrong-charset' }, kind: 'wrong_charset' },
  { behaviour: { kind: 'status', status: 500 }, kind: 'http_error' },
  { behaviour: { kind: 'status', status: 429 }, kind: 'rate_limited' },
  { behaviour: { kind: 'redirect', to: 'https://chatgpt.com/' }, kind: 'moved' },
  // Without its host granted, an answer that is closed to others cannot be told from none.
  { behaviour: { kind: 'challenge' }, kind: 'unreachable' },
  { behaviour: { kind: 'wrong-page' }, kind: 'wrong_page' },
  { behaviour: { kind: 'older-copy', byMs: 30 * 24 * 3_600_000 }, kind: 'older_copy' },
];

for (const { behaviour, kind } of WAYS) {
  test(`a page that is ${JSON.stringify(behaviour)} is ${kind}, keeps its last good verdict, and stops no other`, async ({
    loopback,
    understudy,
  }) => {
    await understudy.isReady();
    loopback.override('status.claude.com', behaviour);
    await understudy.tick();
    const status = await understudy.status();
    expect(status?.pages.claude?.failure?.kind).toBe(kind);
    expect(status?.verdicts.claude).toMatchObject({ kind: 'up', failure: kind });
    expect(status?.verdicts.chatgpt).toMatchObject({ kind: 'up', failure: null });
    expect(await understudy.notifications()).toEqual([]);
  });
}

test('a page that redirects to a host that is not its own makes no request there', async ({ loopback, understudy }) => {
  await understudy.isReady();
  const foreign = 'https://www.githubstatus.com/api/v2/summary.json';
  loopback.override('status.claude.com', { kind: 'redirect', to: foreign });
  loopback.clearRequests();
  await understudy.tick();
  expect((await understudy.status())?.pages.claude?.failure?.kind).toBe('moved');
  expect(loopback.requests.some(({ host }) => host === 'status.claude.com')).toBe(true);
  expect(loopback.requests.filter(({ host }) => host === 'www.githubstatus.com')).toEqual([]);
});

test('a page that lists nothing any more is unknown at once: that is an answer, and no good one', async ({
  loopback,
  understudy,
}) => {
  await understudy.isReady();
  loopback.override('status.claude.com', { kind: 'empty' });
  await understudy.tick();
  await expect
    .poll(async () => (await understudy.status())?.verdicts.claude)
    .toMatchObject({ kind: 'unknown', reason: 'empty_list' });
});

test('the right JSON under a wrong type is believed: its content tells what it is', async ({
  loopback,
  understudy,
}) => {
  await understudy.isReady();
  loopback.override('status.claude.com', { kind: 'wrong-type' });
  await understudy.tick();
  await expect
    .poll(async () => (await understudy.status())?.verdicts.claude)
    .toMatchObject({ kind: 'up', failure: null });
});

test('the right JSON in letters of two bytes is read, where it says so', async ({ loopback, understudy }) => {
  await understudy.isReady();
  loopback.override('status.claude.com', { kind: 'wide', isMarked: true });
  loopback.seek(45_000);
  await understudy.tick();
  expect((await understudy.status())?.verdicts.claude).toMatchObject({ kind: 'trouble', level: 'partial_outage' });
});

test.describe('with the status page granted', () => {
  test.use({ grants: ['https://status.claude.com/*'] });

  test('a guard that closes the page to others is known for what it is', async ({ loopback, understudy }) => {
    await understudy.isReady();
    loopback.override('status.claude.com', { kind: 'challenge' });
    await understudy.tick();
    expect((await understudy.status())?.pages.claude?.failure?.kind).toBe('challenge');
  });
});

test('a page that has moved to another maker is told by its looks, is not judged by, and heals by itself', async ({
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
  await expect(row).toContainText(english('reason_detected', 'incident.io'));
  await expect(row.getByRole('link', { name: english('popup_moved_open_for', 'Claude') })).toHaveAttribute(
    'href',
    'https://status.claude.com',
  );
  await expect(row.getByRole('button', { name: english('popup_why_report') })).toBeVisible();
  const probes = () => loopback.requests.filter(({ path }) => path === '/index.json').length;
  expect(probes()).toBe(1);
  await understudy.tick();
  expect(probes()).toBe(1);

  loopback.override('status.claude.com', null);
  await understudy.tick();
  await expect(row).toHaveAttribute('data-verdict', 'up');
  expect((await understudy.status())?.pages.claude).toMatchObject({ failure: null, detected: null });
});

test('a sign-in page in the place of every page is said once, and is over with it', async ({
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
