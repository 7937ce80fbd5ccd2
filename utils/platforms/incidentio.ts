import * as v from 'valibot';
import type { Maintenance, MaintenancePhase, Report, StatusComponent } from '@/utils/model/report';
import type { Adapter, Documents, ExpectedPage, Reading } from './adapters';
import { entries, failed, list, loose, looseList, looseText, readJson, text } from './read-body';
import { incidentPhaseOfWord, levelOfWord, maintenancePhaseOfWord, parseStatuspage } from './statuspage';
import { hostOf, plainLine, timeOf } from './text';
import { isExpectedPage, mergeComponents, reported, type StatedIncident, updatesOf } from './util';

const placed = v.object({ component_id: v.string(), name: looseText });

const affected = v.object({ component_id: v.string(), status: looseText });

/**
 * The document of incident.io's own front end (undocumented, never recorded in full). Only the needed fields are
 * parsed.
 */
const incidentSchema = v.object({
  id: v.string(),
  name: looseText,
  status: looseText,
  affected_components: looseList(v.object({ ...affected.entries, current_status: looseText })),
  component_impacts: looseList(v.object({ ...affected.entries, end_at: looseText })),
  updates: looseList(v.object({ published_at: looseText, to_status: looseText, message_string: looseText })),
});

/** Maintenances have the same fields, and a period. */
const maintenanceSchema = v.object({ ...incidentSchema.entries, starts_at: looseText, ends_at: looseText });

const structureSchema = v.object({
  items: looseList(
    v.object({
      group: loose(v.object({ name: looseText, hidden: loose(v.boolean()), components: looseList(placed) })),
      component: loose(placed),
    }),
  ),
});

const nativeSchema = v.object({
  summary: v.object({
    /** The page's id and its address. */
    id: text,
    public_url: text,
    /** Components that are not operational. */
    affected_components: entries(affected),
    ongoing_incidents: entries(incidentSchema),
    in_progress_maintenances: list(maintenanceSchema),
    scheduled_maintenances: list(maintenanceSchema),
    structure: loose(structureSchema),
  }),
});

type NativeSummary = v.InferOutput<typeof nativeSchema>['summary'];
type NativeIncident = v.InferOutput<typeof incidentSchema>;
type NativeMaintenance = v.InferOutput<typeof maintenanceSchema>;

/** The components that an incident affects now, without those that have recovered. */
function componentIdsOf({ affected_components, component_impacts }: NativeIncident): string[] {
  const stated = (affected_components ?? []).filter((one) => (one.current_status ?? one.status) !== 'operational');
  const met = (component_impacts ?? []).filter((one) => timeOf(one.end_at) === null && one.status !== 'operational');
  return [...new Set([...stated, ...met].map((one) => one.component_id))];
}

/** This document states no impact; times are those of the updates. */
function readIncident(raw: NativeIncident): StatedIncident {
  const updates = updatesOf(raw.updates ?? [], ({ published_at, to_status, message_string }) => ({
    at: timeOf(published_at),
    phase: incidentPhaseOfWord(to_status),
    text: message_string,
  }));
  const [newest, oldest] = [updates[0], updates.at(-1)];
  return {
    id: raw.id,
    kind: 'incident',
    title: plainLine(raw.name),
    impact: 'unknown',
    level: null,
    phase: incidentPhaseOfWord(raw.status) ?? 'investigating',
    startedAt: oldest?.at ?? null,
    updatedAt: newest?.at ?? null,
    resolvedAt: null,
    derivedTimes: ['startedAt'],
    isExplained: false,
    componentIds: componentIdsOf(raw),
    updates,
    url: null,
  };
}

/** The list that contains it gives the phase if its own word does not. */
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

/** Adds maintenances that only this document contains, and components that the other documents leave out. */
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

/** Position of each component on the page, by id. The name of a hidden group is not shown. */
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
 * Adds what only the native summary contains: the components of an incident, and the groups that distinguish components
 * of the same name. It never makes a component operational: one that it does not list as affected keeps its level, and
 * no levels are added.
 */
function withNative(report: Report, native: NativeSummary, readAt: number | undefined): Reading {
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

/** For readings of the native summary alone. */
const NOTHING = reported({ platform: 'incidentio', components: [], incidents: [] });

function parse({ native: body, ...others }: Documents, expected: ExpectedPage): Reading {
  const isAlone = Object.keys(others).length === 0;
  const reading: Reading = isAlone && body !== undefined ? NOTHING : parseStatuspage('incidentio', others, expected);
  if (!reading.ok || body === undefined) return reading;
  const native = readJson(body, nativeSchema);
  if (!native.ok) return native;
  const { id, public_url } = native.value.summary;
  const host = hostOf(public_url);
  // The page is identified by its address, and by its id if it states one.
  const known = [hostOf(expected.origin), ...(expected.hosts ?? [])];
  const isOurHost = expected.origin === null || (host !== null && known.includes(host));
  const isOurId = !id || isExpectedPage([{ mentions: [[id]] }], expected);
  if (!isOurHost || !isOurId) return failed('wrong_page');
  return withNative(reading.report, native.value.summary, expected.readAt);
}

/**
 * incident.io pages answer on Statuspage's paths in nearly Statuspage's shape (undocumented; recorded on OpenAI's
 * page). Their summary holds at most 25 status components, so `components.json` is always read too. The components of
 * an incident are only in the document of the page's own front end.
 */
export const incidentio: Adapter = {
  requests: (origin) => [
    { name: 'summary', url: `${origin}/api/v2/summary.json` },
    { name: 'components', url: `${origin}/api/v2/components.json` },
    { name: 'incidents', url: `${origin}/api/v2/incidents.json`, need: 'history' },
    { name: 'native', url: `${origin}/proxy/${hostOf(origin) ?? ''}`, need: 'detail' },
  ],
  parse,
};
