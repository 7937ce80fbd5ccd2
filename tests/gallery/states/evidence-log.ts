import type { EvidenceMemory, LoggedRequest } from '@/utils/model/evidence';
import { MINUTE, NOW } from '../moments';

const request = (minutesAgo: number, over: Partial<LoggedRequest> = {}): LoggedRequest => ({
  at: NOW - minutesAgo * MINUTE,
  what: 'send',
  method: 'POST',
  pattern: '^/send$',
  status: 200,
  error: null,
  outcome: 'ok',
  why: null,
  ...over,
});

const uncounted = { status: null, outcome: 'not_counted' } as const;

/** Every kind of request and how it was counted. */
export const EVIDENCE_LOG: EvidenceMemory['log'] = {
  claude: [
    request(31, { what: 'page', method: 'GET', pattern: null }),
    request(30),
    request(22, { ...uncounted, error: 'net::ERR_ABORTED', why: 'ended_here' }),
    request(21, { ...uncounted, error: 'net::ERR_TUNNEL_CONNECTION_FAILED', why: 'own_line' }),
    request(12, { status: 401, outcome: 'refused' }),
    request(11, { what: 'sign_in', status: 503, outcome: 'failed', why: 'answered' }),
    request(4, { status: 529, outcome: 'failed', why: 'answered' }),
    request(3, { status: null, error: 'net::ERR_CONNECTION_RESET', outcome: 'failed', why: 'cut' }),
    request(2, { status: null, outcome: 'failed', why: 'silent' }),
  ],
  chatgpt: [request(9), request(8, { status: 429, outcome: 'limited' })],
};
