import { describe, expect, it } from 'vitest';
import { aVerdict, CLAUDE_CORE, HOUR, MINUTE, NOON } from '@/tests/fakes/samples';
import type { MaintenanceChangeKind, MaintenanceMemory } from '@/utils/model/change';
import type { Maintenance, MaintenancePhase } from '@/utils/model/report';
import { detectMaintenance } from '@/utils/rules/judging/detect-maintenance';

/** Announced for three hours after noon, for one hour. */
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

interface Moment {
  at: number;
  list: Maintenance[];
  verdict?: 'unknown';
}

/** What is noticed at each moment, one after the other. */
function play(moments: readonly Moment[], noticeHours: number | null = null): MaintenanceChangeKind[][] {
  let remembered: MaintenanceMemory[] = [];
  return moments.map(({ at, list, verdict }) => {
    const input = { verdict: aVerdict(verdict ?? 'operational'), listed: list, remembered, now: at, noticeHours };
    const step = detectMaintenance(input);
    remembered = step.remembered;
    return step.changes.map((change) => change.kind);
  });
}

const scheduled = listed('scheduled');
const underWay = listed('in_progress');

describe('a maintenance without a known start', () => {
  const undated = listed('scheduled', { startsAt: null, endsAt: null });

  it.each<[string, Moment[], MaintenanceChangeKind[][]]>([
    [
      'is announced once and is never near',
      [
        { at: NOON, list: [undated] },
        { at: NOON + 30 * HOUR, list: [undated] },
      ],
      [['maintenance_announced'], []],
    ],
    [
      'is not called off or done when it leaves the page: nobody can tell',
      [
        { at: NOON, list: [undated] },
        { at: NOON + HOUR, list: [] },
        { at: NOON + 2 * HOUR, list: [] },
      ],
      [['maintenance_announced'], [], []],
    ],
    [
      'is near, and not moved, once its start is named',
      [
        { at: NOON, list: [undated] },
        { at: NOON + 2 * HOUR, list: [scheduled] },
        { at: NOON + 2 * HOUR + MINUTE, list: [undated] },
      ],
      [['maintenance_announced'], ['maintenance_ahead'], []],
    ],
    [
      'starts and ends by its phase',
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

describe('the life of a maintenance', () => {
  it.each<[string, Moment[], MaintenanceChangeKind[][]]>([
    [
      'announced, once',
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
      'overrun, once',
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
      'called off without a word',
      [
        { at: NOON, list: [scheduled] },
        { at: NOON + HOUR, list: [] },
      ],
      [['maintenance_announced'], ['maintenance_cancelled']],
    ],
    [
      'done without a word',
      [
        { at: NOON, list: [scheduled] },
        { at: NOON + 3 * HOUR, list: [underWay] },
        { at: NOON + 4 * HOUR, list: [] },
      ],
      [['maintenance_announced'], ['maintenance_started'], ['maintenance_done']],
    ],
    [
      'done without a word, and listed as done after all',
      [
        { at: NOON, list: [underWay] },
        { at: NOON + 4 * HOUR, list: [] },
        { at: NOON + 5 * HOUR, list: [listed('completed')] },
      ],
      [['maintenance_announced', 'maintenance_started'], ['maintenance_done'], []],
    ],
    ['one that is over when it is first seen is history', [{ at: NOON, list: [listed('completed')] }], [[]]],
    [
      'an empty list in a reading that failed means nothing',
      [
        { at: NOON, list: [scheduled] },
        { at: NOON + HOUR, list: [], verdict: 'unknown' },
        { at: NOON + 2 * HOUR, list: [scheduled] },
      ],
      [['maintenance_announced'], [], []],
    ],
  ])('%s', (_, moments, expected) => {
    expect(play(moments)).toEqual(expected);
  });
});

describe('the notice that a person asked for', () => {
  const moments = [NOON, NOON + HOUR, NOON + HOUR + MINUTE].map((at) => ({ at, list: [scheduled] }));

  it('comes once, that many hours before', () => {
    expect(play(moments, 2)).toEqual([['maintenance_announced'], ['maintenance_ahead'], []]);
  });

  it('comes anew when the maintenance is put off', () => {
    const later = listed('scheduled', { startsAt: NOON + 6 * HOUR, endsAt: NOON + 7 * HOUR });
    const kinds = play([...moments, { at: NOON + 2 * HOUR, list: [later] }, { at: NOON + 4 * HOUR, list: [later] }], 2);
    expect(kinds.slice(3)).toEqual([['maintenance_rescheduled'], ['maintenance_ahead']]);
  });

  it('does not come unasked', () => {
    expect(play(moments, null).flat()).toEqual(['maintenance_announced']);
  });
});
