import { isTrouble, type Level, worstOf } from '@/utils/model/level';
import type { StatusComponent } from '@/utils/model/report';
import type { Adapter, Documents, ExpectedPage, Reading } from './adapter';
import { isExpectedPage } from './check-identity';
import { failed } from './failed';
import { activeSchema, changesSchema, type RawChange, type RawPage } from './flashduty-schema';
import { levelOfWord } from './flashduty-words';
import { mergeComponents, UNREADABLE_PART } from './merge-components';
import { plainLine } from './plain-text';
import { affectedBy, maintenancePhaseOf, mayNameOthers, readIncident, readMaintenance } from './read-flashduty-changes';
import { readJson } from './read-json';
import { reported } from './reported';
import { incidentPhaseOfWord } from './statuspage-words';

const isSomething = <T>(value: T | null): value is T => value !== null;

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
