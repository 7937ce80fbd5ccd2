import { duration, listWords, plural, shortDate, timeOfDay } from '@/utils/i18n/moments';
import type { Speech } from '@/utils/i18n/speech';
import { headStartWords } from '@/utils/i18n/verdict-words';
import type { AssistantId } from '@/utils/model/assistant';
import { lengthShown } from '@/utils/model/episode';
import type { Experience, TimelineEntry, TimelineFilter } from '@/utils/model/history';
import { filterTimeline } from '@/utils/rules/history/timeline';

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
