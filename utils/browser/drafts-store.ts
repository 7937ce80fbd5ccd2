import { deleteDB, type IDBPDatabase, openDB } from 'idb';
import * as v from 'valibot';
import browser from 'webextension-polyfill';
import { type AssistantId, isAssistantId } from '@/utils/model/assistant';
import type { Drafts, DraftTransfer, SavedDraft } from '@/utils/model/drafts';
import { extent } from './chat-content';
import { assistantId, fallbackId } from './status-schema';
import { onStorageChange, rereading } from './storage-changes';
import { parseOrNull, type SchemaFor } from './stored-value';

/**
 * Where each kind of draft is stored:
 *
 * - Transfers, which may come from a private window, are in `storage.session`: in memory, deleted when the browser ends,
 *   and not readable by content scripts.
 * - Saved drafts are in IndexedDB, so that they survive a crash. They never come from a private window. Content scripts
 *   cannot open an extension's database in any browser, and its size does not count towards the quota of the status.
 *
 * Values of earlier versions, which had no `state`, are converted when they are read.
 */
interface DraftArea<Kind extends keyof Drafts> {
  read(): Promise<Drafts[Kind]>;
  write(drafts: Drafts[Kind]): Promise<void>;
  watch(onChange: () => void): () => void;
}

const SESSION_KEY = 'transfers';

const storedTransfer = v.object({
  // The first version stored one transfer, without an id.
  id: v.optional(v.number()),
  state: v.optional(v.literal('in_transit'), 'in_transit'),
  from: v.union([assistantId, v.literal('sample')]),
  to: fallbackId,
  text: v.string(),
  hasFiles: v.optional(v.boolean()),
  conversation: v.optional(extent),
  isNotCopied: v.optional(v.literal(true)),
  startedAt: v.number(),
  tabId: v.nullable(v.number()),
  openedIn: v.optional(v.number()),
  hasReached: v.optional(v.literal(true)),
  originTabId: v.optional(v.nullable(v.number()), null),
  isPrivate: v.optional(v.boolean(), false),
});
const transfer = v.pipe(
  storedTransfer,
  v.transform((one) => ({ ...one, id: one.id ?? one.startedAt })),
);

/** A damaged entry does not affect the others. */
function parseTransfers(stored: unknown): DraftTransfer[] {
  const all: unknown[] = Array.isArray(stored) ? stored : [stored];
  return all.flatMap((one) => parseOrNull(transfer satisfies SchemaFor<DraftTransfer, typeof transfer>, one) ?? []);
}

const session: DraftArea<'transfers'> = {
  read: async () => parseTransfers((await browser.storage.session.get(SESSION_KEY))[SESSION_KEY]),
  async write(transfers) {
    if (transfers.length === 0) await browser.storage.session.remove(SESSION_KEY);
    else await browser.storage.session.set({ [SESSION_KEY]: transfers });
  },
  watch: (onChange) => onStorageChange((changes, area) => area === 'session' && SESSION_KEY in changes, onChange),
};

/** The database, its object store, and the channel that announces changes to our pages. */
const NAME = 'drafts';

const fields = {
  assistantId: v.custom<AssistantId>(isAssistantId),
  tabId: v.number(),
  text: v.string(),
  at: v.number(),
  begunAt: v.optional(v.number()),
  isCut: v.optional(v.literal(true)),
  container: v.optional(v.string()),
};
const rowFrom1 = v.pipe(
  v.object({ ...fields, clearedAt: v.nullable(v.number()) }),
  v.transform(
    ({ clearedAt, ...draft }): SavedDraft =>
      clearedAt === null ? { ...draft, state: 'typed' } : { ...draft, state: 'cleared', clearedAt },
  ),
);
const row = v.union([
  v.object({ ...fields, state: v.picklist(['typed', 'offered', 'waiting']) }),
  v.object({ ...fields, state: v.literal('cleared'), clearedAt: v.number() }),
  rowFrom1,
]);

/** One row per draft, so that a draft can be deleted on a full disk, where nothing can be written. */
async function openDrafts(): Promise<IDBPDatabase> {
  let isNew = false;
  const database = await openDB(NAME, 1, {
    upgrade(created) {
      isNew = true;
      created.createObjectStore(NAME, { keyPath: ['assistantId', 'tabId', 'at'] });
    },
    // A later version of the extension must not wait for this connection.
    blocking: (_current, _blocked, event) => (event.target as IDBDatabase).close(),
  });
  if (isNew) await moveFromLocal(database).catch(() => undefined);
  return database;
}

/** Earlier versions stored drafts in `storage.local`, where content scripts could read them. */
async function moveFromLocal(database: IDBPDatabase): Promise<void> {
  const stored: object = (await browser.storage.local.get(NAME))[NAME] ?? {};
  const drafts = Object.entries(stored).flatMap(([id, some]) => {
    const parsed = Array.isArray(some) ? some.map((one) => parseOrNull(row, { ...one, assistantId: id })) : [];
    return parsed.filter((draft) => draft !== null);
  });
  await put(database, drafts);
  await browser.storage.local.remove(NAME);
}

async function put(database: IDBPDatabase, drafts: readonly SavedDraft[]): Promise<void> {
  if (drafts.length === 0) return;
  const { store, done } = database.transaction(NAME, 'readwrite');
  await Promise.all([...drafts.map(async (one) => store.put(one)), done]);
}

/** Newest first. A damaged row does not affect the others. */
async function readRows(database: IDBPDatabase): Promise<SavedDraft[]> {
  const raw: unknown[] = await database.getAll(NAME);
  return raw
    .flatMap((one) => parseOrNull(row satisfies SchemaFor<SavedDraft, typeof row>, one) ?? [])
    .sort((one, other) => other.at - one.at);
}

async function withDatabase<T>(job: (database: IDBPDatabase) => Promise<T>): Promise<T> {
  const database = await openDrafts();
  try {
    return await job(database);
  } finally {
    database.close();
  }
}

function announce(): void {
  const channel = new BroadcastChannel(NAME);
  channel.postMessage(null);
  channel.close();
}

const keyOf = ({ assistantId, tabId, at }: SavedDraft) => `${[assistantId, tabId, at]}`;
const isSame = (one: SavedDraft, other: SavedDraft) =>
  keyOf(one) === keyOf(other) && one.text === other.text && one.state === other.state;

const device: DraftArea<'saved'> = {
  read: () => withDatabase(readRows),
  /**
   * Adds before it deletes, so that a draft that gets another key is not lost if the worker dies in between. On a full disk
   * nothing can be added, but deleting succeeds and may make room.
   */
  async write(drafts) {
    const keys = new Set(drafts.map(keyOf));
    try {
      await withDatabase(async (database) => {
        const before = await readRows(database);
        const added = drafts.filter((one) => !before.some((old) => isSame(old, one)));
        const isAdded = await put(database, added).then(
          () => true,
          () => false,
        );
        const { store, done } = database.transaction(NAME, 'readwrite');
        // All stored keys, so that damaged rows are deleted as well.
        const gone = (await store.getAllKeys()).filter((key) => !keys.has(`${key}`));
        await Promise.all([...gone.map((key) => store.delete(key)), done]);
        if (!isAdded) await put(database, added);
      });
    } finally {
      announce();
    }
  },
  watch(onChange) {
    const channel = new BroadcastChannel(NAME);
    channel.onmessage = onChange;
    return () => channel.close();
  },
};

const AREAS: { readonly [Kind in keyof Drafts]: DraftArea<Kind> } = { saved: device, transfers: session };

/** Rejects if the browser refuses the storage of this kind. */
export function readDrafts<Kind extends keyof Drafts>(kind: Kind): Promise<Drafts[Kind]> {
  return AREAS[kind].read();
}

/** Replaces the drafts of one kind. For the background only, under the status lock. */
export async function changeDrafts<Kind extends keyof Drafts>(
  kind: Kind,
  step: (drafts: Drafts[Kind]) => Drafts[Kind],
): Promise<void> {
  const before = await AREAS[kind].read();
  const after = step(before);
  const isUnchanged = after.length === before.length && after.every((one, index) => one === before[index]);
  if (!isUnchanged) await AREAS[kind].write(after);
}

/** Calls back on every change. Returns the function that stops it. */
export function watchDrafts<Kind extends keyof Drafts>(
  kind: Kind,
  onChange: (drafts: Drafts[Kind]) => void,
): () => void {
  return AREAS[kind].watch(rereading(() => readDrafts(kind), onChange));
}

/** Rejects where the browser has no databases, also where it throws. */
const deleteWhole = async (): Promise<void> => deleteDB(NAME);

/**
 * Deletes the saved drafts. Where the browser refuses the database there are none; one that a later version wrote can't be
 * opened, but is deleted as a whole.
 */
export async function clearDrafts(): Promise<void> {
  const database = await openDrafts().catch(() => null);
  if (database === null) {
    await Promise.allSettled([deleteWhole()]);
    return;
  }
  database.close();
  await device.write([]);
}

/**
 * Injects the fill script, which asks for its transfer. A tab that the browser has discarded has no page: it is reloaded,
 * and gets the script once it has loaded. If the page cannot be scripted, the draft keeps waiting.
 */
export async function injectDraftTransfer(tabId: number): Promise<void> {
  const tab = await browser.tabs.get(tabId).catch(() => null);
  const done = tab?.discarded
    ? browser.tabs.reload(tabId)
    : browser.scripting.executeScript({ target: { tabId }, files: ['/draft-transfer.js'] });
  await done.catch(() => undefined);
}
