import { writeFileSync } from 'node:fs';
import { expect } from '@playwright/test';
import { type BannerContent, IN_BANNER } from '@/tests/browser/banner-probe';
import { type Bidi, BidiError } from './bidi';

interface Evaluated {
  type: 'success' | 'exception';
  /** `sharedId`: of a node. */
  result?: { type: string; value?: string; sharedId?: string };
  exceptionDetails?: { text: string };
}

interface LocatedNode {
  value: { shadowRoot?: { sharedId: string } | null };
}

/** A tab of Firefox. */
export class FirefoxPage {
  constructor(
    readonly bidi: Bidi,
    readonly context: string,
  ) {}

  /** `userContext`: the container to open it in; defaults to the default container. */
  static async open(bidi: Bidi, url: string, userContext = 'default'): Promise<FirefoxPage> {
    const { context } = await bidi.send<{ context: string }>('browsingContext.create', { type: 'tab', userContext });
    await bidi.send('browsingContext.navigate', { context, url, wait: 'complete' });
    return new FirefoxPage(bidi, context);
  }

  /** Evaluates an expression and returns its value as JSON carries it. Extension pages have `browser`. */
  async evaluate<T>(expression: string): Promise<T> {
    const evaluated = await this.bidi.send<Evaluated>('script.evaluate', {
      expression: `Promise.resolve(${expression}).then((value) => JSON.stringify(value === undefined ? null : value))`,
      target: { context: this.context },
      awaitPromise: true,
      userActivation: true,
    });
    if (evaluated.type === 'exception') throw new Error(evaluated.exceptionDetails?.text ?? expression);
    return JSON.parse(evaluated.result?.value ?? 'null') as T;
  }

  /** The visible text; empty while the document has no body yet. */
  text(): Promise<string> {
    return this.evaluate<string>("document.body?.innerText ?? ''");
  }

  /** Clicks the first button, link or switch whose name starts with `name`, with real mouse events. */
  async click(name: string): Promise<void> {
    const nameOf = `(one) => {
      const seen = one.cloneNode(true);
      for (const hidden of seen.querySelectorAll('[aria-hidden=true]')) hidden.remove();
      return one.getAttribute('aria-label') ?? seen.textContent;
    }`;
    const isNamed = `(${nameOf})(one).trim().startsWith(${JSON.stringify(name)})`;
    await this.#clickOn(`[...document.querySelectorAll('button, a')].find((one) => ${isNamed})`, name);
  }

  /** Clicks into a field and types with real key events; "\uE007" is Enter. */
  async type(selector: string, text: string): Promise<void> {
    await this.#clickOn(`document.querySelector(${JSON.stringify(selector)})`, selector);
    const keys = [...text].flatMap((value) => [
      { type: 'keyDown', value },
      { type: 'keyUp', value },
    ]);
    await this.#perform({ type: 'key', id: 'keyboard', actions: keys });
  }

  /** Null if there is no banner. Read through WebDriver: page scripts can't see into the closed root. */
  banner(): Promise<BannerContent | null> {
    return this.#inBanner<BannerContent>(IN_BANNER.read);
  }

  /** Whether a press has opened the fallback list, which appears once it is loaded. Null if there is no banner. */
  isListOpen(): Promise<boolean | null> {
    return this.#inBanner<boolean>(IN_BANNER.isListOpen);
  }

  /**
   * Clicks a button or link of the banner with the real mouse, by its label or text, once presses count. The card ignores
   * presses in a background tab, and a tab that an earlier press opened may come to the front late. Such a press never
   * leaves the card, so the chat is activated and the press repeated.
   */
  async clickInBanner(label: string): Promise<void> {
    await expect(async () => {
      await this.bidi.send('browsingContext.activate', { context: this.context });
      await this.isBannerReady();
      await this.evaluate(`(() => {
        window.sawClick = false;
        window.addEventListener('click', () => { window.sawClick = true; }, { once: true });
      })()`);
      await this.clickInBannerAtOnce(label);
      // A busy page may get the click late. If it was repeated at once, the second one would undo the first.
      await expect.poll(() => this.evaluate<boolean>('window.sawClick === true'), { timeout: 3_000 }).toBe(true);
    }).toPass({ timeout: 60_000 });
  }

  /** Waits until presses count; false if that takes too long. Null if there is no banner. */
  isBannerReady(): Promise<boolean | null> {
    return this.#inBanner<boolean>(IN_BANNER.ready);
  }

  /** Clicks without waiting until presses count. */
  async clickInBannerAtOnce(label: string): Promise<void> {
    const at = await this.#inBanner<{ x: number; y: number }>(IN_BANNER.placeOf, label);
    if (at === null) throw new Error(`The banner has no button "${label}": ${(await this.banner())?.text}`);
    await this.#clickAt({ x: Math.round(at.x), y: Math.round(at.y) });
  }

  async #inBanner<T>(body: string, argument = ''): Promise<T | null> {
    const { nodes } = await this.bidi.send<{ nodes: LocatedNode[] }>('browsingContext.locateNodes', {
      context: this.context,
      locator: { type: 'css', value: 'understudy-banner' },
      serializationOptions: { includeShadowTree: 'all', maxDomDepth: 1 },
    });
    const root = nodes[0]?.value.shadowRoot;
    if (!root) return null;
    // The banner may have disappeared between the two calls.
    try {
      const called = await this.bidi.send<Evaluated>('script.callFunction', {
        functionDeclaration: `async function (argument) { return JSON.stringify(await (function (argument) { ${body} }).call(this, argument)); }`,
        this: { sharedId: root.sharedId },
        arguments: [{ type: 'string', value: argument }],
        target: { context: this.context },
        awaitPromise: true,
      });
      return called.type === 'exception' ? null : (JSON.parse(called.result?.value ?? 'null') as T | null);
    } catch (error) {
      if (error instanceof BidiError && error.code === 'no such node') return null;
      throw error;
    }
  }

  /** `origin` is what the position is relative to: an element's center, or by default the viewport's corner. */
  async #clickAt(at: { x: number; y: number; origin?: object }): Promise<void> {
    const actions = [
      { type: 'pointerMove', ...at },
      { type: 'pointerDown', button: 0 },
      { type: 'pointerUp', button: 0 },
    ];
    await this.#perform({ type: 'pointer', id: 'mouse', parameters: { pointerType: 'mouse' }, actions });
  }

  /** The browser looks up the position of the element when it moves the mouse: a page that is loading still moves it. */
  async #clickOn(element: string, name: string): Promise<void> {
    const { result } = await this.bidi.send<Evaluated>('script.evaluate', {
      expression: `(() => {
        const target = ${element};
        target?.scrollIntoView({ block: 'center' });
        return target;
      })()`,
      target: { context: this.context },
      awaitPromise: false,
      serializationOptions: { maxDomDepth: 0 },
    });
    if (result?.sharedId === undefined) throw new Error(`There is no "${name}": ${await this.text()}`);
    await this.#clickAt({ x: 0, y: 0, origin: { type: 'element', element: { sharedId: result.sharedId } } });
  }

  async #perform(source: object): Promise<void> {
    await this.bidi.send('input.performActions', { context: this.context, actions: [source] });
  }

  async screenshot(file: string): Promise<void> {
    const { data } = await this.bidi.send<{ data: string }>('browsingContext.captureScreenshot', {
      context: this.context,
    });
    writeFileSync(file, Buffer.from(data, 'base64'));
  }
}
