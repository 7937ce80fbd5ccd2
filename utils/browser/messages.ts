import * as v from 'valibot';
import browser, { type Runtime } from 'webextension-polyfill';
import { TRANSFER_OUTCOMES } from '@/utils/model/drafts';
import {
  LIMIT_ACTIONS,
  type PageMessage,
  type Replies,
  type SiteMessage,
  type TimingMessage,
  WAITING_ACTIONS,
} from '@/utils/model/messages';
import { extent } from './chat-content';
import { assistantId, fallbackId, localModelId } from './status-schema';
import { parseOrNull } from './stored-value';

/** Longer than any composer accepts. Session storage has room for ten such drafts. */
const MAX_DRAFT = 1_000_000;

/** Replaces lone surrogates by U+FFFD, because they cannot be stored or put into an address. */
const draft = v.pipe(
  v.string(),
  v.maxLength(MAX_DRAFT),
  v.transform((text) => text.toWellFormed()),
);

/** The path of an address. */
const path = v.pipe(v.string(), v.maxLength(2_000));

/** Milliseconds, at most a day. */
const duration = v.pipe(v.number(), v.minValue(0), v.maxValue(86_400_000));

/** A message by its type, with its other fields. */
const message = <const Type extends string, const Entries extends v.ObjectEntries>(type: Type, fields: Entries) =>
  v.object({ type: v.literal(type), ...fields });

const siteMessage: v.GenericSchema<unknown, SiteMessage | TimingMessage> = v.variant('type', [
  // These have no other fields.
  v.object({
    type: v.picklist([
      'banner-view',
      'fallbacks',
      'dismiss',
      'fill-instruction',
      'autosave-config',
      'restore-offer',
      'check',
      'timing-paths',
    ]),
  }),
  message('await', { isOn: v.boolean() }),
  message('continue', {
    to: fallbackId,
    draft,
    hasFiles: v.optional(v.boolean()),
    conversation: v.optional(extent),
    isNotCopied: v.optional(v.literal(true)),
  }),
  message('conversation', { to: fallbackId, draft }),
  message('carry-conversation', { isOn: v.boolean() }),
  message('keep-waiting', { draft, hasFiles: v.optional(v.boolean()) }),
  message('transfer-files', { id: v.number() }),
  message('transfer-outcome', { id: v.number(), outcome: v.picklist(TRANSFER_OUTCOMES) }),
  message('timing', {
    path,
    tabPath: path,
    isPage: v.boolean(),
    status: v.pipe(v.number(), v.integer(), v.minValue(100), v.maxValue(599)),
    firstByteMs: duration,
    lengthMs: duration,
  }),
  message('restore-draft', { key: v.pipe(v.string(), v.maxLength(100)) }),
  message('discard-draft', { key: v.pipe(v.string(), v.maxLength(100)) }),
  message('autosave', { text: draft, isNewText: v.boolean(), isCut: v.exactOptional(v.boolean()) }),
]);

const origin = v.object({ tabId: v.number(), isPrivate: v.boolean() });

const pageMessage: v.GenericSchema<unknown, PageMessage> = v.variant('type', [
  // These have no other fields.
  v.object({ type: v.picklist(['refresh', 'opened', 'erase', 'sample-notice']) }),
  message('snooze', { assistantId, untilMs: v.nullable(v.number()) }),
  message('continue', {
    to: fallbackId,
    draft: v.nullable(
      v.object({
        from: assistantId,
        text: v.pipe(draft, v.nonEmpty()),
        hasFiles: v.optional(v.boolean()),
        conversation: v.optional(extent),
        isNotCopied: v.optional(v.literal(true)),
      }),
    ),
    origin: v.nullable(origin),
  }),
  message('discard-transfer', { id: v.number() }),
  message('keep-draft-in-front', { assistantId, draft, origin }),
  message('waiting', {
    key: v.object({ assistantId, tabId: v.number(), at: v.number() }),
    does: v.picklist(WAITING_ACTIONS),
  }),
  message('discard-kept', { only: v.nullable(v.object({ assistantId, at: v.number() })) }),
  message('test-fallback', { to: fallbackId }),
  message('local-models', { ids: v.array(localModelId) }),
  message('react', { assistantId, says: v.nullable(v.picklist(['works', 'broken'])) }),
  message('await-recovery', { assistantId, awaits: v.nullable(v.object({ bringsForward: v.boolean() })) }),
  message('limit-end', { assistantId, until: v.number() }),
  message('limit', { assistantId, does: v.picklist(LIMIT_ACTIONS) }),
  message('dismiss-spot', { key: v.pipe(v.string(), v.maxLength(200)) }),
  message('forget-grant', { pattern: v.pipe(v.string(), v.maxLength(300)) }),
  message('look', { assistantIds: v.array(assistantId) }),
]);

/** A message and its sender, as reported by the browser and never by the message. */
type Incoming =
  | { from: 'page'; message: PageMessage }
  /** `address` is that of the page in whose tab the script runs. */
  | { from: 'site'; address: string; tabId: number; isPrivate: boolean; message: SiteMessage | TimingMessage };

/** Null for messages of other extensions and of unknown shape. */
function parseIncoming(raw: unknown, sender: Runtime.MessageSender): Incoming | null {
  if (sender.id !== browser.runtime.id || sender.url === undefined) return null;
  if (sender.url.startsWith(browser.runtime.getURL('/'))) {
    const known = parseOrNull(pageMessage, raw);
    return known && { from: 'page', message: known };
  }
  // Frames inside a chat page get no answer: only the top frame has a banner.
  const tabId = sender.tab?.id;
  if (tabId === undefined || sender.frameId !== 0) return null;
  const known = parseOrNull(siteMessage, raw);
  return (
    known && { from: 'site', address: sender.url, tabId, isPrivate: sender.tab?.incognito === true, message: known }
  );
}

/**
 * Answers every message of ours; null means that answering failed. With the polyfill, a listener may return a promise in
 * Chromium too. Returning undefined leaves the message to other listeners.
 */
export function answerMessages(answer: (incoming: Incoming) => Promise<unknown>): void {
  browser.runtime.onMessage.addListener((raw: unknown, sender: Runtime.MessageSender) => {
    const incoming = parseIncoming(raw, sender);
    if (incoming === null) return undefined;
    return answer(incoming).then(
      (value) => ({ value }),
      () => null,
    );
  });
}

/** Sends a message from an extension page to the worker. Rejects if the worker cannot be reached or fails. */
export async function sendToBackground<M extends PageMessage>(message: M): Promise<Replies[M['type']]> {
  const reply: { value: Replies[M['type']] } | null | undefined = await browser.runtime.sendMessage(message);
  if (!reply) throw new Error('The background did not answer');
  return reply.value;
}
