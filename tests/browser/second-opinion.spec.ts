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

  await askButton(page).press('Enter');
  await expect(opinion(page)).toContainText(
    english('opinion_affected_other', '2', 'OpenRouter and isitdownstatus.com', '2'),
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

  const askAgain = page.getByRole('button', { name: english('opinion_ask_again') });
  await test.step('sources that disagree are shown as such', async () => {
    for (const host of OPINION_HOSTS) loopback.opine(host, host === 'openrouter.ai' ? { kind: 'affected' } : null);
    await askAgain.click();
    await expect(opinion(page)).toContainText(english('opinion_split', 'OpenRouter', 'isitdownstatus.com'));
  });
  await test.step('a source that never answers and one that answers with a web page are no answer', async () => {
    loopback.opine('openrouter.ai', { kind: 'stalled' });
    loopback.opine('isitdownstatus.com', { kind: 'html' });
    await askAgain.click();
    await expect(opinion(page)).toContainText(english('opinion_no_answer'));
    await expect(page.locator('[data-source="openrouter"]')).toContainText(english('opinion_silent_too_late'));
    await expect(page.locator('[data-source="isitdownstatus"]')).toContainText(english('opinion_silent_unreadable'));
  });
});
