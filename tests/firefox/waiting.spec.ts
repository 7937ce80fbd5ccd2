import { findFirefox } from '@/scripts/find-firefox.mjs';
import { expect } from '@/tests/browser/expect';
import { english } from '@/tests/fakes/english';
import { driveFirefox } from './drive-firefox';
import { test } from './fixtures';

// biome-ignore lint/suspicious/noSkippedTests: where there is no Firefox that is said, and counted as skipped
test.skip(findFirefox() === null, 'There is no Firefox on this machine.');

/** Offsets of the scenario `claude-outage`. */
const AT = { partial: 45_000, over: 365_000 } as const;
const TEXT = 'Why does this loop skip items?';
/** "Claude is back after 5 min", whatever it lasted. */
const BACK = new RegExp(`^${english('headline_recovered', 'Claude', '.+')}$`);
const [FILL_IN = ''] = english('waiting_fill_for', 'Claude', '|').split('|');

/** The texts in the database of drafts. */
const SAVED = `new Promise((resolve, reject) => {
  const opening = indexedDB.open('drafts');
  opening.onerror = () => reject(opening.error);
  opening.onsuccess = () => {
    const all = opening.result.transaction('drafts').objectStore('drafts').getAll();
    all.onsuccess = () => {
      opening.result.close();
      resolve(all.result.map(({ text, state }) => ({ text, state })));
    };
  };
})`;

for (const isContained of [false, true]) {
  test(`a draft kept in the banner waits until its assistant is back, and is filled into a new chat in ${isContained ? 'its own' : 'the default'} container, not sent`, async ({
    loopback,
    understudy,
  }) => {
    const { firefox, control } = understudy;
    await understudy.isReady();
    const driven = driveFirefox(loopback, understudy);
    await driven.grant('banner');
    await driven.recordCalls();
    const container = isContained ? await firefox.makeContainer() : 'default';
    const chat = await firefox.openPage('https://claude.ai/chat/1', container);
    await chat.type('.ProseMirror', TEXT);
    loopback.seek(AT.partial);
    await understudy.tick();
    const said = async () => (await chat.banner())?.text ?? '';
    await expect.poll(said).toContain(english('banner_continue'));
    await chat.clickInBanner(english('banner_continue'));
    await expect.poll(said).toContain(english('waiting_keep', 'Claude'));
    await chat.clickInBanner(english('waiting_keep', 'Claude'));
    await expect.poll(said).toContain(english('waiting_kept', 'Claude'));
    expect(await control.evaluate(SAVED)).toEqual([{ text: TEXT, state: 'waiting' }]);
    // The tab of the draft shows no chat any more, and is the only one of its container.
    await chat.evaluate("void location.assign('https://github.com/')");
    const chatTab = async () => (await firefox.tabs()).find(({ url }) => url.startsWith('https://claude.ai/'));
    await expect.poll(chatTab).toBeUndefined();
    loopback.clearRequests();

    loopback.seek(AT.over);
    await understudy.tick();
    await expect.poll(() => driven.notices()).toContainEqual(expect.stringMatching(BACK));
    const popup = await firefox.openOwn('popup.html');
    await expect.poll(() => popup.text()).toContain(TEXT);
    await expect
      .poll(() =>
        popup.evaluate<boolean>(`document.querySelector('[aria-label^=${JSON.stringify(FILL_IN)}]') !== null`),
      )
      .toBe(true);
    await popup.click(FILL_IN);
    await expect.poll(async () => (await chatTab())?.container).toBe(container);
    const composer = "document.querySelector('.ProseMirror')?.textContent ?? ''";
    await expect.poll(async () => (await chatTab())?.page.evaluate(composer)).toBe(TEXT);
    await expect.poll(() => control.evaluate(SAVED)).toEqual([]);
    expect(loopback.requests.filter(({ method, host }) => method === 'POST' && host === 'claude.ai')).toEqual([]);
  });
}
