import type { EvidenceKind, FailedHow, LoggedRequest, UncountedWhy } from '@/utils/model/evidence';
import type { Decision, DecisionReason } from '@/utils/model/notification';
import type { MessageKey, Speech } from './speech';

const ABOUT: Record<Decision['about'], MessageKey> = {
  first_sign: 'decision_about_first_sign',
  started: 'decision_about_started',
  worsened: 'decision_about_worsened',
  eased: 'decision_about_eased',
  updated: 'decision_about_updated',
  recovered: 'decision_about_recovered',
  reopened: 'decision_about_reopened',
  suspected: 'decision_about_suspected',
  unopened: 'decision_about_unopened',
  maintenance_announced: 'decision_about_maintenance_announced',
  maintenance_rescheduled: 'decision_about_maintenance_rescheduled',
  maintenance_ahead: 'decision_about_maintenance_ahead',
  maintenance_started: 'decision_about_maintenance_started',
  maintenance_overrun: 'decision_about_maintenance_overrun',
  maintenance_done: 'decision_about_maintenance_done',
  maintenance_cancelled: 'decision_about_maintenance_cancelled',
};

const REASONS: Record<DecisionReason, MessageKey> = {
  loud: 'decision_reason_loud',
  confirmed: 'decision_reason_confirmed',
  sensed: 'decision_reason_sensed',
  unopened: 'decision_reason_unopened',
  ended: 'decision_reason_ended',
  wanted: 'decision_reason_wanted',
  awaited: 'decision_reason_awaited',
  still_failing: 'decision_reason_still_failing',
  waiting_for_second_reading: 'decision_reason_waiting_for_second_reading',
  too_short: 'decision_reason_too_short',
  not_worth_interrupting: 'decision_reason_not_worth_interrupting',
  flapping: 'decision_reason_flapping',
  quiet_hours: 'decision_reason_quiet_hours',
  not_wanted: 'decision_reason_not_wanted',
  too_mild: 'decision_reason_too_mild',
  snoozed: 'decision_reason_snoozed',
  works_for_me: 'decision_reason_works_for_me',
};

/** A change, and why it was announced or not. */
export interface DecisionWords {
  /** "Trouble began" */
  what: string;
  /** "Not told: you had snoozed this assistant." */
  why: string;
}

export function decisionWords({ about, isTold, reason }: Decision, { t }: Speech): DecisionWords {
  return { what: t(ABOUT[about]), why: t(isTold ? 'decision_told' : 'decision_not_told', t(REASONS[reason])) };
}

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

/** The outcome of a request, and why. */
export function requestVerdict({ outcome, why }: LoggedRequest, { t }: Speech): string {
  if (why !== null) return t(WHYS[why]);
  if (outcome === 'limited') return t('request_limited');
  return t(outcome === 'refused' ? 'request_refused' : 'request_ok');
}
