import type { Level } from '@/utils/model/level';
import type { IncidentState, MaintenanceState, PageState } from './page-state';
import type { LoopbackPage, PageFormat } from './pages/loopback-page';

const SECTION = 1;

const WORDS: Readonly<Record<Level, string>> = {
  operational: 'operational',
  maintenance: 'maintenance',
  degraded: 'degraded',
  // Better Stack has no word between the two.
  partial_outage: 'degraded',
  major_outage: 'downtime',
  unknown: 'not_monitored',
};

/** A Better Stack page without CORS, like Hugging Face's. */
export const betterstackFormat: PageFormat = {
  documents: (page, state) => ({ '/index.json': indexOf(page, state) }),
  headers: {},
  validators: 'etag',
  isAnonymous: false,
};

const time = (at: number): string => new Date(at).toISOString();

/** A JSON:API document: the page, and all other resources in one list. */
function indexOf(page: LoopbackPage, state: PageState) {
  return {
    data: {
      id: page.id,
      type: 'status_page',
      attributes: { company_name: page.name, custom_domain: page.host, updated_at: time(state.updatedAt) },
    },
    included: [
      { id: String(SECTION), type: 'status_page_section', attributes: { name: page.name, position: 0 } },
      ...state.components.map(({ component, level }, position) => ({
        id: component.id,
        type: 'status_page_resource',
        attributes: {
          status_page_section_id: SECTION,
          public_name: component.name,
          position,
          status: WORDS[level],
          status_history: [],
        },
      })),
      ...state.incidents.flatMap((incident) => reportOf(incident, 'manual', null)),
      ...state.maintenances.flatMap((maintenance) => reportOf(maintenance, 'maintenance', maintenance.endsAt)),
    ],
  };
}

/** The report and its updates. */
function reportOf(post: IncidentState | MaintenanceState, kind: 'manual' | 'maintenance', endsAt: number | null) {
  const isOver = post.phase === 'resolved' || post.phase === 'completed';
  const stateOf = (level: Level) => (isOver ? 'resolved' : kind === 'maintenance' ? 'maintenance' : WORDS[level]);
  const worst = post.components.find(({ level }) => level !== 'operational')?.level ?? 'degraded';
  const data = post.updates.map(({ id }) => ({ id, type: 'status_update' }));
  return [
    {
      id: post.id,
      type: 'status_report',
      attributes: {
        title: post.title,
        report_type: kind,
        starts_at: time('startsAt' in post ? post.startsAt : post.startedAt),
        ends_at: endsAt === null ? null : time(endsAt),
        affected_resources: post.components.map(({ component, level }) => ({
          status_page_resource_id: component.id,
          status: stateOf(level),
        })),
        aggregate_state: stateOf(worst),
      },
      relationships: { status_updates: { data } },
    },
    ...post.updates.map(({ id, shownAt, text, phase, affected }) => ({
      id,
      type: 'status_update',
      attributes: {
        message: text,
        published_at: time(shownAt),
        affected_resources: affected.map(({ component, after }) => ({
          status_page_resource_id: component.id,
          status: phase === 'resolved' || phase === 'completed' ? 'resolved' : WORDS[after],
        })),
      },
    })),
  ];
}
