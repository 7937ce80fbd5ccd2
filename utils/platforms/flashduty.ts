import { worstOf } from '@/utils/model/level';
import type { StatusComponent } from '@/utils/model/report';
import type { Adapter, Documents, ExpectedPage, Reading } from './adapter';
import { failed } from './failed';
import { activeSchema, changesSchema, type RawChange, type RawComponent } from './flashduty-schema';
import { levelOfWord } from './flashduty-words';
import { mergeComponents } from './merge-components';
import { plainLine } from './plain-text';
import { affectedBy, readIncident, readMaintenance } from './read-flashduty-changes';
import { readJson } from './read-json';
import { reported } from './reported';

/** A part without a word is well, unless an incident that is open says otherwise of it. */
function componentOf(raw: RawComponent, groupName: string | null, open: readonly RawChange[]): StatusComponent {
  const told = open.flatMap(affectedBy).filter(({ id }) => id === raw.component_id);
  return {
    id: raw.component_id,
    name: plainLine(raw.name ?? raw.component_id),
    group: groupName,
    level: worstOf([levelOfWord(raw.status ?? 'operational'), ...told.map(({ level }) => level)]),
    word: plainLine(raw.status),
  };
}

const isMaintenance = (change: RawChange): boolean => change.type === 'maintenance';

function parse(documents: Documents, { pageId }: ExpectedPage): Reading {
  const active = readJson(documents.active, activeSchema);
  if (!active.ok) return active;
  const { page, active_changes } = active.value.data;
  if (pageId !== null && page.page_id !== pageId) return failed('wrong_page');
  const history = documents.changes === undefined ? null : readJson(documents.changes, changesSchema);
  if (history?.ok === false) return history;

  // What is going on stands in both, read moments apart: the page's present word counts.
  const past = (history?.value.data.items ?? []).filter(
    (one) => !active_changes.some((other) => other.change_id === one.change_id),
  );
  const changes = [...active_changes, ...past];
  const incidents = changes.filter((change) => !isMaintenance(change)).map(readIncident);
  const maintenances = changes.filter(isMaintenance).map(readMaintenance);

  const sectionNames = new Map((page.sections ?? []).map(({ section_id, name }) => [section_id, plainLine(name)]));
  // What is planned says nothing of now; a part that is in maintenance has a word for it.
  const open = active_changes.filter((change) => !isMaintenance(change) && change.status !== 'resolved');
  const components = page.components.map((raw) =>
    componentOf(raw, sectionNames.get(raw.section_id ?? '') ?? null, open),
  );
  return reported({
    platform: 'flashduty',
    hasHistory: history !== null,
    components: mergeComponents(components),
    incidents,
    maintenances,
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
