import type { EvidenceKind, FailedHow, LoggedRequest, UncountedWhy } from '@/utils/model/evidence';
import type { MessageKey, Speech } from './speech';

const KINDS: Record<EvidenceKind, MessageKey> = {
  send: 'request_send',
  page: 'request_page',
  sign_in: 'request_sign_in',
};

const WHYS: Record<FailedHow | UncountedWhy, MessageKey> = {
  answered: 'request_failed_answered',
  cut: 'request_failed_cut',
  silent: 'request_failed_silent',
  ended_here: 'request_uncounted_ended_here',
  own_line: 'request_uncounted_own_line',
  elsewhere: 'request_uncounted_elsewhere',
};

/** "A message" */
export function requestKind({ what }: LoggedRequest, { t }: Speech): string {
  return t(KINDS[what]);
}

/** What it came to, and why. */
export function requestVerdict({ outcome, why }: LoggedRequest, { t }: Speech): string {
  if (why !== null) return t(WHYS[why]);
  if (outcome === 'limited') return t('request_limited');
  return t(outcome === 'refused' ? 'request_refused' : 'request_ok');
}
