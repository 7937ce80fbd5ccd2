import { PROMISES } from '@/utils/assistants/promises';
import { directionOf } from '@/utils/i18n/moments';
import type { Speech } from '@/utils/i18n/speech';
import type { AssistantId } from '@/utils/model/assistant';
import type { History } from '@/utils/model/history';
import type { Level } from '@/utils/model/level';
import type { Options } from '@/utils/model/options';
import type { Status } from '@/utils/model/status';
import { type Sign, signOf, type VerdictKind } from '@/utils/model/verdict';
import { allAssistants, assistantOf } from '@/utils/ui/page-registry';
import { verdictNow } from '@/utils/ui/verdict-now';
import { type Known, knownOf } from './entries';
import { type HistoryPattern, historyPattern } from './pattern';
import { type HistoryPlace, historyHash } from './place';
import { type HistoryPromise, historyPromise } from './promise';
import { type HistoryTimeline, historyTimeline, type TimelineLook } from './timeline';
import {
  type HistoryUptime,
  historyUptime,
  periodLabels,
  sourceWords,
  UPTIME_SOURCES,
  type UptimeSource,
} from './uptime';

/** Texts of the history page that never change. */
export function historyLabels(speech: Speech) {
  const { t } = speech;
  return {
    heading: t('history_heading'),
    places: t('history_places'),
    uptime: t('history_uptime'),
    assistant: t('history_assistant'),
    periods: periodLabels(speech),
    stripKey: t('history_strip_key'),
    how: t('history_how'),
    howLines: [t('history_how_weights'), t('history_how_gaps'), t('history_how_maintenance'), t('history_how_apart')],
    asTable: t('history_as_table'),
    from: t('history_from'),
    to: t('history_to'),
    level: t('history_level'),
    lengthsKey: t('history_lengths_key'),
    updates: t('popup_updates'),
    export: t('history_export'),
    exportWhy: t('history_export_why'),
    csv: t('history_export_csv'),
    json: t('history_export_json'),
  };
}

export type HistoryLabels = ReturnType<typeof historyLabels>;

/** How an assistant is now. */
export interface HistoryHead {
  assistantId: AssistantId;
  name: string;
  kind: VerdictKind;
  level: Level;
  sign: Sign;
  levelWords: string;
}

/** All that the history page shows, in finished sentences. */
export interface HistoryView {
  language: string;
  direction: 'ltr' | 'rtl';
  title: string;
  place: HistoryPlace;
  places: { href: string; label: string; isHere: boolean }[];
  /** What keeps the page from telling all; each a finished sentence. */
  notes: string[];
  heads: HistoryHead[];
  sources: { source: UptimeSource; heading: string; why: string; uptimes: HistoryUptime[] }[];
  promises: { assistantId: AssistantId; name: string; promise: HistoryPromise }[];
  /** Null side by side. */
  pattern: HistoryPattern | null;
  timeline: HistoryTimeline;
  labels: HistoryLabels;
}

export interface HistoryInput {
  status: Status;
  options: Options;
  place: HistoryPlace;
  histories: Partial<Record<AssistantId, History>>;
  isRefused: boolean;
  damaged: number;
  look: TimelineLook;
}

/** Whom a place is about. Where nobody is watched, everyone. */
export function shownAt(place: HistoryPlace, { watched }: Options): readonly AssistantId[] {
  if (place !== 'compare') return [place];
  return watched.length > 0 ? watched : allAssistants().map(({ id }) => id);
}

/** Whoever is watched, was ever read, or is looked at. */
function placesOf({ status, options, place }: HistoryInput, { t }: Speech): HistoryView['places'] {
  const ids = allAssistants()
    .map(({ id }) => id)
    .filter((id) => options.watched.includes(id) || status.pages[id] !== undefined || id === place);
  const to = (at: HistoryPlace, label: string) => ({ href: historyHash(at), label, isHere: at === place });
  return [to('compare', t('history_compare')), ...ids.map((id) => to(id, assistantOf(id).name))];
}

function headOf(status: Status, id: AssistantId, speech: Speech): HistoryHead {
  const verdict = verdictNow(status, id, speech.now);
  const { kind, level } = verdict;
  const levelWords = kind === 'suspected' ? speech.t('verdict_suspected') : speech.t(`level_${level}`);
  return { assistantId: id, name: assistantOf(id).name, kind, level, sign: signOf(verdict), levelWords };
}

function notesOf({ isRefused, damaged }: HistoryInput, { t }: Speech): string[] {
  return [isRefused ? t('history_refused') : null, damaged > 0 ? t('history_damaged') : null].filter(
    (note) => note !== null,
  );
}

/** What the page says of what is kept and remembered. Pure. */
export function historyView(input: HistoryInput, speech: Speech): HistoryView {
  const { status, options, place, histories, look } = input;
  const { t, now } = speech;
  const ids = shownAt(place, options);
  const known = new Map<AssistantId, Known>(ids.map((id) => [id, knownOf(id, status, histories[id], now)]));
  const entries = [...known.values()].flatMap((one) => one.entries).sort((a, b) => b.startedAt - a.startedAt);
  const language = t('popup_language');
  return {
    language,
    direction: directionOf(language),
    title: t('history_title'),
    place,
    places: placesOf(input, speech),
    notes: notesOf(input, speech),
    heads: ids.map((id) => headOf(status, id, speech)),
    sources: UPTIME_SOURCES.map((source) => ({
      source,
      ...sourceWords(source, speech),
      uptimes: [...known].map(([id, one]) => historyUptime(assistantOf(id), source, one[source], speech)),
    })),
    promises: [...known].map(([id, { told }]) => ({
      assistantId: id,
      name: assistantOf(id).name,
      promise: historyPromise(assistantOf(id), PROMISES[id], told.counted, speech),
    })),
    pattern: place === 'compare' ? null : historyPattern(entries, speech),
    timeline: historyTimeline(entries, look, place === 'compare', speech),
    labels: historyLabels(speech),
  };
}
