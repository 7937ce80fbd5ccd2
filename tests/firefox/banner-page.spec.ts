import { findFirefox } from '@/scripts/find-firefox.mjs';
import { expect } from '@/tests/browser/expect';
import { english } from '@/tests/fakes/english';
import { DEFAULT_OPTIONS } from '@/utils/model/options';
import { driveFirefox } from './drive-firefox';
import { test } from './fixtures';

// biome-ignore lint/suspicious/noSkippedTests: where there is no Firefox that is said, and counted as skipped
test.skip(findFirefox() === null, 'There is no Firefox on this machine.');

const PARTIAL = 45_000;
const CONTINUE = english('banner_continue');
const MUST_REFUSE_MS = 450;
/** Appears only in the open fallback list. */
const LIST = 'ChatGPT';

test("the banner's style sheet applies under the page's own content security policy, and its buttons work above a modal dialog and ignore presses on a card that the page has just changed", async ({
  loopback,
  understudy,
}) => {
  await understudy.isReady();
  await driveFirefox(loopback, understudy).grant('banner');
  const chat = await understudy.firefox.openPage('https://claude.ai/chat/1');
  loopback.seek(PARTIAL);
  await understudy.tick();
  const text = async () => (await chat.banner())?.text ?? '';
  await expect.poll(text).toContain(CONTINUE);
  await test.step("the style sheet applies under the page's own content security policy", async () => {
    // Only the style sheet limits the size.
    const box = await chat.evaluate<{ width: number; height: number }>(
      "(({ width, height }) => ({ width, height }))(document.querySelector('understudy-banner').getBoundingClientRect())",
    );
    expect(box.width).toBeLessThanOrEqual(420);
    expect(box.height).toBeLessThan(320);
  });

  await chat.evaluate(`(() => {
    const dialog = document.createElement('dialog');
    dialog.append(Object.assign(document.createElement('button'), { id: 'close', textContent: 'Close' }));
    document.body.append(dialog);
    dialog.showModal();
  })()`);
  await expect
    .poll(() =>
      chat.evaluate<boolean>("document.querySelector('understudy-banner')?.parentNode.localName === 'dialog'"),
    )
    .toBe(true);
  expect(await chat.evaluate<string>('document.activeElement.id')).toBe('close');
  await chat.clickInBanner(CONTINUE);
  await expect.poll(text).toContain(LIST);
  await chat.clickInBanner(CONTINUE);
  await expect.poll(text).not.toContain(LIST);
  await chat.evaluate("document.querySelector('dialog').close()");
  await expect
    .poll(() =>
      chat.evaluate<boolean>("document.querySelector('understudy-banner')?.parentNode === document.documentElement"),
    )
    .toBe(true);
  await chat.clickInBanner(CONTINUE);
  await expect.poll(text).toContain(LIST);
  await chat.clickInBanner(CONTINUE);
  await expect.poll(text).not.toContain(LIST);

  for (const attack of [
    "host.style.setProperty('opacity', '0.01', 'important')",
    "host.style.setProperty('left', '40px', 'important')",
    "host.style.setProperty('clip-path', 'inset(45%)', 'important')",
    'host.hidePopover()',
    `(() => {
      const cover = Object.assign(document.createElement('div'), { popover: 'manual', id: 'cover' });
      cover.style.cssText = 'pointer-events:none;inset:0;width:100vw;height:100vh;background:#fff';
      document.body.append(cover);
      cover.showPopover();
    })()`,
    `(() => {
      const cover = Object.assign(document.createElement('div'), { popover: 'manual', id: 'cover' });
      cover.style.cssText = 'inset:auto 0 0 auto;width:1px;height:1px';
      const sheet = new CSSStyleSheet();
      sheet.replaceSync('#cover::backdrop { background: #fff }');
      document.adoptedStyleSheets = [sheet];
      document.body.append(cover);
      cover.showPopover();
    })()`,
    `(() => {
      const cover = Object.assign(document.createElement('div'), { popover: 'manual', id: 'cover' });
      cover.style.cssText = 'pointer-events:none;inset:auto 0 0 auto;width:1px;height:1px;overflow:visible';
      const content = document.createElement('div');
      content.style.cssText = 'position:fixed;inset:0;background:#fff';
      cover.append(content);
      document.body.append(cover);
      cover.showPopover();
    })()`,
  ]) {
    // The guard accepts presses on a card that has been unchanged for 500 ms, so only a faster one must be refused. A
    // busy machine may need several attempts.
    await expect(async () => {
      // Otherwise the banner would refuse the press because its list has just been closed.
      expect(await chat.isBannerReady()).toBe(true);
      await chat.evaluate(`((host) => {
        window.pressedAfterMs = null;
        const changedAt = performance.now();
        const onClick = () => { window.pressedAfterMs = performance.now() - changedAt; };
        window.addEventListener('click', onClick, { capture: true, once: true });
        ${attack};
      })(document.querySelector('understudy-banner'))`);
      await chat.clickInBannerAtOnce(CONTINUE);
      const pressedAfterMs = () => chat.evaluate<number | null>('window.pressedAfterMs');
      await expect.poll(pressedAfterMs).not.toBeNull();
      const tookMs = Number(await pressedAfterMs());
      if (tookMs < MUST_REFUSE_MS) return;
      await chat.evaluate("document.querySelector('#cover')?.remove()");
      if (await chat.isListOpen()) {
        await chat.clickInBanner(CONTINUE);
        await expect.poll(() => chat.isListOpen()).toBe(false);
      }
      throw new Error(`The press took ${tookMs} ms`);
    }).toPass({ timeout: 60_000 });
    expect(await chat.isListOpen(), attack).toBe(false);
    await chat.evaluate("document.querySelector('#cover')?.remove()");
    await chat.clickInBanner(CONTINUE);
    await expect.poll(text, attack).toContain(LIST);
    await chat.clickInBanner(CONTINUE);
    await expect.poll(() => chat.isListOpen()).toBe(false);
  }

  await test.step('the banner accepts presses and keeps the focus while the page shows a popover elsewhere', async () => {
    await chat.evaluate(`(() => {
      const toast = Object.assign(document.createElement('div'), { popover: 'manual', textContent: 'Copied' });
      toast.style.cssText = 'inset:auto auto 0 0';
      document.body.append(toast);
      toast.showPopover();
    })()`);
    await chat.clickInBanner(CONTINUE);
    await expect.poll(text).toContain(LIST);
    expect(await chat.evaluate<string>('document.activeElement.localName')).toBe('understudy-banner');
  });
});

test("failing messages are noticed again after the setting is switched off and on, and the status page's report continues the same episode", async ({
  loopback,
  understudy,
}) => {
  const driven = driveFirefox(loopback, understudy);
  await understudy.isReady();
  await driven.grant('banner');
  await driven.grant('evidence');
  const options = await understudy.firefox.openOwn('options.html#failing-messages');
  const isOn = () =>
    options.evaluate<string>("document.querySelector('#failing-messages [role=switch]')?.ariaChecked ?? ''");
  await expect.poll(isOn).toBe('true');
  for (const next of ['false', 'true']) {
    await options.click(english('popup_evidence'));
    await expect.poll(isOn).toBe(next);
  }
  const chat = await driven.openSite('https://claude.ai/chat/1');
  loopback.overrideSite('claude.ai', { send: { kind: 'status', status: 529 } });
  for (const text of ['First', 'Second']) await chat.write(text, true);
  const verdict = async () => (await understudy.status())?.verdicts.claude;
  await expect.poll(verdict).toMatchObject({ kind: 'suspected', suspicion: { failed: 2, of: 2 } });
  await expect.poll(async () => (await chat.banner())?.text ?? '').toContain(english('suspicion_count', '2', '2'));
  await chat.screenshot('suspected');
  await test.step("the status page's report continues the same episode", async () => {
    loopback.seek(PARTIAL);
    await understudy.tick();
    await expect.poll(verdict).toMatchObject({ kind: 'trouble' });
    expect((await understudy.status())?.episodes.claude?.sensedAt).toEqual(expect.any(Number));
  });

  // A handshake of a WebSocket needs a permission of its own, which is asked for together with the site.
  const site = 'copilot.microsoft.com';
  await understudy.setOptions({ ...DEFAULT_OPTIONS, watched: ['microsoft_copilot'] });
  const sites = await understudy.firefox.openOwn('options.html#permissions');
  await expect.poll(() => sites.text()).toContain(site);
  await sites.click(english('own_page_allow', site));
  await expect.poll(() => sites.text()).toContain(english('sites_take_back'));
  const page = await understudy.firefox.openPage(`https://${site}/chats/1`);
  loopback.overrideSite(site, { send: { kind: 'status', status: 503 } });
  const open = `new Promise((resolve) => {
    const socket = new WebSocket('wss://${site}/c/api/chat?api-version=2');
    socket.onopen = () => resolve(true);
    socket.onerror = () => resolve(false);
  })`;
  for (let count = 0; count < 2; count += 1) expect(await page.evaluate<boolean>(open)).toBe(false);
  await expect
    .poll(async () => (await understudy.status())?.verdicts.microsoft_copilot)
    .toMatchObject({ suspicion: { what: 'handshake', failed: 2, of: 2 } });
});
