import type {
  Account,
  Advice,
  Answer,
  Cause,
  Confidence,
  ConnectionFinding,
  DiagnosisName,
  ErrorMeaning,
  Findings,
  ProviderFinding,
  SendsFinding,
} from '@/utils/model/diagnosis';

/**
 * The findings in the terms of the decision table. A step that was not run is unknown and matches no row that needs it.
 */
interface Symptoms extends Account {
  isOffline: boolean;
  page: Answer;
  site: Answer;
  sends: SendsFinding['kind'];
  provider: ProviderFinding['kind'];
  line: ConnectionFinding['kind'] | 'unknown';
  /** Another provider answers, so the connection works. */
  isAnotherThere: boolean;
  /** Any host answers, whatever the answer. */
  isAnybodyThere: boolean;
  /** None of the requested hosts answers, and hosts of at least two providers were requested. */
  isNobodyThere: boolean;
}

const isThere = (answer: Answer): boolean => answer === 'well' || answer === 'error' || answer === 'unexpected';

function symptomsOf(findings: Findings, account: Account): Symptoms {
  const { browser, page, others, site, sends, provider, line } = findings;
  const asked = [page, others, site].map((answer) => answer ?? 'not_known');
  const isAnybodyThere = asked.some(isThere);
  return {
    ...account,
    isOffline: browser === 'offline' && !isAnybodyThere,
    page: page ?? 'not_known',
    site: site ?? 'not_known',
    sends: sends?.kind ?? 'none',
    provider: provider?.kind ?? 'unknown',
    line: line?.kind ?? 'unknown',
    isAnotherThere: others !== null && isThere(others),
    isAnybodyThere,
    // The hosts of one provider may fail together. Only silence of another provider's hosts too points to the
    // connection.
    isNobodyThere: !isAnybodyThere && others === 'none' && (page === 'none' || site === 'none'),
  };
}

type When = (symptoms: Symptoms) => boolean;

/** One row of the table. The first row whose condition holds gives the diagnosis. */
export interface DiagnosisRow {
  name: DiagnosisName;
  when: When;
  cause: Cause;
  confidence: Confidence;
  /** Remedies, most promising first. */
  advice: readonly Advice[];
}

const LINE: Advice[] = ['check_connection'];
const LINE_OR_BETWEEN: Advice[] = ['check_connection', 'check_between'];
const OUTAGE: Advice[] = ['wait', 'continue_elsewhere'];
const MODEL: Advice[] = ['other_model', ...OUTAGE];
const SHARE: Advice[] = ['wait_for_limit', 'other_model', 'continue_elsewhere'];
const SESSION: Advice[] = ['reload', 'sign_in', 'clear_site_data', 'check_between'];
const SIGN_IN: Advice[] = ['sign_in', 'clear_site_data', 'check_between'];
const BLOCKED: Advice[] = ['check_between', ...OUTAGE];
const CUT: Advice[] = ['reload', ...BLOCKED];
const UNSEEN: Advice[] = ['check_between', 'allow_site', 'reload'];
const BROKEN_PAGE: Advice[] = ['reload', 'check_between', 'clear_site_data'];
const HISTORY: Advice[] = ['reload', 'sign_in', 'wait'];
const PART: Advice[] = ['wait', 'reload', 'continue_elsewhere'];
const PUZZLE: Advice[] = ['reload', 'other_model', 'check_between', 'clear_site_data', 'continue_elsewhere'];
const SLOW: Advice[] = ['other_model', 'reload', 'continue_elsewhere'];
const CONVERSATION: Advice[] = ['new_chat', 'reload', 'continue_elsewhere'];
const TOOL: Advice[] = ['other_model', 'new_chat', 'continue_elsewhere'];
const ASK: Advice[] = ['say_what_you_see', 'reload'];
const ASK_MORE: Advice[] = ['say_what_you_see', 'allow_site', 'reload'];
const ALL_UNSURE: Advice[] = ['say_what_you_see', 'reload', 'check_connection', 'continue_elsewhere'];

const THEIRS = new Set<ErrorMeaning | null>(['overloaded', 'unavailable', 'gateway', 'server_error']);
const BETWEEN = new Set<ErrorMeaning | null>(['network', 'refused']);

/** The page was read just now, and this is what its provider reports. */
const says = (s: Symptoms, provider: Symptoms['provider']): boolean => s.page === 'well' && s.provider === provider;
/** The page was read just now and reports no issue of the chat itself. */
const isCalm: When = (s) => says(s, 'well') || says(s, 'parts');
/** Some host answers. The user's description counts only once the connection is known to work. */
const hasLine: When = (s) => s.isAnybodyThere;

/** Messages that a slow connection explains. */
const SLOWED = new Set<Symptoms['sends']>(['slow', 'slow_maybe', 'slow_everywhere', 'cut', 'unopened']);
const CALM_SENDS = new Set<Symptoms['sends']>(['none', 'well', 'once', 'brief']);

/** The connection is slow, and nothing that is known needs another explanation. */
const isLineSlow: When = (s) =>
  s.line === 'slow' &&
  s.site !== 'error' &&
  s.site !== 'none' &&
  (SLOWED.has(s.sends) ||
    s.sees === 'slow' ||
    (says(s, 'well') && CALM_SENDS.has(s.sends) && s.sees === null && s.meaning === null));

const row = (
  name: DiagnosisName,
  when: When,
  cause: Cause,
  confidence: Confidence,
  advice: readonly Advice[],
): DiagnosisRow => ({ name, when, cause, confidence, advice });

/**
 * Ordered from certain to guessed: browser and status page, the user's own messages, measurements, the user's
 * description. Only the page's own report gives the confidence `known`.
 */
export const DIAGNOSIS_ROWS: readonly DiagnosisRow[] = [
  row('offline', (s) => s.isOffline, 'connection', 'known', LINE),
  row('nobody_answers', (s) => s.isNobodyThere, 'connection', 'likely', LINE_OR_BETWEEN),

  row('reported_trouble', (s) => says(s, 'trouble'), 'them', 'known', OUTAGE),
  row('reported_models', (s) => says(s, 'models'), 'part', 'known', MODEL),
  // The page cannot be read now, but reported an outage when last read.
  row('reported_before', (s) => s.provider === 'trouble' || s.provider === 'models', 'them', 'likely', OUTAGE),
  row('reported_maintenance', (s) => says(s, 'maintenance'), 'maintenance', 'known', OUTAGE),

  // In past outages, sites answered with 429 although nothing was used up.
  row(
    'limit_doubtful',
    (s) => hasLine(s) && (s.sends === 'limited_doubtful' || (s.sends === 'limited' && s.provider === 'incident')),
    'maybe_them',
    'possible',
    SHARE,
  ),
  row('limited', (s) => s.sends === 'limited', 'limit', 'likely', SHARE),
  row('refused', (s) => s.sends === 'refused', 'signed_out', 'likely', SESSION),
  row('conversation', (s) => s.sends === 'conversation', 'part', 'likely', CONVERSATION),
  row('tool', (s) => s.sends === 'tool', 'part', 'possible', TOOL),
  row(
    'conversation_only',
    (s) => hasLine(s) && s.sends === 'conversation_only',
    'maybe_them',
    'possible',
    CONVERSATION,
  ),
  row('cut_everywhere', (s) => hasLine(s) && s.sends === 'cut_everywhere', 'between', 'likely', LINE_OR_BETWEEN),
  row('line_slow', isLineSlow, 'connection', 'likely', LINE_OR_BETWEEN),
  row('slow_everywhere', (s) => hasLine(s) && s.sends === 'slow_everywhere', 'between', 'possible', LINE_OR_BETWEEN),
  row(
    'messages_and_site_fail',
    (s) => hasLine(s) && s.sends === 'failed' && s.site === 'error',
    'maybe_them',
    'likely',
    OUTAGE,
  ),
  row('messages_fail', (s) => hasLine(s) && s.sends === 'failed', 'maybe_them', 'likely', MODEL),
  row('site_error', (s) => s.site === 'error', 'maybe_them', 'possible', OUTAGE),
  row('site_silent', (s) => hasLine(s) && s.site === 'none', 'between', 'likely', BLOCKED),
  row(
    'messages_cut',
    (s) => hasLine(s) && (s.sends === 'cut' || s.sends === 'unopened'),
    'maybe_them',
    'possible',
    CUT,
  ),
  row('page_silent', (s) => s.page === 'none' && s.isAnotherThere && s.site !== 'well', 'between', 'possible', UNSEEN),

  row(
    'answers_slow_line_well',
    (s) => hasLine(s) && s.sends === 'slow' && s.line === 'well',
    'maybe_them',
    'likely',
    SLOW,
  ),
  row('answers_slow', (s) => hasLine(s) && s.sends === 'slow', 'maybe_them', 'possible', SLOW),

  row('text_limit', (s) => hasLine(s) && s.meaning === 'limit', 'limit', 'likely', SHARE),
  row('text_signed_out', (s) => hasLine(s) && s.meaning === 'signed_out', 'signed_out', 'likely', SESSION),
  // Over components that it calls operational.
  row('reported_incident', (s) => says(s, 'incident'), 'maybe_them', 'possible', OUTAGE),
  row('text_theirs', (s) => hasLine(s) && THEIRS.has(s.meaning), 'maybe_them', 'possible', MODEL),
  row('text_between', (s) => hasLine(s) && BETWEEN.has(s.meaning), 'between', 'possible', BROKEN_PAGE),
  row('symptom_sign_in', (s) => hasLine(s) && s.sees === 'sign_in', 'signed_out', 'possible', SIGN_IN),
  row(
    'symptom_history',
    (s) => hasLine(s) && (s.sees === 'history' || s.meaning === 'missing'),
    'part',
    'possible',
    HISTORY,
  ),

  row('reported_parts', (s) => says(s, 'parts'), 'part', 'known', PART),
  row(
    'symptom_failing',
    (s) => isCalm(s) && (s.sees === 'fails' || s.sees === 'error_text'),
    'nothing',
    'none',
    PUZZLE,
  ),
  row(
    'answers_slow_maybe',
    (s) => isCalm(s) && s.sends === 'slow_maybe' && (s.sees === null || s.sees === 'slow') && s.meaning === null,
    'nothing',
    'none',
    SLOW,
  ),
  row('symptom_slow_line_well', (s) => isCalm(s) && s.sees === 'slow' && s.line === 'well', 'nothing', 'none', SLOW),
  row('symptom_slow', (s) => isCalm(s) && s.sees === 'slow', 'nothing', 'none', SLOW),
  // A reply that ended early may be an error, so it leaves the question open.
  row('all_well', (s) => isCalm(s) && s.sends !== 'brief' && s.site === 'well', 'nothing', 'none', ASK),
  row('well_so_far', (s) => isCalm(s) && s.sends !== 'brief', 'nothing', 'none', ASK_MORE),
];

/** Used if no row matches. */
export const NOTHING_FITS: DiagnosisRow = row('nothing_fits', () => true, 'unclear', 'none', ALL_UNSURE);

/** The first row that matches findings and description. There is always exactly one result. */
export function diagnose(findings: Findings, account: Account): DiagnosisRow {
  const symptoms = symptomsOf(findings, account);
  return DIAGNOSIS_ROWS.find((row) => row.when(symptoms)) ?? NOTHING_FITS;
}
