import { expect } from '@playwright/test';
import { test } from './fixtures';

/** What the worker's global has, as far as these tests use it. */
declare const chrome: {
  storage: { local: { set(values: object): Promise<void>; get(key: string): Promise<Record<string, unknown>> } };
};

test.use({ grants: [] });

test('two windows that choose at once undo nothing of each other', async ({ understudy }) => {
  await understudy.isReady();
  const pages = [await understudy.openPopup(), await understudy.openPopup()];
  for (const page of pages) await page.getByText('Whom to watch').click();
  const before = (await understudy.options())?.watched ?? ['claude', 'chatgpt'];
  // Who chooses which is settled before anybody chooses: every second one.
  const boxes = await Promise.all(
    pages.map((page, own) =>
      page.evaluateHandle((half) => {
        const off = [...document.querySelectorAll<HTMLElement>('li [role="switch"][aria-checked="false"]')];
        return off.filter((_, index) => index % 2 === half).slice(0, 3);
      }, own),
    ),
  );
  // All in one moment, and neither waits for the other.
  const choose = (mine: HTMLElement[]) => {
    for (const box of mine) box.click();
    return mine.length;
  };
  const chosen = await Promise.all(boxes.map((mine) => mine.evaluate(choose)));
  expect(chosen).toEqual([3, 3]);
  await expect.poll(async () => (await understudy.options())?.watched.length).toBe(before.length + 6);
});

test('a browser that has no room left is said so, forgets nothing, and is well again with room', async ({
  world,
  understudy,
}) => {
  await understudy.isReady();
  await understudy.worker.evaluate(async () => {
    const { local } = chrome.storage;
    const set = local.set.bind(local);
    const refuse = () => Promise.reject(new Error('Resource::kQuotaBytes quota exceeded'));
    Object.assign(globalThis, { makeRoom: () => Object.assign(local, { set }) });
    local.set = refuse;
  });
  const popup = await understudy.openPopup();
  await popup.getByRole('button', { name: 'Refresh' }).click();
  await expect(popup.getByRole('status')).toContainText('Nothing could be checked just now.');
  await expect(popup.locator('[data-assistant="claude"]')).toHaveAttribute('data-verdict', 'up');
  await understudy.worker.evaluate(() => (globalThis as unknown as { makeRoom(): void }).makeRoom());
  world.seek(45_000);
  await understudy.tick();
  await expect(popup.locator('[data-assistant="claude"]')).toHaveAttribute('data-verdict', 'trouble');
  expect(await understudy.notifications()).toHaveLength(1);
});

test('what is damaged is set aside, not thrown away, and said', async ({ understudy }) => {
  await understudy.isReady();
  await understudy.worker.evaluate(async () => {
    const { status } = (await chrome.storage.local.get('status')) as { status: { value: { episodes: unknown } } };
    status.value.episodes = 'sunny';
    await chrome.storage.local.set({ status });
  });
  const popup = await understudy.openPopup();
  await understudy.tick();
  expect((await understudy.status())?.episodes).toEqual({});
  const aside = await understudy.worker.evaluate(() => chrome.storage.local.get('status.damaged'));
  expect(JSON.stringify(aside)).toContain('sunny');
  await popup.getByText('Why did you').click();
  await expect(popup.getByText('Some of what was remembered was damaged.')).toBeVisible();
});
