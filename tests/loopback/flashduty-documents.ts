import type { Level } from '@/utils/model/level';
import type { IncidentState, PageState } from './page-state';
import type { LoopbackPage, PageFormat } from './pages/loopback-page';

/** Where the documents are served, whatever address they state. */
const PATH = '/api/status-page/6410630422455';
const SECTION = 'made-up-section';

/** Undefined omits the key: Flashduty omits operational components. */
const WORDS: Readonly<Record<Level, string | undefined>> = {
  operational: undefined,
  maintenance: 'under_maintenance',
  degraded: 'degraded',
  partial_outage: 'partial_outage',
  major_outage: 'full_outage',
  unknown: 'under_observation',
};

/** A Flashduty page without CORS, like DeepSeek's. */
export const flashdutyFormat: PageFormat = {
  documents: flashdutyDocuments,
  headers: {},
  validators: 'none',
  isAnonymous: false,
};

const seconds = (at: number): number => Math.floor(at / 1_000);

function flashdutyDocuments(page: LoopbackPage, state: PageState): Record<string, unknown> {
  const components = state.components.map(({ component, level }) => ({
    component_id: component.id,
    section_id: SECTION,
    name: component.name,
    status: WORDS[level],
  }));
  const sections = [{ section_id: SECTION, name: page.name }];
  const open = state.incidents.filter(({ phase }) => phase !== 'resolved');
  return {
    [`${PATH}/summary/active`]: {
      data: { page: { page_id: page.id, name: page.name, components, sections }, active_changes: open.map(changeOf) },
    },
    [`${PATH}/change/list`]: { data: { items: state.incidents.map(changeOf) } },
  };
}

function changeOf(incident: IncidentState) {
  return {
    change_id: incident.id,
    type: 'incident',
    title: incident.title,
    status: incident.phase,
    affected_components: incident.components.map(({ component, level }) => ({
      component_id: component.id,
      name: component.name,
      status: WORDS[level] ?? 'operational',
    })),
    start_at_seconds: seconds(incident.startedAt),
    ...(incident.phase === 'resolved' && { close_at_seconds: seconds(incident.updatedAt) }),
    // Oldest first.
    updates: incident.updates.toReversed().map(({ shownAt, phase, text, affected }) => ({
      at_seconds: seconds(shownAt),
      status: phase,
      description: text,
      component_changes: affected.map(({ component, after }) => ({
        component_id: component.id,
        component_name: component.name,
        status: WORDS[after] ?? 'operational',
      })),
    })),
  };
}
