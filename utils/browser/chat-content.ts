import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { type ConversationHints, type ConversationReading, NOTHING_READ, STOPPED_BY } from '@/utils/model/conversation';
import { type FilesReading, MAX_FILE_BYTES, MAX_FILES, NO_FILES } from '@/utils/model/drafts';
import { orNullAfter } from './clock';
import { parseOrNull } from './stored-value';

/** The global that `conversation.js` defines in the isolated world of content scripts. */
export interface ConversationReader {
  understudyReadConversation?: (hints: ConversationHints, newPath: string) => Promise<ConversationReading>;
}

/** Longer than the reader's own limits for its request and for scrolling. */
const TIMEOUT_MS = 20_000;

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
export const extent = v.object({
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
const conversationSchema: v.GenericSchema<unknown, ConversationReading> = v.variant('kind', [
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
    return parseOrNull(conversationSchema, frame?.result);
  };
  return (
    (await orNullAfter(
      read().catch(() => null),
      TIMEOUT_MS,
    )) ?? { kind: 'none', why: 'unreadable' }
  );
}

/** The globals that `draft.js` defines in the isolated world of content scripts. */
export interface FilesReader {
  understudyHoldFiles?: (hints: readonly string[], id: number) => void;
  understudyReadFiles?: (id: number) => Promise<FilesReading>;
}

/** Base64 has four characters for three bytes. */
const lengthOf = (files: readonly { base64: string }[]) =>
  files.reduce(
    (sum, { base64 }) => sum + Math.floor(base64.length / 4) * 3 - (base64.match(/=*$/)?.[0].length ?? 0),
    0,
  );

const filesSchema: v.GenericSchema<unknown, FilesReading> = v.pipe(
  v.object({
    files: v.pipe(
      v.array(
        v.object({
          name: v.pipe(v.string(), v.nonEmpty(), v.maxLength(1_000)),
          type: v.pipe(v.string(), v.maxLength(200)),
          base64: v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/]*={0,2}$/)),
        }),
      ),
      v.maxLength(MAX_FILES),
      v.check((files) => lengthOf(files) <= MAX_FILE_BYTES),
    ),
    total: count,
    isLimited: v.boolean(),
  }),
  v.check(({ files, total }) => files.length <= total),
);

/** Null for a value of another shape, or for more than may come along. */
export const parseFiles = (raw: unknown): FilesReading | null => parseOrNull(filesSchema, raw);

/** These two run in the tab, so they can use only their arguments and globals. */
const holdIn = (hints: readonly string[], id: number): void =>
  (globalThis as FilesReader).understudyHoldFiles?.(hints, id);
const readIn = (id: number): Promise<FilesReading> | null =>
  (globalThis as FilesReader).understudyReadFiles?.(id) ?? null;

/** Makes a tab remember which files lie in its composer now. Rejects if no script may run there. */
export async function holdFiles(tabId: number, hints: readonly string[], id: number): Promise<void> {
  const target = { tabId };
  await browser.scripting.executeScript({ target, files: ['/draft.js'] });
  await browser.scripting.executeScript({ target, func: holdIn, args: [[...hints], id] });
}

/** The files that a tab remembered for a transfer; none once its page was left. Never rejects. */
export async function readFiles(tabId: number, id: number): Promise<FilesReading> {
  const read = async () => {
    const [frame] = await browser.scripting.executeScript({ target: { tabId }, func: readIn, args: [id] });
    return parseFiles(frame?.result);
  };
  return (
    (await orNullAfter(
      read().catch(() => null),
      TIMEOUT_MS,
    )) ?? NO_FILES
  );
}
