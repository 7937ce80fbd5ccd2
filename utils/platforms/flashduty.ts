import * as v from 'valibot';
import { isTrouble, isWorse, type Level, worstOf } from '@/utils/model/level';
import type { Maintenance, MaintenancePhase, StatusComponent, Update } from '@/utils/model/report';
import type { Adapter, Documents, ExpectedPage, Reading } from './adapters';
import {
  entries,
  everyEntry,
  everyEntryIn,
  failed,
  idSchema,
  loose,
  looseList,
  looseText,
  readJson,
} from './read-body';
import { incidentPhaseOfWord, maintenancePhaseIn } from './statuspage';
import { hostOf, plainLine, timeOfSeconds } from './text';
import {
  closedAtBy,
  impactOfLevel,
  isExpectedPage,
  isOnKnownHost,
  isSomething,
  latestOf,
  lookUp,
  mergeComponents,
  pastOrNull,
  reported,
  type StatedIncident,
  UNREADABLE_PART,
  updatesOf,
  withoutRecovered,
} from './util';

const seconds = loose(v.number());

const componentSchema = v.object({
  component_id: v.string(),
  name: looseText,
  section_id: looseText,
  // Absent if operational. Null or a number counts as an unknown word.
  status: v.optional(v.fallback(v.string(), '')),
});

const affectedSchema = v.object({ component_id: v.string(), status: looseText });

const updateSchema = v.object({
  at_seconds: seconds,
  status: looseText,
  description: looseText,
  component_changes: everyEntryIn(affectedSchema),
});

const changeSchema = v.object({
  change_id: idSchema,
  page_id: loose(idSchema),
  type: looseText,
  title: looseText,
  status: looseText,
  start_at_seconds: seconds,
  close_at_seconds: seconds,
  affected_components: everyEntryIn(affectedSchema),
  updates: everyEntryIn(updateSchema),
});

/**
 * Shapes of Flashduty's public pages (undocumented; recorded on DeepSeek's of 2026-07-27).
 * https://github.com/bentleypark/aiwatch/blob/eceeb3988cad552a5a11eb0caf425c53a177910b/worker/src/__tests__/fixtures/deepseek-flashduty-v4.json
 */
const activeSchema = v.object({
  data: v.object({
    page: v.object({
      page_id: loose(idSchema),
      custom_domain: looseText,
      components: everyEntry(componentSchema),
      sections: looseList(v.object({ section_id: v.string(), name: looseText })),
    }),
    // Required: a component without a word is operational only because no change is active.
    active_changes: everyEntry(changeSchema),
  }),
});

const changesSchema = v.object({ data: v.object({ items: entries(changeSchema) }) });

type RawPage = v.InferOutput<typeof activeSchema>['data']['page'];
type RawAffected = v.InferOutput<typeof affectedSchema>;
type RawUpdate = v.InferOutput<typeof updateSchema>;
type RawChange = v.InferOutput<typeof changeSchema>;

/** Flashduty's status words. Other words give unknown, never operational. */
const LEVEL_WORDS: Readonly<Record<string, Level>> = {
  operational: 'operational',
  under_maintenance: 'maintenance',
  degraded: 'degraded',
  partial_outage: 'partial_outage',
  full_outage: 'major_outage',
};

/**
 * Phases use Statuspage's words, except for the one of maintenance in progress (from Flashduty's documentation of
 * changes; none was recorded).
 */
const maintenancePhaseOfWord = (word: string | null | undefined): MaintenancePhase | null =>
  word === 'ongoing' ? 'in_progress' : maintenancePhaseIn(word);

const levelOfWord = (word: string | null | undefined): Level => lookUp(LEVEL_WORDS, word) ?? 'unknown';

/** Newest first; the page lists them oldest first, and of two with the same time the later entry counts as newer. */
function readUpdates<Phase extends string>(
  raws: readonly RawUpdate[],
  phaseOfWord: (word: string | null | undefined) => Phase | null,
): Update<Phase>[] {
  return updatesOf(raws.toReversed(), ({ at_seconds, status, description }) => ({
    at: timeOfSeconds(at_seconds),
    phase: phaseOfWord(status),
    text: description,
  }));
}

/** Level that a change states for one component. */
interface StatedLevel {
  id: string;
  level: Level;
}

/** Levels that a list states for readable components. Null in the list: an unreadable entry. */
const statedLevelsIn = (affected: readonly (RawAffected | null)[] | null | undefined): StatedLevel[] =>
  (affected ?? [])
    .filter(isSomething)
    .map(({ component_id, status }) => ({ id: component_id, level: levelOfWord(status) }));

const updatesIn = ({ updates }: RawChange): RawUpdate[] => (updates ?? []).filter(isSomething);

/**
 * Updates are deltas: for each component the newest update that names it counts; at the same time, the worse level. An
 * update without a time counts if it is worse; one in the future does not count.
 */
function levelsByUpdates(raw: RawChange, readAt: number | undefined): StatedLevel[] {
  const stated = updatesIn(raw).flatMap(({ at_seconds, component_changes }) => {
    const at = timeOfSeconds(at_seconds);
    const isAhead = at !== null && pastOrNull(at, readAt) === null;
    return isAhead ? [] : statedLevelsIn(component_changes).map((one) => ({ ...one, at }));
  });
  return [...new Set(stated.map(({ id }) => id))].map((id) => {
    const ofPart = stated.filter((one) => one.id === id);
    const newest = latestOf(ofPart.map(({ at }) => at).filter(isSomething));
    const counting = ofPart.filter(({ at }) => at === null || at === newest);
    return { id, level: worstOf(counting.map(({ level }) => level)) };
  });
}

/** What parsing a change needs to know about the rest. */
interface AroundChange {
  /** Ids of the components that the page lists. */
  listed: ReadonlySet<string>;
  /** When the documents were read, epoch milliseconds. */
  readAt: number | undefined;
}

/** Whether its list of affected components is fully readable and names more than retired components. */
const hasWholeList = ({ affected_components: own }: RawChange, { listed }: AroundChange): boolean =>
  own != null && !own.includes(null) && statedLevelsIn(own).some(({ id }) => listed.has(id));

/**
 * Levels of its components now. Its own list takes precedence over those of its updates, which still name components
 * that the page has retired. If the own list is not fully readable, or names retired components only, both count.
 */
function affectedBy(raw: RawChange, around: AroundChange): StatedLevel[] {
  const own = statedLevelsIn(raw.affected_components);
  if (hasWholeList(raw, around)) return own;
  return [...own, ...levelsByUpdates(raw, around.readAt).filter(({ id }) => !own.some((one) => one.id === id))];
}

/** Whether it may affect components that cannot be read. */
function mayNameOthers(raw: RawChange, around: AroundChange): boolean {
  if (hasWholeList(raw, around)) return false;
  const lists = (raw.updates ?? []).map((update) => update && (update.component_changes ?? []));
  return (raw.affected_components ?? []).includes(null) || lists.some((list) => list === null || list.includes(null));
}

function componentIdsOf(raw: RawChange, isOpen: boolean, around: AroundChange): string[] {
  const affected = affectedBy(raw, around);
  const current = isOpen ? withoutRecovered(affected, ({ level }) => level === 'operational') : affected;
  return [...new Set(current.map(({ id }) => id))];
}

/** The worst level stated for any component. */
function worstLevelOf(raw: RawChange, around: AroundChange): Level {
  const stated = updatesIn(raw).flatMap((update) => statedLevelsIn(update.component_changes));
  const levels = [...stated, ...affectedBy(raw, around)].map(({ level }) => level);
  return worstOf(levels.some((level) => isWorse(level, 'operational')) ? levels : ['unknown']);
}

/** Phases may go backwards: the change's own phase counts, not that of an update. */
function readIncident(raw: RawChange, around: AroundChange): StatedIncident {
  const startedAt = timeOfSeconds(raw.start_at_seconds);
  const updates = readUpdates(updatesIn(raw), incidentPhaseOfWord);
  const phase = incidentPhaseOfWord(raw.status) ?? 'investigating';
  const isOpen = phase !== 'resolved';
  const updatedAt = updates.find(({ at }) => pastOrNull(at, around.readAt) !== null)?.at ?? startedAt;
  return {
    id: raw.change_id,
    kind: 'incident',
    title: plainLine(raw.title),
    impact: impactOfLevel(worstLevelOf(raw, around)),
    level: null,
    phase,
    startedAt,
    updatedAt,
    resolvedAt: isOpen ? null : (timeOfSeconds(raw.close_at_seconds) ?? closedAtBy(updates)),
    isExplained: false,
    componentIds: componentIdsOf(raw, isOpen, around),
    updates,
    url: null,
  };
}

/** The change's own phase, otherwise that of the newest update with a known word. Null if there is none. */
function maintenancePhaseOf(raw: RawChange): MaintenancePhase | null {
  const updates = readUpdates(updatesIn(raw), maintenancePhaseOfWord);
  return maintenancePhaseOfWord(raw.status) ?? updates.find(({ phase }) => phase !== null)?.phase ?? null;
}

/** Whether its start, if known, is not in the future. */
function hasStarted(raw: RawChange, readAt: number | undefined): boolean {
  const startsAt = timeOfSeconds(raw.start_at_seconds);
  return startsAt === null || pastOrNull(startsAt, readAt) !== null;
}

function readMaintenance(raw: RawChange, around: AroundChange): Maintenance {
  return {
    id: raw.change_id,
    title: plainLine(raw.title),
    phase: maintenancePhaseOf(raw) ?? 'scheduled',
    startsAt: timeOfSeconds(raw.start_at_seconds),
    endsAt: timeOfSeconds(raw.close_at_seconds),
    componentIds: componentIdsOf(raw, false, around),
    updates: readUpdates(updatesIn(raw), maintenancePhaseOfWord),
    url: null,
  };
}

const isMaintenance = (change: RawChange): boolean => change.type === 'maintenance';

const isUnderWay = (change: RawChange): boolean =>
  ['in_progress', 'verifying'].includes(maintenancePhaseOf(change) ?? '');

/** Its start has passed, and it is unclear whether it is over. */
const mayBeUnderWay = (change: RawChange, readAt: number | undefined): boolean =>
  maintenancePhaseOf(change) === null && hasStarted(change, readAt);

/**
 * Active changes: open incidents, and maintenance that may be in progress. Scheduled maintenance says nothing about
 * now.
 */
const isActive = (change: RawChange, readAt: number | undefined): boolean =>
  isMaintenance(change)
    ? isUnderWay(change) || mayBeUnderWay(change, readAt)
    : incidentPhaseOfWord(change.status) !== 'resolved';

/**
 * Levels that an active change states for its components. A component that is down for maintenance is in maintenance.
 */
function levelsByChange(change: RawChange, around: AroundChange): { id: string; level: Level }[] {
  const stated = affectedBy(change, around);
  if (!isMaintenance(change)) return stated;
  const down: Level = isUnderWay(change) ? 'maintenance' : 'unknown';
  return stated.map(({ id, level }) => ({ id, level: isTrouble(level) || level === 'maintenance' ? down : level }));
}

/** Null: an entry that cannot be read. */
type Changes = readonly (RawChange | null)[];

/**
 * A component without a word is operational unless an active change says otherwise. But an unreadable entry in the list
 * of changes may affect any component.
 */
function readComponents({ components, sections }: RawPage, active: Changes, around: AroundChange): StatusComponent[] {
  const sectionNames = new Map((sections ?? []).map(({ section_id, name }) => [section_id, plainLine(name)]));
  const open = active.filter(isSomething).filter((change) => isActive(change, around.readAt));
  const stated = open.flatMap((change) => levelsByChange(change, around));
  const unsaid: Level =
    active.includes(null) || open.some((change) => mayNameOthers(change, around)) ? 'unknown' : 'operational';
  return components.map((raw) => {
    if (raw === null) return UNREADABLE_PART;
    const ofPart = stated.filter(({ id }) => id === raw.component_id).map(({ level }) => level);
    const own = raw.status === undefined ? unsaid : levelOfWord(raw.status);
    return {
      id: raw.component_id,
      name: plainLine(raw.name ?? raw.component_id),
      group: sectionNames.get(raw.section_id ?? '') ?? null,
      level: worstOf([own, ...ofPart]),
      word: plainLine(raw.status),
    };
  });
}

/** Serves the pages of every customer. */
const SHARED_HOST = 'statuspage.flashduty.com';

/** Whether the page belongs to the domain that it names. On the shared host, only its id tells it from the others. */
function isOnItsDomain({ custom_domain }: RawPage, expected: ExpectedPage): boolean {
  if (hostOf(expected.origin) === SHARED_HOST && expected.pageId !== null) return true;
  return isOnKnownHost(custom_domain ? `https://${custom_domain}` : null, expected);
}

function parse(documents: Documents, expected: ExpectedPage): Reading {
  const { readAt } = expected;
  const active = readJson(documents.active, activeSchema);
  if (!active.ok) return active;
  const { page, active_changes } = active.value.data;
  const history = documents.changes === undefined ? null : readJson(documents.changes, changesSchema);
  if (history?.ok === false) return history;

  const current = active_changes.filter(isSomething);
  const listed = history?.value.data.items ?? [];
  const mentions = [page.page_id, ...[...current, ...listed].map(({ page_id }) => page_id)].map((id) => [id]);
  const isPage = isExpectedPage([{ mentions, isSilent: page.page_id == null }], expected);
  if (!isPage || !isOnItsDomain(page, expected)) return failed('wrong_page');

  // Active changes are in both documents, which were read at different times: the current one takes precedence.
  const past = listed.filter((one) => !current.some((other) => other.change_id === one.change_id));
  const changes = [...current, ...past];
  const around = { listed: new Set(page.components.flatMap((raw) => raw?.component_id ?? [])), readAt };
  return reported({
    platform: 'flashduty',
    hasHistory: history !== null,
    components: mergeComponents(readComponents(page, active_changes, around)),
    incidents: changes.filter((change) => !isMaintenance(change)).map((change) => readIncident(change, around)),
    maintenances: changes.filter(isMaintenance).map((change) => readMaintenance(change, around)),
    readAt,
  });
}

/**
 * Flashduty (Flashcat); DeepSeek's page since 2026-05-08 (https://github.com/bentleypark/aiwatch/issues/507).
 * Its addresses contain the page's id. The list of past changes requires a period in epoch seconds: the whole century, since
 * an adapter has no clock.
 */
export const flashduty: Adapter = {
  requests: (origin, pageId) => [
    { name: 'active', url: `${origin}/api/status-page/${pageId ?? ''}/summary/active` },
    {
      name: 'changes',
      url: `${origin}/api/status-page/${pageId ?? ''}/change/list?start_at_seconds=946684800&end_at_seconds=4102444799`,
      need: 'history',
    },
  ],
  parse,
};
