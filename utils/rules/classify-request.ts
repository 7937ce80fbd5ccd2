import type { EvidenceEvent } from '@/utils/model/evidence';
import type { UncountedWhy } from '@/utils/model/logged-request';

/** Words of Chromium and Firefox for "somebody here ended it": the person, the page, or a blocker. */
const ENDED_HERE = /ABORT|BLOCKED_BY_CLIENT|BLOCKED_BY_RESPONSE|CACHE_MISS|BINDING_/;
/** And for "this machine has no way out": the person's own line. */
const OWN_LINE = /INTERNET_DISCONNECTED|NETWORK_CHANGED|NAME_NOT_RESOLVED|UNKNOWN_HOST|PROXY|OFFLINE/;

/** What an ended request says of an assistant, or why it says nothing. */
export type Classified = Pick<EvidenceEvent, 'outcome' | 'how'> | { outcome: 'not_counted'; why: UncountedWhy };

const unless = (why: UncountedWhy): Classified => ({ outcome: 'not_counted', why });

/** `status` null: no answer, and `error` is the browser's word for why. */
export function classifyRequest(status: number | null, error: string | null): Classified {
  if (error !== null && ENDED_HERE.test(error)) return unless('ended_here');
  if (error !== null && OWN_LINE.test(error)) return unless('own_line');
  if (status === null) return { outcome: 'failed', how: 'cut' };
  if (status === 429) return { outcome: 'limited', how: null };
  if (status >= 500) return { outcome: 'failed', how: 'answered' };
  // A sign-in or a challenge says nothing of an outage, but helps whoever asks what is wrong.
  if (status === 401 || status === 403) return { outcome: 'refused', how: null };
  return status < 400 ? { outcome: 'ok', how: null } : unless('elsewhere');
}
