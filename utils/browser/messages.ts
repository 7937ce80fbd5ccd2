import * as v from 'valibot';

import browser, { type Runtime } from 'webextension-polyfill';
import { ASSISTANT_IDS } from '@/utils/model/assistant';
import { CARRY_OUTCOMES } from '@/utils/model/carry';
import type { PageMessage, SiteMessage } from '@/utils/model/messages';
import { localModelId, wayId } from './way-schema';

/** Longer than any composer takes; session storage holds ten of them. */
const MAX_DRAFT = 1_000_000;

const assistantId = v.picklist(ASSISTANT_IDS);
const draft = v.pipe(
  v.string(),
  v.check((text) => text.length <= MAX_DRAFT),
);

/** Those that say no more than what they are. */
const bare = <T extends string>(...types: T[]) => v.object({ type: v.picklist(types) });

const siteMessage: v.GenericSchema<unknown, SiteMessage> = v.union([
  bare(
    'banner-view',
    'alternatives',
    'dismiss',
    'carry-order',
    'keep-order',
    'kept-draft',
    'put-back',
    'discard-draft',
    'check',
    'history',
  ),
  v.object({ type: v.literal('await'), isOn: v.boolean() }),
  v.object({ type: v.literal('continue'), to: wayId, draft }),
  v.object({ type: v.literal('carry-outcome'), outcome: v.picklist(CARRY_OUTCOMES) }),
  v.object({ type: v.literal('keep-draft'), text: draft, isAnew: v.boolean() }),
]);

const pageMessage: v.GenericSchema<unknown, PageMessage> = v.union([
  bare('refresh', 'opened', 'discard-carry', 'erase', 'sample-notice'),
  v.object({ type: v.literal('snooze'), assistantId, untilMs: v.nullable(v.number()) }),
  v.object({
    type: v.literal('continue'),
    to: wayId,
    draft: v.nullable(
      v.object({
        from: assistantId,
        text: v.pipe(
          draft,
          v.check((text) => text !== ''),
        ),
      }),
    ),
  }),
  v.object({ type: v.literal('discard-kept'), only: v.nullable(v.object({ assistantId, at: v.number() })) }),
  v.object({ type: v.literal('rehearse'), to: wayId }),
  v.object({ type: v.literal('local-models'), ids: v.array(localModelId) }),
  v.object({ type: v.literal('react'), assistantId, says: v.nullable(v.picklist(['works', 'broken'])) }),
  v.object({
    type: v.literal('await-recovery'),
    assistantId,
    awaits: v.nullable(v.object({ bringsForward: v.boolean() })),
  }),
  v.object({ type: v.literal('look'), assistantIds: v.array(assistantId) }),
]);

/** A message and who it came from. The sender is told by the browser, never by the message. */
export type Incoming =
  | { from: 'page'; message: PageMessage }
  /** `address` is that of the page in whose tab the script runs. */
  | { from: 'site'; address: string; tabId: number; message: SiteMessage };

/** Null when the message is not ours to answer: a stranger's, or one in no known shape. */
function parseIncoming(raw: unknown, sender: Runtime.MessageSender): Incoming | null {
  if (sender.id !== browser.runtime.id || sender.url === undefined) return null;
  if (sender.url.startsWith(browser.runtime.getURL('/'))) {
    const parsed = v.safeParse(pageMessage, raw);
    return parsed.success ? { from: 'page', message: parsed.output } : null;
  }
  // Frames of strangers inside a chat page get no answer: only the page itself has a banner.
  const tabId = sender.tab?.id;
  if (tabId === undefined || sender.frameId !== 0) return null;
  const parsed = v.safeParse(siteMessage, raw);
  return parsed.success ? { from: 'site', address: sender.url, tabId, message: parsed.output } : null;
}

/**
 * Answers every message of ours. Not every browser takes a promise for a reply; and one without an answer (null) tells
 * the sender that something failed.
 */
export function answerMessages(answer: (incoming: Incoming) => Promise<unknown>): void {
  const listener = (raw: unknown, sender: Runtime.MessageSender, reply: (answer: unknown) => void) => {
    const incoming = parseIncoming(raw, sender);
    if (incoming === null) return undefined;
    answer(incoming).then(
      (value) => reply({ value }),
      () => reply(null),
    );
    return true;
  };
  browser.runtime.onMessage.addListener(listener as Runtime.OnMessageListenerCallback);
}
