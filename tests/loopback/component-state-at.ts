import type { Level } from '@/utils/model/level';
import type { ComponentState } from './page-state';
import type { LoopbackComponent } from './pages/loopback-page';
import type { ComponentMoment, PageTimeline } from './scenario';

/** The level of a component at an offset; operational before its first entry. */
export function levelAt(timeline: PageTimeline, componentId: string, offsetMs: number): Level {
  return lastMoment(timeline, componentId, offsetMs)?.level ?? 'operational';
}

export function componentStateAt(
  component: LoopbackComponent,
  timeline: PageTimeline,
  startedAt: number,
  offsetMs: number,
): ComponentState {
  const moment = lastMoment(timeline, component.id, offsetMs);
  return {
    component,
    level: moment?.level ?? 'operational',
    updatedAt: moment ? startedAt + moment.at : Date.parse(component.createdOn),
  };
}

function lastMoment(timeline: PageTimeline, componentId: string, offsetMs: number): ComponentMoment | undefined {
  return timeline.componentMoments
    .filter((moment) => moment.componentId === componentId && moment.at <= offsetMs)
    .sort((a, b) => a.at - b.at)
    .at(-1);
}
