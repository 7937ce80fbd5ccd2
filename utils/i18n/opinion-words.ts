import {
  isTooOld,
  type Opinion,
  type OpinionSourceId,
  type OpinionValue,
  type SourceAnswer,
} from '@/utils/model/opinion';
import { clockTime, formatCount, listWords, plural } from './moments';
import type { Speech } from './speech';

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
