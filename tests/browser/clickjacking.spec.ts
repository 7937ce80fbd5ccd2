import type { Page } from '@playwright/test';
import { english } from '@/tests/fakes/english';
import { DEFAULT_OPTIONS } from '@/utils/model/options';
import type { BannerProbe } from './banner-probe';
import { expect } from './expect';
import { CHATS, test } from './fixtures';
import { openDuringOutage } from './open-during-outage';
import { DRAFT, typeDraft } from './type-draft';

const CONTINUE = english('banner_continue');

/** Opens or closes the list. It is filled some time after it was opened. */
async function toggleList(banner: BannerProbe): Promise<void> {
  const isOpen = (await banner.isListOpen()) === true;
  await banner.click(CONTINUE);
  await expect.poll(async () => (await banner.text())?.includes('ChatGPT')).toBe(!isOpen);
}

/** A press toggles the list, so the list is open only if exactly the honest press counted. */
async function expectFirstPressToCount(banner: BannerProbe): Promise<void> {
  expect(await banner.isListOpen()).toBe(false);
  await toggleList(banner);
}

/** Page attacks on the host element: bodies of functions of `host` and the pointer position `x`, `y`. */
const ATTACKS: Record<string, string> = {
  'made transparent': "host.style.setProperty('opacity', '0.01', 'important')",
  'filtered away': "host.style.setProperty('filter', 'opacity(0)', 'important')",
  'blended into the page': "host.style.setProperty('mix-blend-mode', 'difference', 'important')",
  moved: "host.style.setProperty('left', '40px', 'important')",
  'moved by a transform': "host.style.setProperty('transform', 'translate(9px, 9px)', 'important')",
  'scaled down': "host.style.setProperty('transform', 'scale(0.3)', 'important')",
  clipped: "host.style.setProperty('clip-path', 'inset(45%)', 'important')",
  'stripped of its style': "host.removeAttribute('style')",
  'taken out of the top layer': 'host.hidePopover()',
  // The banner takes the event for one of its window, and puts itself back before the guard has seen the change.
  'taken out of the top layer and put back at once':
    "host.hidePopover(); visualViewport.dispatchEvent(new Event('resize'))",
  'made transparent and opaque again at once':
    "host.style.setProperty('opacity', '0.01', 'important'); visualViewport.dispatchEvent(new Event('resize'))",
  'no popover any more': 'host.popover = null',
  'put into another element': 'document.body.append(host)',
  'put into another element and shown again':
    'const box = document.createElement("div"); box.style.opacity = "0.01"; document.body.append(box); box.append(host); host.showPopover()',
  'zoomed with the page': "document.documentElement.style.zoom = '1.3'",
  'covered by a popover that lets clicks through': `
    const cover = document.createElement('div');
    cover.popover = 'manual';
    cover.style.cssText = 'pointer-events:none;inset:0;width:100vw;height:100vh;background:#fff';
    document.body.append(cover);
    cover.showPopover();`,
};

/** The guard accepts presses on a card that has been unchanged for 500 ms, so only faster ones must be refused. */
const MUST_REFUSE_MS = 450;

declare global {
  interface Window {
    /** When the test changed the card, as `performance.now()`. */
    changedAt: number;
    /** How often it has. */
    changes: number;
    /** Ends the changes of `keepChanging` and returns the longest time between two of them, in ms. */
    stopChanging: () => number;
  }
}

/** Repeats an attack until its presses were fast enough to prove a refusal, which a busy machine may not manage at once. */
async function pressInTime(page: Page, attack: () => Promise<void>, undo: () => Promise<void>): Promise<void> {
  await expect(async () => {
    await attack();
    const tookMs = await page.evaluate(() => performance.now() - window.changedAt);
    if (tookMs < MUST_REFUSE_MS) return;
    await undo();
    throw new Error(`The presses took ${tookMs} ms`);
  }).toPass({ timeout: 60_000 });
}

/** For an attack on the button of the list, which must stay as it is. */
async function pressButtonInTime(page: Page, banner: BannerProbe, attack: () => Promise<void>): Promise<void> {
  const isOpen = await banner.isListOpen();
  await pressInTime(page, attack, async () => {
    await removeTraces(page);
    if ((await banner.isListOpen()) !== isOpen) await toggleList(banner);
  });
  expect(await banner.isListOpen()).toBe(isOpen);
}

/** Notes in `changedAt` when the card gets another height. */
function followHeight(page: Page): Promise<void> {
  return page.evaluate(() => {
    const host = document.querySelector('understudy-banner');
    if (host === null) throw new Error('There is no banner');
    new ResizeObserver(() => {
      window.changedAt = performance.now();
    }).observe(host);
  });
}

/** Waits for a change of the text without the pauses of a poll, which would take too much of the time to press. */
async function waitForText(banner: BannerProbe, isWanted: (text: string) => boolean): Promise<void> {
  await expect.poll(async () => isWanted((await banner.text()) ?? ''), { intervals: [0] }).toBe(true);
}

/** Undoes what an attack left outside of the banner. */
function removeTraces(page: Page): Promise<void> {
  return page.evaluate(() => {
    for (const cover of document.querySelectorAll('[popover]:not(understudy-banner)')) cover.remove();
    document.documentElement.style.zoom = '';
  });
}

/** Runs an attack and clicks where the button was, and where it is if it moved: two presses that count would cancel out. */
async function attackAndClick(page: Page, banner: BannerProbe, attack: string): Promise<void> {
  // Otherwise the banner would refuse the press because its list has just been closed.
  expect(await banner.ready()).toBe(true);
  const { x, y } = await banner.placeOf(CONTINUE);
  await page.mouse.move(x, y);
  await page.evaluate((body) => {
    const host = document.querySelector('understudy-banner');
    new Function('host', body)(host);
    window.changedAt = performance.now();
  }, attack);
  await page.mouse.click(x, y);
  const now = await banner.placeOf(CONTINUE).catch(() => ({ x, y }));
  if (now.x !== x || now.y !== y) await page.mouse.click(now.x, now.y);
}

test('the banner ignores a press on a card that the page has changed and accepts the next press on an unchanged card', async ({
  loopback,
  understudy,
}) => {
  test.setTimeout(300_000);
  const { page, banner } = await openDuringOutage(understudy, loopback.seek);
  for (const [what, attack] of Object.entries(ATTACKS)) {
    await test.step(what, async () => {
      await pressButtonInTime(page, banner, () => attackAndClick(page, banner, attack));
      await removeTraces(page);
      // The list is open or closed for the next attack.
      await toggleList(banner);
    });
  }
  expect(understudy.context.pages().some((one) => one.url().includes('chatgpt.com'))).toBe(false);
});

/** Changes the card all the time. */
function keepChanging(page: Page): Promise<void> {
  return page.evaluate(() => {
    const host = document.querySelector<HTMLElement>('understudy-banner');
    let longestMs = 0;
    const change = () => {
      host?.style.setProperty('opacity', '0', 'important');
      const now = performance.now();
      if (window.changes > 0) longestMs = Math.max(longestMs, now - window.changedAt);
      window.changedAt = now;
      window.changes += 1;
    };
    window.changes = 0;
    change();
    // A timer, because frames may stop on a busy machine while the guard's own timers run on.
    const timer = setInterval(change, 16);
    window.stopChanging = () => {
      clearInterval(timer);
      return Math.max(longestMs, performance.now() - window.changedAt);
    };
  });
}

const changesOf = (page: Page): Promise<number> => page.evaluate(() => window.changes);

test('the banner withstands styles of ancestors, ignores presses and keys on a card that has just appeared or keeps changing, and does not hang', async ({
  loopback,
  understudy,
}) => {
  const { page, banner } = await openDuringOutage(understudy, loopback.seek);

  await test.step("styles of ancestor elements do not affect the banner's card", async () => {
    await page.mouse.move(5, 700);
    const box = await banner.box();
    if (box === null) throw new Error('There is no banner');
    // The shadow covers the page; the middle of the card must not show it.
    const clip = { x: box.x + 12, y: box.y + 12, width: box.width - 24, height: box.height - 24 };
    const before = await page.screenshot({ clip });
    for (const style of [
      'html { opacity: 0.02 }',
      'html { filter: opacity(0) blur(9px) }',
      'html { transform: scale(0.2) rotate(9deg) }',
      'html { clip-path: inset(50%) }',
      'html { mask: linear-gradient(transparent, transparent) }',
      'html, body, understudy-banner { visibility: hidden !important; pointer-events: none !important }',
      'understudy-banner { opacity: 0 !important; transition: all 99s !important; direction: rtl !important }',
    ]) {
      await page.evaluate((css) => {
        const sheet = new CSSStyleSheet();
        sheet.replaceSync(css);
        document.adoptedStyleSheets = [sheet];
      }, style);
      expect((await page.screenshot({ clip })).equals(before), style).toBe(true);
    }
    await page.evaluate(() => {
      document.adoptedStyleSheets = [];
    });
  });

  await test.step('the banner ignores keys on a changed card and accepts them on an unchanged one', async () => {
    await banner.click(CONTINUE);
    await expect.poll(() => banner.text()).toContain('ChatGPT');
    await page.keyboard.press('Escape');
    await expect.poll(() => banner.text()).not.toContain('ChatGPT');
    await pressButtonInTime(page, banner, async () => {
      expect(await banner.ready()).toBe(true);
      await page.evaluate(() => {
        document.querySelector<HTMLElement>('understudy-banner')?.style.setProperty('opacity', '0', 'important');
        window.changedAt = performance.now();
      });
      await page.keyboard.press('Enter');
    });
    expect(await banner.isListOpen()).toBe(false);
    expect(await banner.ready()).toBe(true);
    await page.keyboard.press('Enter');
    await toggleList(banner);
  });

  await test.step("a page that reacts to each of the banner's DOM writes does not hang the tab", async () => {
    await page.evaluate(() => {
      const host = document.querySelector<HTMLElement>('understudy-banner');
      if (host === null) return;
      const fight = () => {
        if (host.style.opacity !== '0') host.style.setProperty('opacity', '0', 'important');
      };
      const observer = new MutationObserver(fight);
      observer.observe(host, { attributes: true });
      Object.assign(globalThis, { observer });
      fight();
    });
    const { x, y } = await banner.placeOf(CONTINUE);
    await page.mouse.click(x, y);
    await page.evaluate(() => (globalThis as unknown as { observer: MutationObserver }).observer.disconnect());
    await expectFirstPressToCount(banner);
    await toggleList(banner);
  });

  await test.step('the banner ignores presses while a page keeps changing the card', async () => {
    const { x, y } = await banner.placeOf(CONTINUE);
    let hasOpened = false;
    // A busy machine may not manage to change the card often enough at once.
    await expect(async () => {
      hasOpened = false;
      await keepChanging(page);
      for (let press = 0; press < 5; press += 1) {
        await page.mouse.click(x, y, { delay: 60 });
        hasOpened ||= (await banner.isListOpen()) === true;
        // At least 160 ms apart: the presses together take longer than the card's required quiet time.
        const before = await changesOf(page);
        await expect.poll(() => changesOf(page)).toBeGreaterThanOrEqual(before + 10);
      }
      const longestMs = await page.evaluate(() => window.stopChanging());
      if (longestMs < MUST_REFUSE_MS) return;
      if (await banner.isListOpen()) await toggleList(banner);
      throw new Error(`The card was unchanged for ${longestMs} ms`);
    }).toPass({ timeout: 60_000 });
    expect(hasOpened).toBe(false);
    await expectFirstPressToCount(banner);
    await toggleList(banner);
  });

  await test.step('the banner ignores a press when the card has just appeared under the pointer', async () => {
    const { x, y } = await banner.placeOf(CONTINUE);
    await pressButtonInTime(page, banner, async () => {
      await page.evaluate(() => {
        document.querySelector('understudy-banner')?.remove();
        new MutationObserver((_, observer) => {
          if (document.querySelector('understudy-banner') === null) return;
          observer.disconnect();
          window.changedAt = performance.now();
        }).observe(document, { childList: true, subtree: true });
      });
      await page.mouse.move(x, y);
      await page.waitForSelector('understudy-banner', { state: 'attached' });
      await page.mouse.click(x, y);
    });
    await expectFirstPressToCount(banner);
  });
});

test.describe('with a saved draft', () => {
  test.use({ grants: [...CHATS, 'webRequest'] });

  test('the banner ignores a press on a button that has just moved under the pointer, and keeps the draft that the press would have discarded', async ({
    loopback,
    understudy,
  }) => {
    const { page, banner } = await openDuringOutage(understudy, loopback.seek);
    await understudy.setOptions({ ...DEFAULT_OPTIONS, keepsDrafts: true });
    await expect.poll(() => understudy.registeredScripts()).toContain('autosave-claude');
    loopback.overrideSite('claude.ai', { send: { kind: 'status', status: 529 } });
    const discard = english('kept_discard');
    const saved = async () => (await understudy.drafts()).filter(({ text }) => text === DRAFT.join('\n'));
    const isOffered = (text: string) => text.includes(discard);
    const loseDraft = async () => {
      await typeDraft(page);
      await expect.poll(saved).toHaveLength(1);
      await page.keyboard.press('Enter');
      await expect.poll(async () => isOffered((await banner.text()) ?? '')).toBe(true);
    };
    await loseDraft();
    await followHeight(page);
    const attack = async () => {
      const { x, y } = await banner.placeOf(discard);
      // The draft is offered while the composer is empty.
      await page.locator('[contenteditable="true"]').click();
      await page.keyboard.insertText('.');
      await expect.poll(async () => isOffered((await banner.text()) ?? '')).toBe(false);
      expect(await banner.ready()).toBe(true);
      await page.mouse.move(x, y);
      await page.keyboard.press('Backspace');
      await waitForText(banner, isOffered);
      await page.mouse.click(x, y);
    };
    await pressInTime(page, attack, async () => {
      if (!isOffered((await banner.text()) ?? '')) await loseDraft();
    });
    expect(await banner.text()).toContain(discard);
    expect(await saved()).toHaveLength(1);
    await banner.click(discard);
    await expect.poll(saved).toEqual([]);
  });
});

test('the banner ignores a press on a fallback that has just moved to the place of another', async ({
  loopback,
  understudy,
}) => {
  const { page, banner } = await openDuringOutage(understudy, loopback.seek);
  const pages = understudy.context.pages().length;
  const setPlan = async (planB: typeof DEFAULT_OPTIONS.planB) => {
    await understudy.setOptions({ ...DEFAULT_OPTIONS, planB });
    // The banner asks again what to show.
    await page.evaluate(() => dispatchEvent(new PageTransitionEvent('pageshow', { persisted: true })));
  };
  const attack = async () => {
    await banner.click(CONTINUE);
    await expect.poll(() => banner.text()).toContain('ChatGPT');
    expect(await banner.ready()).toBe(true);
    const { x, y } = await banner.placeOf('ChatGPT');
    await page.mouse.move(x, y);
    await followHeight(page);
    await setPlan(['copilot']);
    await waitForText(banner, (text) => !text.includes('ChatGPT'));
    await page.mouse.click(x, y);
  };
  await pressInTime(page, attack, async () => {
    for (const opened of understudy.context.pages().slice(pages)) await opened.close();
    await setPlan(DEFAULT_OPTIONS.planB);
    if (await banner.isListOpen()) await toggleList(banner);
  });
  expect(await banner.isListOpen()).toBe(true);
  expect(understudy.context.pages()).toHaveLength(pages);
  const opening = understudy.context.waitForEvent('page');
  await banner.click('GitHub Copilot');
  expect(new URL((await opening).url()).host).toBe('github.com');
});

test('the banner ignores a press on a button that has just moved under the pointer because the page made room for the scrolled card', async ({
  loopback,
  understudy,
}) => {
  const { page, banner } = await openDuringOutage(understudy, loopback.seek);
  const attack = async () => {
    if (!(await banner.isListOpen())) await banner.click(CONTINUE);
    await expect.poll(() => banner.text()).toContain('ChatGPT');
    const { x, y } = await banner.placeOf(CONTINUE);
    await page.evaluate(() => {
      const field = document.createElement('textarea');
      field.style.cssText = 'position:fixed;inset:200px 0 0 0;width:100vw;height:90vh';
      document.body.append(field);
      visualViewport?.dispatchEvent(new Event('resize'));
    });
    await page.mouse.move(x, y);
    await page.mouse.wheel(0, 60);
    await expect.poll(() => banner.scrollTop()).toBe(60);
    expect(await banner.ready()).toBe(true);
    await page.evaluate(() => {
      document.querySelector('body > textarea:last-child')?.remove();
      visualViewport?.dispatchEvent(new Event('resize'));
      window.changedAt = performance.now();
    });
    await page.mouse.click(x, y);
    expect(await banner.placeOf(CONTINUE)).toEqual({ x, y });
  };
  await pressInTime(page, attack, async () => undefined);
  expect(await banner.isListOpen()).toBe(true);
  await toggleList(banner);
});
