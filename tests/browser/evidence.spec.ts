import { expect, type Page } from '@playwright/test';
import { BannerProbe } from './banner-probe';
import { CHATS, test } from './fixtures';

const CHATS_AND_EVIDENCE = [...CHATS, 'webRequest'];

async function send(page: Page, text: string): Promise<void> {
  await page.locator('[contenteditable="true"]').click();
  await page.keyboard.insertText(text);
  const answered = page.waitForResponse((response) => response.request().method() === 'POST');
  await page.keyboard.press('Enter');
  await answered;
}

test.describe('with the permission', () => {
  test.use({ grants: CHATS_AND_EVIDENCE });

  test('failing messages are told in their own tab while the status page is green, then the page admits it: one event', async ({
    world,
    understudy,
  }) => {
    await understudy.isReady();
    const page = await understudy.context.newPage();
    await page.goto('https://claude.ai/chat/1');
    const banner = new BannerProbe(page);
    world.overrideSite('claude.ai', { send: { kind: 'status', status: 529 } });
    await send(page, 'First');
    expect(await banner.read()).toBeNull();
    await send(page, 'Second');
    await expect
      .poll(() => banner.text(), { timeout: 5_000 })
      .toContain('Possible trouble: 2 of your last 2 messages failed.');
    expect(await banner.read()).toMatchObject({ verdict: 'suspected', level: 'operational' });
    expect(await banner.text()).toContain('reports nothing yet');
    expect(await understudy.badge()).toBe('');
    expect(await understudy.notifications()).toEqual([]);
    await page.screenshot({ path: 'test-results/pictures/suspected.png' });

    world.seek(45_000);
    await understudy.tick();
    await expect.poll(() => banner.text()).toContain('Claude is partly down');
    expect(await understudy.notifications()).toHaveLength(1);
  });

  test('it survives the worker, and fades when messages go through', async ({ world, understudy }) => {
    await understudy.isReady();
    const page = await understudy.context.newPage();
    await page.goto('https://claude.ai/chat/1');
    world.overrideSite('claude.ai', { send: { kind: 'status', status: 529 } });
    await send(page, 'First');
    await understudy.tickAfterKill();
    await send(page, 'Second');
    const banner = new BannerProbe(page);
    await expect.poll(() => banner.text()).toContain('2 of your last 2 messages failed.');
    world.overrideSite('claude.ai', { send: { kind: 'well' } });
    await send(page, 'Third');
    await send(page, 'Fourth');
    await expect.poll(() => banner.read()).toBeNull();
  });
});

test('without the permission nothing is noticed', async ({ world, understudy }) => {
  await understudy.isReady();
  const page = await understudy.context.newPage();
  await page.goto('https://claude.ai/chat/1');
  world.overrideSite('claude.ai', { send: { kind: 'status', status: 529 } });
  for (const text of ['First', 'Second', 'Third']) await send(page, text);
  await understudy.tick();
  expect((await understudy.status())?.verdicts.claude).toMatchObject({ kind: 'up', suspicion: null });
});

test('the popup gives the permission and takes it back', async ({ understudy }) => {
  await understudy.isReady();
  const popup = await understudy.openPopup();
  await popup.getByRole('button', { name: /^Banners on chat sites/ }).click();
  const evidence = popup.getByRole('switch', { name: 'Notice failing messages' });
  for (const isOn of ['true', 'false']) {
    await evidence.click();
    await expect(evidence).toHaveAttribute('aria-checked', isOn);
  }
});
