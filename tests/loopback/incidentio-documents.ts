import type { ComponentState, MaintenanceState, PageState, PostState } from './page-state';
import type { LoopbackPage, PageFormat } from './pages/loopback-page';
import { componentWord, overallStatus } from './statuspage-words';

/** `summary.json` lists at most this many components. */
const SUMMARY_COMPONENTS = 25;
const NEWEST = 25;

/** incident.io's version of the Statuspage API, with its omissions. */
export const incidentioFormat: PageFormat = {
  documents: incidentioDocuments,
  headers: { 'access-control-allow-origin': '*' },
  validators: 'none',
  isAnonymous: false,
};

function incidentioDocuments(page: LoopbackPage, state: PageState): Record<string, unknown> {
  const about = { id: page.id, name: page.name, url: `https://${page.host}/`, updated_at: seconds(state.updatedAt) };
  const status = overallStatus(state);
  const list = (states: readonly ComponentState[]) =>
    // All components share one `updated_at`, so it says nothing about a single component.
    states.map((component, position) => componentOf(component, position, page, state.updatedAt));
  const unresolved = state.incidents.filter(({ phase }) => phase !== 'resolved').map((it) => incidentOf(it, page));
  const ahead = state.maintenances.filter(({ phase }) => phase !== 'completed' && phase !== 'cancelled');
  return {
    '/api/v2/summary.json': {
      page: about,
      status,
      components: list(troubledFirst(state.components).slice(0, SUMMARY_COMPONENTS)),
      ...(unresolved.length > 0 && { incidents: unresolved }),
      ...(ahead.length > 0 && { scheduled_maintenances: ahead.map((it) => maintenanceOf(it, page)) }),
    },
    '/api/v2/status.json': { page: about, status },
    '/api/v2/components.json': { page: about, components: list(state.components) },
    '/api/v2/incidents.json': {
      page: about,
      incidents: state.incidents.slice(0, NEWEST).map((incident) => incidentOf(incident, page)),
    },
  };
}

/** The components in the summary depend on the moment: failing ones displace others. */
function troubledFirst(states: readonly ComponentState[]): ComponentState[] {
  return [...states].sort((a, b) => Number(a.level === 'operational') - Number(b.level === 'operational'));
}

function componentOf({ component, level }: ComponentState, position: number, page: LoopbackPage, updatedAt: number) {
  return {
    id: component.id,
    name: component.name,
    status: componentWord(level),
    created_at: seconds(Date.parse(component.createdOn)),
    updated_at: seconds(updatedAt),
    position,
    page_id: page.id,
  };
}

function incidentOf<Phase extends string>(post: PostState<Phase> & { resolvedAt?: number | null }, page: LoopbackPage) {
  return {
    id: post.id,
    name: post.title,
    status: post.phase,
    created_at: seconds(post.createdAt),
    updated_at: seconds(post.updatedAt),
    // A reopened incident keeps its first `resolved_at`.
    ...(typeof post.resolvedAt === 'number' && { resolved_at: seconds(post.resolvedAt) }),
    impact: post.impact,
    page_id: page.id,
    incident_updates: post.updates.map((update) => ({
      id: update.id,
      status: update.phase,
      body: update.text,
      incident_id: post.id,
      created_at: seconds(update.postedAt),
      updated_at: seconds(update.editedAt),
      display_at: seconds(update.shownAt),
    })),
  };
}

function maintenanceOf(maintenance: MaintenanceState, page: LoopbackPage) {
  const { startsAt, endsAt } = maintenance;
  return { ...incidentOf(maintenance, page), scheduled_for: seconds(startsAt), scheduled_until: seconds(endsAt) };
}

/** ISO without milliseconds, as this platform writes it. */
function seconds(at: number): string {
  return new Date(at).toISOString().replace(/\.\d+Z$/, 'Z');
}
