import type { AssistantId } from '@/utils/model/assistant';

export const STORES = ['incidents', 'troubles', 'spans'] as const;

export const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
  new Promise((resolve, reject) => {
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error);
  });

/**
 * A row is `{ assistantId, id, at, value }`: whose it is, what makes it the same row, where it lies in time (epoch
 * milliseconds), and what is kept. Rejects where the browser refuses it, as private windows may, and where what lies there is of a newer version.
 */
export async function openHistory(): Promise<IDBDatabase> {
  const request = indexedDB.open('history', 1);
  // From version 0, which is nothing. A later version adds its own step, by `oldVersion`; what is kept stays.
  request.onupgradeneeded = () => {
    for (const name of STORES) {
      const store = request.result.createObjectStore(name, { keyPath: ['assistantId', 'id'] });
      store.createIndex('time', ['assistantId', 'at']);
    }
  };
  return answerOf(request);
}

/** What lies between two moments, in the order of time. */
export const between = (id: AssistantId, from: number, to: number): IDBKeyRange =>
  IDBKeyRange.bound([id, from], [id, to]);

/** Where the browser keeps nothing for us there is nothing to be cleared. */
export async function clearHistory(): Promise<void> {
  const database = await openHistory().catch(() => null);
  if (database === null) return;
  const transaction = database.transaction(STORES, 'readwrite');
  // It closes once all of this is written, or has failed.
  database.close();
  await Promise.all(STORES.map((name) => answerOf(transaction.objectStore(name).clear())));
}
