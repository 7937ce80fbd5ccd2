import type { Incident, Report, StatusComponent } from '@/utils/model/report';
import type { NativeIncident, NativeSummary } from './incidentio-native-schema';
import { mergeComponents } from './merge-components';
import { plainLine } from './plain-text';
import { incidentPhaseOfWord, levelOfWord } from './statuspage-words';
import { timeOf } from './times';
import { updatesOf } from './updates-of';

/** The parts that an incident concerns now: those that it left are no longer named. */
function componentIdsOf({ affected_components, component_impacts }: NativeIncident): string[] {
  const told = (affected_components ?? []).filter((one) => (one.current_status ?? one.status) !== 'operational');
  const met = (component_impacts ?? []).filter((one) => timeOf(one.end_at) === null && one.status !== 'operational');
  return [...new Set([...told, ...met].map((one) => one.component_id))];
}

/** Null when no moment at all is given. Its impact is not said here. */
function readIncident(raw: NativeIncident): Incident | null {
  const updates = updatesOf(raw.updates ?? [], ({ published_at, to_status, message_string }) => ({
    at: timeOf(published_at),
    phase: incidentPhaseOfWord(to_status),
    text: message_string,
  }));
  const [newest, oldest] = [updates[0], updates.at(-1)];
  if (newest === undefined || oldest === undefined) return null;
  const phase = incidentPhaseOfWord(raw.status) ?? 'investigating';
  return {
    id: raw.id,
    kind: 'incident',
    title: plainLine(raw.name),
    impact: 'unknown',
    level: null,
    phase,
    startedAt: oldest.at,
    updatedAt: newest.at,
    resolvedAt: phase === 'resolved' ? newest.at : null,
    isExplained: false,
    componentIds: componentIdsOf(raw),
    updates,
    url: null,
  };
}

interface Place {
  name: string;
  group: string | null;
}

/** Where the page shows each part, by its id. The name of a hidden group is not shown. */
function placesOf({ structure }: NativeSummary): Map<string, Place> {
  const places = (structure?.items ?? []).flatMap(({ group, component }) => [
    ...(component ? [{ ...component, group: null }] : []),
    ...(group?.components ?? []).map((one) => ({
      ...one,
      group: group?.name && group.hidden !== true ? plainLine(group.name) : null,
    })),
  ]);
  return new Map(
    places.map(({ component_id, name, group }) => [component_id, { name: plainLine(name ?? component_id), group }]),
  );
}

/**
 * Adds what the native summary knows and the other documents do not: which parts an incident concerns, and the
 * groups that tell two parts of one name apart. It makes nothing green: a part that it does not call affected keeps
 * the level that it had, and where there was none, none is added. Null when an incident of its own cannot be placed.
 */
export function withNative(report: Report, native: NativeSummary): Report | null {
  const places = placesOf(native);
  const affected = native.affected_components.map(({ component_id: id, status }): StatusComponent => {
    const { name = id, group = null } = places.get(id) ?? {};
    return { id, name, group, level: levelOfWord(status), word: plainLine(status) };
  });
  const placed = report.components.map((one) => ({ ...one, group: one.group ?? places.get(one.id)?.group ?? null }));

  const ongoing = new Map(native.ongoing_incidents.map((raw) => [raw.id, raw]));
  const named = report.incidents.map((incident) => {
    const raw = ongoing.get(incident.id);
    return raw === undefined || incident.componentIds.length > 0
      ? incident
      : { ...incident, componentIds: componentIdsOf(raw) };
  });
  const listed = new Set(report.incidents.map(({ id }) => id));
  const further = native.ongoing_incidents.filter(({ id }) => !listed.has(id)).map(readIncident);
  if (!further.every((incident) => incident !== null)) return null;
  return {
    ...report,
    components: mergeComponents([...placed, ...affected]),
    incidents: [...named, ...further].sort((a, b) => b.startedAt - a.startedAt),
  };
}
