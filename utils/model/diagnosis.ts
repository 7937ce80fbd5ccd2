import type { EvidenceSuspicion } from './evidence';
import type { LocalModelId } from './fallback';
import type { Level } from './level';

/** What the person says they see, if they like to. */
export const SIGHTS = ['slow', 'fails', 'sign_in', 'history', 'error_text'] as const;
export type Symptom = (typeof SIGHTS)[number];

/** What the vague texts of chat sites mean. */
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

/** The person's own account. It stays in the page that asks. */
export interface Account {
  sees: Symptom | null;
  /** Of the text that they typed or picked; null when there is none, or it is not known. */
  meaning: ErrorMeaning | null;
}

export const CAUSES = [
  /** The page says so. */
  'them',
  /** It does not say so, but what was seen points to them. */
  'maybe_them',
  'maintenance',
  'connection',
  /** VPN, proxy, DNS or a blocker. */
  'between',
  'limit',
  'signed_out',
  /** One part or one model. */
  'part',
  'nothing',
  'unclear',
] as const;
export type Cause = (typeof CAUSES)[number];

/** The lines of the decision table, by name; each has its sentence. */
export const DIAGNOSIS_NAMES = [
  'offline',
  'nobody_answers',
  'told_trouble',
  'told_models',
  'told_before',
  'told_maintenance',
  'limited',
  'refused',
  'messages_and_site_fail',
  'messages_fail',
  'site_sick',
  'site_silent',
  'messages_cut',
  'page_silent',
  'text_limit',
  'text_signed_out',
  'text_theirs',
  'text_between',
  'sees_sign_in',
  'sees_history',
  'told_parts',
  'sees_failing',
  'sees_slow',
  'all_well',
  'well_so_far',
  'nothing_fits',
] as const;
export type DiagnosisName = (typeof DIAGNOSIS_NAMES)[number];

/** What may help, each with its words; some with a button. */
export const ADVICE = [
  'wait',
  'continue_elsewhere',
  'other_model',
  'wait_for_limit',
  'check_connection',
  'check_between',
  'reload',
  'sign_in',
  'clear_site_data',
  'say_what_you_see',
  'allow_site',
] as const;
export type Advice = (typeof ADVICE)[number];

/** How far a diagnosis can be relied on; `none` where it claims nothing. */
export const SURENESSES = ['known', 'likely', 'possible', 'none'] as const;
export type Confidence = (typeof SURENESSES)[number];

/** What "Is it me?" looks at, in this order. */
export const CHECK_STEPS = ['browser', 'page', 'others', 'site', 'sends', 'maker'] as const;
export type CheckStep = (typeof CHECK_STEPS)[number];

/** How a host answered. */
export const ANSWERS = [
  'well',
  /** It says itself that it cannot: 5xx. */
  'sick',
  /** Something answers, but not with what was due. */
  'odd',
  /** Refused, dropped, name not found, or silent for too long. */
  'none',
  'not_allowed',
  /** Nobody could be asked, or the asking did not come to an end. */
  'not_known',
] as const;
export type Answer = (typeof ANSWERS)[number];

/** What came of opening a chat site's own address, without cookies. */
export type SiteProbe =
  /** `status` is null where the site sends on to another address. */
  { kind: 'answered'; status: number | null } | { kind: 'silent' } | { kind: 'not_allowed' };

/** Several of the person's own last messages failed. */
export const FAILING_SENDS = [
  /** With an error of the site's own: 5xx. */
  'failed',
  /** Cut off, or never answered. */
  'cut',
] as const;

/** What else the person's own last messages met. */
export const OTHER_SENDS = [
  'well',
  /** The last one failed, and that is too little to go by. */
  'once',
  /** 429. */
  'limited',
  /** 401 or 403. */
  'refused',
  /** Nothing was seen of them, or nothing may be. */
  'none',
] as const;

/** With the counts, where several failed: "4 of your last 5 messages failed." */
export type SendsFinding =
  | { kind: (typeof FAILING_SENDS)[number]; suspicion: EvidenceSuspicion }
  | { kind: (typeof OTHER_SENDS)[number]; suspicion: null };

/** What the maker says on the status page. */
export const MAKER_KINDS = [
  'well',
  'trouble',
  /** Trouble that names models; others may still work. */
  'models',
  /** The chat itself is well, another part of it is not. */
  'parts',
  'maintenance',
  /** An open incident makes an issue possible over operational components. */
  'incident',
  'unknown',
] as const;
export interface MakerFinding {
  kind: (typeof MAKER_KINDS)[number];
  /** That of the chat's core components. */
  level: Level;
  /** The models or parts, as the page names them; empty for the other kinds. */
  names: string[];
}

/** What was found so far; null where nobody has looked yet, or looking made no sense. */
export interface Findings {
  browser: 'online' | 'offline' | null;
  /** This assistant's status page. */
  page: Answer | null;
  /** Status pages of other makers: `well` when one of them answers. */
  others: Answer | null;
  /** The chat site itself, asked without cookies. */
  site: Answer | null;
  sends: SendsFinding | null;
  maker: MakerFinding | null;
}

export const NOTHING_FOUND: Findings = {
  browser: null,
  page: null,
  others: null,
  site: null,
  sends: null,
  maker: null,
};

/** What became of asking a programme on this machine for its models. */
export type LocalAnswer =
  | { kind: 'answers'; models: number }
  /** It is there, but lets no extension ask. */
  | { kind: 'refuses' }
  /** Something answers in its place that we do not know. */
  | { kind: 'stranger' }
  | { kind: 'silent' }
  /** The person has not allowed asking on this machine. */
  | { kind: 'not_allowed' };

/** Absent: not asked. */
export type LocalAnswers = Partial<Record<LocalModelId, LocalAnswer>>;
