import { english } from '@/tests/fakes/english';
import { DEFAULT_OPTIONS } from '@/utils/model/options';
import { expect } from './expect';
import { CHATS, test } from './fixtures';
import type { Understudy } from './understudy';

const SECRET = 'A secret thought';
/** The popup's text about a pending draft. */
const TRANSFERRED = new RegExp(
  [english('popup_transfer', '.+', '.+'), english('popup_transfer_plain', '.+')].map((words) => `^${words}`).join('|'),
);

/** The globals of the worker that this spec uses. */
declare const chrome: {
  windows: {
    create(of: object): Promise<{ id: number; tabs: { id: number }[] }>;
    remove(id: number): Promise<void>;
  };
  tabs: { query(of: object): Promise<{ id: number; url?: string; windowId: number; incognito: boolean }[]> };
  scripting: {
    executeScript<A extends unknown[], T>(order: {
      target: { tabId: number };
      func: (...args: A) => T;
      args: A;
    }): Promise<{ result: Awaited<T> }[]>;
  };
  storage: { local: { get(key: null): Promise<object> }; session: { get(key: null): Promise<object> } };
  runtime: { sendMessage(message: object): Promise<{ value: unknown }> };
};

test.use({ inPrivate: true, grants: [...CHATS, 'webRequest'] });

/** A private window with a chat. Playwright does not see its pages, so the worker inspects it. */
async function openPrivateChat(understudy: Understudy) {
  const opened = await understudy.worker.evaluate(async () => {
    const { id, tabs } = await chrome.windows.create({ incognito: true, url: 'https://claude.ai/chat/1' });
    return { windowId: id, tabId: tabs[0]?.id ?? -1 };
  });
  const { windowId, tabId } = opened;
  return {
    windowId,
    /** The background's answer to a content script in the tab. */
    ask: (message: object) =>
      understudy.worker.evaluate(
        async ([id, said]) => {
          const func = (asked: object) => chrome.runtime.sendMessage(asked).then(({ value }) => value);
          const [frame] = await chrome.scripting.executeScript({ target: { tabId: id }, func, args: [said] });
          return frame?.result;
        },
        [tabId, message] as const,
      ),
    type: (text: string) =>
      understudy.worker.evaluate(
        async ([id, typed]) => {
          const func = (given: string) => {
            const composer = document.querySelector<HTMLElement>('[contenteditable="true"]');
            composer?.focus();
            document.execCommand('insertText', false, given);
            return composer?.textContent ?? null;
          };
          const [frame] = await chrome.scripting.executeScript({ target: { tabId: id }, func, args: [typed] });
          return frame?.result ?? null;
        },
        [tabId, text] as const,
      ),
    close: () => understudy.worker.evaluate((id) => chrome.windows.remove(id), windowId),
  };
}

const onDisk = (understudy: Understudy) =>
  understudy.worker.evaluate(async () => JSON.stringify(await chrome.storage.local.get(null)));

test('text typed in a private window is neither stored nor offered elsewhere, and continues in that window only', async ({
  loopback,
  understudy,
}) => {
  await understudy.isReady();
  await understudy.setOptions({ ...DEFAULT_OPTIONS, keepsDrafts: true });

  await test.step('text typed in a private window is neither stored nor offered elsewhere', async () => {
    const normal = await understudy.context.newPage();
    await normal.goto('https://claude.ai/chat/1');
    loopback.seek(45_000);
    await understudy.tick();
    const chat = await openPrivateChat(understudy);
    await expect.poll(() => chat.type(SECRET).catch(() => null)).toContain(SECRET);
    await understudy.tick();
    expect(await chat.ask({ type: 'autosave-config' })).toBeNull();
    expect(await chat.ask({ type: 'autosave', text: SECRET, isNewText: true })).toBe(false);
    expect(await chat.ask({ type: 'keep-waiting', draft: SECRET })).toBe(english('waiting_private'));
    // Autosave has stored the regular window's draft, so it had time for this one too.
    await normal.locator('[contenteditable="true"]').fill('No secret');
    await expect.poll(() => understudy.drafts()).toMatchObject([{ text: 'No secret' }]);
    expect(await chat.ask({ type: 'restore-offer' })).toBeNull();
    await chat.close();
    await understudy.tick();
    expect(await onDisk(understudy)).not.toContain(SECRET);
    expect(await understudy.drafts()).toMatchObject([{ text: 'No secret' }]);
  });

  const chat = await openPrivateChat(understudy);
  await expect.poll(() => chat.type(SECRET).catch(() => null)).toContain(SECRET);

  await test.step('a draft from a private window continues in that window and is only in memory', async () => {
    await chat.ask({ type: 'continue', to: 'chatgpt', draft: SECRET });
    const opened = () =>
      understudy.worker.evaluate(async () => {
        const [tab] = await chrome.tabs.query({ url: 'https://chatgpt.com/*' });
        if (tab === undefined) return null;
        const func = () => document.querySelector('textarea')?.value ?? null;
        const [frame] = await chrome.scripting.executeScript({ target: { tabId: tab.id }, func, args: [] });
        return { windowId: tab.windowId, isPrivate: tab.incognito, holds: frame?.result };
      });
    await expect
      .poll(() => opened().catch(() => null))
      .toEqual({ windowId: chat.windowId, isPrivate: true, holds: SECRET });
    expect(await onDisk(understudy)).not.toContain(SECRET);
  });

  await test.step('the popup of a regular window does not show a draft from a private window', async () => {
    // No page can be opened for this fallback, so the draft stays pending.
    await understudy.setOptions({ ...DEFAULT_OPTIONS, localModels: ['ollama'] });
    await chat.ask({ type: 'continue', to: 'local:ollama', draft: SECRET });
    await expect
      .poll(() => understudy.transfers())
      .toMatchObject([{ text: SECRET, isPrivate: true, to: 'local:ollama' }]);
    const popup = await understudy.openPopup();
    await expect(popup.getByText(/Claude/).first()).toBeVisible();
    // The popup has read the drafts before this, and rendered them two frames later.
    await popup.evaluate(async () => {
      await chrome.storage.session.get(null);
      for (let frame = 0; frame < 2; frame += 1) await new Promise((resolve) => requestAnimationFrame(resolve));
    });
    await expect(popup.getByText(TRANSFERRED)).toHaveCount(0);
  });
});
