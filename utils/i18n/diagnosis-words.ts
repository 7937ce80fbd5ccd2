import type {
  Advice,
  Answer,
  Cause,
  CheckStep,
  Confidence,
  DiagnosisName,
  ErrorMeaning,
  Findings,
  OTHER_SENDS,
  ProviderFinding,
  SendsFinding,
  Symptom,
} from '@/utils/model/diagnosis';
import { listWords } from './moments';
import type { MessageKey, Speech } from './speech';
import { suspicionCount } from './verdict-words';

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
  site_error: 'check_why_site_error',
  site_silent: 'check_why_site_silent',
  messages_cut: 'check_why_messages_cut',
  page_silent: 'check_why_page_silent',
  text_limit: 'check_why_text_limit',
  text_signed_out: 'check_why_text_signed_out',
  text_theirs: 'check_why_text_theirs',
  text_between: 'check_why_text_between',
  symptom_sign_in: 'check_why_symptom_sign_in',
  symptom_history: 'check_why_symptom_history',
  told_parts: 'check_why_told_parts',
  symptom_failing: 'check_why_symptom_failing',
  symptom_slow: 'check_why_symptom_slow',
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

const SYMPTOM_KEYS: Record<Symptom, MessageKey> = {
  slow: 'check_symptom_slow',
  fails: 'check_symptom_fails',
  sign_in: 'check_symptom_sign_in',
  history: 'check_symptom_history',
  error_text: 'check_symptom_error_text',
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

/** `known` and `none` show no confidence line. */
const CONFIDENCE_KEYS: Partial<Record<Confidence, MessageKey>> = {
  likely: 'check_confidence_likely',
  possible: 'check_confidence_possible',
};

/** An uncertain cause is worded with "may". */
function causeKey(cause: Cause, confidence: Confidence): MessageKey {
  return cause === 'maybe_them' && confidence === 'possible' ? 'check_cause_perhaps_them' : CAUSES[cause];
}

export interface DiagnosisWords {
  /** "It seems to be Claude, not you." */
  headline: string;
  /** Reason for the diagnosis. */
  why: string;
  /** "Likely, not certain." */
  confidence: string | null;
}

export function diagnosisWords(
  name: string,
  { name: row, cause, confidence }: { name: DiagnosisName; cause: Cause; confidence: Confidence },
  provider: ProviderFinding | null,
  speech: Speech,
): DiagnosisWords {
  const { t } = speech;
  const parts = listWords(provider?.names ?? [], 'conjunction', speech);
  const key = CONFIDENCE_KEYS[confidence];
  return {
    headline: t(causeKey(cause, confidence), name),
    why: t(WHY[row], name, parts),
    confidence: key === undefined ? null : t(key),
  };
}

/** Explanation of an error text; null: not recognized. */
export function meaningWords(meaning: ErrorMeaning | null, { t }: Speech): string {
  return t(meaning === null ? 'check_means_not_known' : MEANINGS[meaning]);
}

export function symptomWords(symptom: Symptom, { t }: Speech): string {
  return t(SYMPTOM_KEYS[symptom]);
}

/** `host` is the chat site's. */
export function checkAdviceWords(advice: Advice, host: string, { t }: Speech): string {
  return t(ADVICE_WORDS[advice], host);
}

const STEPS: Record<CheckStep, MessageKey> = {
  browser: 'check_step_browser',
  page: 'check_step_page',
  others: 'check_step_others',
  site: 'check_step_site',
  sends: 'check_step_sends',
  provider: 'check_step_provider',
};

const ANSWERS: Record<Answer, MessageKey> = {
  well: 'check_answer_well',
  error: 'check_answer_error',
  unexpected: 'check_answer_unexpected',
  none: 'check_answer_none',
  not_allowed: 'check_answer_not_allowed',
  not_known: 'check_answer_not_known',
};

const SENDS: Record<(typeof OTHER_SENDS)[number], MessageKey> = {
  well: 'check_sends_well',
  once: 'check_sends_once',
  limited: 'check_sends_limited',
  refused: 'check_sends_refused',
  none: 'check_sends_none',
};

function sendsWords(sends: SendsFinding, speech: Speech): string {
  return sends.suspicion === null ? speech.t(SENDS[sends.kind]) : suspicionCount(sends.suspicion, speech);
}

function providerWords({ kind, level, names }: ProviderFinding, speech: Speech): string {
  const { t } = speech;
  const parts = listWords(names, 'conjunction', speech);
  switch (kind) {
    case 'well':
      return t('check_provider_well');
    case 'models':
      return t('check_provider_models', parts);
    case 'parts':
      return t('check_provider_parts', parts);
    case 'incident':
      return t('suspicion_incident_reported');
    case 'unknown':
      return t('check_provider_unknown');
    case 'trouble':
    case 'maintenance':
      return t(`level_${level}`);
  }
}

/** What a step checks. `host` is the chat site's. */
export function stepWords(step: CheckStep, host: string, { t }: Speech): string {
  return t(STEPS[step], host);
}

/** What a step found; null if it has not run. */
export function findingWords(step: CheckStep, findings: Findings, speech: Speech): string | null {
  const { browser, sends, provider } = findings;
  switch (step) {
    case 'browser':
      return browser === null ? null : speech.t(browser === 'online' ? 'check_online' : 'check_offline');
    case 'sends':
      return sends === null ? null : sendsWords(sends, speech);
    case 'provider':
      return provider === null ? null : providerWords(provider, speech);
    default: {
      const answer = findings[step];
      return answer === null ? null : speech.t(ANSWERS[answer]);
    }
  }
}
