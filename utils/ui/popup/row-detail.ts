import { duration, shortDate } from '@/utils/i18n/moments';
import type { Speech } from '@/utils/i18n/speech';
import { headStartWords } from '@/utils/i18n/verdict-words';
import { type Assistant, type AssistantPart, statusPageOf } from '@/utils/model/assistant';
import type { UnknownReason } from '@/utils/model/failure';
import { type HistorySummary, NO_HISTORY_SUMMARY, type PastTrouble } from '@/utils/model/history';
import { lengthShown } from '@/utils/model/length-shown';
import type { Level } from '@/utils/model/level';
import type { PageMemory } from '@/utils/model/page-memory';
import type { Report } from '@/utils/model/report';
import type { Verdict } from '@/utils/model/verdict';
import { knownSince, type Ongoing, type StripDay, stripOf } from '@/utils/rules/history/strip';
import { countWords, dayStarts, dayWriter, runsOf } from '@/utils/ui/text';

const DAYS = 90;

/** The last 90 days of one assistant, as a chart and as text. */
export interface DayStrip {
  /** A summary of the chart. */
  alt: string;
  cells: { at: number; level: Level; title: string }[];
  /** The chart as text: one line for each run of days of the same level. */
  runs: string[];
  /** The first day. */
  from: string;
  /** Since when days are known; null when every day is known. */
  note: string | null;
}

function noteOf(days: readonly StripDay[], since: number | null, write: (at: number) => string, { t }: Speech) {
  if (!days.some((day) => day.level === 'unknown')) return null;
  if (since === null || days.every((day) => day.level === 'unknown')) return t('popup_strip_nothing');
  const isWithin = since > (days[0]?.at ?? 0);
  return isWithin ? t('popup_strip_since', write(since)) : t('popup_strip_gaps');
}

export function dayStrip(
  name: string,
  past: HistorySummary = NO_HISTORY_SUMMARY,
  ongoing: Ongoing | null,
  speech: Speech,
): DayStrip {
  const { t, now } = speech;
  const days = stripOf(past, dayStarts(now, DAYS), now, ongoing);
  const write = dayWriter(speech);
  return {
    alt: t('popup_strip_alt', name, countWords(days, speech)),
    cells: days.map(({ at, level }) => ({ at, level, title: t('popup_strip_day', write(at), t(`level_${level}`)) })),
    runs: runsOf(days).map(([first, last]) => {
      const words = t(`level_${first.level}`);
      if (first === last) return t('popup_strip_day', write(first.at), words);
      return t('popup_strip_days', write(first.at), write(last.at), words);
    }),
    from: write(days[0]?.at ?? now),
    note: noteOf(days, knownSince(past), write, speech),
  };
}

/** A component of the status page with its level on the page. */
export interface ListedPart {
  id: string;
  name: string;
  level: Level;
}

/** Reasons for "unknown" that come from a valid report, so its components can still be listed. */
const FROM_THE_REPORT = new Set<UnknownReason>(['missing_component', 'unknown_word']);

function listedPart({ id, name }: AssistantPart, { components, lists }: Report): ListedPart {
  const listed = components.find((component) => component.id === id);
  // A page that lists only incidents implies that everything else is operational.
  const level = listed?.level ?? (lists === 'incidents' ? 'operational' : 'unknown');
  return { id, name: listed?.name ?? name, level };
}

/** The core components and the optional ones, as the status page lists them. Null when there is no current report. */
export function listedParts(
  assistant: Assistant,
  memory: PageMemory | undefined,
  { reason }: Pick<Verdict, 'reason'>,
): { core: ListedPart[]; optional: ListedPart[] } | null {
  const report = memory?.report ?? null;
  const page = statusPageOf(assistant, memory?.address);
  if (page === null || report === null || (reason !== null && !FROM_THE_REPORT.has(reason))) return null;
  return {
    core: page.core.map((part) => listedPart(part, report)),
    optional: page.features.map((part) => listedPart(part, report)),
  };
}

const SHOWN = 3;

/** The last outages, newest first. */
export function lastOutages(past: HistorySummary | undefined): PastTrouble[] {
  return [...(past?.troubles ?? [])].sort((a, b) => b.startedAt - a.startedAt).slice(0, SHOWN);
}

/** "12 Sep, 47 min, Partly down", and whether the user was affected earlier or the provider has explained it. */
export function outageLine(outage: PastTrouble, speech: Speech): string {
  const { t } = speech;
  const { startedAt, endedAt, isEndKnown, isExplained, peak } = outage;
  const length = isEndKnown ? duration(lengthShown(startedAt, endedAt), speech) : t('popup_past_length_unknown');
  const line = t('popup_past_line', shortDate(startedAt, speech), length, t(`level_${peak}`));
  const also = [headStartWords(outage, speech), isExplained ? t('popup_past_explained') : null].filter(Boolean);
  return also.length > 0 ? `${line}. ${also.join(' ')}` : line;
}
