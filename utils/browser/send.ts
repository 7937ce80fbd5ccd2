import browser from 'webextension-polyfill';
import type { PageMessage, Replies } from '@/utils/model/messages';

/** Tells the background something from one of our own pages; rejects when there is none to hear it, or it failed. */
export async function sendToBackground<M extends PageMessage>(message: M): Promise<Replies[M['type']]> {
  const reply: { value: Replies[M['type']] } | null | undefined = await browser.runtime.sendMessage(message);
  if (!reply) throw new Error('The background did not answer');
  return reply.value;
}
