import { componentStateAt } from './component-state-at';
import type { IncidentState, PageState } from './page-state';
import type { LoopbackPage } from './pages/loopback-page';
import { postStateAt } from './post-state-at';
import type { PageTimeline } from './scenario';

/** Age of a page's last change at the scenario's start, if the scenario has none. */
const CALM_FOR_MS = 3 * 86_400_000;

/** The page's state at `offsetMs` of the scenario that started at `startedAt` (epoch ms). */
export function pageStateAt(
  page: LoopbackPage,
  scenarioTimeline: PageTimeline,
  startedAt: number,
  offsetMs: number,
): PageState {
  const timeline: PageTimeline = {
    ...scenarioTimeline,
    componentMoments: [...page.history.componentMoments, ...scenarioTimeline.componentMoments],
    incidents: [...page.history.incidents, ...scenarioTimeline.incidents],
  };
  const components = page.components.map((component) => componentStateAt(component, timeline, startedAt, offsetMs));
  const incidents = timeline.incidents.flatMap((incident): IncidentState[] => {
    if (incident.removedAt !== undefined && incident.removedAt <= offsetMs) return [];
    const post = postStateAt(incident, timeline, components, startedAt, offsetMs);
    if (post === null) return [];
    const firstAt = (phase: string) => post.updates.findLast((update) => update.phase === phase)?.postedAt ?? null;
    return [{ ...post, monitoringAt: firstAt('monitoring'), resolvedAt: firstAt('resolved') }];
  });
  const maintenances = timeline.maintenances.flatMap((maintenance) => {
    if (maintenance.removedAt !== undefined && maintenance.removedAt <= offsetMs) return [];
    const post = postStateAt({ ...maintenance, impact: 'maintenance' }, timeline, components, startedAt, offsetMs);
    const { startsAt, endsAt } = maintenance.timeEdits?.findLast(({ at }) => at <= offsetMs) ?? maintenance;
    return post === null ? [] : [{ ...post, startsAt: startedAt + startsAt, endsAt: startedAt + endsAt }];
  });
  const changes = [...components, ...incidents, ...maintenances].map(({ updatedAt }) => updatedAt);
  // Removing a post is a change of the page, too.
  const removals = [...timeline.incidents, ...timeline.maintenances].flatMap(({ removedAt }) =>
    removedAt !== undefined && removedAt <= offsetMs ? [startedAt + removedAt] : [],
  );
  // No change yet: use the fixed age at the scenario's start.
  const calmSince = startedAt + Math.min(0, offsetMs) - CALM_FOR_MS;
  return {
    updatedAt: Math.max(calmSince, ...changes, ...removals),
    components,
    incidents: incidents.sort((a, b) => b.createdAt - a.createdAt),
    maintenances: maintenances.sort((a, b) => b.createdAt - a.createdAt),
  };
}
