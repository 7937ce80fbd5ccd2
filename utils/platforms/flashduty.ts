import * as v from 'valibot';
import { isTrouble, isWorse, type Level, worstOf } from '@/utils/model/level';
import type { Maintenance, MaintenancePhase, StatusComponent, Update } from '@/utils/model/report';
import type { Adapter, Documents, ExpectedPage, Reading } from './adapter';
import { incidentPhaseOfWord, maintenancePhaseIn } from './statuspage';
import { plainLine } from './text';
import { timeOfSeconds } from './times';
import {
  closedAtBy,
  entries,
  everyEntry,
  everyEntryIn,
  failed,
  idSchema,
  impactOfLevel,
  isExpectedPage,
  lookUp,
  loose,
  looseList,
  looseText,
  mergeComponents,
  pastOrNull,
  readJson,
  reported,
  type StatedIncident,
  UNREADABLE_PART,
  updatesOf,
} from './util';

const seconds = loose(v.number());

const componentSchema = v.object({
  component_id: v.string(),
  name: looseText,
  section_id: looseText,
  // Absent where all is well. Null or a number is not absent: it is a word that nobody knows.
  status: v.optional(v.fallback(v.string(), '')),
});

const affectedSchema = v.object({ component_id: v.string(), status: looseText });

const updateSchema = v.object({
  at_seconds: seconds,
  status: looseText,
  description: looseText,
  component_changes: looseList(affectedSchema),
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
  updates: looseList(updateSchema),
});

/** Shapes of Flashduty's public pages (undocumented; recorded on DeepSeek's of 2026-07-27). */
export const activeSchema = v.object({
  data: v.object({
    page: v.object({
      page_id: loose(idSchema),
      components: everyEntry(componentSchema),
      sections: looseList(v.object({ section_id: v.string(), name: looseText })),
    }),
    // Demanded: all that a part without a word has for its being well is that nothing goes on.
    active_changes: everyEntry(changeSchema),
  }),
});

export const changesSchema = v.object({ data: v.object({ items: entries(changeSchema) }) });

export type RawPage = v.InferOutput<typeof activeSchema>['data']['page'];
export type RawUpdate = v.InferOutput<typeof updateSchema>;
export type RawChange = v.InferOutput<typeof changeSchema>;

/** Flashduty's words. One that is not here is unknown, never fine. */
const LEVEL_WORDS: Readonly<Record<string, Level>> = {
  operational: 'operational',
  under_maintenance: 'maintenance',
  degraded: 'degraded',
  partial_outage: 'partial_outage',
  full_outage: 'major_outage',
};

/** Words for phases are Statuspage's, but for that of work under way (Flashduty's documentation of changes; none was recorded). */
export const maintenancePhaseOfWord = (word: string | null | undefined): MaintenancePhase | null =>
  word === 'ongoing' ? 'in_progress' : maintenancePhaseIn(word);

export const levelOfWord = (word: string | null | undefined): Level => lookUp(LEVEL_WORDS, word) ?? 'unknown';

/** Newest first; the page lists them oldest first, and of one moment the later one counts as newer. */
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

/** What a change says of one part. */
interface Told {
  id: string;
  level: Level;
}

const toldIn = (affected: RawUpdate['component_changes']): Told[] =>
  (affected ?? []).map(({ component_id, status }) => ({ id: component_id, level: levelOfWord(status) }));

/**
 * Updates are deltas: of each part the newest one that names it counts, by time. One that cannot be placed in time
 * counts where it is worse, and one that lies ahead of the reading does not count.
 */
function toldByUpdates(raw: RawChange, readAt: number | undefined): Told[] {
  const updates = (raw.updates ?? []).map((update, index) => ({ update, index, at: timeOfSeconds(update.at_seconds) }));
  const past = updates.filter(({ at }) => at === null || pastOrNull(at, readAt) !== null);
  const placed = past.filter(({ at }) => at !== null).sort((a, b) => (a.at ?? 0) - (b.at ?? 0) || a.index - b.index);
  const levels = new Map(
    placed.flatMap(({ update }) => toldIn(update.component_changes)).map(({ id, level }) => [id, level]),
  );
  for (const { update } of past.filter(({ at }) => at === null)) {
    for (const { id, level } of toldIn(update.component_changes)) {
      levels.set(id, worstOf([level, ...(levels.has(id) ? [levels.get(id) ?? 'unknown'] : [])]));
    }
  }
  return [...levels].map(([id, level]) => ({ id, level }));
}

const isSomething = <T>(value: T | null): value is T => value !== null;

/**
 * What it says of each part now. Its own list counts before those of its updates: they go on naming parts that the
 * page has retired. Where the own list cannot be read whole, both count.
 */
export function affectedBy(raw: RawChange, readAt: number | undefined): Told[] {
  const listed = raw.affected_components ?? [];
  const own = toldIn(listed.filter(isSomething));
  if (own.length > 0 && own.length === listed.length) return own;
  return [...own, ...toldByUpdates(raw, readAt).filter(({ id }) => !own.some((one) => one.id === id))];
}

/** Whether it may be about parts that cannot be read. */
export const mayNameOthers = (raw: RawChange): boolean => (raw.affected_components ?? []).includes(null);

/** Those of an open one that are well again are no longer named by it, unless that leaves none. */
function componentIdsOf(raw: RawChange, isOpen: boolean, readAt: number | undefined): string[] {
  const affected = affectedBy(raw, readAt);
  const unwell = affected.filter(({ level }) => level !== 'operational');
  return [...new Set((isOpen && unwell.length > 0 ? unwell : affected).map(({ id }) => id))];
}

/** The worst that was said of any part while it lasted. */
function worstLevelOf(raw: RawChange, readAt: number | undefined): Level {
  const told = (raw.updates ?? []).flatMap((update) => toldIn(update.component_changes));
  const levels = [...told, ...affectedBy(raw, readAt)].map(({ level }) => level);
  return worstOf(levels.some((level) => isWorse(level, 'operational')) ? levels : ['unknown']);
}

/** Phases may go backwards: the change's own word counts, not that of an update. */
export function readIncident(raw: RawChange, readAt: number | undefined): StatedIncident {
  const startedAt = timeOfSeconds(raw.start_at_seconds);
  const updates = readUpdates(raw.updates ?? [], incidentPhaseOfWord);
  const phase = incidentPhaseOfWord(raw.status) ?? 'investigating';
  const isOpen = phase !== 'resolved';
  const updatedAt = updates.find(({ at }) => pastOrNull(at, readAt) !== null)?.at ?? startedAt;
  return {
    id: raw.change_id,
    kind: 'incident',
    title: plainLine(raw.title),
    impact: impactOfLevel(worstLevelOf(raw, readAt)),
    level: null,
    phase,
    startedAt,
    updatedAt,
    resolvedAt: isOpen ? null : (timeOfSeconds(raw.close_at_seconds) ?? closedAtBy(updates) ?? updatedAt),
    isExplained: false,
    componentIds: componentIdsOf(raw, isOpen, readAt),
    updates,
    url: null,
  };
}

/** Without a known word of its own, the phase of the newest update that has one. */
export function maintenancePhaseOf(raw: RawChange): MaintenancePhase {
  const updates = readUpdates(raw.updates ?? [], maintenancePhaseOfWord);
  return maintenancePhaseOfWord(raw.status) ?? updates.find(({ phase }) => phase !== null)?.phase ?? 'scheduled';
}

export function readMaintenance(raw: RawChange, readAt: number | undefined): Maintenance {
  return {
    id: raw.change_id,
    title: plainLine(raw.title),
    phase: maintenancePhaseOf(raw),
    startsAt: timeOfSeconds(raw.start_at_seconds),
    endsAt: timeOfSeconds(raw.close_at_seconds),
    componentIds: componentIdsOf(raw, false, readAt),
    updates: readUpdates(raw.updates ?? [], maintenancePhaseOfWord),
    url: null,
  };
}

const isMaintenance = (change: RawChange): boolean => change.type === 'maintenance';

const isUnderWay = (change: RawChange): boolean => ['in_progress', 'verifying'].includes(maintenancePhaseOf(change));

/** What goes on: incidents that are open, and maintenance that is under way. What is planned says nothing of now. */
const goesOn = (change: RawChange): boolean =>
  isMaintenance(change) ? isUnderWay(change) : incidentPhaseOfWord(change.status) !== 'resolved';

/** What a change that goes on says of the parts. A part that is down for maintenance is in maintenance. */
function toldBy(change: RawChange, readAt: number | undefined): { id: string; level: Level }[] {
  const told = affectedBy(change, readAt);
  if (!isMaintenance(change)) return told;
  return told.map(({ id, level }) => ({ id, level: isTrouble(level) ? 'maintenance' : level }));
}

/** Null: an entry that cannot be read. */
type Changes = readonly (RawChange | null)[];

/**
 * A part without a word is well, unless what goes on says otherwise of it. But an entry of that list that cannot be read
 * may be about any part.
 */
function readComponents(
  { components, sections }: RawPage,
  active: Changes,
  readAt: number | undefined,
): StatusComponent[] {
  const sectionNames = new Map((sections ?? []).map(({ section_id, name }) => [section_id, plainLine(name)]));
  const open = active.filter((change) => change !== null && goesOn(change)).filter(isSomething);
  const told = open.flatMap((change) => toldBy(change, readAt));
  const unsaid: Level = active.includes(null) || open.some(mayNameOthers) ? 'unknown' : 'operational';
  return components.map((raw) => {
    if (raw === null) return UNREADABLE_PART;
    const ofPart = told.filter(({ id }) => id === raw.component_id).map(({ level }) => level);
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
  if (!isExpectedPage([{ mentions, isSilent: page.page_id == null }], expected)) return failed('wrong_page');

  // What is going on stands in both, read moments apart: the page's present word counts.
  const past = listed.filter((one) => !current.some((other) => other.change_id === one.change_id));
  const changes = [...current, ...past];
  return reported({
    platform: 'flashduty',
    hasHistory: history !== null,
    components: mergeComponents(readComponents(page, active_changes, readAt)),
    incidents: changes.filter((change) => !isMaintenance(change)).map((change) => readIncident(change, readAt)),
    maintenances: changes.filter(isMaintenance).map((change) => readMaintenance(change, readAt)),
    readAt,
  });
}

/**
 * Flashduty (Flashcat); DeepSeek's page since 2026-05-08. Its addresses carry the page's id. The list of past
 * changes wants a window in epoch seconds: all of this century, since an adapter has no clock.
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
