import { describe, expect, it } from 'vitest';
import { aComponent, aMemory, anIncident, aReport, CLAUDE_CORE, HOUR, MINUTE, NOON } from '@/tests/fakes/samples';
import { assistantOf } from '@/utils/assistants/lookups';
import type { PageMemory } from '@/utils/model/page-memory';
import type { Maintenance } from '@/utils/model/report';
import type { Verdict } from '@/utils/model/verdict';
import { judge } from '@/utils/rules/judging/judge';

const verdictOn = (memory: PageMemory | undefined) =>
  judge({ assistant: assistantOf('claude'), memory, now: NOON, intervalMs: 5 * MINUTE });

const readAgo = (ms: number, over: Partial<PageMemory> = {}) =>
  aMemory({ readAt: NOON - ms, failure: { kind: 'timeout' }, failures: 3, ...over });

const window: Maintenance = {
  id: 'maintenance-1',
  title: 'Moving house',
  phase: 'in_progress',
  startsAt: NOON - HOUR,
  endsAt: null,
  componentIds: [CLAUDE_CORE],
  updates: [],
  url: null,
};

describe('judge', () => {
  it.each<[string, PageMemory | undefined, Partial<Verdict>]>([
    ['nothing was tried', undefined, { kind: 'unknown', reason: 'not_read_yet', checkedAt: null }],
    [
      'the first try failed',
      aMemory({ report: null, readAt: null, failure: { kind: 'not_json' } }),
      { kind: 'unknown', reason: 'not_json' },
    ],
    ['fresh and well', aMemory(), { kind: 'up', level: 'operational', isStale: false, since: null }],
    ['one failed try later it still stands', readAgo(6 * MINUTE), { kind: 'up', isStale: false, failure: 'timeout' }],
    ['at the edge of three intervals', readAgo(15 * MINUTE), { kind: 'up', isStale: false }],
    ['past three intervals it is stale', readAgo(15 * MINUTE + 1), { kind: 'up', isStale: true }],
    [
      'past an hour it is unknown, for the reason that it cannot be read',
      readAgo(HOUR + 1),
      { kind: 'unknown', reason: 'timeout' },
    ],
    [
      'past an hour without a failure (sleep)',
      readAgo(9 * HOUR, { failure: null }),
      { kind: 'unknown', reason: 'too_old' },
    ],
    [
      'trouble since the start of its incident',
      aMemory({ report: aReport({ components: [aComponent('partial_outage')], incidents: [anIncident()] }) }),
      { kind: 'trouble', level: 'partial_outage', since: NOON - 20 * MINUTE },
    ],
    [
      'trouble without an incident has no known start',
      aMemory({ report: aReport({ components: [aComponent('degraded')] }) }),
      { kind: 'trouble', level: 'degraded', since: null },
    ],
    [
      'maintenance since its window began',
      aMemory({ report: aReport({ components: [aComponent('maintenance')], maintenances: [window] }) }),
      { kind: 'maintenance', since: NOON - HOUR },
    ],
    [
      'a missing core component',
      aMemory({ report: aReport({ components: [aComponent('operational', { id: 'other', name: 'Other' })] }) }),
      { kind: 'unknown', reason: 'missing_component' },
    ],
  ])('%s', (_, memory, expected) => {
    expect(verdictOn(memory)).toMatchObject(expected);
  });
});
