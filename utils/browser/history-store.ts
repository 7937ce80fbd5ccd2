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

/**
 * What is kept of these assistants that began (stretches: ended) since then, epoch milliseconds. Our pages only read.
 * Never rejects.
 */
export async function readHistory(ids: readonly AssistantId[], since: number): Promise<HistoryRead> {
  let database: IDBDatabase | null = null;
  try {
    database = await openHistory();
    const transaction = database.transaction(STORES);
    let damaged = 0;
    let hasOlder = false;
    const read = async (id: AssistantId): Promise<[AssistantId, History]> => {
      const [incidents, troubles, spans] = await Promise.all([
        rowsOf(transaction, 'incidents', id, since),
        rowsOf(transaction, 'troubles', id, since),
        rowsOf(transaction, 'spans', id, since),
      ]);
      const older = transaction
        .objectStore('incidents')
        .index('time')
        .count(between(id, 0, since - 1));
      hasOlder ||= since > 0 && (await answerOf(older)) > 0;
      damaged += [...incidents, ...troubles, ...spans].filter((row) => row === null).length;
      return [
        id,
        { incidents: incidents.filter(isWhole), troubles: troubles.filter(isWhole), spans: spans.filter(isWhole) },
      ];
    };
    const histories = Object.fromEntries(await Promise.all(ids.map(read)));
    return { kind: 'read', histories, damaged, hasOlder };
  } catch {
    return { kind: 'refused' };
  } finally {
    database?.close();
  }
}
