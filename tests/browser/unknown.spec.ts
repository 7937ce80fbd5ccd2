import { expect } from '@playwright/test';
import type { PageBehaviour } from '@/tests/world/behaviour';
import { test } from './fixtures';

for (const { scenario, words } of [
  { scenario: 'html-instead', words: 'answers with something that we cannot read' },
  { scenario: 'dropped', words: 'cannot be reached' },
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

test('a page that breaks keeps its last good verdict with its age', async ({ world, understudy }) => {
  await understudy.isReady();
  world.override('status.claude.com', { kind: 'truncated' });
  await understudy.tick();
  const { verdicts } = (await understudy.status()) ?? {};
  expect(verdicts?.claude).toMatchObject({ kind: 'up', failure: 'not_json' });
  expect(verdicts?.chatgpt).toMatchObject({ kind: 'up', failure: null });
});

const WAYS: { behaviour: PageBehaviour; kind: string }[] = [
  { behaviour: { kind: 'html' }, kind: 'not_json' },
  { behaviour: { kind: 'truncated' }, kind: 'not_json' },
  { behaviour: { kind: 'dropped' }, kind: 'unreachable' },
  { behaviour: { kind: 'stalled' }, kind: 'timeout' },
  { behaviour: { kind: 'endless' }, kind: 'too_large' },
  { behaviour: { kind: 'status', status: 500 }, kind: 'http_error' },
  { behaviour: { kind: 'status', status: 429 }, kind: 'rate_limited' },
  { behaviour: { kind: 'redirect', to: 'https://chatgpt.com/' }, kind: 'unreachable' },
  // Without its host granted, an answer that is closed to others cannot be told from none.
  { behaviour: { kind: 'challenge' }, kind: 'unreachable' },
  { behaviour: { kind: 'wrong-page' }, kind: 'wrong_page' },
];

for (const { behaviour, kind } of WAYS) {
  test(`a page that is ${JSON.stringify(behaviour)} is ${kind}, keeps its last good verdict, and stops no other`, async ({
    world,
    understudy,
  }) => {
    await understudy.isReady();
    world.override('status.claude.com', behaviour);
    await understudy.tick();
    const status = await understudy.status();
    expect(status?.pages.claude?.failure?.kind).toBe(kind);
    expect(status?.verdicts.claude).toMatchObject({ kind: 'up', failure: kind });
    expect(status?.verdicts.chatgpt).toMatchObject({ kind: 'up', failure: null });
    expect(await understudy.notifications()).toEqual([]);
  });
}

test('a page that lists nothing any more is unknown at once: that is an answer, and no good one', async ({
  world,
  understudy,
}) => {
  await understudy.isReady();
  world.override('status.claude.com', { kind: 'empty' });
  await understudy.tick();
  await expect
    .poll(async () => (await understudy.status())?.verdicts.claude)
    .toMatchObject({ kind: 'unknown', reason: 'empty_list' });
});

test('the right JSON under a wrong type is believed: its content tells what it is', async ({ world, understudy }) => {
  await understudy.isReady();
  world.override('status.claude.com', { kind: 'wrong-type' });
  await understudy.tick();
  await expect
    .poll(async () => (await understudy.status())?.verdicts.claude)
    .toMatchObject({ kind: 'up', failure: null });
});

test('a slow page is waited for', async ({ world, understudy }) => {
  await understudy.isReady();
  world.override('status.claude.com', { kind: 'slow', delayMs: 1_500 });
  world.seek(45_000);
  await understudy.tick();
  await expect
    .poll(async () => (await understudy.status())?.verdicts.claude)
    .toMatchObject({ kind: 'trouble', level: 'partial_outage' });
});
