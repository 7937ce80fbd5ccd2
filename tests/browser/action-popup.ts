import type { CDPSession, Page } from '@playwright/test';
import { expect } from './expect';
import type { Understudy } from './understudy';

/**
 * The real action popup, opened by clicking the icon: only then does the extension see the tab in front. Playwright does
 * not expose it as a page, so it is driven over the DevTools protocol.
 */
export class ActionPopup {
  readonly #session: CDPSession;
  readonly #sessionId: string;
  readonly #targetId: string;
  readonly #replies = new Map<number, (result: unknown) => void>();
  #last = 0;

  private constructor(session: CDPSession, sessionId: string, targetId: string) {
    this.#session = session;
    this.#sessionId = sessionId;
    this.#targetId = targetId;
    session.on('Target.receivedMessageFromTarget', ({ message }) => {
      const { id, result } = JSON.parse(message);
      this.#reply(id, result);
    });
    session.on('Target.detachedFromTarget', () => {
      for (const id of [...this.#replies.keys()]) this.#reply(id, undefined);
    });
  }

  /** Clicks the icon while `page` is in front. */
  static async open(understudy: Understudy, page: Page): Promise<ActionPopup> {
    await page.bringToFront();
    const browser = page.context().browser();
    if (browser === null) throw new Error('The browser is gone');
    const session = await browser.newBrowserCDPSession();
    const pages = await session.send('Target.getTargets', { filter: [{ type: 'tab' }] });
    const tab = pages.targetInfos.find(({ url }) => url === page.url());
    if (tab === undefined) throw new Error(`No tab shows ${page.url()}`);
    // Playwright's types lack this command.
    const send = session.send.bind(session) as (method: string, params: object) => Promise<unknown>;
    await send('Extensions.triggerAction', { id: understudy.id, targetId: tab.targetId });
    let targetId = '';
    const find = async () => {
      const { targetInfos } = await session.send('Target.getTargets');
      targetId = targetInfos.find(({ url }) => url.endsWith('/popup.html'))?.targetId ?? '';
      return targetId;
    };
    await expect.poll(find).not.toBe('');
    const { sessionId } = await session.send('Target.attachToTarget', { targetId, flatten: false });
    return new ActionPopup(session, sessionId, targetId);
  }

  #reply(id: number, result: unknown): void {
    this.#replies.get(id)?.(result);
    this.#replies.delete(id);
  }

  /** Undefined if the popup answers with an error, as while it loads, or goes away before it answers. */
  #call<T>(method: string, params: object = {}): Promise<T | undefined> {
    this.#last += 1;
    const id = this.#last;
    const message = JSON.stringify({ id, method, params });
    const reply = new Promise<T | undefined>((resolve) => this.#replies.set(id, resolve as (result: unknown) => void));
    this.#session
      .send('Target.sendMessageToTarget', { sessionId: this.#sessionId, message })
      .catch(() => this.#reply(id, undefined));
    return reply;
  }

  /** Evaluates an expression in the popup and returns its value, or that of its promise. Undefined without an answer. */
  async evaluate<T>(expression: string): Promise<T | undefined> {
    const params = { expression, returnByValue: true, awaitPromise: true };
    return (await this.#call<{ result: { value: T } }>('Runtime.evaluate', params))?.result?.value;
  }

  /** The visible text. Undefined without an answer, of which no check holds. */
  text(): Promise<string | undefined> {
    return this.evaluate('document.body.innerText');
  }

  /** Waits until it knows which chat is in front, which it asks the browser, and has rendered that. */
  async knowsFront(): Promise<void> {
    const rendered = `chrome.tabs.query({ active: true, currentWindow: true }).then(
      () => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(true)))),
    )`;
    // The answers come in the order of the questions, and the popup has asked when it shows anything but its snapshot.
    await expect.poll(() => this.evaluate(`document.querySelector('main:not([data-snapshot])') !== null`)).toBe(true);
    await expect.poll(() => this.evaluate(rendered)).toBe(true);
  }

  /** Clicks the button, link or label with this exact text, with real mouse events. */
  async click(label: string): Promise<void> {
    // The buttons of a snapshot, which a popup shows first, do nothing yet.
    const place = `(() => {
      if (document.querySelector('[data-snapshot]') !== null) return null;
      const all = [...document.querySelectorAll('button, a, label')];
      const box = all.find((one) => one.innerText.trim() === ${JSON.stringify(label)})?.getBoundingClientRect();
      return box ? { x: box.x + box.width / 2, y: box.y + box.height / 2 } : null;
    })()`;
    let at = null as { x: number; y: number } | null;
    const find = async () => {
      at = (await this.evaluate<typeof at>(place)) ?? null;
      return at;
    };
    await expect.poll(find).not.toBeNull();
    for (const type of ['mousePressed', 'mouseReleased']) {
      await this.#call('Input.dispatchMouseEvent', { type, ...at, button: 'left', clickCount: 1 });
    }
  }

  /** Closes it, which a test needs before it opens another: `open` would find this one. It may be closed already. */
  async close(): Promise<void> {
    await this.#session.send('Target.closeTarget', { targetId: this.#targetId }).catch(() => undefined);
    const isOpen = async () => {
      const { targetInfos } = await this.#session.send('Target.getTargets');
      return targetInfos.some(({ targetId }) => targetId === this.#targetId);
    };
    await expect.poll(isOpen).toBe(false);
    await this.#session.detach();
  }
}
