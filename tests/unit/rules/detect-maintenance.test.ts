import { describe, expect, it } from 'vitest';
import { aVerdict, CLAUDE_CORE, HOUR, MINUTE, NOON } from '@/tests/fakes/samples';
import type { MaintenanceChangeKind, MaintenanceMemory } from '@/utils/model/episode';
import type { Maintenance, MaintenancePhase } from '@/utils/model/report';
import { detectMaintenance } from '@/utils/rules/judging/detect-changes';

/** Maintenance from three to four hours after noon. */
function listed(phase: MaintenancePhase, over: Partial<Maintenance> = {}): Maintenance {
  const window = { startsAt: NOON + 3 * HOUR, endsAt: NOON + 4 * HOUR };
  return {
    id: 'm',
    title: 'Moving house',
    phase,
    ...window,
    componentIds: [CLAUDE_CORE],
    updates: [],
    url: null,
    ...over,
  };
}

interface Step {
  at: number;
  list: Maintenance[];
  /** Listed by the page, but not announced for the assistant. */
  others?: Maintenance[];
  verdict?: 'unknown';
}

/** Returns the change kinds at each moment. */
function play(moments: readonly Step[], noticeHours: number | null = null): MaintenanceChangeKind[][] {
  let remembered: MaintenanceMemory[] = [];
  return moments.map(({ at, list, others = [], verdict }) => {
    const onPage = [...list, ...others].map(({ id }) => id);
    const input = { verdict: aVerdict(verdict ?? 'operational'), listed: list, onPage, remembered };
    const step = detectMaintenance({ ...input, now: at, noticeHours });
    remembered = step.remembered;
    return step.changes.map((change) => change.kind);
  });
}

const scheduled = listed('scheduled');
const underWay = listed('in_progress');

describe('detectMaintenance without a known start', () => {
  const undated = listed('scheduled', { startsAt: null, endsAt: null });

  it.each<[string, Step[], MaintenanceChangeKind[][]]>([
    [
      'announces it once and never as near',
      [
        { at: NOON, list: [undated] },
        { at: NOON + 30 * HOUR, list: [undated] },
      ],
      [['maintenance_announced'], []],
    ],
    [
      'reports neither cancelled nor done when it leaves the page',
      [
        { at: NOON, list: [undated] },
        { at: NOON + HOUR, list: [] },
        { at: NOON + 2 * HOUR, list: [] },
      ],
      [['maintenance_announced'], [], []],
    ],
    [
      'reports it as near, not as rescheduled, once a start is named',
      [
        { at: NOON, list: [undated] },
        { at: NOON + 2 * HOUR, list: [scheduled] },
        { at: NOON + 2 * HOUR + MINUTE, list: [undated] },
      ],
      [['maintenance_announced'], ['maintenance_ahead'], []],
    ],
    [
      'reports start and end by its phase',
      [
        { at: NOON, list: [undated] },
        { at: NOON + HOUR, list: [listed('in_progress', { startsAt: null, endsAt: null })] },
        { at: NOON + 2 * HOUR, list: [] },
      ],
      [['maintenance_announced'], ['maintenance_started'], ['maintenance_done']],
    ],
  ])('%s', (_, moments, changes) => {
    expect(play(moments, 2)).toEqual(changes);
  });
});

describe('detectMaintenance', () => {
  it.each<[string, Step[], MaintenanceChangeKind[][]]>([
    [
      'announced once',
      [
        { at: NOON, list: [scheduled] },
        { at: NOON + MINUTE, list: [scheduled] },
      ],
      [['maintenance_announced'], []],
    ],
    [
      'from announcement to end',
      [
        { at: NOON, list: [scheduled] },
        { at: NOON + 3 * HOUR, list: [underWay] },
        { at: NOON + 4 * HOUR, list: [listed('verifying')] },
        { at: NOON + 4 * HOUR + 1, list: [listed('completed')] },
        { at: NOON + 5 * HOUR, list: [] },
      ],
      [['maintenance_announced'], ['maintenance_started'], [], ['maintenance_done'], []],
    ],
    [
      'overrun once',
      [
        { at: NOON, list: [scheduled] },
        { at: NOON + 3 * HOUR, list: [underWay] },
        { at: NOON + 5 * HOUR, list: [underWay] },
        { at: NOON + 6 * HOUR, list: [underWay] },
      ],
      [['maintenance_announced'], ['maintenance_started'], ['maintenance_overrun'], []],
    ],
    [
      'rescheduled',
      [
        { at: NOON, list: [scheduled] },
        { at: NOON + MINUTE, list: [listed('scheduled', { startsAt: NOON + 9 * HOUR })] },
      ],
      [['maintenance_announced'], ['maintenance_rescheduled']],
    ],
    [
      'cancelled by removal from the page',
      [
        { at: NOON, list: [scheduled] },
        { at: NOON + HOUR, list: [] },
      ],
      [['maintenance_announced'], ['maintenance_cancelled']],
    ],
    [
      'done by removal from the page',
      [
        { at: NOON, list: [scheduled] },
        { at: NOON + 3 * HOUR, list: [underWay] },
        { at: NOON + 4 * HOUR, list: [] },
      ],
      [['maintenance_announced'], ['maintenance_started'], ['maintenance_done']],
    ],
    [
      'done by removal from the page, then listed as completed',
      [
        { at: NOON, list: [underWay] },
        { at: NOON + 4 * HOUR, list: [] },
        { at: NOON + 5 * HOUR, list: [listed('completed')] },
      ],
      [['maintenance_announced', 'maintenance_started'], ['maintenance_done'], []],
    ],
    [
      'neither cancelled nor announced again while the page lists it for components that are not counted',
      [
        { at: NOON, list: [scheduled] },
        { at: NOON + HOUR, list: [], others: [scheduled] },
        { at: NOON + 30 * HOUR, list: [scheduled] },
      ],
      [['maintenance_announced'], [], []],
    ],
    ['nothing if it is completed when first seen', [{ at: NOON, list: [listed('completed')] }], [[]]],
    [
      'nothing for the empty list of a failed reading',
      [
        { at: NOON, list: [scheduled] },
        { at: NOON + HOUR, list: [], verdict: 'unknown' },
        { at: NOON + 2 * HOUR, list: [scheduled] },
      ],
      [['maintenance_announced'], [], []],
    ],
  ])('reports the lifecycle: %s', (_, moments, expected) => {
    expect(play(moments)).toEqual(expected);
  });
});

describe('detectMaintenance with advance notice', () => {
  const moments = [NOON, NOON + HOUR, NOON + HOUR + MINUTE].map((at) => ({ at, list: [scheduled] }));

  it('notifies once, the configured number of hours before', () => {
    expect(play(moments, 2)).toEqual([['maintenance_announced'], ['maintenance_ahead'], []]);
  });

  it('notifies again when the maintenance is postponed', () => {
    const later = listed('scheduled', { startsAt: NOON + 6 * HOUR, endsAt: NOON + 7 * HOUR });
    const kinds = play([...moments, { at: NOON + 2 * HOUR, list: [later] }, { at: NOON + 4 * HOUR, list: [later] }], 2);
    expect(kinds.slice(3)).toEqual([['maintenance_rescheduled'], ['maintenance_ahead']]);
  });

  it('does not notify when advance notice is off', () => {
    expect(play(moments, null).flat()).toEqual(['maintenance_announced']);
  });
});
