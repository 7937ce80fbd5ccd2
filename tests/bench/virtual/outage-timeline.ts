import { CALM_PAGE, type PageTimeline } from '@/tests/loopback/scenario';
import { componentMoments } from '@/tests/loopback/scenarios/component-moments';
import type { Level } from '@/utils/model/level';

export interface Trouble {
  from: number;
  until: number;
  level: Level;
}

/** The timeline of a page whose component fails in some periods; offsets in milliseconds. */
export function outageTimeline(componentId: string, troubles: readonly Trouble[]): PageTimeline {
  return {
    ...CALM_PAGE,
    componentMoments: troubles.flatMap(({ from, until, level }) => [
      ...componentMoments(from, level, [componentId]),
      ...componentMoments(until, 'operational', [componentId]),
    ]),
    incidents: troubles.map(({ from, until, level }, index) => ({
      id: `made-up-${index}-${from}`,
      title: 'Many messages fail',
      impact: level === 'degraded' ? ('minor' as const) : ('major' as const),
      componentIds: [componentId],
      updates: [
        { at: from, label: 'investigating' as const, text: 'We are looking into it.' },
        { at: (from + until) / 2, label: 'identified' as const, text: 'The cause is known.' },
        { at: until, label: 'resolved' as const, text: 'It is over.' },
      ],
    })),
  };
}
