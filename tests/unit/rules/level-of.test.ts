import { describe, expect, it } from 'vitest';
import { aComponent, anIncident, aReport, CLAUDE_CORE, HOUR, NOON } from '@/tests/fakes/samples';
import type { UnknownReason } from '@/utils/model/failure';
import type { Level } from '@/utils/model/level';
import type { Report } from '@/utils/model/report';
import { levelOf, levelOfAll } from '@/utils/rules/level-of';

const SCOPE = { coreIds: [CLAUDE_CORE], name: 'Claude' };
const other = aComponent('major_outage', { id: 'another', name: 'Another part' });
const forgotten = NOON - 73 * HOUR;

interface Case {
  name: string;
  report: Partial<Report>;
  level: Level;
  reason?: UnknownReason;
  /** Ids of the incidents that count; the rest are only shown. */
  counted?: string[];
}

const cases: Case[] = [
  { name: 'a core component that works', report: {}, level: 'operational' },
  {
    name: 'another part in trouble is not the chat',
    report: { components: [aComponent(), other] },
    level: 'operational',
  },
  {
    name: 'the core component counts',
    report: { components: [aComponent('partial_outage')] },
    level: 'partial_outage',
  },
  { name: 'no components at all', report: { components: [] }, level: 'unknown', reason: 'empty_list' },
  {
    name: 'the core component is no longer listed',
    report: { components: [other] },
    level: 'unknown',
    reason: 'missing_component',
  },
  {
    name: 'a word that nobody knows',
    report: { components: [aComponent('unknown')] },
    level: 'unknown',
    reason: 'unknown_word',
  },
  {
    name: 'an open incident on the core lifts to degraded',
    report: { incidents: [anIncident({ impact: 'minor', phase: 'monitoring' })] },
    level: 'degraded',
    counted: ['incident-1'],
  },
  {
    name: 'an incident does not lower what the component says',
    report: { components: [aComponent('major_outage')], incidents: [anIncident({ impact: 'minor' })] },
    level: 'major_outage',
    counted: ['incident-1'],
  },
  {
    name: 'a closed incident is past',
    report: { incidents: [anIncident({ phase: 'resolved' })] },
    level: 'operational',
  },
  {
    name: 'an incident of impact none is news, not trouble',
    report: { incidents: [anIncident({ impact: 'none' })] },
    level: 'operational',
  },
  {
    name: 'an incident that names nothing is shown, not judged by',
    report: { incidents: [anIncident({ componentIds: [] })] },
    level: 'operational',
  },
  {
    name: 'an incident that names no component but the assistant explains a core component in trouble',
    report: {
      components: [aComponent('degraded')],
      incidents: [anIncident({ componentIds: [], title: 'Many requests to claude fail' })],
    },
    level: 'degraded',
    counted: ['incident-1'],
  },
  {
    name: 'one that names neither is only shown, whatever its impact',
    report: { components: [aComponent('degraded')], incidents: [anIncident({ componentIds: [] })] },
    level: 'degraded',
  },
  {
    name: 'the name of the assistant in a title makes no trouble by itself',
    report: { incidents: [anIncident({ componentIds: [], title: 'Claude is slow' })] },
    level: 'operational',
  },
  {
    name: 'a page that lists trouble only says of a part that is not named that it is well',
    report: {
      lists: 'incidents',
      components: [other],
      incidents: [anIncident({ componentIds: ['another'], level: 'major_outage' })],
    },
    level: 'operational',
  },
  {
    name: 'and of one that an open incident names what that incident says',
    report: { lists: 'incidents', components: [other], incidents: [anIncident({ level: 'partial_outage' })] },
    level: 'partial_outage',
    counted: ['incident-1'],
  },
  {
    name: 'but not when nobody has touched that incident for three days',
    report: {
      lists: 'incidents',
      components: [other],
      incidents: [anIncident({ level: 'partial_outage', updatedAt: forgotten })],
    },
    level: 'operational',
  },
  {
    name: 'a page that lists trouble only, and none at all, says nothing',
    report: { lists: 'incidents', components: [] },
    level: 'unknown',
    reason: 'empty_list',
  },
  {
    name: 'three days without a word alarm nobody',
    report: { incidents: [anIncident({ updatedAt: forgotten })] },
    level: 'operational',
  },
  {
    name: 'unless the component is in trouble still',
    report: { components: [aComponent('degraded')], incidents: [anIncident({ updatedAt: forgotten })] },
    level: 'degraded',
    counted: ['incident-1'],
  },
  {
    name: 'an incident on a core component that is no longer listed is trouble, not unknown',
    report: { components: [other], incidents: [anIncident()] },
    level: 'degraded',
    counted: ['incident-1'],
  },
];

describe('levelOf', () => {
  it.each(cases)('$name', ({ report, level, reason = null, counted = [] }) => {
    const found = levelOf(aReport(report), SCOPE, NOON);
    expect(found).toMatchObject({ level, reason });
    expect(found.incidents.map((incident) => incident.id)).toEqual(counted);
  });

  it('puts the worst incident first, then the oldest', () => {
    const incidents = [
      anIncident({ id: 'minor', impact: 'minor' }),
      anIncident({ id: 'late', impact: 'critical' }),
      anIncident({ id: 'early', impact: 'critical', startedAt: NOON - HOUR }),
    ];
    const found = levelOf(aReport({ incidents }), SCOPE, NOON);
    expect(found.incidents.map((incident) => incident.id)).toEqual(['early', 'late', 'minor']);
  });
});

it('levelOfAll is the worst of everything listed', () => {
  expect(levelOfAll(aReport({ components: [aComponent(), other] }), NOON).level).toBe('major_outage');
});
