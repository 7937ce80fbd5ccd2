import { duration, shortDate, timeOfDay } from '@/utils/i18n/moments';
import type { Speech } from '@/utils/i18n/speech';
import { headStartWords } from '@/utils/i18n/verdict-words';
import type { AssistantId } from '@/utils/model/assistant';
import type { TimelineEntry, TimelineFilter } from '@/utils/model/history';
import { lengthShown } from '@/utils/model/length-shown';
import type { KnownLevel, Level } from '@/utils/model/level';
import type { Sign } from '@/utils/model/verdict';
import { filterTimeline } from '@/utils/rules/history/timeline';
import { assistantOf } from '@/utils/ui/page-registry';
import { type Timed, type ToldUpdate, timed, toldUpdates } from '@/utils/ui/text';

/** One trouble of the timeline, in finished words. */
export interface TimelineRow {
  key: string;
  assistantId: AssistantId;
  /** Of whom it is; null where the whole page is about one. */
  name: string | null;
  level: Level;
  sign: Sign;
  levelWords: string;
  title: string;
  when: Timed;
  /** "47 min", "goes on", "end not known" */
  length: string;
  /** What else is worth a line: parts, models, the lead of one's own evidence, whose word it is. */
  notes: string[];
  /** Null while it is closed. */
  detail: { updates: ToldUpdate[]; nothing: string | null; url: string | null } | null;
}

export interface HistoryTimeline {
  heading: string;
  search: string;
  level: { label: string; options: { value: KnownLevel | ''; label: string }[] };
  coreOnly: string;
  filter: TimelineFilter;
  /** How many there are, for whoever filters without seeing it. */
  found: string;
  rows: TimelineRow[];
  /** Null when all are shown. */
  more: string | null;
  nothing: string | null;
  link: string;
}

const SHOWN_LEVELS = ['major_outage', 'partial_outage', 'degraded'] as const;

function momentOf(at: number, speech: Speech): string {
  return `${shortDate(at, speech)}, ${timeOfDay(at, speech)}`;
}

function lengthOf({ startedAt, endedAt, isEndKnown }: TimelineEntry, speech: Speech): string {
  if (endedAt === null) return speech.t('history_goes_on', duration(lengthShown(startedAt, speech.now), speech));
  return isEndKnown ? duration(lengthShown(startedAt, endedAt), speech) : speech.t('popup_past_length_unknown');
}

function notesOf(entry: TimelineEntry, speech: Speech): string[] {
  const { t, locale } = speech;
  const named = new Intl.ListFormat(locale, { type: 'unit' });
  const { models, parts, isCore, source, isExplained } = entry;
  return [
    headStartWords(entry, speech),
    models.length > 0 ? t('history_models', named.format(models)) : null,
    parts.length > 0 ? t('history_parts', named.format(parts)) : null,
    isCore ? null : t(parts.length > 0 ? 'history_not_core' : 'history_no_component'),
    source === 'seen' ? t('history_seen_only') : null,
    isExplained ? t('popup_past_explained') : null,
  ].filter((note) => note !== null);
}

function detailOf({ updates, url }: TimelineEntry, speech: Speech): NonNullable<TimelineRow['detail']> {
  const { t } = speech;
  return {
    updates: toldUpdates(updates, momentOf, speech),
    nothing: updates.length === 0 ? t('history_no_updates') : null,
    url,
  };
}

function timelineRow(entry: TimelineEntry, isNamed: boolean, isOpen: boolean, speech: Speech): TimelineRow {
  const level = entry.level ?? 'unknown';
  return {
    key: entry.key,
    assistantId: entry.assistantId,
    name: isNamed ? assistantOf(entry.assistantId).name : null,
    level,
    sign: level === 'operational' ? 'up' : level,
    levelWords: entry.level === null ? speech.t('history_no_level') : speech.t(`level_${level}`),
    title: entry.title ?? speech.t('popup_past_seen'),
    when: timed(momentOf(entry.startedAt, speech), entry.startedAt, speech),
    length: lengthOf(entry, speech),
    notes: notesOf(entry, speech),
    detail: isOpen ? detailOf(entry, speech) : null,
  };
}

/** How the timeline is looked at. */
export interface TimelineLook {
  filter: TimelineFilter;
  /** How many are shown at the most. */
  count: number;
  /** Keys of entries that are open. */
  opened: ReadonlySet<string>;
  /** Whether older ones than were read may be there. */
  hasOlder: boolean;
}

export function historyTimeline(
  entries: readonly TimelineEntry[],
  look: TimelineLook,
  isNamed: boolean,
  speech: Speech,
): HistoryTimeline {
  const { t, locale } = speech;
  const { filter, count, opened, hasOlder } = look;
  const wanted = filterTimeline(entries, filter);
  const number = new Intl.NumberFormat(locale);
  const levels = SHOWN_LEVELS.map((value) => ({ value, label: t(`level_${value}`) }));
  return {
    heading: t('history_incidents'),
    search: t('history_search'),
    level: { label: t('history_level'), options: [{ value: '', label: t('history_every_level') }, ...levels] },
    coreOnly: t('history_core_only'),
    filter,
    found: t('history_found', number.format(Math.min(count, wanted.length)), number.format(wanted.length)),
    rows: wanted.slice(0, count).map((entry) => timelineRow(entry, isNamed, opened.has(entry.key), speech)),
    more: wanted.length > count || hasOlder ? t('history_more') : null,
    nothing: wanted.length === 0 ? t(entries.length === 0 ? 'history_nothing' : 'history_nothing_found') : null,
    link: t('popup_incident_page'),
  };
}
