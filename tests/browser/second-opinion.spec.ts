import type { Page } from '@playwright/test';
import { english } from '@/tests/fakes/english';
import type { Loopback } from '@/tests/loopback/loopback';
import { OPINION_HOSTS } from '@/tests/loopback/opinion-sources';
import { violationsOf } from './accessibility';
import { expect } from './expect';
import { CHATS, test } from './fixtures';

test.use({ grants: [...CHATS, ...OPINION_HOSTS.map((host) => `https://${host}/*`)] });

/** Requests to the sources of a second opinion. */
const asked = ({ requests }: Loopback) =>
  requests.filter(({ host }) => (OPINION_HOSTS as readonly string[]).includes(host));

async function openCheck(page: Page): Promise<void> {
  // A check waits up to ten seconds for each answer.
  await expect(page.locator('main')).toHaveAttribute('data-cause', /./, { timeout: 60_000 });
}

const askButton = (page: Page) => page.getByRole('button', { name: english('opinion_ask_for', 'Claude') });
const opinion = (page: Page) => page.locator('.second-opinion');

/** Longer than the time limit for the sources, which is two seconds. */
const IN_ONE_TRY = { timeout: 5_000 };

/** Asks, and asks again until this is shown: a busy machine may not read the sources within the product's time limit. */
async function askUntil(page: Page, isShown: () => Promise<void>): Promise<void> {
  const button = askButton(page).or(page.getByRole('button', { name: english('opinion_ask_again') }));
  await expect(async () => {
    await button.press('Enter', IN_ONE_TRY);
    await isShown();
  }).toPass({ timeout: 60_000 });
}

test('"Ask others" requests nothing before the press, sends neither cookies nor a referrer, and shows sources that disagree or fail', async ({
  loopback,
  understudy,
}) => {
  await understudy.isReady();
  // A cookie that a credentialed request would send.
  await (await understudy.context.newPage()).goto('https://openrouter.ai/chat');
  loopback.clearRequests();
  for (const host of OPINION_HOSTS) loopback.opine(host, { kind: 'affected' });
  const page = await understudy.openCheck('claude');
  await openCheck(page);
  const cause = await page.locator('main').getAttribute('data-cause');
  await understudy.tick();
  expect(asked(loopback)).toEqual([]);
  const before = (await understudy.status())?.verdicts.claude;

  await askUntil(page, () =>
    expect(opinion(page)).toContainText(
      english('opinion_affected_other', '2', 'OpenRouter and isitdownstatus.com', '2'),
      IN_ONE_TRY,
    ),
  );
  expect(new Set(asked(loopback).map(({ host }) => host))).toEqual(new Set(OPINION_HOSTS));
  for (const { method, headers } of asked(loopback)) {
    expect([method, headers.cookie, headers.referer]).toEqual(['GET', null, null]);
  }
  // Neither the diagnosis nor the verdict follows.
  await expect(page.locator('main')).toHaveAttribute('data-cause', cause ?? '');
  expect((await understudy.status())?.verdicts.claude).toMatchObject({ kind: before?.kind, level: before?.level });
  await expect(page.locator('[data-source="aiwatch"]')).toHaveAttribute('data-counts', 'false');
  expect(await violationsOf(page)).toEqual([]);
  await page.screenshot({ path: 'test-results/pictures/ask-others.png', fullPage: true });

  await test.step('sources that disagree are shown as such', async () => {
    for (const host of OPINION_HOSTS) loopback.opine(host, host === 'openrouter.ai' ? { kind: 'affected' } : null);
    await askUntil(page, () =>
      expect(opinion(page)).toContainText(english('opinion_split', 'OpenRouter', 'isitdownstatus.com'), IN_ONE_TRY),
    );
  });
  await test.step('a source that never answers and one that answers with a web page are no answer', async () => {
    loopback.opine('openrouter.ai', { kind: 'stalled' });
    loopback.opine('isitdownstatus.com', { kind: 'html' });
    const source = (id: string) => page.locator(`[data-source="${id}"]`);
    await askUntil(page, async () => {
      await expect(opinion(page)).toContainText(english('opinion_no_answer'), IN_ONE_TRY);
      await expect(source('openrouter')).toContainText(english('opinion_silent_too_late'), IN_ONE_TRY);
      await expect(source('isitdownstatus')).toContainText(english('opinion_silent_unreadable'), IN_ONE_TRY);
    });
  });
});
