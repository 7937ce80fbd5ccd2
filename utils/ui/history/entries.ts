import { type Assistant, type AssistantId, coreIdsOf } from '@/utils/model/assistant';
import {
  type History,
  NO_HISTORY,
  NO_HISTORY_SUMMARY,
  type Signal,
  type Stretch,
  type TimelineEntry,
} from '@/utils/model/history';
import { NEVER_READ } from '@/utils/model/page-memory';
import { type Incident, isOpen } from '@/utils/model/report';
import { currentPageOf, type Status } from '@/utils/model/status';
import { timelineOf } from '@/utils/rules/history/timeline';
import { listedStretches, reportedStretches } from '@/utils/rules/history/uptime';
import { withFoundCore } from '@/utils/rules/judging/find-core';
import { assistantOf } from '@/utils/ui/page-registry';

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

export function knownOf(id: AssistantId, status: Status, history: History = NO_HISTORY, now: number): Known {
  const assistant = assistantOf(id);
  const recorded = currentPageOf(status, assistant);
  const page = recorded && withFoundCore(recorded, status.pages[id] ?? NEVER_READ);
  const report = status.pages[id]?.report ?? null;
  const past = status.past[id] ?? NO_HISTORY_SUMMARY;
  const parts = [...(page?.core ?? []), ...(page?.features ?? []), ...(report?.components ?? [])];
  const entries = timelineOf({
    assistant,
    coreIds: coreIdsOf(page),
    partNames: new Map(parts.map((part) => [part.id, part.name])),
    history: { ...history, incidents: withReported(history.incidents, report?.incidents ?? []) },
    troubles: past.troubles,
    open: new Set((report?.incidents ?? []).filter(isOpen).map((incident) => incident.id)),
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
