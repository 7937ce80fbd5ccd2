import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { type FilesReading, MAX_FILE_BYTES, MAX_FILES, NO_FILES } from '@/utils/model/drafts';
import { parseOrNull } from './stored-value';
import { orNullAfter } from './with-timeout';

/** The globals that `draft.js` defines in the isolated world of content scripts. */
export interface FilesReader {
  understudyHoldFiles?: (hints: readonly string[], id: number) => void;
  understudyReadFiles?: (id: number) => Promise<FilesReading>;
}

const TIMEOUT_MS = 20_000;

/** Base64 has four characters for three bytes. */
const lengthOf = (files: readonly { base64: string }[]) =>
  files.reduce(
    (sum, { base64 }) => sum + Math.floor(base64.length / 4) * 3 - (base64.match(/=*$/)?.[0].length ?? 0),
    0,
  );

const reading: v.GenericSchema<unknown, FilesReading> = v.pipe(
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
    total: v.pipe(v.number(), v.integer(), v.minValue(0)),
    isLimited: v.boolean(),
  }),
  v.check(({ files, total }) => files.length <= total),
);

/** Null for a value of another shape, or for more than may come along. */
export const parseFiles = (raw: unknown): FilesReading | null => parseOrNull(reading, raw);

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
