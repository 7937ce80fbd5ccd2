import type { AssistantId } from '@/utils/model/assistant';
import { type History, type HistoryEntry, mergeIncident, metLately, spansAfter } from '@/utils/model/history';
import { answerOf, between, openHistory, STORES } from './history-database';
import { parseRow } from './history-schema';

const KEPT_FOR_MS = 732 * 24 * 3_600_000;
/** Rows of each store and assistant: two years of the busiest page of 2026 are about 500 incidents. */
const MOST = 3_000;

/** Strikes what is too old, and the oldest of what is too much. */
async function prune(store: IDBObjectStore, id: AssistantId, oldest: number): Promise<void> {
  const index = store.index('time');
  const range = between(id, 0, Number.POSITIVE_INFINITY);
  let surplus = (await answerOf(index.count(range))) - MOST;
  const walk = index.openKeyCursor(range);
  for (let row = await answerOf(walk); row !== null; row = await answerOf(walk)) {
    if (surplus-- <= 0 && (row.key as [string, number])[1] >= oldest) return;
    store.delete(row.primaryKey);
    row.continue();
  }
}

/** Adds what was read to the history, once however often it is told. Rejects where nothing can be kept. */
export async function keepHistory(entry: HistoryEntry): Promise<void> {
  const { assistantId, readAt } = entry;
  const database = await openHistory();
  const transaction = database.transaction(STORES, 'readwrite');
  // It closes once all of this is written, or has failed.
  database.close();
  const storeOf = (name: keyof History) => transaction.objectStore(name);
  const put = (name: keyof History, id: string | number, at: number, value: History[keyof History][number]) =>
    storeOf(name).put({ assistantId, id, at, value });

  for (const incident of entry.incidents) {
    const { id, startedAt } = incident;
    // What is damaged is as if it were not there: it is written over, and stops nothing.
    const earlier = parseRow('incidents', await answerOf(storeOf('incidents').get([assistantId, id])));
    put('incidents', id, startedAt, mergeIncident(earlier, incident));
  }
  for (const trouble of metLately(entry)) put('troubles', trouble.id, trouble.startedAt, trouble);
  const before = storeOf('spans')
    .index('time')
    .openCursor(between(assistantId, 0, readAt), 'prev');
  for (const span of spansAfter(parseRow('spans', (await answerOf(before))?.value), entry)) {
    put('spans', span.from, span.to, span);
  }
  for (const name of STORES) await prune(storeOf(name), assistantId, readAt - KEPT_FOR_MS);
}
