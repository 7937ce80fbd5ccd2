import { describe, expect, it } from 'vitest';
import { aComponent, anIncident, aReport, CLAUDE_CORE, HOUR, NOON } from '@/tests/fakes/samples';
import type { UnknownReason } from '@/utils/model/failure';
import type { Level } from '@/utils/model/level';
import type { Report } from '@/utils/model/report';
import { levelOf, levelOfAll } from '@/utils/rules/judging/level';

const SCOPE = { coreIds: [CLAUDE_CORE], name: 'Claude' };
const other = aComponent('major_outage', { id: 'another', name: 'Another part' });
const forgotten = NOON - 73 * HOUR;

interface Case {
  name: string;
  report: Partial<Report>;
  level: Level;
  reason?: UnknownReason;
  /** Ids of the incidents that count toward the level; the others are only shown. */
  counted?: string[];
  suspects?: 'names_nothing' | 'names_operational' | 'information';
  silentSince?: number;
}

const cases: Case[] = [
  { name: 'a working core component as operational', report: {}, level: 'operational' },
  {
    name: 'another component with an issue as no issue of the chat',
    report: { components: [aComponent(), other] },
    level: 'operational',
  },
  {
    name: 'a core component with an outage as an outage',
    report: { components: [aComponent('partial_outage')] },
    level: 'partial_outage',
  },
  { name: 'an empty component list as unknown', report: { components: [] }, level: 'unknown', reason: 'empty_list' },
  {
    name: 'a missing core component as unknown',
    report: { components: [other] },
    level: 'unknown',
    reason: 'missing_component',
  },
  {
    name: 'a state that is not understood as unknown',
    report: { components: [aComponent('unknown')] },
    level: 'unknown',
    reason: 'unknown_word',
  },
  {
    name: 'an operational component as operational while a fix is monitored',
    report: { incidents: [anIncident({ impact: 'minor', phase: 'monitoring' })] },
    level: 'operational',
    counted: ['incident-1'],
  },
  {
    name: 'a component by its own level when an incident is milder',
    report: { components: [aComponent('major_outage')], incidents: [anIncident({ impact: 'minor' })] },
    level: 'major_outage',
    counted: ['incident-1'],
  },
  {
    name: 'a closed incident as past',
    report: { incidents: [anIncident({ phase: 'resolved' })] },
    level: 'operational',
  },
  {
    name: 'an incident of impact none as no issue',
    report: { incidents: [anIncident({ impact: 'none' })] },
    level: 'operational',
  },
  {
    name: 'a minor incident without components as shown only',
    report: { incidents: [anIncident({ componentIds: [], impact: 'minor' })] },
    level: 'operational',
  },
  {
    name: 'a major incident without components as a possible issue on a page of several products',
    report: { incidents: [anIncident({ componentIds: [] })] },
    level: 'operational',
    suspects: 'names_nothing',
    counted: ['incident-1'],
  },
  {
    name: 'an incident that names the assistant as the cause of an issue of a core component',
    report: {
      components: [aComponent('degraded')],
      incidents: [anIncident({ componentIds: [], title: 'Many requests to claude fail' })],
    },
    level: 'degraded',
    counted: ['incident-1'],
  },
  {
    name: 'an incident without components or the assistant’s name as shown only',
    report: { components: [aComponent('degraded')], incidents: [anIncident({ componentIds: [] })] },
    level: 'degraded',
  },
  {
    name: 'the name of the assistant in a minor incident’s title as no issue',
    report: { incidents: [anIncident({ componentIds: [], title: 'Claude is slow', impact: 'minor' })] },
    level: 'operational',
  },
  {
    name: 'an unnamed core component as operational on a page that lists only incidents',
    report: {
      lists: 'incidents',
      components: [other],
      incidents: [anIncident({ componentIds: ['another'], level: 'major_outage' })],
    },
    level: 'operational',
  },
  {
    name: 'a named core component by its incident on a page that lists only incidents',
    report: { lists: 'incidents', components: [other], incidents: [anIncident({ level: 'partial_outage' })] },
    level: 'partial_outage',
    counted: ['incident-1'],
  },
  {
    name: 'a named core component by its incident even after three days without an update',
    report: {
      lists: 'incidents',
      components: [other],
      incidents: [anIncident({ level: 'partial_outage', updatedAt: forgotten })],
    },
    level: 'partial_outage',
    silentSince: forgotten,
    counted: ['incident-1'],
  },
  {
    name: 'an empty page that lists only incidents as unknown',
    report: { lists: 'incidents', components: [] },
    level: 'unknown',
    reason: 'empty_list',
  },
  {
    name: 'an incident without an update for three days at the same level',
    report: { incidents: [anIncident({ updatedAt: forgotten })] },
    level: 'degraded',
    silentSince: forgotten,
    counted: ['incident-1'],
  },
  {
    name: 'a component with an issue as not silent beside an old incident',
    report: { components: [aComponent('degraded')], incidents: [anIncident({ updatedAt: forgotten })] },
    level: 'degraded',
    counted: ['incident-1'],
  },
  {
    name: 'an operational core component named by a severe incident as degraded',
    report: { incidents: [anIncident({ impact: 'critical', phase: 'identified' })] },
    level: 'degraded',
    counted: ['incident-1'],
  },
  {
    name: 'an operational core component named by a minor incident as a possible issue',
    report: { incidents: [anIncident({ impact: 'minor' })] },
    level: 'operational',
    suspects: 'names_operational',
    counted: ['incident-1'],
  },
  {
    name: 'a minor incident as explained by another linked component that is not operational',
    report: {
      components: [aComponent(), other],
      incidents: [anIncident({ impact: 'minor', componentIds: [CLAUDE_CORE, 'another'] })],
    },
    level: 'operational',
  },
  {
    name: 'information as a possible issue regardless of its impact',
    report: {
      lists: 'incidents',
      components: [other],
      incidents: [anIncident({ kind: 'information', impact: 'none' })],
    },
    level: 'operational',
    suspects: 'information',
    counted: ['incident-1'],
  },
  {
    name: 'information about another component as shown only',
    report: {
      components: [aComponent(), other],
      incidents: [anIncident({ kind: 'information', componentIds: ['another'] })],
    },
    level: 'operational',
  },
  {
    name: 'a severe monitored incident without components as no issue',
    report: { incidents: [anIncident({ componentIds: [], phase: 'monitoring' })] },
    level: 'operational',
  },
  {
    name: 'a component under maintenance as maintenance, not by its incident',
    report: { components: [aComponent('maintenance')], incidents: [anIncident({ impact: 'maintenance' })] },
    level: 'maintenance',
  },
  {
    name: 'a recorded component as unknown when an incident names it under a new id',
    report: {
      lists: 'incidents',
      components: [aComponent('major_outage', { id: 'new', name: CLAUDE_CORE })],
      incidents: [anIncident({ level: 'major_outage', componentIds: ['new'] })],
    },
    level: 'unknown',
    reason: 'missing_component',
  },
  {
    name: 'an incident on a missing core component as an issue, not as unknown',
    report: { components: [other], incidents: [anIncident()] },
    level: 'degraded',
    counted: ['incident-1'],
  },
];

describe('levelOf', () => {
  it.each(cases)('judges $name', ({ report, level, reason = null, counted = [], suspects, silentSince = null }) => {
    const found = levelOf(aReport(report), SCOPE, NOON);
    expect(found).toMatchObject({ level, reason, silentSince });
    expect(found.suspicion?.why).toBe(suspects);
    expect(found.incidents.map((incident) => incident.id)).toEqual(counted);
  });

  it('sorts incidents by severity, then by age', () => {
    const incidents = [
      anIncident({ id: 'minor', impact: 'minor' }),
      anIncident({ id: 'late', impact: 'critical' }),
      anIncident({ id: 'early', impact: 'critical', startedAt: NOON - HOUR }),
    ];
    const found = levelOf(aReport({ incidents }), SCOPE, NOON);
    expect(found.incidents.map((incident) => incident.id)).toEqual(['early', 'late', 'minor']);
  });
});

const CORE = [
  { id: 'gone', name: 'Chat' },
  { id: 'also-gone', name: 'Login' },
];
const chat = (id: string, name: string, level: Level = 'operational') => aComponent(level, { id, name });

describe('levelOf when a core component is missing', () => {
  const find = (components: Report['components'], over: Partial<Parameters<typeof levelOf>[1]> = {}) =>
    levelOf(
      aReport({ components }),
      { coreIds: ['gone', 'also-gone'], core: CORE, name: 'Claude', isPageIdentified: true, ...over },
      NOON,
    );

  it('judges by the remaining core components and names the missing one', () => {
    expect(find([chat('gone', 'Chat')])).toMatchObject({ level: 'operational', missingParts: ['Login'] });
  });

  it('matches the recorded name when no recorded id is left', () => {
    expect(find([chat('new', 'Chat', 'degraded')])).toMatchObject({
      level: 'degraded',
      isMatchedByName: true,
      missingParts: ['Login'],
      ids: ['new'],
    });
  });

  it('matches a recorded alias', () => {
    const core = [{ id: 'gone', name: 'Chat', aliases: ['Web chat'] }];
    expect(find([chat('new', 'Web chat')], { coreIds: ['gone'], core })).toMatchObject({ level: 'operational' });
  });

  it.each([
    ['two components have the name', [chat('new', 'Chat'), chat('newer', 'Chat')], {}, 'ambiguous_name'],
    ['the page has no recorded identity', [chat('new', 'Chat')], { isPageIdentified: false }, 'missing_component'],
    ['the name is only similar', [chat('new', 'Chat API')], {}, 'similar_name'],
  ])('is unknown when %s', (_, components, over, reason) => {
    expect(find(components, over)).toMatchObject({
      level: 'unknown',
      reason,
      isMatchedByName: false,
    });
  });
});

it('levelOf reports degraded for a severe incident without components if the page covers one product', () => {
  const report = aReport({ incidents: [anIncident({ componentIds: [] })] });
  expect(levelOf(report, { ...SCOPE, covers: 'one' }, NOON)).toMatchObject({ level: 'degraded', suspicion: null });
});

it('levelOfAll returns the worst level of all components', () => {
  expect(levelOfAll(aReport({ components: [aComponent(), other] }), NOON).level).toBe('major_outage');
});
