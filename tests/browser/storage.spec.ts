import type { Page } from '@playwright/test';
import { english } from '@/tests/fakes/english';
import { englishLike, headlineStart } from '@/tests/fakes/english-like';
import type { Status } from '@/utils/model/status';
import { BannerProbe } from './banner-probe';
import { expect } from './expect';
import { CHATS, test } from './fixtures';
import type { Understudy } from './understudy';

/** The globals of the worker that these tests use. */
declare const chrome: {
  storage: Record<
    'local' | 'session',
    {
      set(values: object): Promise<void>;
      get(key?: string): Promise<Record<string, unknown>>;
      remove(keys: string[]): Promise<void>;
    }
  >;
  tabs: { query(of: object): Promise<{ id: number }[]> };
  scripting: {
    executeScript(script: { target: { tabId: number }; func: () => Promise<unknown> }): Promise<{ result: unknown }[]>;
  };
};

test.use({ grants: [] });

/** Fills local storage until not even a small value fits. */
const fill = (understudy: Understudy) =>
  understudy.worker.evaluate(async () => {
    const { local } = chrome.storage;
    let size = 8_000_000;
    for (let key = 0; size >= 1; key += 1) {
      try {
        await local.set({ [`filler${key}`]: 'x'.repeat(size) });
      } catch {
        size = Math.floor(size / 2);
      }
    }
  });

const makeRoom = (understudy: Understudy) =>
  understudy.worker.evaluate(async () => {
    const { local } = chrome.storage;
    await local.remove(Object.keys(await local.get()).filter((key) => key.startsWith('filler')));
  });

/** Opening the popup starts a round. With a full disk, its result goes to session storage. */
async function hasUnsavedStatus(understudy: Understudy): Promise<void> {
  await expect
    .poll(() => understudy.worker.evaluate(async () => 'status.unsaved' in (await chrome.storage.session.get())))
    .toBe(true);
}

/** Runs a round with all pages due. The status is in session storage by now. */
async function refresh(understudy: Understudy, popup: Page): Promise<void> {
  await understudy.worker.evaluate(async () => {
    const { session } = chrome.storage;
    const key = 'status.unsaved';
    const { [key]: sealed } = (await session.get(key)) as Record<string, { value: Status } | undefined>;
    if (sealed === undefined) return;
    for (const page of Object.values(sealed.value.pages)) if (page) page.triedAt = (page.triedAt ?? 0) - 3_600_000;
    await session.set({ [key]: sealed });
  });
  await popup.getByRole('button', { name: english('popup_refresh') }).click();
  await expect(popup.getByRole('button', { name: english('popup_refresh') })).toBeEnabled();
}

test.describe('with a full disk', () => {
  test.use({ grants: [...CHATS] });

  test('an outage with a full disk reaches toolbar, popup and banner, notifies once, survives a worker restart, is in the diagnostics, and is out of reach of scripts in a chat page', async ({
    loopback,
    understudy,
  }) => {
    await understudy.isReady();
    const chat = await understudy.context.newPage();
    await chat.goto('https://claude.ai/chat/1');
    await test.step('a script in a chat page can neither read nor write extension storage', async () => {
      const tried = await understudy.worker.evaluate(async () => {
        const [tab] = await chrome.tabs.query({ url: 'https://claude.ai/*' });
        const attempt = async () => {
          const outcome = (job: Promise<unknown>) =>
            job.then(
              (found) => JSON.stringify(found) ?? 'done',
              () => 'refused',
            );
          return {
            read: await outcome(chrome.storage.local.get()),
            written: await outcome(chrome.storage.local.set({ status: 'sunny' })),
            session: await outcome(chrome.storage.session.get()),
            databases: await outcome(indexedDB.databases()),
          };
        };
        const [done] = await chrome.scripting.executeScript({ target: { tabId: tab?.id ?? -1 }, func: attempt });
        return done?.result;
      });
      expect(tried).toEqual({ read: 'refused', written: 'refused', session: 'refused', databases: '[]' });
    });

    await expect.poll(() => understudy.tooltip()).toContain(english('headline_operational', 'Claude'));
    // Ends the round that the visit of the chat started. It would store the outage before the disk is full.
    await understudy.tick();
    await understudy.makePagesDue();
    loopback.seek(45_000);
    await fill(understudy);
    const popup = await understudy.openPopup();
    await hasUnsavedStatus(understudy);
    await refresh(understudy, popup);

    await expect.poll(() => understudy.tooltip()).toContain(headlineStart('Claude', 'partial_outage'));
    await expect.poll(() => new BannerProbe(chat).text()).toContain(headlineStart('Claude', 'partial_outage'));
    await expect(popup.locator('[data-assistant="claude"]')).toHaveAttribute('data-verdict', 'trouble');
    await expect(popup.locator('.storage')).toBeVisible();
    expect(await understudy.notifications()).toHaveLength(1);
    for (const scheme of ['light', 'dark'] as const) {
      await popup.emulateMedia({ colorScheme: scheme });
      await popup.screenshot({ path: `test-results/pictures/full-disk-${scheme}.png` });
    }

    const history = await understudy.openHistory('#log');
    const report = history.getByRole('button', { name: english('popup_why_report') });
    await expect(report).toBeVisible();
    await history.evaluate(() => {
      const writeText = async (text: string) => {
        document.title = text;
      };
      Object.assign(navigator.clipboard, { writeText });
    });
    await report.click();
    await expect.poll(() => history.title()).toContain('QuotaExceededError');
    await history.close();

    await test.step('the status survives a worker restart', async () => {
      await understudy.killWorker();
      await popup.reload();
      await expect(popup.locator('[data-assistant="claude"]')).toHaveAttribute('data-verdict', 'trouble');
      await expect(popup.locator('.storage')).toBeVisible();
    });

    // A second round does not notify again.
    await understudy.clearNotifications();
    await refresh(understudy, popup);
    expect(await understudy.notifications()).toEqual([]);

    await makeRoom(understudy);
    loopback.seek(365_000);
    await refresh(understudy, popup);
    await expect(popup.locator('.storage')).toHaveCount(0);
    await expect(popup.locator('[data-assistant="claude"]')).toHaveAttribute('data-verdict', 'up');
    await expect.poll(async () => (await understudy.status())?.verdicts.claude?.kind).toBe('up');
  });
});

test('damaged stored data is set aside, not deleted, and reported, two windows that change settings at once keep both changes, and a browser that refuses every write does not keep showing green', async ({
  loopback,
  understudy,
}) => {
  await understudy.isReady();
  // Under the extension's own locks, so that no round that is under way overwrites it.
  await understudy.worker.evaluate(() =>
    navigator.locks.request('round', () =>
      navigator.locks.request('status', async () => {
        const { status } = (await chrome.storage.local.get('status')) as { status: { value: { episodes: unknown } } };
        status.value.episodes = 'sunny';
        await chrome.storage.local.set({ status });
      }),
    ),
  );
  const popup = await understudy.openPopup();
  await understudy.tick();
  expect((await understudy.status())?.episodes).toEqual({});
  const aside = await understudy.worker.evaluate(() => chrome.storage.local.get('status.damaged'));
  expect(JSON.stringify(aside)).toContain('sunny');
  const history = await understudy.openHistory('#log');
  await expect(history.getByText(englishLike('health_repaired', /.+/))).toBeVisible();

  await test.step("two windows that change settings at the same moment keep each other's changes", async () => {
    const pages = [await understudy.openOptions(), await understudy.openOptions()];
    const before = (await understudy.options())?.watched ?? ['claude', 'chatgpt'];
    for (const page of pages) await page.getByRole('button', { name: english('assistants_add'), exact: true }).click();
    // The windows alternate, so it is fixed in advance which one clicks what.
    const boxes = await Promise.all(
      pages.map((page, own) =>
        page.evaluateHandle((half) => {
          const off = [...document.querySelectorAll<HTMLElement>('#assistants .add-choice')];
          return off.filter((_, index) => index % 2 === half).slice(0, 3);
        }, own),
      ),
    );
    // All clicks happen in one turn, without waiting for each other.
    const choose = (mine: HTMLElement[]) => {
      for (const box of mine) box.click();
      return mine.length;
    };
    const chosen = await Promise.all(boxes.map((mine) => mine.evaluate(choose)));
    expect(chosen).toEqual([3, 3]);
    await expect.poll(async () => (await understudy.options())?.watched.length).toBe(before.length + 6);
  });

  await test.step('a browser that refuses every write does not keep showing green', async () => {
    await expect.poll(() => understudy.tooltip()).toContain(english('headline_operational', 'Claude'));
    // First, or a round that begins in between would read the old answers, and the refresh none.
    loopback.seek(45_000);
    await understudy.makePagesDue();
    await understudy.worker.evaluate(() => {
      const refuse = () => Promise.reject(new Error('Resource::kQuotaBytes quota exceeded'));
      chrome.storage.local.set = refuse;
      chrome.storage.session.set = refuse;
    });
    await popup.getByRole('button', { name: english('popup_refresh') }).click();
    await expect(popup.locator('header').getByRole('status').first()).toContainText(english('popup_refresh_failed'));
    await expect.poll(() => understudy.tooltip()).toContain(headlineStart('Claude', 'partial_outage'));
  });
});
