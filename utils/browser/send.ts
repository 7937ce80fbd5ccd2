import browser from 'webextension-polyfill';
import type { PageMessage, Replies } from '@/utils/model/messages';

/** Tells the background something from one of our own pages; rejects when there is no background to hear it. */
export function sendToBackground<M extends PageMessage>(message: M): Promise<Replies[M['type']]> {
  return browser.runtime.sendMessage(message);
}
