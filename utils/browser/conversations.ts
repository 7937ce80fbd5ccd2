import * as v from 'valibot';
import browser from 'webextension-polyfill';
import type { ConversationExtent, ConversationHints, ConversationReading } from '@/utils/model/conversation';
import { NOTHING_READ, STOPPED_BY } from '@/utils/model/conversation';
import { parseOrNull } from './stored-value';
import { orNullAfter } from './with-timeout';

/** The global that `conversation.js` defines in the isolated world of content scripts. */
export interface ConversationReader {
  understudyReadConversation?: (hints: ConversationHints, newPath: string) => Promise<ConversationReading>;
}

/** Longer than the reader's own limits for its request and for scrolling. */
const TIMEOUT_MS = 20_000;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
export const extent: v.GenericSchema<unknown, ConversationExtent> = v.object({
  taken: count,
  read: count,
  total: v.nullable(count),
  isEnd: v.boolean(),
  stoppedBy: v.nullable(v.picklist(STOPPED_BY)),
  named: count,
});
const turns = v.pipe(
  v.array(
    v.object({
      from: v.picklist(['person', 'assistant']),
      text: v.pipe(
        v.string(),
        v.transform((text) => text.toWellFormed()),
      ),
      named: count,
    }),
  ),
  v.nonEmpty(),
);
const reading: v.GenericSchema<unknown, ConversationReading> = v.variant('kind', [
  v.object({ kind: v.picklist(['complete', 'uncounted']), turns }),
  v.object({
    kind: v.literal('partial'),
    turns,
    total: v.nullable(count),
    isEnd: v.boolean(),
    stoppedBy: v.picklist(STOPPED_BY),
  }),
  v.object({ kind: v.literal('none'), why: v.picklist(NOTHING_READ) }),
]);

/** Runs in the tab, so it can use only its arguments and globals. */
const readConversationIn = (hints: ConversationHints, newPath: string): Promise<ConversationReading> | null =>
  (globalThis as ConversationReader).understudyReadConversation?.(hints, newPath) ?? null;

/** The conversation in a tab. `newPath` is the path of a new conversation. Never rejects. */
export async function readConversation(
  tabId: number,
  hints: ConversationHints,
  newPath: string,
): Promise<ConversationReading> {
  const target = { tabId };
  const read = async () => {
    await browser.scripting.executeScript({ target, files: ['/conversation.js'] });
    const args = [{ ...hints, person: [...hints.person], assistant: [...hints.assistant] }, newPath] as const;
    const [frame] = await browser.scripting.executeScript({ target, func: readConversationIn, args: [...args] });
    return parseOrNull(reading, frame?.result);
  };
  return (
    (await orNullAfter(
      read().catch(() => null),
      TIMEOUT_MS,
    )) ?? { kind: 'none', why: 'unreadable' }
  );
}
