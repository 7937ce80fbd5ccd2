import type { Page } from '@playwright/test';
import { english } from '@/tests/fakes/english';
import { englishLike } from '@/tests/fakes/english-like';
import { DEFAULT_OPTIONS } from '@/utils/model/options';
import { violationsOf } from './accessibility';
import { expect } from './expect';
import { test } from './fixtures';
import type { Understudy } from './understudy';

const PARTIAL = 45_000;
const ALL_UP = english('popup_summary_up', 'Claude and ChatGPT');
const PARTLY_DOWN = english('title_partial_outage', 'Claude');
const SNAPSHOT = 'snapshot.popup';

declare const chrome: {
  storage: {
    onChanged: { addListener(callBack: () => void): void };
    local: {
      get(key: 'status'): Promise<{ status: { value: object } }>;
      set(values: { status: object }): Promise<void>;
    };
  };
};

/** What the page shows first, before React has rendered. */
interface First {
  age: string | undefined;
  isInert: boolean;
  text: string;
  /** Of the signs that can be seen. */
  signs: (string | undefined)[];
  verdicts: number;
  rowTops: number[];
}

declare global {
  interface Window {
    first?: First;
  }
}

/** Notes the first list that the page shows. */
function noteFirst(): void {
  new MutationObserver((_, observer) => {
    const main = document.querySelector<HTMLElement>('main.popup');
    if (main === null) return;
    observer.disconnect();
    const signs = [...main.querySelectorAll<SVGElement>('.sign')];
    window.first = {
      age: main.dataset.snapshot,
      isInert: main.inert && main.ariaHidden === 'true',
      text: main.innerText,
      signs: signs.filter((sign) => getComputedStyle(sign).visibility === 'visible').map((sign) => sign.dataset.sign),
      verdicts: main.querySelectorAll('[data-verdict], [data-level]').length,
      rowTops: [...main.querySelectorAll('.row')].map((row) => row.getBoundingClientRect().top),
    };
  }).observe(document, { childList: true, subtree: true });
}

/** Opens the popup and waits until it has saved what it shows. */
async function openAndSave(understudy: Understudy): Promise<Page> {
  await understudy.isReady();
  const popup = await understudy.openPopup();
  await expect(popup.locator('h1')).toHaveText(ALL_UP);
  await expect.poll(() => popup.evaluate((key) => localStorage.getItem(key), SNAPSHOT)).toContain(ALL_UP);
  return popup;
}

/** Waits for the page that React has rendered. */
const rendered = (popup: Page) => expect(popup.locator('[data-assistant="claude"]')).toBeVisible();

test.describe('the snapshot', () => {
  test.use({ scenario: 'healthy' });

  test('the popup shows first what it showed last, not beyond its time, and does not move when React takes over', async ({
    understudy,
  }) => {
    const popup = await openAndSave(understudy);
    const saved = () => popup.evaluate((key) => localStorage.getItem(key), SNAPSHOT);
    /** Shortens or ends the time for which the saved snapshot is good. Runs where React would not save it again. */
    const setGoodFor = (forMs: number) =>
      popup.evaluate(
        ([key, ms]) => {
          const snapshot = JSON.parse(localStorage.getItem(key) ?? 'null');
          localStorage.setItem(key, JSON.stringify({ ...snapshot, goodUntil: Date.now() + ms }));
        },
        [SNAPSHOT, forMs] as const,
      );

    await test.step('without a policy it mentions no organization and disables nothing', async () => {
      await expect(popup.getByText(english('preset_note'))).toHaveCount(0);
      await expect(popup.locator(':disabled')).toHaveCount(0);
    });

    await test.step('it keeps its snapshot while "Is it me?" is open', async () => {
      const before = await popup.evaluate(async (key) => {
        // A round under way would change what is shown, which is saved when the page is idle.
        await navigator.locks.request('round', () => undefined);
        for (let frame = 0; frame < 2; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
        await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 2_000 }));
        const shown = localStorage.getItem(key);
        location.hash = '#check=claude';
        return shown;
      }, SNAPSHOT);
      await expect(popup.locator('.popup.check')).toBeVisible();
      // The status changes meanwhile, as it does in each round.
      await popup.evaluate(async () => {
        const { local, onChanged } = chrome.storage;
        const shown = new Promise((resolve) => {
          onChanged.addListener(() => requestAnimationFrame(() => requestAnimationFrame(resolve)));
        });
        const { status } = await local.get('status');
        await local.set({ status: { ...status, value: { ...status.value, tickedAt: Date.now() } } });
        await shown;
        await new Promise((resolve) => requestIdleCallback(resolve, { timeout: 2_000 }));
      });
      expect(await saved()).toEqual(before);
    });

    await test.step('it shows the snapshot first, and does not move when React takes over', async () => {
      await popup.addInitScript(noteFirst);
      await popup.goto('about:blank');
      await popup.goto(`chrome-extension://${understudy.id}/popup.html`);
      await rendered(popup);
      const first = await popup.evaluate(() => window.first);
      expect(first).toMatchObject({ age: 'good', isInert: true, signs: ['up', 'up', 'up'] });
      expect(first?.text).toContain(ALL_UP);
      const tops = await popup
        .locator('.row')
        .evaluateAll((rows) => rows.map((row) => row.getBoundingClientRect().top));
      expect(first?.rowTops).toEqual(tops);
      expect(await popup.evaluate(() => getComputedStyle(document.body).inlineSize)).toBe('380px');
      await expect(popup.locator('main')).toHaveCount(1);
      await expect(popup.locator('[data-snapshot]')).toHaveCount(0);
    });

    await test.step('it shows a snapshot that is too old with its time and without any verdict', async () => {
      await popup.goto(`chrome-extension://${understudy.id}/manifest.json`);
      await setGoodFor(-1_000);
      await popup.goto(`chrome-extension://${understudy.id}/popup.html`);
      await rendered(popup);
      const first = await popup.evaluate(() => window.first);
      expect(first).toMatchObject({ age: 'past', isInert: true, signs: [], verdicts: 0 });
      expect(first?.text.split('\n')[0]).toMatch(englishLike('popup_snapshot_past', /\d+:\d\d[^:]*/, ALL_UP));
      expect(first?.text).not.toContain(english('level_operational'));
    });

    await test.step('it stops showing a snapshot as current when its time is over, even if React never starts', async () => {
      await popup.context().route('**/chunks/start-*.js', (route) => route.abort());
      // Longer at each attempt, as a slow page may need more than the first few seconds until it shows anything.
      let forMs = 2_500;
      await expect(async () => {
        forMs *= 2;
        await popup.goto(`chrome-extension://${understudy.id}/manifest.json`);
        await setGoodFor(forMs);
        await popup.goto(`chrome-extension://${understudy.id}/popup.html`);
        await expect(popup.locator('[data-snapshot="good"]')).toHaveCount(1, { timeout: 1_000 });
      }).toPass();
      await expect(popup.locator('[data-snapshot="past"]')).toHaveCount(1, { timeout: 2 * forMs + 30_000 });
    });
  });
});

test('the popup refreshes by mouse, states an outage, works by keyboard alone, and opens fallbacks from its button and its menu', async ({
  loopback,
  understudy,
}) => {
  await understudy.isReady();
  const popup = await understudy.openPopup();
  const heading = popup.getByRole('heading', { level: 1 });
  const refresh = popup.getByRole('button', { name: english('popup_refresh') });

  await test.step('it shows the result of a refresh without being reopened', async () => {
    await expect(heading).toHaveText(ALL_UP);
    loopback.seek(PARTIAL);
    // A refresh does not fetch a page again within ten seconds.
    await understudy.makePagesDue();
    await refresh.click();
    await expect(heading).toHaveText(PARTLY_DOWN);
    await expect(popup.locator('header').getByRole('status')).toHaveText(englishLike('checked', /.+/));
  });

  await test.step('it states the outage in its heading, and the state of each assistant in its row', async () => {
    const claude = popup.locator('[data-assistant="claude"]');
    await expect(claude).toHaveAttribute('data-verdict', 'trouble');
    await expect(claude).toHaveAttribute('data-level', 'partial_outage');
    await expect(claude).toContainText('Elevated errors on Claude');
    await expect(claude.getByRole('link', { name: english('popup_incident_page') })).toHaveAttribute(
      'href',
      /^https:\/\//,
    );
    await expect(popup.locator('[data-assistant="chatgpt"]')).toHaveAttribute('data-verdict', 'up');
  });

  await test.step('it has no accessibility violations and does not overflow, in light and dark mode', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await popup.emulateMedia({ colorScheme });
      // The themes differ in colors alone.
      expect(await violationsOf(popup, colorScheme === 'light' ? 'all' : 'colors')).toEqual([]);
    }
    for (const width of [320, 900, 380]) {
      await popup.setViewportSize({ width, height: 600 });
      expect(await popup.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    }
  });

  await test.step('it works by keyboard alone', async () => {
    // The order of focus begins at the start of a page that was just opened.
    await popup.reload();
    await heading.waitFor();
    await rendered(popup);
    const reached: string[] = [];
    for (let i = 0; i < 20; i += 1) {
      await popup.keyboard.press('Tab');
      reached.push(
        await popup.evaluate(
          () => document.activeElement?.getAttribute('aria-label') ?? document.activeElement?.textContent ?? '',
        ),
      );
      if (reached.at(-1) === english('popup_options')) break;
    }
    expect(reached[0]).toBe(english('popup_continue_in', 'ChatGPT'));
    expect(reached.slice(-3)).toEqual([english('check_ask'), english('history_link'), english('popup_options')]);
    await refresh.focus();
    await popup.keyboard.press('Shift+Tab');
    await popup.keyboard.press('Tab');
    await expect(refresh).toBeFocused();
    const outline = await popup.evaluate(() => getComputedStyle(document.activeElement as Element).outlineStyle);
    expect(outline).not.toBe('none');
    await popup.keyboard.press('Enter');
    await expect(popup.locator('header').getByRole('status')).toHaveText(englishLike('checked', /.+/));
    await expect(refresh).toBeFocused();
  });

  await test.step('the menu of other fallbacks works by keyboard, and returns the focus', async () => {
    await understudy.setOptions({
      ...DEFAULT_OPTIONS,
      planB: ['chatgpt', 'own:1', 'own:2'],
      ownChats: [
        { id: '1', name: 'Open WebUI', url: 'https://github.com/' },
        { id: '2', name: 'LibreChat', url: 'https://gemini.google.com/' },
      ],
    });
    const others = popup.getByRole('button', { name: english('popup_other_fallbacks') });
    const item = (name: string) => popup.getByRole('menuitem', { name: english('popup_continue_in', name) });
    // The options have reached the popup.
    await others.click();
    await expect(item('Open WebUI')).toBeVisible();
    await popup.keyboard.press('Escape');
    await expect(popup.getByRole('menu')).toHaveCount(0);
    await others.focus();
    await expect(others).toHaveAttribute('aria-haspopup', 'menu');
    await popup.keyboard.press('ArrowDown');
    await expect(item('Open WebUI')).toBeFocused();
    await expect(others).toHaveAttribute('aria-expanded', 'true');
    expect(await violationsOf(popup)).toEqual([]);
    await popup.screenshot({ path: 'test-results/pictures/popup-menu.png' });
    await popup.keyboard.press('End');
    await expect(popup.getByRole('menuitem').last()).toBeFocused();
    await popup.keyboard.press('ArrowDown');
    await expect(item('Open WebUI')).toBeFocused();
    await popup.keyboard.press('Escape');
    await expect(popup.getByRole('menu')).toHaveCount(0);
    await expect(others).toBeFocused();
    await popup.keyboard.press('ArrowUp');
    await expect(popup.getByRole('menuitem').last()).toBeFocused();
    await popup.keyboard.press('Tab');
    await expect(popup.getByRole('menu')).toHaveCount(0);
    // A click outside closes it, too.
    await others.click();
    await expect(item('Open WebUI')).toBeVisible();
    await heading.click();
    await expect(popup.getByRole('menu')).toHaveCount(0);
    await others.click();
    const opened = understudy.context.waitForEvent('page');
    await item('Open WebUI').click();
    expect((await opened).url()).toBe('https://github.com/');
    await expect(popup.getByRole('menu')).toHaveCount(0);
  });

  await test.step('it opens a fallback that is up', async () => {
    const opened = understudy.context.waitForEvent('page');
    await popup.getByRole('button', { name: english('popup_continue_in', 'ChatGPT') }).click();
    expect((await opened).url()).toBe('https://chatgpt.com/');
  });
});

/** Every control of the list that goes away when it is pressed, in an order in which each is there, and what comes for it. */
const VANISHING: readonly { control: string; successor: string | null }[] = [
  { control: english('popup_notify_for', 'Claude'), successor: english('popup_await_undo_for', 'Claude') },
  { control: english('popup_await_undo_for', 'Claude'), successor: english('popup_notify_for', 'Claude') },
  { control: english('popup_react_works'), successor: english('popup_react_undo_for', 'Claude') },
  { control: english('popup_react_undo_for', 'Claude'), successor: english('popup_react_works') },
  { control: english('popup_snooze'), successor: english('popup_snooze_end_for', 'Claude') },
  { control: english('popup_snooze_end_for', 'Claude'), successor: english('popup_snooze') },
  { control: english('popup_setup_dismiss'), successor: null },
];

test.describe('without access to a chat site', () => {
  test.use({ grants: [] });

  test('each control of the popup that goes away when pressed hands its focus on', async ({ loopback, understudy }) => {
    loopback.seek(PARTIAL);
    await understudy.tick();
    const popup = await understudy.openPopup();
    const button = (name: string) => popup.getByRole('button', { name, exact: true });
    await button(`Claude ${english('level_partial_outage')}`).press('Enter');
    for (const { control, successor } of VANISHING) {
      await button(control).press('Enter');
      if (control === english('popup_snooze')) await popup.keyboard.press('Enter');
      await expect(button(control)).toHaveCount(0);
      if (successor !== null) await expect(button(successor)).toBeFocused();
      // Whatever has the focus now, it can be seen and pressed.
      await expect(popup.locator(':focus')).toBeVisible();
    }
  });
});
