import type { IncidentPhase, Maintenance, MaintenancePhase, Update } from '@/utils/model/report';
import { linkOf } from './link';
import { plainLine } from './plain-text';
import type { StatedIncident } from './reported';
import type { RawIncident, RawUpdate } from './statuspage-schema';
import { impactOfWord, incidentPhaseOfWord, maintenancePhaseOfWord } from './statuspage-words';
import { firstTimeOf } from './times';
import { updatesOf } from './updates-of';

/** What reading one incident needs to know of the rest. */
export interface AroundIncident {
  /** The page's own address, without a slash at the end. */
  pageUrl: string | null;
  /** When the documents were read, epoch milliseconds. */
  readAt?: number | undefined;
}

/** The moment that the page shows. `display_at` may be set back to before the moment of posting. */
const shownAt = ({ display_at, created_at, updated_at }: RawUpdate) => firstTimeOf(display_at, created_at, updated_at);

/** The order in which updates were written. `updated_at` is last: a later edit moves it. */
const postedAt = ({ created_at, display_at, updated_at }: RawUpdate) => firstTimeOf(created_at, display_at, updated_at);

function readUpdates<Phase extends string>(
  raws: readonly RawUpdate[],
  phaseOfWord: (word: string | null | undefined) => Phase | null,
): Update<Phase>[] {
  return updatesOf(raws, (raw) => ({ at: shownAt(raw), phase: phaseOfWord(raw.status), text: raw.body }));
}

/** Newest first, by when they were written; one without a time counts as the oldest. */
const byPosting = (raws: readonly RawUpdate[]): RawUpdate[] =>
  raws.toSorted((a, b) => (postedAt(b) ?? Number.NEGATIVE_INFINITY) - (postedAt(a) ?? Number.NEGATIVE_INFINITY));

/**
 * The incident's own list and what its updates name. Updates are deltas: of a component that only they name, the newest
 * word counts, so one that recovered is no longer named while the incident is open, unless that leaves none.
 */
function componentIdsOf(raw: RawIncident, isOpen: boolean): string[] {
  const own = (raw.components ?? []).flatMap((component) => component.id ?? []);
  const named = new Map<string, boolean>();
  for (const { affected_components } of byPosting(raw.incident_updates ?? [])) {
    for (const { code, old_status, new_status } of affected_components ?? []) {
      const hasRecovered = new_status === 'operational' && old_status !== 'operational';
      if (code && !named.has(code)) named.set(code, hasRecovered);
    }
  }
  const unwell = [...named].filter(([, hasRecovered]) => !(isOpen && hasRecovered)).map(([code]) => code);
  const ids = [...new Set([...own, ...unwell])];
  return ids.length > 0 ? ids : [...named.keys()];
}

/** A word that nobody knows must not close an incident: then the last known phase that is open counts, else the first. */
function phaseOf(raw: RawIncident, updates: readonly Update<IncidentPhase>[]): IncidentPhase {
  const told = incidentPhaseOfWord(raw.status);
  const lastOpen = updates.find(({ phase }) => phase !== null && phase !== 'resolved')?.phase;
  return told ?? lastOpen ?? 'investigating';
}

/** Pages give every incident an id; of one whose id cannot be read, its link or its name stands for it. Null: it says nothing. */
const idOf = (raw: RawIncident): string | null =>
  [raw.id, raw.shortlink, raw.name, raw.created_at].find((name) => typeof name === 'string' && name !== '') ?? null;

function urlOf(raw: RawIncident, pageUrl: string | null): string | null {
  const own = pageUrl === null || !raw.id ? null : linkOf(`${pageUrl}/incidents/${raw.id}`);
  return linkOf(raw.shortlink) ?? own;
}

/** `resolved_at` and the shown moment of the closing update are written by two steps of the page. */
const SLACK_MS = 60_000;

/**
 * When a closed incident ended. Updates count in the order in which they were written, since the moment of an end may
 * be set back to before the update that precedes it. One that was opened again keeps the `resolved_at` of its first
 * end: then the update that closed it last counts. A moment that lies ahead of the reading ended nothing.
 */
function endOf(raw: RawIncident, updatedAt: number | null, readAt: number | undefined): number | null {
  const isPast = (at: number | null): at is number => at !== null && (readAt === undefined || at <= readAt + SLACK_MS);
  const told = firstTimeOf(raw.resolved_at);
  const posted = byPosting(raw.incident_updates ?? []);
  const lastOpen = posted.findIndex(({ status }) => {
    const phase = incidentPhaseOfWord(status);
    return phase !== null && phase !== 'resolved';
  });
  const closing = posted
    .slice(0, lastOpen === -1 ? posted.length : lastOpen)
    .findLast(({ status }) => incidentPhaseOfWord(status) === 'resolved');
  const closedAt = closing === undefined ? null : shownAt(closing);
  const openAt = posted[lastOpen] === undefined ? null : shownAt(posted[lastOpen]);
  const isOfThisEnd =
    told !== null &&
    (closedAt !== null ? told >= closedAt - SLACK_MS || told >= (openAt ?? told) : told >= (openAt ?? told));
  return [isOfThisEnd ? told : null, closedAt, updatedAt].find(isPast) ?? null;
}

/**
 * Where the page has no `started_at` (incident.io), the start is the earliest moment it shows: updates are often
 * backdated to before the incident was declared. Null for an entry that says nothing.
 */
export function readIncident(raw: RawIncident, { pageUrl, readAt }: AroundIncident): StatedIncident | null {
  const id = idOf(raw);
  if (id === null) return null;
  const updates = readUpdates(raw.incident_updates ?? [], incidentPhaseOfWord);
  const createdAt = firstTimeOf(raw.created_at, raw.updated_at);
  const moments = [...updates.map((update) => update.at), ...(createdAt === null ? [] : [createdAt])];
  const phase = phaseOf(raw, updates);
  const lastMoment = moments.length > 0 ? Math.max(...moments) : null;
  const startedAt = firstTimeOf(raw.started_at) ?? (moments.length > 0 ? Math.min(...moments) : null);
  const updatedAt = firstTimeOf(raw.updated_at) ?? lastMoment ?? startedAt;
  return {
    id,
    kind: 'incident',
    title: plainLine(raw.name),
    impact: impactOfWord(raw.impact),
    level: null,
    phase,
    startedAt,
    updatedAt,
    resolvedAt: phase === 'resolved' ? endOf(raw, updatedAt, readAt) : null,
    isExplained: [raw, ...(raw.incident_updates ?? [])].some(({ status }) => status === 'postmortem'),
    componentIds: componentIdsOf(raw, phase !== 'resolved'),
    updates,
    url: urlOf(raw, pageUrl),
  };
}

/** Incidents of impact "maintenance" use the phases of either kind. */
const PHASES_OF_INCIDENTS: Readonly<Record<IncidentPhase, MaintenancePhase>> = {
  investigating: 'in_progress',
  identified: 'in_progress',
  monitoring: 'verifying',
  resolved: 'completed',
};

/** Null for a word that nobody knows. */
export function maintenancePhaseIn(word: string | null | undefined): MaintenancePhase | null {
  const asIncident = incidentPhaseOfWord(word);
  return maintenancePhaseOfWord(word) ?? (asIncident === null ? null : PHASES_OF_INCIDENTS[asIncident]);
}

/** Posted among the incidents, but planned work by its impact. */
export const isPlannedWork = (raw: RawIncident): boolean => raw.impact === 'maintenance';

/**
 * `started_at` and `created_at` of a scheduled maintenance are the moment of its announcement: without a window, no
 * start is known. One that is posted among the incidents has no window and began when it was posted.
 */
export function readMaintenance(
  raw: RawIncident,
  { pageUrl }: AroundIncident,
  isPostedAsIncident = false,
): Maintenance | null {
  const id = idOf(raw);
  if (id === null) return null;
  const updates = readUpdates(raw.incident_updates ?? [], maintenancePhaseIn);
  const lastPhase = updates.find((update) => update.phase !== null)?.phase;
  const begun = isPostedAsIncident ? firstTimeOf(raw.started_at, raw.created_at) : null;
  const phase = maintenancePhaseIn(raw.status) ?? lastPhase ?? (isPostedAsIncident ? 'in_progress' : 'scheduled');
  return {
    id,
    title: plainLine(raw.name),
    phase,
    startsAt: firstTimeOf(raw.scheduled_for) ?? begun,
    endsAt: firstTimeOf(raw.scheduled_until),
    componentIds: componentIdsOf(raw, false),
    updates,
    url: urlOf(raw, pageUrl),
  };
}
