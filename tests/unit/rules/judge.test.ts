import { describe, expect, it } from 'vitest';
import { aComponent, aMemory, anIncident, aReport, CLAUDE_CORE, HOUR, MINUTE, NOON } from '@/tests/fakes/samples';
import { assistantOf } from '@/utils/assistants/lookups';
import type { Maintenance } from '@/utils/model/report';
import type { PageMemory } from '@/utils/model/status-page';
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
    ['is unknown before the first reading', undefined, { kind: 'unknown', reason: 'not_read_yet', checkedAt: null }],
    [
      'is unknown when the first reading failed',
      aMemory({ report: null, readAt: null, failure: { kind: 'not_json' } }),
      { kind: 'unknown', reason: 'not_json' },
    ],
    [
      'is up after a fresh operational reading',
      aMemory(),
      { kind: 'up', level: 'operational', isStale: false, since: null },
    ],
    ['stays up after one failed reading', readAgo(6 * MINUTE), { kind: 'up', isStale: false, failure: 'timeout' }],
    ['is not stale after exactly three intervals', readAgo(15 * MINUTE), { kind: 'up', isStale: false }],
    ['is stale after more than three intervals', readAgo(15 * MINUTE + 1), { kind: 'up', isStale: true }],
    [
      'is unknown after an hour, with the read failure as reason',
      readAgo(HOUR + 1),
      { kind: 'unknown', reason: 'timeout' },
    ],
    [
      'is unknown after an hour without readings, as after sleep',
      readAgo(9 * HOUR, { failure: null }),
      { kind: 'unknown', reason: 'too_old' },
    ],
    [
      'dates an issue from the start of its incident',
      aMemory({ report: aReport({ components: [aComponent('partial_outage')], incidents: [anIncident()] }) }),
      { kind: 'trouble', level: 'partial_outage', since: NOON - 20 * MINUTE },
    ],
    [
      'has no start for an issue without an incident',
      aMemory({ report: aReport({ components: [aComponent('degraded')] }) }),
      { kind: 'trouble', level: 'degraded', since: null },
    ],
    [
      'dates maintenance from the start of its window',
      aMemory({ report: aReport({ components: [aComponent('maintenance')], maintenances: [window] }) }),
      { kind: 'maintenance', since: NOON - HOUR },
    ],
    [
      'knows no start of maintenance that begins before its window',
      aMemory({
        report: aReport({
          components: [aComponent('maintenance')],
          maintenances: [{ ...window, startsAt: NOON + HOUR }],
        }),
      }),
      { kind: 'maintenance', since: null },
    ],
    [
      'is unknown when the core component is missing',
      aMemory({ report: aReport({ components: [aComponent('operational', { id: 'other', name: 'Other' })] }) }),
      { kind: 'unknown', reason: 'missing_component' },
    ],
  ])('%s', (_, memory, expected) => {
    expect(verdictOn(memory)).toMatchObject(expected);
  });
});
