import type {
  Cause,
  CheckStep,
  Confidence,
  DiagnosisName,
  ErrorMeaning,
  Findings,
  ProviderFinding,
  SendsFinding,
} from '@/utils/model/diagnosis';
import type { Level } from '@/utils/model/level';
import {
  isTooOld,
  type Opinion,
  type OpinionSourceId,
  type OpinionValue,
  type SourceAnswer,
} from '@/utils/model/opinion';
import { clockTime, formatCount, listWords, otherWeekday, plural, sentences, timeOfDay } from './moments';
import type { MessageKey, Speech } from './speech';
import { suspicionCount } from './verdict-words';

/** Certain diagnoses, and those that claim nothing, need no word on how certain they are. */
const CONFIDENCE_KEYS: Partial<Record<Confidence, MessageKey>> = {
  likely: 'check_confidence_likely',
  possible: 'check_confidence_possible',
};

/** Weak evidence names the assistant with a "may" only. */
function causeKey(cause: Cause, confidence: Confidence): MessageKey {
  return cause === 'maybe_them' && confidence === 'possible' ? 'check_cause_perhaps_them' : `check_cause_${cause}`;
}

/** A reported outage is named by its level. */
const REPORTED_KEYS: Partial<Record<Level, MessageKey>> = {
  degraded: 'check_reported_degraded',
  partial_outage: 'check_reported_partial_outage',
  major_outage: 'check_reported_major_outage',
};

function whyKey(row: DiagnosisName, provider: ProviderFinding | null): MessageKey {
  const reported = row === 'reported_trouble' && provider !== null ? REPORTED_KEYS[provider.level] : undefined;
  return reported ?? `check_why_${row}`;
}

export interface DiagnosisWords {
  /** "It looks like Claude, not you." */
  headline: string;
  /** The reason. */
  why: string;
  /** "Likely, but not certain." */
  confidence: string | null;
}

const TENTH = 100;

/** "0.3" or "40": tenths of a second where they matter. */
function secondsOf(ms: number, { locale }: Speech): string {
  const step = ms < 1_000 ? TENTH : 10 * TENTH;
  return new Intl.NumberFormat(locale).format((Math.max(1, Math.round(ms / step)) * step) / 1_000);
}

/** What the reason names, in the order of its text. */
function detailsOf(row: DiagnosisName, name: string, { sends, line, provider }: Findings, speech: Speech): string[] {
  const pages = secondsOf(line?.ms ?? 0, speech);
  const { ms, usualMs } = sends !== null && 'ms' in sends ? sends : { ms: 0, usualMs: 0 };
  switch (row) {
    case 'line_slow':
    case 'symptom_slow_line_well':
      return [pages];
    case 'answers_slow_line_well':
      return [pages, name, secondsOf(ms, speech)];
    case 'answers_slow_maybe':
      return [secondsOf(ms, speech), secondsOf(usualMs, speech)];
    default:
      return [name, listWords(provider?.names ?? [], 'conjunction', speech)];
  }
}

/** What the status page shows beside failing messages; null if it was read and shows nothing. */
function shownBeside(name: string, { page, provider }: Findings, speech: Speech): string | null {
  const { t } = speech;
  if (provider?.kind === 'incident') return t('suspicion_incident_reported');
  if (page !== 'well' || provider === null || provider.kind === 'unknown') return t('suspicion_unread', name);
  if (provider.kind !== 'parts') return null;
  return t('check_why_reported_parts', name, listWords(provider.names, 'conjunction', speech));
}

/** Rows whose reason says that the status page shows nothing. */
const NOTHING_SHOWN = new Set<DiagnosisName>(['messages_fail', 'messages_and_site_fail']);

function whyWords(name: string, row: DiagnosisName, findings: Findings, speech: Speech): string {
  const suspicion = findings.sends?.suspicion ?? null;
  const shown = suspicion !== null && NOTHING_SHOWN.has(row) ? shownBeside(name, findings, speech) : null;
  const said = shown === null ? null : sentences([suspicion && suspicionCount(suspicion, speech), shown], speech);
  return said ?? speech.t(whyKey(row, findings.provider), ...detailsOf(row, name, findings, speech));
}

export function diagnosisWords(
  name: string,
  { name: row, cause, confidence }: { name: DiagnosisName; cause: Cause; confidence: Confidence },
  findings: Findings,
  speech: Speech,
): DiagnosisWords {
  const { t } = speech;
  const key = CONFIDENCE_KEYS[confidence];
  return {
    headline: t(causeKey(cause, confidence), name),
    why: whyWords(name, row, findings, speech),
    confidence: key === undefined ? null : t(key),
  };
}

/** What an error message means. `meaning` is null where that is not known. */
export function meaningWords(meaning: ErrorMeaning | null, { t }: Speech): string {
  return t(meaning === null ? 'check_means_not_known' : `check_means_${meaning}`);
}

/** "Usage limit reached. Again at 16:20." A limit ends within a week, so the weekday is enough. */
export function limitWords(until: number, speech: Speech): string {
  const [day, time] = [otherWeekday(until, speech), timeOfDay(until, speech)];
  return day === null ? speech.t('limit_again', time) : speech.t('limit_again_day', day, time);
}

function sendsWords(sends: SendsFinding, speech: Speech): string {
  return sends.suspicion === null ? speech.t(`check_sends_${sends.kind}`) : suspicionCount(sends.suspicion, speech);
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

/** What a step found; null where it has not run. */
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
      return answer === null ? null : speech.t(`check_answer_${answer}`);
    }
  }
}

type NameOf = (id: OpinionSourceId) => string;

/** What the sources say together, in one sentence. */
export function opinionSentence(opinion: Opinion, nameOf: NameOf, speech: Speech): string {
  const names = (ids: readonly OpinionSourceId[]) => listWords(ids.map(nameOf), 'conjunction', speech);
  switch (opinion.kind) {
    case 'affected':
      return plural('opinion_affected', opinion.by.length, speech, names(opinion.by), formatCount(opinion.of, speech));
    case 'not_affected':
      return plural('opinion_not_affected', opinion.by.length, speech, names(opinion.by));
    case 'split':
      return speech.t('opinion_split', names(opinion.affected), names(opinion.notAffected));
    case 'unclear':
      return speech.t('opinion_unclear');
    case 'old':
      return speech.t('opinion_old');
    case 'no_answer':
      return speech.t('opinion_no_answer');
  }
}

/** "62.4%", rounded down: a rate below 100 never reads as 100. */
function percentWords(percent: number | null, { t, locale }: Speech): string {
  if (percent === null) return t('opinion_no_data');
  const format = new Intl.NumberFormat(locale, { style: 'percent', maximumFractionDigits: 1 });
  return format.format(Math.floor(percent * 10) / 1_000);
}

function valueWords(value: OpinionValue, speech: Speech): string {
  switch (value.kind) {
    case 'success_rate':
      return speech.t('opinion_rate', percentWords(value.last5m, speech), percentWords(value.last30m, speech));
    case 'reports':
      return plural('opinion_reports', value.lastHour, speech, formatCount(Math.round(value.usualHour), speech));
    case 'page_word':
      return speech.t(`level_${value.level}`);
  }
}

export interface SourceWords {
  /** Its value, or why there is none. */
  result: string;
  /** What it measures, and when it did. If it does not say so, when it was read. */
  measures: string;
}

/** One source of the list below the sentence. */
export function sourceWords({ id, answer }: SourceAnswer, speech: Speech): SourceWords {
  const { t, now } = speech;
  const measures = t(`opinion_measures_${id}`);
  if (answer.kind === 'silent') return { result: t(`opinion_silent_${answer.why}`), measures };
  const result = valueWords(answer.value, speech);
  const { at, readAt } = answer;
  const [current, old] =
    at === null
      ? (['opinion_read_at', 'opinion_read_too_old'] as const)
      : (['opinion_as_of', 'opinion_too_old'] as const);
  return { result, measures: t(isTooOld(answer, now) ? old : current, measures, clockTime(at ?? readAt, speech)) };
}
