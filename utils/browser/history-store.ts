import type { AssistantId } from '@/utils/model/assistant';
import type { History } from '@/utils/model/history';
import { answerOf, between, openHistory, STORES } from './history-database';
import { parseRow } from './history-schema';

/** What is kept of each, as far as it could be read. */
export type HistoryRead =
  | {
      kind: 'read';
      histories: Partial<Record<AssistantId, History>>;
      /** How many rows were left out because they do not fit. */
      damaged: number;
      /** Whether there is more from before. */
      hasOlder: boolean;
    }
  /** The browser keeps nothing for us here, or what it kept cannot be opened. */
  | { kind: 'refused' };

async function rowsOf<Store extends keyof History>(
  transaction: IDBTransaction,
  name: Store,
  id: AssistantId,
  since: number,
): Promise<(History[Store][number] | null)[]> {
  const index = transaction.objectStore(name).index('time');
  const rows = await answerOf(index.getAll(between(id, since, Number.POSITIVE_INFINITY)));
  return rows.map((raw) => parseRow(name, raw));
}

const isWhole = <T>(row: T | null): row is T => row !== null;

async function readOne(transaction: IDBTransaction, id: AssistantId, since: number) {
  const [incidents, troubles, spans] = await Promise.all([
    rowsOf(transaction, 'incidents', id, since),
    rowsOf(transaction, 'troubles', id, since),
    rowsOf(transaction, 'spans', id, since),
  ]);
  const index = transaction.objectStore('incidents').index('time');
  const older = since > 0 ? await answerOf(index.count(between(id, 0, since - 1))) : 0;
  const history: History = {
    incidents: incidents.filter(isWhole),
    troubles: troubles.filter(isWhole),
    spans: spans.filter(isWhole),
  };
  const damaged = [...incidents, ...troubles, ...spans].filter((row) => row === null).length;
  return { id, history, damaged, hasOlder: older > 0 };
}

/**
 * What is kept of these assistants that began (stretches: ended) since then, epoch milliseconds. Our pages only read.
 * Never rejects.
 */
export async function readHistory(ids: readonly AssistantId[], since: number): Promise<HistoryRead> {
  let database: IDBDatabase | null = null;
  try {
    database = await openHistory();
    const transaction = database.transaction(STORES);
    const read = await Promise.all(ids.map((id) => readOne(transaction, id, since)));
    return {
      kind: 'read',
      histories: Object.fromEntries(read.map(({ id, history }) => [id, history])),
      damaged: read.reduce((sum, { damaged }) => sum + damaged, 0),
      hasOlder: read.some(({ hasOlder }) => hasOlder),
    };
  } catch {
    return { kind: 'refused' };
  } finally {
    database?.close();
  }
}
