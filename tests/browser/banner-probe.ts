import type { CDPSession, Page } from '@playwright/test';
import { expect } from '@playwright/test';

interface DomNode {
  backendNodeId: number;
  nodeName: string;
  attributes?: string[];
  children?: DomNode[];
  shadowRoots?: DomNode[];
}

export interface BannerContent {
  assistant: string | undefined;
  verdict: string | undefined;
  level: string | undefined;
  /** The visible text, with line breaks. */
  text: string;
}

type Tag = 'UNDERSTUDY-BANNER' | 'UNDERSTUDY-DRAFT-TRANSFER';

/** Bodies of functions whose `this` is the banner's closed shadow root. Both browsers' drivers run them. */
export const IN_BANNER = {
  read: `
    const text = [...this.children].filter((child) => child.localName !== 'style').map((child) => child.innerText);
    // The live region is added before its text. Without text there is nothing to read yet.
    if (text.every((part) => part === '')) return null;
    const { assistant, verdict, level } = this.host.dataset;
    return { assistant, verdict, level, text: text.join('\\n') };`,
  /** The center of a button or link, found by its label or its first line of text; null if it is not visible. */
  placeOf: `
    const all = [...this.querySelectorAll('button, a')].filter((one) => one.getClientRects().length > 0);
    const labelOf = (one) => one.getAttribute('aria-label') ?? one.innerText.trim().split('\\n')[0];
    const target = all.find((one) => labelOf(one).trim() === argument);
    if (target === undefined) return null;
    const box = target.getBoundingClientRect();
    return { x: box.x + box.width / 2, y: box.y + box.height / 2 };`,
  /** Whether the list of fallbacks is open. Its names come later than the state of its button. */
  isListOpen: `return this.querySelector('button[aria-expanded="true"]') !== null;`,
  /**
   * Whether presses count. The card ignores them until it has been unchanged for half a second (clickjacking guard), and
   * looks for changes every 200 ms.
   */
  ready: `
    const card = this.lastElementChild;
    const until = Date.now() + 10_000;
    return new Promise((resolve) => {
      const look = () => {
        const isReady = card.dataset.guard === 'ready';
        if (isReady || Date.now() > until) resolve(isReady);
        else setTimeout(look, 50);
      };
      setTimeout(look, 250);
    });`,
  /** Whether all animations have ended. A background tab may not run them, so the wait is limited. */
  settle: `
    const moves = Promise.allSettled(this.getAnimations().map(({ finished }) => finished));
    const enough = new Promise((resolve) => setTimeout(resolve, 2_000));
    return Promise.race([moves, enough]).then(() => this.getAnimations().length === 0);`,
} as const;

function find(node: DomNode, tag: Tag): DomNode | null {
  if (node.nodeName === tag) return node;
  for (const child of [...(node.children ?? []), ...(node.shadowRoots ?? [])]) {
    const found = find(child, tag);
    if (found !== null) return found;
  }
  return null;
}

/**
 * Reads the banner or the draft-transfer note over the DevTools protocol: page scripts and Playwright's locators can't
 * see into a closed shadow root.
 */
export class BannerProbe {
  #session: CDPSession | null = null;

  constructor(
    readonly page: Page,
    readonly tag: Tag = 'UNDERSTUDY-BANNER',
  ) {}

  async #call<T>(body: string, argument?: string): Promise<T | null> {
    this.#session ??= await this.page.context().newCDPSession(this.page);
    const { root } = (await this.#session.send('DOM.getDocument', { depth: -1, pierce: true })) as { root: DomNode };
    const shadow = find(root, this.tag)?.shadowRoots?.[0];
    if (shadow === undefined) return null;
    const { object } = await this.#session.send('DOM.resolveNode', { backendNodeId: shadow.backendNodeId });
    const { result } = await this.#session.send('Runtime.callFunctionOn', {
      objectId: object.objectId ?? '',
      functionDeclaration: `function (argument) { ${body} }`,
      arguments: [{ value: argument }],
      returnByValue: true,
      awaitPromise: true,
    });
    return result.value as T;
  }

  /** Null if there is no banner or it has no text yet. */
  read(): Promise<BannerContent | null> {
    return this.#call<BannerContent>(IN_BANNER.read);
  }

  async text(): Promise<string | null> {
    return (await this.read())?.text ?? null;
  }

  /** Waits until the text satisfies `isWanted`; false after `withinMs`. */
  async says(isWanted: (text: string) => boolean, withinMs = 30_000): Promise<boolean> {
    for (const until = Date.now() + withinMs; Date.now() < until; await this.page.waitForTimeout(100)) {
      const text = await this.text().catch(() => null);
      if (text !== null && isWanted(text)) return true;
    }
    return false;
  }

  /** Whether the list of fallbacks is open, also while it has no names yet; null if there is no banner. */
  isListOpen(): Promise<boolean | null> {
    return this.#call<boolean>(IN_BANNER.isListOpen);
  }

  /** Waits until the fade-in has ended, for screenshots; null if there is no banner. */
  settled(): Promise<boolean | null> {
    return this.#call<boolean>(IN_BANNER.settle);
  }

  /** Computed background color of the card. */
  ground(): Promise<string | null> {
    return this.#call('return getComputedStyle(this.lastElementChild).backgroundColor;');
  }

  /** Computed text direction of the card. */
  direction(): Promise<string | null> {
    return this.#call('return getComputedStyle(this.lastElementChild).direction;');
  }

  /** The first line of the button or link with the focus; null if it is elsewhere. */
  focused(): Promise<string | null> {
    return this.#call("return this.activeElement?.innerText.trim().split('\\n')[0] ?? null;");
  }

  /** Position and size in the viewport; null if there is no banner. */
  box(): Promise<{ x: number; y: number; width: number; height: number } | null> {
    return this.#call(`const box = this.lastElementChild.getBoundingClientRect();
      return { x: box.x, y: box.y, width: box.width, height: box.height };`);
  }

  /** How far the card is scrolled, in CSS pixels; null if there is no banner. */
  scrollTop(): Promise<number | null> {
    return this.#call('return this.lastElementChild.scrollTop;');
  }

  /** Whether presses count; null if there is no banner. */
  ready(): Promise<boolean | null> {
    return this.#call<boolean>(IN_BANNER.ready);
  }

  /** The center of a button or link, by its label or text. */
  async placeOf(label: string): Promise<{ x: number; y: number }> {
    const at = await this.#call<{ x: number; y: number } | null>(IN_BANNER.placeOf, label);
    if (at === null) throw new Error(`The banner has no button "${label}": ${await this.text()}`);
    return at;
  }

  /**
   * Clicks a button or link with the real mouse once presses count, and repeats a click that was refused: a tab that opens
   * above the chat changes `screenY`, which the clickjacking guard treats as a moved window. clickjacking.spec.ts tests
   * the refusal itself.
   */
  async click(label: string, timeoutMs = 60_000): Promise<void> {
    await expect(async () => {
      await this.ready();
      const { x, y } = await this.placeOf(label);
      await this.page.evaluate(() => {
        Object.assign(window, { sawClick: false });
        window.addEventListener('click', (event) => {
          // The path of a click in a closed shadow root begins at its host. That may be in a shadow root of the page. No
          // inner function has a name: tsx would mark it by a helper that the page does not have.
          const path = event.composedPath();
          if (path.some((one) => one instanceof Element && one.localName.startsWith('understudy-'))) {
            Object.assign(window, { sawClick: true });
          }
        });
      });
      await this.page.mouse.click(x, y);
      const hasSeenClick = () => (window as { sawClick?: boolean }).sawClick === true;
      // A busy page may get the click late. If it was repeated at once, the second one would undo the first.
      await expect.poll(() => this.page.evaluate(hasSeenClick), { timeout: 3_000 }).toBe(true);
    }).toPass({ timeout: timeoutMs });
  }
}
