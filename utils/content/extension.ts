import type { Browser } from 'webextension-polyfill';
import type { Replies, SiteMessage, TabMessage, TimingMessage } from '@/utils/model/messages';

/** Whether this page is in a private window. */
export function isPrivate(): boolean {
  const { browser, chrome } = globalThis as { browser?: Partial<Browser>; chrome?: Partial<Browser> };
  return [browser, chrome].some((api) => api?.extension?.inIncognitoContext === true);
}

/** The browser's own global: with webextension-polyfill the banner would exceed its budget. */
function runtime(): Browser['runtime'] | undefined {
  const { browser, chrome } = globalThis as { browser?: Partial<Browser>; chrome?: Partial<Browser> };
  // Pages can create a global named "browser" with an element id; only the real one has a runtime with an id.
  return [browser, chrome].map((api) => api?.runtime).find((api) => api?.id !== undefined);
}

/** False once the extension was updated, disabled or removed: then this script is orphaned. */
export function isConnected(): boolean {
  return runtime()?.id !== undefined;
}

/** Rejects if the extension is gone, or its background failed. */
export async function ask<M extends SiteMessage | TimingMessage>(message: M): Promise<Replies[M['type']]> {
  const port = runtime();
  if (port?.id === undefined) throw new Error('The extension is gone');
  const { value } = (await port.sendMessage(message)) as { value: Replies[M['type']] };
  return value;
}

/**
 * Listens to messages from the background to this tab; returns the function that stops it. Returning true answers for
 * the tab: without an answer the background assumes that no script is running here.
 */
export function listen(onMessage: (message: TabMessage) => boolean): () => void {
  const listener = (message: unknown, _sender: unknown, reply: (isTaken: boolean) => void): undefined => {
    if (onMessage(message as TabMessage)) reply(true);
  };
  const event = runtime()?.onMessage;
  event?.addListener(listener as never);
  return () => {
    if (isConnected()) event?.removeListener(listener as never);
  };
}

/** Missing in the DOM types, and in browsers without prerendering. */
interface PrerenderingDocument extends Document {
  readonly prerendering?: boolean;
}

/**
 * Runs the callback once the page is active. While Chromium prerenders it, its frame has an id other than 0, and the
 * background would treat its messages as those of a subframe.
 * https://developer.mozilla.org/en-US/docs/Web/API/Document/prerendering
 */
export function whenActivated(run: () => void): void {
  if ((document as PrerenderingDocument).prerendering === true) {
    document.addEventListener('prerenderingchange', run, { once: true });
  } else {
    run();
  }
}
