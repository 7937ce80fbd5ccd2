import type { Incident, IncidentPhase, Maintenance, Update } from '@/utils/model/report';
import { linkOf } from './link';
import { plainLine } from './plain-text';
import type { RawIncident, RawUpdate } from './statuspage-schema';
import { impactOfWord, incidentPhaseOfWord, maintenancePhaseOfWord } from './statuspage-words';
import { firstTimeOf } from './times';
import { updatesOf } from './updates-of';

function readUpdates<Phase extends string>(
  raws: readonly RawUpdate[],
  phaseOfWord: (word: string | null | undefined) => Phase | null,
): Update<Phase>[] {
  return updatesOf(raws, ({ display_at, created_at, status, body }) => ({
    at: firstTimeOf(display_at, created_at),
    phase: phaseOfWord(status),
    text: body,
  }));
}

/** The incident's own list, else what its updates name: recordings of 2019 have only these. */
function componentIdsOf(raw: RawIncident): string[] {
  const own = (raw.components ?? []).flatMap((component) => component.id ?? []);
  const named = (raw.incident_updates ?? [])
    .flatMap((update) => update.affected_components ?? [])
    .flatMap((affected) => (affected.code ? [affected.code] : []));
  return [...new Set(own.length > 0 ? own : named)];
}

/** A word that nobody knows must not close an incident: then the last known phase that is open counts, else the first. */
function phaseOf(raw: RawIncident, updates: readonly Update<IncidentPhase>[]): IncidentPhase {
  const told = incidentPhaseOfWord(raw.status);
  const lastOpen = updates.find(({ phase }) => phase !== null && phase !== 'resolved')?.phase;
  return told ?? lastOpen ?? 'investigating';
}

function urlOf(raw: RawIncident, pageUrl: string | null): string | null {
  return linkOf(raw.shortlink) ?? (pageUrl === null ? null : linkOf(`${pageUrl}/incidents/${raw.id}`));
}

/** One that was opened again keeps the moment of its first end: then the last update that closes it counts. */
function endOf(raw: RawIncident, updates: readonly Update<IncidentPhase>[], updatedAt: number): number {
  const told = firstTimeOf(raw.resolved_at);
  const lastOpenAt =
    updates.find(({ phase }) => phase !== null && phase !== 'resolved')?.at ?? Number.NEGATIVE_INFINITY;
  if (told !== null && told >= lastOpenAt) return told;
  return updates.findLast(({ phase, at }) => phase === 'resolved' && at >= lastOpenAt)?.at ?? updatedAt;
}

/**
 * Null when no moment at all is given. Where the page has no `started_at` (incident.io), the start is the
 * earliest moment it shows: updates are often backdated to before the incident was declared.
 */
export function readIncident(raw: RawIncident, pageUrl: string | null): Incident | null {
  const updates = readUpdates(raw.incident_updates ?? [], incidentPhaseOfWord);
  const createdAt = firstTimeOf(raw.created_at, raw.updated_at);
  const moments = [...updates.map((update) => update.at), ...(createdAt === null ? [] : [createdAt])];
  if (moments.length === 0) return null;
  const phase = phaseOf(raw, updates);
  const updatedAt = firstTimeOf(raw.updated_at) ?? Math.max(...moments);
  return {
    id: raw.id,
    kind: 'incident',
    title: plainLine(raw.name),
    impact: impactOfWord(raw.impact),
    level: null,
    phase,
    startedAt: firstTimeOf(raw.started_at) ?? Math.min(...moments),
    updatedAt,
    resolvedAt: phase === 'resolved' ? endOf(raw, updates, updatedAt) : null,
    isExplained: [raw, ...(raw.incident_updates ?? [])].some(({ status }) => status === 'postmortem'),
    componentIds: componentIdsOf(raw),
    updates,
    url: urlOf(raw, pageUrl),
  };
}

/** Null when no start is given. `started_at` of a maintenance is the moment of its announcement: not the start. */
export function readMaintenance(raw: RawIncident, pageUrl: string | null): Maintenance | null {
  const updates = readUpdates(raw.incident_updates ?? [], maintenancePhaseOfWord);
  const startsAt = firstTimeOf(raw.scheduled_for, raw.created_at);
  if (startsAt === null) return null;
  const lastPhase = updates.find((update) => update.phase !== null)?.phase;
  return {
    id: raw.id,
    title: plainLine(raw.name),
    phase: maintenancePhaseOfWord(raw.status) ?? lastPhase ?? 'scheduled',
    startsAt,
    endsAt: firstTimeOf(raw.scheduled_until),
    componentIds: componentIdsOf(raw),
    updates,
    url: urlOf(raw, pageUrl),
  };
}
