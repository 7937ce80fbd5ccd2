import type { AssistantId } from '@/utils/model/assistant';
import { type EvidenceMemory, LOGGED_METHODS, type LoggedRequest } from '@/utils/model/evidence';

const MAX_LOGGED = 30;
const MINUTE = 60_000;
/** As browsers write them: "net::ERR_CONNECTION_RESET", "NS_ERROR_NET_RESET". */
const ERROR_WORD = /^[A-Za-z]\w*(?:::\w+)?$/;

/** What a page sent along under a name of its own choosing is not written down. */
export const methodOf = (method: string): LoggedRequest['method'] =>
  LOGGED_METHODS.find((known) => known === method) ?? 'other';

export const errorOf = (error: string | null): string | null =>
  error === null || ERROR_WORD.test(error) ? error : 'other';

/** Whether more was sent within a minute than any person sends: a page that floods us is not listened to any longer. */
export function isFlooded({ log }: EvidenceMemory, id: AssistantId, at: number): boolean {
  const oldest = log[id]?.at(-MAX_LOGGED);
  return oldest !== undefined && Math.abs(at - oldest.at) < MINUTE;
}

/** The last of each assistant, oldest first. */
export function logRequest(memory: EvidenceMemory, id: AssistantId, logged: LoggedRequest): EvidenceMemory {
  return { ...memory, log: { ...memory.log, [id]: [...(memory.log[id] ?? []), logged].slice(-MAX_LOGGED) } };
}
