import type { Advice, Cause, DiagnosisName, ErrorMeaning, Sight, Sureness } from '@/utils/model/diagnosis';
import type { MakerFinding } from '@/utils/model/findings';
import { listWords } from './list-words';
import type { MessageKey, Speech } from './speech';

const CAUSES: Record<Cause, MessageKey> = {
  them: 'check_cause_them',
  maybe_them: 'check_cause_maybe_them',
  maintenance: 'check_cause_maintenance',
  connection: 'check_cause_connection',
  between: 'check_cause_between',
  limit: 'check_cause_limit',
  signed_out: 'check_cause_signed_out',
  part: 'check_cause_part',
  nothing: 'check_cause_nothing',
  unclear: 'check_cause_unclear',
};

const WHY: Record<DiagnosisName, MessageKey> = {
  offline: 'check_why_offline',
  nobody_answers: 'check_why_nobody_answers',
  told_trouble: 'check_why_told_trouble',
  told_models: 'check_why_told_models',
  told_before: 'check_why_told_before',
  told_maintenance: 'check_why_told_maintenance',
  limited: 'check_why_limited',
  refused: 'check_why_refused',
  messages_and_site_fail: 'check_why_messages_and_site_fail',
  messages_fail: 'check_why_messages_fail',
  site_sick: 'check_why_site_sick',
  site_silent: 'check_why_site_silent',
  messages_cut: 'check_why_messages_cut',
  page_silent: 'check_why_page_silent',
  text_limit: 'check_why_text_limit',
  text_signed_out: 'check_why_text_signed_out',
  text_theirs: 'check_why_text_theirs',
  text_between: 'check_why_text_between',
  sees_sign_in: 'check_why_sees_sign_in',
  sees_history: 'check_why_sees_history',
  told_parts: 'check_why_told_parts',
  sees_failing: 'check_why_sees_failing',
  sees_slow: 'check_why_sees_slow',
  all_well: 'check_why_all_well',
  well_so_far: 'check_why_well_so_far',
  nothing_fits: 'check_why_nothing_fits',
};

const MEANINGS: Record<ErrorMeaning, MessageKey> = {
  limit: 'check_means_limit',
  overloaded: 'check_means_overloaded',
  unavailable: 'check_means_unavailable',
  gateway: 'check_means_gateway',
  server_error: 'check_means_server_error',
  signed_out: 'check_means_signed_out',
  refused: 'check_means_refused',
  network: 'check_means_network',
  missing: 'check_means_missing',
  vague: 'check_means_vague',
};

const SIGHT_WORDS: Record<Sight, MessageKey> = {
  slow: 'check_sees_slow',
  fails: 'check_sees_fails',
  sign_in: 'check_sees_sign_in',
  history: 'check_sees_history',
  error_text: 'check_sees_error_text',
};

const ADVICE_WORDS: Record<Advice, MessageKey> = {
  wait: 'check_advice_wait',
  continue_elsewhere: 'check_advice_continue_elsewhere',
  other_model: 'check_advice_other_model',
  wait_for_limit: 'check_advice_wait_for_limit',
  check_connection: 'check_advice_check_connection',
  check_between: 'check_advice_check_between',
  reload: 'check_advice_reload',
  sign_in: 'check_advice_sign_in',
  clear_site_data: 'check_advice_clear_site_data',
  say_what_you_see: 'check_advice_say_what_you_see',
  allow_site: 'check_advice_allow_site',
};

/** What is known, and where nothing is claimed, needs no word on how sure it is. */
const SURENESS: Partial<Record<Sureness, MessageKey>> = {
  likely: 'check_sureness_likely',
  possible: 'check_sureness_possible',
};

/** Whom little points to is named with a "may" only. */
function causeKey(cause: Cause, sureness: Sureness): MessageKey {
  return cause === 'maybe_them' && sureness === 'possible' ? 'check_cause_perhaps_them' : CAUSES[cause];
}

export interface DiagnosisWords {
  /** "It seems to be Claude, not you." */
  headline: string;
  /** Why that is thought. */
  why: string;
  /** "Likely, not certain." */
  sureness: string | null;
}

export function diagnosisWords(
  name: string,
  { name: row, cause, sureness }: { name: DiagnosisName; cause: Cause; sureness: Sureness },
  maker: MakerFinding | null,
  speech: Speech,
): DiagnosisWords {
  const { t } = speech;
  const parts = listWords(maker?.names ?? [], 'conjunction', speech);
  const key = SURENESS[sureness];
  return {
    headline: t(causeKey(cause, sureness), name),
    why: t(WHY[row], name, parts),
    sureness: key === undefined ? null : t(key),
  };
}

/** What an error text means; null: we do not know it. */
export function meaningWords(meaning: ErrorMeaning | null, { t }: Speech): string {
  return t(meaning === null ? 'check_means_not_known' : MEANINGS[meaning]);
}

export function sightWords(sight: Sight, { t }: Speech): string {
  return t(SIGHT_WORDS[sight]);
}

/** `host` is that of the chat site. */
export function checkAdviceWords(advice: Advice, host: string, { t }: Speech): string {
  return t(ADVICE_WORDS[advice], host);
}
