import type { EvidenceSuspicion } from './evidence';
import type { LocalModelId } from './fallback';
import type { Level } from './level';

/** What the user says they see. Optional. */
export const SYMPTOMS = ['slow', 'fails', 'sign_in', 'history', 'error_text'] as const;
export type Symptom = (typeof SYMPTOMS)[number];

/** Meanings of the vague error texts on chat sites. */
export const ERROR_MEANINGS = [
  'limit',
  'overloaded',
  'unavailable',
  'gateway',
  'server_error',
  'signed_out',
  'refused',
  'network',
  'missing',
  'vague',
] as const;
export type ErrorMeaning = (typeof ERROR_MEANINGS)[number];

/** The user's own description. It stays in the page that asks. */
export interface Account {
  sees: Symptom | null;
  /** Meaning of the error text that they typed or picked; null if there is none or it is not recognized. */
  meaning: ErrorMeaning | null;
}

export const CAUSES = [
  /** The provider reports an issue. */
  'them',
  /** The provider reports nothing, but other findings point to it. */
  'maybe_them',
  'maintenance',
  'connection',
  /** VPN, proxy, DNS or an ad blocker. */
  'between',
  'limit',
  'signed_out',
  /** One part or one model only. */
  'part',
  'nothing',
  'unclear',
] as const;
export type Cause = (typeof CAUSES)[number];

/** Row names of the decision table; each has its message. */
export const DIAGNOSIS_NAMES = [
  'offline',
  'nobody_answers',
  'reported_trouble',
  'reported_models',
  'reported_before',
  'reported_maintenance',
  'limit_doubtful',
  'limited',
  'refused',
  'conversation',
  'tool',
  'conversation_only',
  'cut_everywhere',
  'line_slow',
  'slow_everywhere',
  'messages_and_site_fail',
  'messages_fail',
  'site_error',
  'site_silent',
  'messages_cut',
  'page_silent',
  'answers_slow_line_well',
  'answers_slow',
  'text_limit',
  'text_signed_out',
  'reported_incident',
  'text_theirs',
  'text_between',
  'symptom_sign_in',
  'symptom_history',
  'reported_parts',
  'symptom_failing',
  'answers_slow_maybe',
  'symptom_slow_line_well',
  'symptom_slow',
  'all_well',
  'well_so_far',
  'nothing_fits',
] as const;
export type DiagnosisName = (typeof DIAGNOSIS_NAMES)[number];

/** Possible remedies. Each has a message; some have a button. */
export const ADVICE = [
  'wait',
  'continue_elsewhere',
  'other_model',
  'wait_for_limit',
  'check_connection',
  'check_between',
  'reload',
  'new_chat',
  'sign_in',
  'clear_site_data',
  'say_what_you_see',
  'allow_site',
] as const;
export type Advice = (typeof ADVICE)[number];

/** Confidence of a diagnosis; `none` if it makes no claim. */
const CONFIDENCES = ['known', 'likely', 'possible', 'none'] as const;
export type Confidence = (typeof CONFIDENCES)[number];

/** Steps of "Is it me?", in this order. */
export const CHECK_STEPS = ['browser', 'page', 'others', 'site', 'sends', 'provider'] as const;
export type CheckStep = (typeof CHECK_STEPS)[number];

/** How a host answered. */
export const ANSWERS = [
  'well',
  /** It returned a server error (5xx). */
  'error',
  /** It returned something unexpected. */
  'unexpected',
  /** Refused, dropped, DNS failure, or timeout. */
  'none',
  'not_allowed',
  /** Nothing could be asked, or the request did not finish. */
  'not_known',
] as const;
export type Answer = (typeof ANSWERS)[number];

/** Result of requesting a chat site's address without cookies. */
export type SiteProbe =
  /** `status` is null for a redirect. */
  { kind: 'answered'; status: number | null } | { kind: 'silent' } | { kind: 'not_allowed' };

/** Several of the user's last messages failed. */
export const FAILING_SENDS = [
  /** With an error from the site: 5xx. */
  'failed',
  /** The connection was cut, or there was no answer. */
  'cut',
  /** The same happens on the site of another assistant. */
  'cut_everywhere',
] as const;

/** Other outcomes of the user's last messages. */
export const OTHER_SENDS = [
  'well',
  /** Only the last one failed, which is too little evidence. */
  'once',
  /** The last reply ended far sooner than usual: maybe an error, maybe a short answer. */
  'brief',
  /** 429. */
  'limited',
  /** 429, but few messages were sent, or other requests fail too: maybe not the user's own limit. */
  'limited_doubtful',
  /** Messages of one conversation fail; others are answered. */
  'conversation',
  /** Messages of one conversation fail; no other was tried since. */
  'conversation_only',
  /** In one conversation, some messages fail and others are answered; or each in another conversation failed. */
  'tool',
  /** Several handshakes of a WebSocket got no answer, for one of many reasons. */
  'unopened',
  /** 401 or 403. */
  'refused',
  /** None was observed, or observing is not permitted. */
  'none',
] as const;

/** The last answers started later than usual in this browser. */
export const SLOW_SENDS = [
  /** In at least two conversations that were as quick as usual before. */
  'slow',
  /** In fewer, or in new ones: maybe a model that thinks. */
  'slow_maybe',
  /** As `slow`, and those of another assistant do too. */
  'slow_everywhere',
] as const;

/** Several failed; with counts, as in "4 of your last 5 messages failed." */
export type SendsFinding =
  | { kind: (typeof FAILING_SENDS)[number]; suspicion: EvidenceSuspicion }
  | { kind: (typeof OTHER_SENDS)[number]; suspicion: null }
  /** From message to the beginning of the answer: now and usually. Milliseconds. */
  | { kind: (typeof SLOW_SENDS)[number]; suspicion: null; ms: number; usualMs: number };

/** How fast the connection is, by the status pages that were just read. */
export interface ConnectionFinding {
  /** `well`: one page answers quickly. `slow`: all of at least two answer slowly. */
  kind: 'well' | 'slow';
  /** From request to response, of the fastest page. Milliseconds. */
  ms: number;
}

/** What the provider reports on its status page. */
export const PROVIDER_KINDS = [
  'well',
  'trouble',
  /** An outage that names models; other models may still work. */
  'models',
  /** The chat itself is operational; another part is not. */
  'parts',
  'maintenance',
  /** An open incident makes an issue possible over operational components. */
  'incident',
  'unknown',
] as const;
export interface ProviderFinding {
  kind: (typeof PROVIDER_KINDS)[number];
  /** Level of the chat's core components. */
  level: Level;
  /** Names of the models or parts, as on the page; empty for the other kinds. */
  names: string[];
}

/** Findings so far; null for a step that has not run or does not apply. */
export interface Findings {
  browser: 'online' | 'offline' | null;
  /** This assistant's status page. */
  page: Answer | null;
  /** Status pages of other assistants: `well` if at least one answers. */
  others: Answer | null;
  /** The chat site itself, requested without cookies. */
  site: Answer | null;
  sends: SendsFinding | null;
  provider: ProviderFinding | null;
  /** Absent if too little was measured, or it is neither slow nor quick. */
  line?: ConnectionFinding | undefined;
}

export const NOTHING_FOUND: Findings = {
  browser: null,
  page: null,
  others: null,
  site: null,
  sends: null,
  provider: null,
};

/** Result of asking a local app for its list of models. */
export type LocalAnswer =
  | { kind: 'answers'; models: number }
  /** It answers, but rejects requests from extensions. */
  | { kind: 'refuses' }
  /** Something else answers on its port. */
  | { kind: 'stranger' }
  | { kind: 'silent' }
  /** The user has not permitted requests to this machine. */
  | { kind: 'not_allowed' };

/** Absent: not asked. */
export type LocalAnswers = Partial<Record<LocalModelId, LocalAnswer>>;
