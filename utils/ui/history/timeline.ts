import { duration, formatCount, listWords, plural, shortDate, timeOfDay } from '@/utils/i18n/moments';
import type { Speech } from '@/utils/i18n/speech';
import { headStartWords } from '@/utils/i18n/verdict-words';
import { type Assistant, type AssistantId, coreIdsOf } from '@/utils/model/assistant';
import { lengthShown } from '@/utils/model/episode';
import {
  type Experience,
  type History,
  NO_HISTORY,
  NO_HISTORY_SUMMARY,
  type Signal,
  type Stretch,
  type TimelineEntry,
  type TimelineFilter,
} from '@/utils/model/history';
import { type Incident, isOpen } from '@/utils/model/report';
import { currentPageOf, type Status } from '@/utils/model/status';
import { NEVER_READ } from '@/utils/model/status-page';
import { filterTimeline, hoursOf, type Lengths, timelineOf } from '@/utils/rules/history/timeline';
import { listedStretches, reportedStretches } from '@/utils/rules/history/uptime';
import { withFoundCore } from '@/utils/rules/judging/find-core';
import { assistantOf } from '@/utils/ui/page-registry';
import { expiredAtOf } from '@/utils/ui/verdict-now';

/** The levels of one assistant over time, from one source. */
export interface SourceStretches {
  /** All of them, for the strip. */
  all: Stretch[];
  /** Those from which uptime may be calculated. */
  counted: Stretch[];
}

/** What is known of one assistant, from the status and from the history. */
export interface Known {
  assistant: Assistant;
  entries: TimelineEntry[];
  reported: SourceStretches;
  seen: SourceStretches;
  /** When own requests failed, before the page reported anything. */
  signals: Signal[];
}

/** Adds the reported incidents that are not stored yet, or of which nothing is stored. */
function withReported(kept: readonly Incident[], reported: readonly Incident[]): Incident[] {
  const ids = new Set(kept.map(({ id }) => id));
  return [...kept, ...reported.filter(({ id }) => !ids.has(id))];
}

/** `parts`: the components that the user ticked, which count where it is not known which one is the chat. */
export function knownOf(
  id: AssistantId,
  status: Status,
  history: History = NO_HISTORY,
  now: number,
  parts: readonly string[] = [],
): Known {
  const assistant = assistantOf(id);
  const recorded = currentPageOf(status, assistant);
  const page = recorded && withFoundCore(recorded, status.pages[id] ?? NEVER_READ, parts);
  const report = status.pages[id]?.report ?? null;
  const past = status.past[id] ?? NO_HISTORY_SUMMARY;
  const named = [...(page?.core ?? []), ...(page?.features ?? []), ...(report?.components ?? [])];
  const entries = timelineOf({
    assistant,
    coreIds: coreIdsOf(page),
    partNames: new Map(named.map((part) => [part.id, part.name])),
    history: { ...history, incidents: withReported(history.incidents, report?.incidents ?? []) },
    troubles: past.troubles,
    open: new Set((report?.incidents ?? []).filter(isOpen).map((incident) => incident.id)),
    expiredAt: expiredAtOf(status, assistant, now),
    now,
  });
  const reported = reportedStretches(entries, past, now);
  const seen = history.spans.flatMap(({ from, to, level }) => (level === 'unknown' ? [] : [{ from, to, level }]));
  return {
    assistant,
    entries,
    reported: { all: reported, counted: listedStretches(reported, past, now) },
    seen: { all: seen, counted: seen },
    signals: history.signals,
  };
}

/** Whether nothing is known of any of these assistants, so that there is nothing to show. */
export function isNothingKnown(known: readonly Known[]): boolean {
  return known.every(
    ({ entries, reported, seen, signals }) =>
      entries.length + reported.all.length + seen.all.length + signals.length === 0,
  );
}

/** "12 Sep, 14:26", with the year unless it is the current one. */
export function entryTime(at: number, speech: Speech): string {
  return listWords([shortDate(at, speech), timeOfDay(at, speech)], 'unit', speech);
}

/** How long an incident lasted, or has lasted so far. */
export function entryLength({ startedAt, endedAt, isEndKnown }: TimelineEntry, speech: Speech): string {
  if (endedAt === null) return speech.t('history_goes_on', duration(lengthShown(startedAt, speech.now), speech));
  return isEndKnown ? duration(lengthShown(startedAt, endedAt), speech) : speech.t('popup_past_length_unknown');
}

/** "August 2026". Incidents of one month stand together. */
export function entryMonth(at: number, { locale, timeZone }: Speech): string {
  return new Intl.DateTimeFormat(locale, { month: 'long', year: 'numeric', timeZone }).format(at);
}

/** What sets an incident apart, a few words each. Of `unnamed` assistants the page says once that no component is known. */
export function entryTags(entry: TimelineEntry, unnamed: ReadonlySet<AssistantId>, { t }: Speech): string[] {
  const { assistantId, isCore, namesParts, isExplained, rewording } = entry;
  const component = namesParts ? t('history_not_core') : unnamed.has(assistantId) ? null : t('history_no_component');
  const changed = rewording === null ? null : t('history_changed');
  const explained = isExplained ? t('history_explained') : null;
  return [isCore ? null : component, changed, explained].filter((tag) => tag !== null);
}

/** What else is worth mentioning about an open entry, a sentence each. */
export function entryNotes(entry: TimelineEntry, speech: Speech): string[] {
  const { t } = speech;
  const { models, source } = entry;
  return [
    headStartWords(entry, speech),
    models.length > 0 ? t('history_models', listWords(models, 'unit', speech)) : null,
    source === 'seen' ? t('history_seen_only') : null,
  ].filter((note) => note !== null);
}

/** Which incidents of the timeline are shown, and which are open. */
export interface TimelineLook {
  filter: TimelineFilter;
  /** At most so many are shown. */
  count: number;
  /** The keys of the open entries. */
  opened: ReadonlySet<string>;
}

export interface TimelinePart {
  entries: TimelineEntry[];
  /** How many incidents match the filter. */
  matching: number;
}

/** The incidents that match the filter, as many as are shown. */
export function shownEntries(entries: readonly TimelineEntry[], { filter, count }: TimelineLook): TimelinePart {
  const matching = filterTimeline(entries, filter);
  return { entries: matching.slice(0, count), matching: matching.length };
}

/** How much later a status page was: the median and the worst delay, and over how many outages. */
export function delayWords({ count, medianMs, longestMs }: Experience, speech: Speech): string {
  return plural('history_delay', count, speech, duration(medianMs, speech), duration(longestMs, speech));
}

/** The month of a time, from its first moment to that of the next one, in the user's time zone. */
export function thisMonth(at: number): { from: number; to: number } {
  const day = new Date(at);
  const firstOf = (month: number) => new Date(day.getFullYear(), month, 1).getTime();
  return { from: firstOf(day.getMonth()), to: firstOf(day.getMonth() + 1) };
}

/** Fewer incidents show no pattern. */
const MIN_INCIDENTS = 3;
const MINUTE = 60_000;
/** Minutes. */
const TICKS = [5, 15, 60, 240, 1440] as const;

const DAY = 24 * 60 * MINUTE;

/** The incidents of the last days that count for the pattern; null where they are too few to show one. */
export function patternEntries(entries: readonly TimelineEntry[], days: number, now: number): TimelineEntry[] | null {
  const since = now - days * DAY;
  const core = entries.filter(({ isCore, level, endedAt }) => isCore && level !== null && (endedAt ?? now) >= since);
  return core.length < MIN_INCIDENTS ? null : core;
}

/** One hour of the day. */
export interface HourBar {
  /** "14:00" */
  hour: string;
  count: number;
  /** From 0 to 1, the highest bar being 1. */
  height: number;
  /** The label of the axis below this bar, "06" or "6 AM"; null below most bars. */
  tick: string | null;
}

/** An hour as the locale writes it: two digits, or with AM and PM. */
function hourTick(at: number, locale: Speech['locale']): string {
  const written = new Intl.DateTimeFormat(locale, { hour: 'numeric', timeZone: 'UTC' });
  if (written.formatToParts(at).some(({ type }) => type === 'dayPeriod')) return written.format(at);
  const parts = new Intl.DateTimeFormat(locale, { timeStyle: 'short', timeZone: 'UTC' }).formatToParts(at);
  return parts.find(({ type }) => type === 'hour')?.value.padStart(2, '0') ?? '';
}

/** How many incidents there were in each hour of the day, in the user's time zone. */
export function hourBars(entries: readonly TimelineEntry[], { locale, timeZone, now }: Speech): HourBar[] {
  const hourIn = new Intl.DateTimeFormat('en-GB', { hour: 'numeric', hourCycle: 'h23', timeZone });
  const counts = hoursOf(entries, now, (at) => Number(hourIn.format(at)));
  const most = Math.max(1, ...counts);
  return counts.map((count, hour) => {
    const at = Date.UTC(2026, 0, 1, hour);
    return {
      hour: timeOfDay(at, { locale, timeZone: 'UTC' }),
      count,
      height: count / most,
      tick: hour % 6 === 0 ? hourTick(at, locale) : null,
    };
  });
}

/** The first of the highest bars in a sentence. */
export function hoursAlt(bars: readonly HourBar[], speech: Speech): string {
  const peak = bars.find(({ height }) => height === 1) ?? bars[0];
  return speech.t('history_hours_alt', peak?.hour ?? '', formatCount(Math.max(1, peak?.count ?? 0), speech));
}

/** The place of a duration on a logarithmic scale from 0 to 1, which spans a minute to two days. */
export function placeOnScale(ms: number): number {
  const [least, most] = [MINUTE, 2880 * MINUTE];
  return Math.log(Math.min(most, Math.max(least, ms)) / least) / Math.log(most / least);
}

/** A labeled duration on the scale. */
export interface LengthTick {
  at: number;
  /** "15 min" */
  label: string;
}

export const lengthTicks = (speech: Speech): LengthTick[] =>
  TICKS.map((minutes) => ({ at: placeOnScale(minutes * MINUTE), label: duration(minutes * MINUTE, speech) }));

/** The median durations by severity in a sentence. */
export function lengthsAlt(lengths: readonly Lengths[], speech: Speech): string {
  const { t } = speech;
  const medians = lengths.map(({ level, medianMs }) =>
    t('history_labeled_value', t(`level_${level}`), duration(medianMs, speech)),
  );
  return t('history_lengths_alt', listWords(medians, 'unit', speech));
}
