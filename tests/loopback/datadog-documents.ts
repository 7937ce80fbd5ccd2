import type { Level } from '@/utils/model/level';
import type { ComponentState, IncidentState, PageState } from './page-state';
import type { LoopbackPage, PageFormat } from './pages/loopback-page';

/** A Datadog status page without CORS, like OpenRouter's. */
export const datadogFormat: PageFormat = {
  documents: (page, state) => ({ '/config.json': configOf(page, state) }),
  headers: {},
  validators: 'etag',
  isAnonymous: false,
};

const time = (at: number): string => new Date(at).toISOString();

const partOf = (component: ComponentState['component'], status: Level) => ({
  id: component.id,
  name: component.name,
  status,
  type: 'Component',
});

function configOf(page: LoopbackPage, state: PageState) {
  return {
    id: page.id,
    domainPrefix: 'made-up',
    customDomain: '',
    components: state.components.map(({ component, level }) => partOf(component, level)),
    incidents: state.incidents.map(incidentOf),
    maintenances: null,
  };
}

function incidentOf({ id, title, phase, startedAt, updatedAt, resolvedAt, components, updates }: IncidentState) {
  return {
    id,
    title,
    currentStatus: phase,
    resolved: phase === 'resolved',
    publishedDate: time(startedAt),
    resolvedDate: resolvedAt === null ? null : time(resolvedAt),
    lastModifiedAt: time(updatedAt),
    componentsAffected: components.map(({ component, level }) => partOf(component, level)),
    timeline: updates.map((update) => ({
      id: update.id,
      createdAt: time(update.postedAt),
      startedAt: time(update.shownAt),
      status: update.phase,
      description: update.text,
      componentsAffected: update.affected.map(({ component, after }) => partOf(component, after)),
    })),
  };
}
