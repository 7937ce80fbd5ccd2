import type { IncidentState, MaintenanceState, PageState, PostState } from './page-state';
import type { LoopbackPage, PageFormat } from './pages/loopback-page';
import { componentOf, listedName, withGroups } from './statuspage-components';
import { componentWord, overallStatus } from './statuspage-words';

const NEWEST = 50;
const ENDED_MAINTENANCE = ['completed', 'cancelled'];

/** Atlassian Statuspage, version 2 of its public API. */
export const statuspageFormat: PageFormat = {
  documents: statuspageDocuments,
  headers: { 'access-control-allow-origin': '*', 'cache-control': 'max-age=10' },
  validators: 'etag',
  isAnonymous: false,
};

function statuspageDocuments(page: LoopbackPage, state: PageState): Record<string, unknown> {
  const about = {
    id: page.id,
    name: page.name,
    url: `https://${page.host}`,
    time_zone: 'Etc/UTC',
    updated_at: iso(state.updatedAt),
  };
  const status = overallStatus(state);
  const components = withGroups(page, state);
  const incidents = state.incidents.slice(0, NEWEST).map((incident) => incidentOf(incident, page));
  const unresolved = incidents.filter((incident) => incident.status !== 'resolved');
  const maintenances = state.maintenances.slice(0, NEWEST).map((maintenance) => maintenanceOf(maintenance, page));
  const ahead = maintenances.filter(({ status: phase }) => !ENDED_MAINTENANCE.includes(phase));
  const [upcoming, active] = [true, false].map((isUpcoming) =>
    ahead.filter(({ status: phase }) => (phase === 'scheduled') === isUpcoming),
  );
  return {
    '/api/v2/summary.json': { page: about, components, incidents: unresolved, scheduled_maintenances: ahead, status },
    '/api/v2/status.json': { page: about, status },
    '/api/v2/components.json': { page: about, components },
    '/api/v2/incidents.json': { page: about, incidents },
    '/api/v2/incidents/unresolved.json': { page: about, incidents: unresolved },
    '/api/v2/scheduled-maintenances.json': { page: about, scheduled_maintenances: maintenances },
    '/api/v2/scheduled-maintenances/upcoming.json': { page: about, scheduled_maintenances: upcoming },
    '/api/v2/scheduled-maintenances/active.json': { page: about, scheduled_maintenances: active },
  };
}

function incidentOf(incident: IncidentState, page: LoopbackPage) {
  const { monitoringAt, resolvedAt } = incident;
  return {
    ...postOf(incident, page),
    monitoring_at: monitoringAt === null ? null : iso(monitoringAt),
    // A reopened incident keeps its first `resolved_at`; only its status shows that it is open.
    resolved_at: resolvedAt === null ? null : iso(resolvedAt),
    reminder_intervals: null,
  };
}

function maintenanceOf(maintenance: MaintenanceState, page: LoopbackPage) {
  return {
    ...postOf(maintenance, page),
    // The real pages state the creation time here, not the start of the work.
    started_at: iso(maintenance.createdAt),
    monitoring_at: null,
    resolved_at: maintenance.phase === 'completed' ? iso(maintenance.updatedAt) : null,
    scheduled_for: iso(maintenance.startsAt),
    scheduled_until: iso(maintenance.endsAt),
  };
}

function postOf<Phase extends string>(post: PostState<Phase>, page: LoopbackPage) {
  return {
    id: post.id,
    name: post.title,
    status: post.phase,
    created_at: iso(post.createdAt),
    updated_at: iso(post.updatedAt),
    impact: post.impact,
    shortlink: `https://${page.host}/incidents/${post.id}`,
    started_at: iso(post.startedAt),
    page_id: page.id,
    incident_updates: post.updates.map((update) => ({
      id: update.id,
      status: update.phase,
      body: update.text,
      incident_id: post.id,
      created_at: iso(update.postedAt),
      updated_at: iso(update.editedAt),
      display_at: iso(update.shownAt),
      affected_components: update.affected.length === 0 ? null : update.affected.map((it) => affectedOf(it, page)),
      deliver_notifications: true,
      custom_tweet: null,
      tweet_id: null,
    })),
    components: post.components.map((component) => componentOf(component, page)),
  };
}

type Affected = PostState<string>['updates'][number]['affected'][number];

function affectedOf({ component, before, after }: Affected, page: LoopbackPage) {
  const [old_status, new_status] = [componentWord(before), componentWord(after)];
  return { code: component.id, name: listedName(component, page), old_status, new_status };
}

function iso(at: number): string {
  return new Date(at).toISOString();
}
