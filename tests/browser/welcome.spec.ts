import { rmSync } from 'node:fs';
import { english } from '@/tests/fakes/english';
import { headlineStart } from '@/tests/fakes/english-like';
import { ASSISTANT_IDS } from '@/utils/model/assistant';
import { violationsOf } from './accessibility';
import { expect } from './expect';
import { EXTENSION, test } from './fixtures';
import { makeProfile } from './make-profile';
import { openChromium, welcomeIn } from './open-chromium';
import { Understudy } from './understudy';

test('the welcome page opens once after the install, applies its choices, and shows examples', async ({ loopback }) => {
  const order = { extension: EXTENSION, loopback };
  const profile = await makeProfile(order, []);
  const opened = await openChromium({ ...order, profile, keepsWelcome: true });
  const understudy = new Understudy(opened);
  const page = await welcomeIn(opened.context);
  await understudy.isReady();
  await page.getByRole('checkbox', { name: 'Gemini' }).click();
  await expect(page.getByRole('checkbox', { name: 'Gemini' })).toBeChecked();
  await page.getByRole('checkbox', { name: 'Claude' }).click();
  await expect(page.getByRole('checkbox', { name: 'Claude' })).not.toBeChecked();
  await expect(page.getByRole('button', { name: english('welcome_allow_sites', '2') })).toBeVisible();
  await expect(page.getByRole('button', { name: english('own_page_allow', 'www.google.com') })).toBeVisible();
  await page.getByRole('combobox', { name: english('welcome_plan') }).selectOption({ label: 'GitHub Copilot' });
  await expect
    .poll(() => understudy.options())
    .toMatchObject({ watched: ['chatgpt', 'gemini'], planB: ['copilot', 'chatgpt', 'claude', 'gemini'] });

  const all = page.getByRole('button', { name: english('welcome_all', String(ASSISTANT_IDS.length)) });
  const cursor = page.getByRole('checkbox', { name: 'Cursor' });
  await expect(cursor).toHaveCount(0);
  await all.press('Enter');
  await expect(cursor).toBeVisible();
  expect(await violationsOf(page)).toEqual([]);
  await page.getByRole('searchbox', { name: english('assistants_search') }).fill('anysphere');
  await expect(page.getByText(english('assistants_found_one', '1'))).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(cursor).toBeChecked();
  // A watched assistant stays visible when the list is closed.
  await all.press('Enter');
  await expect(cursor).toBeChecked();
  await cursor.click();
  await expect(cursor).not.toBeChecked();
  await expect.poll(async () => (await understudy.options())?.watched).toEqual(['chatgpt', 'gemini']);

  await page.getByRole('button', { name: english('welcome_sample_show') }).click();
  await expect(page.getByText(english('sample_title'))).toBeVisible();
  await expect(page.getByText(headlineStart('ChatGPT', 'partial_outage'))).toBeInViewport({ ratio: 1 });
  await page.getByRole('checkbox', { name: 'ChatGPT' }).click();
  await expect(page.getByText(headlineStart('Gemini', 'partial_outage'))).toBeVisible();
  await page.getByRole('checkbox', { name: 'ChatGPT' }).click();
  await page.getByRole('button', { name: english('banner_close') }).press('Enter');
  await expect(page.getByText(english('sample_title'))).not.toBeVisible();
  await expect(page.getByRole('button', { name: english('welcome_sample_show') })).toBeFocused();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: english('welcome_sample_notice') }).click();
  await expect.poll(() => understudy.notifications()).toEqual([expect.stringMatching(/^understudy-sample@\d+$/)]);
  expect(await violationsOf(page)).toEqual([]);
  await page.getByRole('button', { name: english('welcome_done') }).click();
  await expect.poll(() => page.isClosed()).toBe(true);
  await opened.close();

  const again = await openChromium({ ...order, profile });
  await new Understudy(again).isReady();
  expect(again.context.pages().filter((one) => one.url().includes('welcome'))).toEqual([]);
  await again.close();
  rmSync(profile, { recursive: true, force: true });
});
