import { expect } from '@/tests/browser/expect';
import { english } from '@/tests/fakes/english';
import type { Driven, DrivenPage, Grant } from '@/tests/journeys/driven';
import type { Loopback } from '@/tests/loopback/loopback';
import type { FirefoxPage } from './firefox-page';
import type { UnderstudyFirefox } from './understudy-firefox';

const ENTER = '\uE007';
const COMPOSER = 'textarea, [contenteditable="true"]';

/** The button that grants each permission, its page, and how the page shows the grant. */
const GRANTS: Record<Grant, { page: string; button: string; isGiven: string }> = {
  banner: {
    page: 'popup.html',
    button: english('popup_setup_allow_for', 'claude.ai'),
    // The offer is gone once a chat site is allowed.
    isGiven: "document.querySelector('main') !== null && document.querySelector('.setup') === null",
  },
  evidence: {
    page: 'options.html#failing-messages',
    button: english('popup_evidence'),
    isGiven: "document.querySelector('#failing-messages [role=switch]')?.ariaChecked === 'true'",
  },
  'draft-transfer': {
    page: 'options.html#permissions',
    button: english('own_page_allow', 'chatgpt.com'),
    isGiven: `[...document.querySelectorAll('button')].some((one) => one.ariaLabel === ${JSON.stringify(english('sites_take_back_for', 'chatgpt.com'))})`,
  },
};

/** Records shown notifications in the event page, because they can't be read back. Refused ones are not recorded. */
const RECORD_CALLS = `browser.runtime.getBackgroundPage().then((page) => {
  const { create } = page.browser.notifications;
  page.recordedCalls = [];
  page.browser.notifications.create = async (id, options) => {
    const shown = await create.call(page.browser.notifications, id, options);
    page.recordedCalls.push(options.title);
    return shown;
  };
})`;

function drivePage(page: FirefoxPage): DrivenPage {
  return {
    text: () => page.text(),
    click: (name) => page.click(name),
    write: (text, isSent) => page.type(COMPOSER, isSent ? text + ENTER : text),
    written: () =>
      page.evaluate(`(({ value, textContent }) => value ?? textContent)(document.querySelector('${COMPOSER}') ?? {})`),
    banner: () => page.banner(),
    clickInBanner: (label) => page.clickInBanner(label),
    async bringToFront() {
      await page.bidi.send('browsingContext.activate', { context: page.context });
    },
    screenshot: (name) => page.screenshot(`test-results/pictures/firefox-${name}.png`),
  };
}

/** Drives Firefox for the journeys. A preference answers its permission prompt, so grants are clicked for real. */
export function driveFirefox(loopback: Loopback, understudy: UnderstudyFirefox): Driven {
  const { firefox, control } = understudy;
  const inBackground = <T>(body: string) =>
    control.evaluate<T>(`browser.runtime.getBackgroundPage().then((page) => { ${body} })`);
  const stopsItself = () =>
    expect
      .poll(
        () =>
          control.evaluate("browser.runtime.getContexts({ contextTypes: ['BACKGROUND'] }).then((all) => all.length)"),
        {
          timeout: 60_000,
        },
      )
      .toBe(0);
  return {
    loopback,
    isReady: () => understudy.isReady(),
    tick: () => understudy.tick(),
    async tickAfterStop() {
      await inBackground('page.isMarked = true;');
      await stopsItself();
      await understudy.tick();
      expect(await inBackground('return page.isMarked ?? false;')).toBe(false);
    },
    status: () => understudy.status(),
    options: () => understudy.options(),
    badge: () => understudy.badge(),
    tooltip: () => understudy.tooltip(),
    // The API has no list of entries; updating a missing one fails.
    hasMenuItem: (id) =>
      control.evaluate(`browser.contextMenus.update(${JSON.stringify(id)}, {}).then(() => true, () => false)`),
    recordCalls: () => control.evaluate(RECORD_CALLS),
    notices: () => inBackground('return page.recordedCalls;'),
    async ownTabs() {
      const tabs = await firefox.tabs();
      return tabs.map(({ url }) => url).filter((url) => url.startsWith('moz-extension:'));
    },
    frontTab: () =>
      control.evaluate(
        'browser.tabs.query({ active: true, lastFocusedWindow: true }).then(([tab]) => tab?.url ?? null)',
      ),
    openOwn: async (page) => drivePage(await firefox.openOwn(page)),
    openSite: async (address) => drivePage(await firefox.openPage(address)),
    async siteTab(host) {
      const find = async () =>
        (await firefox.tabs()).find(({ url }) => URL.canParse(url) && new URL(url).host === host);
      await expect.poll(async () => (await find())?.url).toBeDefined();
      const found = await find();
      if (found === undefined) throw new Error(`No tab shows ${host}`);
      return drivePage(found.page);
    },
    savedFiles: async () => firefox.savedFiles(),
    async grant(what) {
      const { page, button, isGiven } = GRANTS[what];
      const opened = await firefox.openOwn(page);
      // The button of a page that is still loading may have no effect yet.
      await expect(async () => {
        // A click that arrives after an earlier one took effect would switch the permission off again.
        await opened.evaluate(`addEventListener('click', (event) => {
          if (${isGiven}) event.stopImmediatePropagation();
        }, { capture: true, once: true })`);
        if (!(await opened.evaluate<boolean>(isGiven))) await opened.click(button);
        await expect.poll(() => opened.evaluate<boolean>(isGiven), { timeout: 60_000 }).toBe(true);
      }).toPass();
    },
  };
}
