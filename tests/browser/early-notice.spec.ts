import type { Page } from '@playwright/test';
import { english } from '@/tests/fakes/english';
import { ENGLISH_TIME, headlineStart, recoveredAfterMinutes } from '@/tests/fakes/english-like';
import { BannerProbe } from './banner-probe';
import { expect } from './expect';
import { CHATS, test } from './fixtures';
import { recordCalls, recordedCalls } from './record-calls';
import { typeDraft } from './type-draft';

/** Offsets of the scenario `claude-outage`. */
const AT = { partial: 45_000, over: 365_000 } as const;
const CLAUDE = 'https://claude.ai/chat/1';

const DRAFT = [
  'The loop below leaves finished tasks behind, and I do not see why.',
  '',
  'for (const [index, task] of tasks.entries()) {',
  '  if (task.isDone) tasks.splice(index, 1);',
  '}',
  '',
  'Please explain it to somebody who learns to program.',
];

test.use({ grants: [...CHATS, 'webRequest'] });

async function send(page: Page, text: string): Promise<void> {
  await page.locator('[contenteditable="true"]').click();
  await page.keyboard.insertText(text);
  const answered = page.waitForResponse((response) => response.request().method() === 'POST');
  await page.keyboard.press('Enter');
  await answered;
}

test('failing messages are noticed before the page reports, the draft transfers, and all of it stays one episode until recovery', async ({
  loopback,
  understudy,
}) => {
  await understudy.isReady();
  await recordCalls(understudy.worker);
  const page = await understudy.context.newPage();
  await page.goto(CLAUDE);
  const banner = new BannerProbe(page);

  loopback.overrideSite('claude.ai', { send: { kind: 'status', status: 529 } });
  await send(page, 'First');
  await send(page, 'Second');
  await expect.poll(() => banner.text()).toContain(english('suspicion_sends', '2', '2'));
  expect(await banner.read()).toMatchObject({ verdict: 'suspected', level: 'operational' });

  await typeDraft(page, DRAFT);
  loopback.clearRequests();
  await banner.click(english('banner_continue'));
  await expect.poll(() => banner.text()).toContain('ChatGPT');
  const opened = understudy.context.waitForEvent('page');
  await banner.click('ChatGPT');
  const next = await opened;
  await expect(next.locator('textarea')).toHaveValue(DRAFT.join('\n'));
  expect(loopback.requests.filter(({ method, host }) => method === 'POST' && host === 'chatgpt.com')).toEqual([]);

  loopback.seek(AT.partial);
  await understudy.tick();
  await expect.poll(() => banner.text()).toContain(headlineStart('Claude', 'partial_outage'));
  loopback.overrideSite('claude.ai', { send: { kind: 'well' } });
  loopback.seek(AT.over);
  await understudy.tick();
  await expect.poll(() => banner.text()).toMatch(recoveredAfterMinutes('Claude'));

  const { notices } = await recordedCalls(understudy.worker);
  expect(notices.map(({ title }) => title.replace(ENGLISH_TIME, 'T'))).toEqual([
    english('title_partial_outage', 'Claude'),
    expect.stringMatching(recoveredAfterMinutes('Claude')),
  ]);
  const troubles = (await understudy.status())?.past.claude?.troubles ?? [];
  expect(troubles.filter(({ sensedAt }) => sensedAt !== null)).toHaveLength(1);
});
