import { assistantOf } from '@/utils/assistants/lookups';
import { type AssistantId, coreIdsOf } from '@/utils/model/assistant';
import { type History, NO_HISTORY, NO_HISTORY_SUMMARY, type Stretch, type TimelineEntry } from '@/utils/model/history';
import { type Incident, isOpen } from '@/utils/model/report';
import { currentPageOf, type Status } from '@/utils/model/status';
import { timelineOf } from '@/utils/rules/history/timeline';
import { listedStretches, toldStretches } from '@/utils/rules/history/uptime';

/** What one source knows about an assistant. */
export interface SourceStretches {
  /** Everything, for charts. */
  all: Stretch[];
  /** What may be counted in figures. */
  counted: Stretch[];
}

/** The history of one assistant, merged from status and database. */
export interface Known {
  entries: TimelineEntry[];
  told: SourceStretches;
  seen: SourceStretches;
}

/** The last reading is newer than the database, and the only source if the browser refuses the database. */
function withReported(kept: readonly Incident[], reported: readonly Incident[]): Incident[] {
  const ids = new Set(kept.map(({ id }) => id));
  return [...kept, ...reported.filter(({ id }) => !ids.has(id))];
}

export function knownOf(id: AssistantId, status: Status, history: History = NO_HISTORY, now: number): Known {
  const assistant = assistantOf(id);
  const page = currentPageOf(status, assistant);
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
  const told = toldStretches(entries, past, now);
  const seen = history.spans.flatMap(({ from, to, level }) => (level === 'unknown' ? [] : [{ from, to, level }]));
  return {
    entries,
    told: { all: told, counted: listedStretches(told, past, now) },
    seen: { all: seen, counted: seen },
  };
}
