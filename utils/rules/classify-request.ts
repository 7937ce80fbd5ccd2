import type { EvidenceEvent, UncountedWhy } from '@/utils/model/evidence';

/** Words of Chromium and Firefox for "somebody here ended it": the person, the page, or a blocker. A connection aborts by itself. */
const ENDED_HERE = /(?<!CONNECTION_)ABORT|BLOCKED_BY_CLIENT|BLOCKED_BY_RESPONSE|CACHE_MISS|BINDING_/;
/** And for "this machine has no way out": the person's own line, or a sleep. */
const NO_WAY_OUT =
  /INTERNET_DISCONNECTED|NETWORK_CHANGED|NETWORK_ACCESS_DENIED|IO_SUSPENDED|NAME_NOT_RESOLVED|UNKNOWN_HOST|OFFLINE|ADDRESS_UNREACHABLE|PING_FAILED/;
/**
 * And for somebody in between who does not let through: a proxy, a firewall, a portal that wants a sign-in first. The
 * chats lie behind large networks of others, which answer even when the chat is down; what does not connect at all, or
 * shows another's certificate, is hardly ever theirs.
 */
const IN_BETWEEN = /PROXY|TUNNEL|SOCKS|CERT|SSL|SEC_ERROR|PKIX|CONNECTION_(?:ABORTED|REFUSED|TIMED_OUT)|NET_TIMEOUT/;

/** What an ended request says of an assistant, or why it says nothing. */
export type Classified = Pick<EvidenceEvent, 'outcome' | 'how'> | { outcome: 'not_counted'; why: UncountedWhy };

const unless = (why: UncountedWhy): Classified => ({ outcome: 'not_counted', why });

/** `status` null: no answer, and `error` is the browser's word for why. */
export function classifyRequest(status: number | null, error: string | null): Classified {
  if (error !== null && ENDED_HERE.test(error)) return unless('ended_here');
  if (error !== null && (NO_WAY_OUT.test(error) || IN_BETWEEN.test(error))) return unless('own_line');
  if (status === null) return { outcome: 'failed', how: 'cut' };
  if (status === 429) return { outcome: 'limited', how: null };
  if (status >= 500) return { outcome: 'failed', how: 'answered' };
  // A sign-in or a challenge says nothing of an outage, but helps whoever asks what is wrong.
  if (status === 401 || status === 403) return { outcome: 'refused', how: null };
  return status < 400 ? { outcome: 'ok', how: null } : unless('elsewhere');
}
