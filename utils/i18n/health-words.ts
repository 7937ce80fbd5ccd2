import type { BlindSpot } from '@/utils/model/blind-spot';
import type { FailedHow, LoggedRequest, UncountedWhy } from '@/utils/model/evidence';
import type { Decision } from '@/utils/model/notification';
import type { Status } from '@/utils/model/status';
import { clockTime, formatCount, shortDate } from './moments';
import type { MessageKey, Speech } from './speech';

/** What came up, and why it notified or not. */
export interface DecisionWords {
  /** "Issue started" */
  what: string;
  /** "Not notified: this assistant was snoozed." */
  why: string;
}

export function decisionWords({ about, isTold, reason }: Decision, { t }: Speech): DecisionWords {
  return {
    what: t(`decision_about_${about}`),
    why: t(isTold ? 'decision_notified' : 'decision_not_notified', t(`decision_reason_${reason}`)),
  };
}

const WHYS: Record<FailedHow | UncountedWhy, MessageKey> = {
  answered: 'request_failed_answered',
  cut: 'request_failed_cut',
  silent: 'request_failed_silent',
  ended_here: 'request_uncounted_ended_here',
  own_line: 'request_uncounted_own_line',
  elsewhere: 'request_uncounted_elsewhere',
};

/** "Message" */
export function requestKind({ what }: LoggedRequest, { t }: Speech): string {
  return t(`request_${what}`);
}

/** How a request counts, and why. */
export function requestVerdict({ outcome, why }: LoggedRequest, { t }: Speech): string {
  if (why !== null) return t(WHYS[why]);
  if (outcome === 'limited') return t('request_limited');
  if (outcome === 'brief') return t('request_brief');
  return t(outcome === 'refused' ? 'request_refused' : 'request_ok');
}

/** What Understudy no longer sees, since when, and what to do. `name` is that of the assistant. */
export function blindSpotWords(
  { kind, assistantId, since }: BlindSpot,
  name: string,
  { sightings }: Pick<Status, 'sightings'>,
  speech: Speech,
): string {
  const { t, now } = speech;
  switch (kind) {
    case 'storage_failing':
      return t('storage_failing');
    case 'alarm_missing':
      return t('spot_alarm_missing', clockTime(since ?? now, speech));
    case 'page_frozen':
      return t('spot_page_frozen', name, shortDate(since ?? now, speech));
    case 'messages_unseen': {
      if (since !== null) return t('spot_messages_unseen_since', name, clockTime(since, speech));
      const days = (assistantId === null ? undefined : sightings[assistantId])?.visits.days ?? 0;
      return t('spot_messages_unseen', name, formatCount(days, speech));
    }
    default:
      return t(`spot_${kind}`, name, clockTime(since ?? now, speech));
  }
}
