import type { Maintenance, MaintenancePhase, Report, StatusComponent } from '@/utils/model/report';
import type { Reading } from './adapter';
import type { NativeIncident, NativeMaintenance, NativeSummary } from './incidentio-native-schema';
import { mergeComponents } from './merge-components';
import { plainLine } from './plain-text';
import { reported, type StatedIncident } from './reported';
import { incidentPhaseOfWord, levelOfWord, maintenancePhaseOfWord } from './statuspage-words';
import { timeOf } from './times';
import { updatesOf } from './updates-of';

/** The parts that an incident concerns now: those that it left are no longer named. */
function componentIdsOf({ affected_components, component_impacts }: NativeIncident): string[] {
  const told = (affected_components ?? []).filter((one) => (one.current_status ?? one.status) !== 'operational');
  const met = (component_impacts ?? []).filter((one) => timeOf(one.end_at) === null && one.status !== 'operational');
  return [...new Set([...told, ...met].map((one) => one.component_id))];
}

/** Its impact is not stated here, and its times are those of its updates. */
function readIncident(raw: NativeIncident): StatedIncident {
  const updates = updatesOf(raw.updates ?? [], ({ published_at, to_status, message_string }) => ({
    at: timeOf(published_at),
    phase: incidentPhaseOfWord(to_status),
    text: message_string,
  }));
  const [newest, oldest] = [updates[0], updates.at(-1)];
  const phase = incidentPhaseOfWord(raw.status) ?? 'investigating';
  return {
    id: raw.id,
    kind: 'incident',
    title: plainLine(raw.name),
    impact: 'unknown',
    level: null,
    phase,
    startedAt: oldest?.at ?? null,
    updatedAt: newest?.at ?? null,
    resolvedAt: phase === 'resolved' ? (newest?.at ?? null) : null,
    isExplained: false,
    componentIds: componentIdsOf(raw),
    updates,
    url: null,
  };
}

/** The list that it stands in says how far it is, where its own word does not. */
function readMaintenance(raw: NativeMaintenance, listedAs: MaintenancePhase): Maintenance {
  return {
    id: raw.id,
    title: plainLine(raw.name),
    phase: maintenancePhaseOfWord(raw.status) ?? listedAs,
    startsAt: timeOf(raw.starts_at),
    endsAt: timeOf(raw.ends_at),
    componentIds: componentIdsOf(raw),
    updates: updatesOf(raw.updates ?? [], ({ published_at, to_status, message_string }) => ({
      at: timeOf(published_at),
      phase: maintenancePhaseOfWord(to_status),
      text: message_string,
    })),
    url: null,
  };
}

/** What only this document knows of, and the parts of what the others list without naming any. */
function withNativeMaintenances(listed: readonly Maintenance[], native: NativeSummary): Maintenance[] {
  const further = [
    ...(native.in_progress_maintenances ?? []).map((raw) => readMaintenance(raw, 'in_progress')),
    ...(native.scheduled_maintenances ?? []).map((raw) => readMaintenance(raw, 'scheduled')),
  ];
  const byId = new Map(further.map((one) => [one.id, one]));
  const named = listed.map((one) =>
    one.componentIds.length > 0 ? one : { ...one, componentIds: byId.get(one.id)?.componentIds ?? [] },
  );
  const ids = new Set(listed.map(({ id }) => id));
  return [...named, ...[...byId.values()].filter(({ id }) => !ids.has(id))];
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
 * the level that it had, and where there was none, none is added.
 */
export function withNative(report: Report, native: NativeSummary, readAt: number | undefined): Reading {
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
  return reported({
    ...report,
    components: mergeComponents([...placed, ...affected]),
    incidents: [...named, ...further],
    maintenances: withNativeMaintenances(report.maintenances, native),
    readAt,
  });
}
