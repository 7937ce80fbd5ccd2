import { type CDPSession, expect, type Page } from '@playwright/test';
import type { Understudy } from './understudy';

/** The popup that a click on the toolbar icon opens: Playwright does not see it, the browser's own tools do. */
export class IconPopup {
  readonly #replies = new Map<number, (result: { result?: { value?: unknown } }) => void>();
  #asked = 0;

  private constructor(
    readonly browser: CDPSession,
    readonly sessionId: string,
  ) {
    browser.on('Target.receivedMessageFromTarget', ({ message }) => {
      const { id, result } = JSON.parse(message);
      this.#replies.get(id)?.(result ?? {});
    });
  }

  /** Clicks the icon while this page is in front, which grants `activeTab` for it. */
  static async open({ context, id }: Understudy, page: Page): Promise<IconPopup> {
    const browser = await context.browser()?.newBrowserCDPSession();
    if (browser === undefined) throw new Error('This browser has no tools');
    await page.bringToFront();
    const { targetInfos: tabs } = await browser.send('Target.getTargets', { filter: [{ type: 'tab' }] });
    const tab = tabs.find(({ url }) => url === page.url());
    const click = { id, targetId: tab?.targetId ?? '' };
    await browser.send('Extensions.triggerAction' as 'Browser.getVersion', click as unknown as undefined);
    const popupId = async () => {
      const { targetInfos } = await browser.send('Target.getTargets');
      return targetInfos.find(({ url }) => url.endsWith('/popup.html'))?.targetId;
    };
    await expect.poll(popupId).toBeDefined();
    const targetId = (await popupId()) ?? '';
    const { sessionId } = await browser.send('Target.attachToTarget', { targetId, flatten: false });
    return new IconPopup(browser, sessionId);
  }

  /** The value of an expression in the popup's page. */
  async evaluate(expression: string): Promise<unknown> {
    this.#asked += 1;
    const id = this.#asked;
    const reply = new Promise<{ result?: { value?: unknown } }>((resolve) => this.#replies.set(id, resolve));
    const message = JSON.stringify({ id, method: 'Runtime.evaluate', params: { expression, returnByValue: true } });
    await this.browser.send('Target.sendMessageToTarget', { sessionId: this.sessionId, message });
    return (await reply).result?.value;
  }
}
