import type { AssistantId } from '@/utils/model/assistant';
import { answerOf, openHistory, STORES } from './history-database';

/** Strikes all that is kept of one assistant. Rejects where the browser keeps nothing for us. */
export async function forgetHistory(id: AssistantId): Promise<void> {
  const database = await openHistory();
  const transaction = database.transaction(STORES, 'readwrite');
  // It closes once all of this is written, or has failed.
  database.close();
  // Lists come after texts and numbers: all that begins with the id lies before this.
  const all = IDBKeyRange.bound([id], [id, []]);
  await Promise.all(STORES.map((name) => answerOf(transaction.objectStore(name).delete(all))));
}
