import * as v from 'valibot';
import { type Level, worstOf } from '@/utils/model/level';
import type { IncidentPhase, Maintenance, MaintenancePhase, StatusComponent } from '@/utils/model/report';
import type { Adapter, ExpectedPage, Reading } from './adapters';
import { everyEntry, failed, idSchema, loose, looseList, looseText, readJson } from './read-body';
import { plainLine, timeOf } from './text';
import {
  closedAtBy,
  impactOfLevel,
  isExpectedPage,
  isSomething,
  latestOf,
  lookUp,
  mergeComponents,
  pastOrNull,
  reported,
  type StatedIncident,
  UNREADABLE_PART,
  updatesOf,
} from './util';

const affected = looseList(v.object({ status_page_resource_id: idSchema, status: looseText }));

/** Only the type; the schema of that type parses the rest. */
const typed = v.looseObject({ type: v.string() });

/** Better Stack's JSON:API document: the page, and all other resources in one mixed list, each with a type. */
const indexSchema = v.object({
  data: v.object({
    id: loose(idSchema),
    type: v.literal('status_page'),
    attributes: v.fallback(v.object({ custom_domain: looseText, subdomain: looseText, updated_at: looseText }), {}),
  }),
  included: everyEntry(typed),
});

const sectionSchema = v.object({ id: idSchema, attributes: v.object({ name: looseText }) });

const resourceSchema = v.object({
  id: idSchema,
  attributes: v.fallback(
    v.object({
      public_name: looseText,
      status: looseText,
      /** Set manually, in addition to the measured status. A value of the wrong type counts as an unknown word. */
      explicit_status: v.optional(v.nullable(v.fallback(v.string(), '?'))),
      status_page_section_id: loose(idSchema),
      status_history: looseList(v.object({ day: looseText })),
    }),
    {},
  ),
});

const statusUpdates = v.object({ data: looseList(v.object({ id: idSchema })) });

const reportSchema = v.object({
  id: idSchema,
  attributes: v.fallback(
    v.object({
      title: looseText,
      report_type: looseText,
      starts_at: looseText,
      ends_at: looseText,
      aggregate_state: looseText,
      affected_resources: affected,
    }),
    {},
  ),
  relationships: loose(v.object({ status_updates: loose(statusUpdates) })),
});

const updateSchema = v.object({
  id: idSchema,
  attributes: v.object({ message: looseText, published_at: looseText, affected_resources: affected }),
});

type RawResource = v.InferOutput<typeof resourceSchema>;
type RawReport = v.InferOutput<typeof reportSchema>;
type RawUpdate = v.InferOutput<typeof updateSchema>;

/** Better Stack's status words. Other words, such as "not_monitored", give unknown. */
const LEVEL_WORDS: Readonly<Record<string, Level>> = {
  operational: 'operational',
  maintenance: 'maintenance',
  degraded: 'degraded',
  downtime: 'major_outage',
};

const levelOfWord = (word: string | null | undefined): Level => lookUp(LEVEL_WORDS, word) ?? 'unknown';

/** What parsing a report needs to know about the rest of the page. */
interface Surroundings {
  components: readonly StatusComponent[];
  updates: ReadonlyMap<string, RawUpdate>;
  /** The latest time that the page states, epoch milliseconds; null if it states none. */
  newest: number | null;
  /** When the document was read, epoch milliseconds. */
  readAt?: number | undefined;
}

const isResolved = ({ attributes }: RawReport): boolean => attributes.aggregate_state === 'resolved';

const rawUpdatesOf = (raw: RawReport, { updates }: Surroundings): RawUpdate[] =>
  (raw.relationships?.status_updates?.data ?? []).flatMap(({ id }) => updates.get(id) ?? []);

const atOf = ({ attributes }: RawUpdate) => timeOf(attributes.published_at);

/** Effect of updates on resources. Updates are deltas: for each resource the newest update that names it counts. */
function affectedByUpdates(raw: RawReport, around: Surroundings) {
  // An update without a time, or with one in the future, counts as the oldest.
  const placed = (update: RawUpdate) => pastOrNull(atOf(update), around.readAt) ?? 0;
  const newestFirst = rawUpdatesOf(raw, around).sort((a, b) => placed(b) - placed(a));
  const affected = newestFirst.flatMap(({ attributes }) => attributes.affected_resources ?? []);
  return affected.filter(
    ({ status_page_resource_id: id }, index) =>
      affected.findIndex((one) => one.status_page_resource_id === id) === index,
  );
}

/**
 * The report's own list takes precedence over its updates. Components of an open report that have recovered are
 * removed.
 */
function componentIdsOf(raw: RawReport, around: Surroundings): string[] {
  const own = raw.attributes.affected_resources ?? [];
  const affected = own.length > 0 ? own : affectedByUpdates(raw, around);
  const named = isResolved(raw) ? affected : affected.filter(({ status }) => status !== 'resolved');
  return [...new Set(named.map((one) => one.status_page_resource_id))];
}

/** Newest first. The page states no phase for them. */
function readUpdates(raw: RawReport, around: Surroundings) {
  return updatesOf(rawUpdatesOf(raw, around), (update) => ({
    at: atOf(update),
    phase: null,
    text: update.attributes.message,
  }));
}

/** When the updates call every resource that they name resolved, without a later relapse. */
function closedAt(raw: RawReport, around: Surroundings): number | null {
  const updates = updatesOf(rawUpdatesOf(raw, around), (update) => {
    const affected = update.attributes.affected_resources ?? [];
    const isEnd = affected.every(({ status }) => status === 'resolved');
    const phase: IncidentPhase | null = affected.length === 0 ? null : isEnd ? 'resolved' : 'investigating';
    return { at: atOf(update), phase, text: null };
  });
  return closedAtBy(updates);
}

/** The worst level that the report and its updates ever stated for a component. */
function worstLevelOf(raw: RawReport, around: Surroundings): Level {
  const said = [raw, ...rawUpdatesOf(raw, around)].flatMap(({ attributes }) => attributes.affected_resources ?? []);
  const levels = said.filter(({ status }) => status !== 'resolved').map(({ status }) => levelOfWord(status));
  const word = raw.attributes.aggregate_state;
  return worstOf(word === 'resolved' ? levels : [...levels, levelOfWord(word)]);
}

/** `ends_at` does not close a report: it is null on a recorded resolved report. */
function readIncident(raw: RawReport, around: Surroundings): StatedIncident {
  const { title, starts_at, ends_at, aggregate_state } = raw.attributes;
  const startedAt = timeOf(starts_at);
  const updates = readUpdates(raw, around);
  const updatedAt = updates.find(({ at }) => pastOrNull(at, around.readAt) !== null)?.at ?? startedAt;
  return {
    id: raw.id,
    kind: 'incident',
    title: plainLine(title),
    impact: impactOfLevel(worstLevelOf(raw, around)),
    level: null,
    phase: isResolved(raw) ? 'resolved' : aggregate_state === 'operational' ? 'monitoring' : 'investigating',
    startedAt,
    updatedAt,
    resolvedAt: isResolved(raw) ? (timeOf(ends_at) ?? closedAt(raw, around)) : null,
    isExplained: false,
    componentIds: componentIdsOf(raw, around),
    updates,
    url: null,
  };
}

/**
 * The page does not state the phase of a maintenance: from its start on, it is in progress while one of its components is
 * in maintenance. Before its start, another maintenance of that component may be the reason. It is over when its planned
 * end has passed, by the time of the reading or a later time on the page.
 */
function maintenancePhaseOf(raw: RawReport, around: Surroundings): MaintenancePhase {
  const { components, newest, readAt } = around;
  const ids = componentIdsOf(raw, around);
  const [startsAt, endsAt] = [timeOf(raw.attributes.starts_at), timeOf(raw.attributes.ends_at)];
  const stated = rawUpdatesOf(raw, around).flatMap((update) => pastOrNull(atOf(update), readAt) ?? []);
  const now = latestOf([...stated, ...(newest === null ? [] : [newest]), ...(readAt === undefined ? [] : [readAt])]);
  const isOver = endsAt !== null && now !== null && endsAt < now;
  const hasStarted = startsAt === null || pastOrNull(startsAt, readAt) !== null;
  const isNow = hasStarted && components.some(({ id, level }) => level === 'maintenance' && ids.includes(id));
  if (isResolved(raw)) return 'completed';
  // A component that is still in maintenance outlasts the planned end.
  return isNow ? 'in_progress' : isOver ? 'completed' : 'scheduled';
}

function readMaintenance(raw: RawReport, around: Surroundings): Maintenance {
  const { title, starts_at, ends_at } = raw.attributes;
  return {
    id: raw.id,
    title: plainLine(title),
    phase: maintenancePhaseOf(raw, around),
    startsAt: timeOf(starts_at),
    endsAt: timeOf(ends_at),
    componentIds: componentIdsOf(raw, around),
    updates: readUpdates(raw, around),
    url: null,
  };
}

const MINUTE = 60_000;

function componentOf({ id, attributes }: RawResource, sectionNames: ReadonlyMap<string, string>): StatusComponent {
  const words = [attributes.status, ...(attributes.explicit_status == null ? [] : [attributes.explicit_status])];
  return {
    id,
    name: plainLine(attributes.public_name ?? id),
    group: sectionNames.get(attributes.status_page_section_id ?? '') ?? null,
    level: worstOf(words.map(levelOfWord)),
    word: plainLine(words.map((word) => word ?? '').join(' / ')),
  };
}

function lastDayOf(resources: readonly RawResource[]): number | null {
  const days = resources.flatMap(({ attributes }) => attributes.status_history ?? []);
  return latestOf(days.flatMap(({ day }) => timeOf(`${day}T00:00Z`) ?? []));
}

/** The entries of one type. Null: an entry that cannot be parsed. */
function entriesOf<Schema extends v.GenericSchema>(
  included: readonly ({ type: string } | null)[],
  type: string,
  schema: Schema,
): (v.InferOutput<Schema> | null)[] {
  return included.flatMap((one) => {
    // An entry without a type may be of any type.
    if (one === null) return [null];
    if (one.type !== type) return [];
    const parsed = v.safeParse(schema, one);
    return [parsed.success ? parsed.output : null];
  });
}

function parse(body: string | undefined, expected: ExpectedPage): Reading {
  const { readAt } = expected;
  const index = readJson(body, indexSchema);
  if (!index.ok) return index;
  const { data, included } = index.value;
  const { custom_domain, subdomain, updated_at } = data.attributes;
  if (!isExpectedPage([{ mentions: [[data.id, custom_domain, subdomain]] }], expected)) return failed('wrong_page');

  const sections = entriesOf(included, 'status_page_section', sectionSchema).filter(isSomething);
  const listed = entriesOf(included, 'status_page_resource', resourceSchema);
  const resources = listed.filter(isSomething);
  const reports = entriesOf(included, 'status_report', reportSchema).filter(isSomething);
  const updates = entriesOf(included, 'status_update', updateSchema).filter(isSomething);

  const sectionNames = new Map(sections.map(({ id, attributes }) => [id, plainLine(attributes.name ?? id)]));
  const components = mergeComponents([
    ...resources.map((raw) => componentOf(raw, sectionNames)),
    ...(listed.includes(null) ? [UNREADABLE_PART] : []),
  ]);
  const around = {
    components,
    newest: latestOf(
      [lastDayOf(resources), timeOf(updated_at)].map((at) => pastOrNull(at, readAt)).filter(isSomething),
    ),
    readAt,
    updates: new Map(updates.map((update) => [update.id, update])),
  };
  const isPlanned = ({ attributes }: RawReport) => attributes.report_type === 'maintenance';
  return reported({
    platform: 'betterstack',
    hasHistory: true,
    sourceUpdatedAt: timeOf(updated_at),
    components,
    incidents: reports.filter((raw) => !isPlanned(raw)).map((raw) => readIncident(raw, around)),
    maintenances: reports.filter(isPlanned).map((raw) => readMaintenance(raw, around)),
    readAt,
  });
}

/**
 * Better Stack's public status page document,
 * https://betterstack.com/docs/uptime/status-pages/subscribing-to-status-updates/subscribing-to-api. One large
 * document, 47 kB and more. The page's own aggregate is not used: it said "operational" where nothing was monitored
 * (observed on Motion's page on 2026-08-11; not published).
 */
export const betterstack: Adapter = {
  floors: { troubleMs: MINUTE, calmMs: 5 * MINUTE, askedMs: MINUTE },
  requests: (origin) => [{ name: 'index', url: `${origin}/index.json` }],
  parse: (documents, expected) => parse(documents.index, expected),
};
