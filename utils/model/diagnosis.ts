/** What the person says they see, if they like to. */
export const SIGHTS = ['slow', 'fails', 'sign_in', 'history', 'error_text'] as const;
export type Sight = (typeof SIGHTS)[number];

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
  sees: Sight | null;
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
export type Sureness = (typeof SURENESSES)[number];
