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
  /** Ids of the incidents that count; the rest are only shown. */
  counted?: string[];
  suspects?: 'names_nothing' | 'names_operational' | 'information';
  silentSince?: number;
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
    name: 'a fix that is being monitored leaves an operational component operational',
    report: { incidents: [anIncident({ impact: 'minor', phase: 'monitoring' })] },
    level: 'operational',
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
    name: 'a minor incident that names nothing is only shown',
    report: { incidents: [anIncident({ componentIds: [], impact: 'minor' })] },
    level: 'operational',
  },
  {
    name: 'a major incident that names nothing makes an issue possible on a page of several products',
    report: { incidents: [anIncident({ componentIds: [] })] },
    level: 'operational',
    suspects: 'names_nothing',
    counted: ['incident-1'],
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
    name: 'the name of the assistant in a title makes no trouble by',
    report: { incidents: [anIncident({ componentIds: [], title: 'Claude is slow', impact: 'minor' })] },
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
    name: 'also when nobody has updated that incident for three days',
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
    name: 'a page that lists trouble only, and none at all, says nothing',
    report: { lists: 'incidents', components: [] },
    level: 'unknown',
    reason: 'empty_list',
  },
  {
    name: 'an incident without an update for three days keeps its level',
    report: { incidents: [anIncident({ updatedAt: forgotten })] },
    level: 'degraded',
    silentSince: forgotten,
    counted: ['incident-1'],
  },
  {
    name: 'an old incident does not silence a component in trouble',
    report: { components: [aComponent('degraded')], incidents: [anIncident({ updatedAt: forgotten })] },
    level: 'degraded',
    counted: ['incident-1'],
  },
  {
    name: 'a severe incident that names an operational core component makes it at least degraded',
    report: { incidents: [anIncident({ impact: 'critical', phase: 'identified' })] },
    level: 'degraded',
    counted: ['incident-1'],
  },
  {
    name: 'a lesser incident that names an operational core component makes an issue possible',
    report: { incidents: [anIncident({ impact: 'minor' })] },
    level: 'operational',
    suspects: 'names_operational',
    counted: ['incident-1'],
  },
  {
    name: 'a lesser incident is explained by another linked component that is not operational',
    report: {
      components: [aComponent(), other],
      incidents: [anIncident({ impact: 'minor', componentIds: [CLAUDE_CORE, 'another'] })],
    },
    level: 'operational',
  },
  {
    name: 'information makes an issue possible, whatever its impact',
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
    name: 'information that names another component is only shown',
    report: {
      components: [aComponent(), other],
      incidents: [anIncident({ kind: 'information', componentIds: ['another'] })],
    },
    level: 'operational',
  },
  {
    name: 'a severe incident that names nothing is being monitored: nothing is suspected',
    report: { incidents: [anIncident({ componentIds: [], phase: 'monitoring' })] },
    level: 'operational',
  },
  {
    name: 'a component under maintenance outranks an incident of impact maintenance',
    report: { components: [aComponent('maintenance')], incidents: [anIncident({ impact: 'maintenance' })] },
    level: 'maintenance',
  },
  {
    name: 'an open incident of the same product under a new id leaves the recorded one unknown',
    report: {
      lists: 'incidents',
      components: [aComponent('major_outage', { id: 'new', name: CLAUDE_CORE })],
      incidents: [anIncident({ level: 'major_outage', componentIds: ['new'] })],
    },
    level: 'unknown',
    reason: 'missing_component',
  },
  {
    name: 'an incident on a core component that is no longer listed is trouble, not unknown',
    report: { components: [other], incidents: [anIncident()] },
    level: 'degraded',
    counted: ['incident-1'],
  },
];

describe('levelOf', () => {
  it.each(cases)('$name', ({ report, level, reason = null, counted = [], suspects, silentSince = null }) => {
    const found = levelOf(aReport(report), SCOPE, NOON);
    expect(found).toMatchObject({ level, reason, silentSince });
    expect(found.suspicion?.why).toBe(suspects);
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

const CORE = [
  { id: 'gone', name: 'Chat' },
  { id: 'also-gone', name: 'Login' },
];
const chat = (id: string, name: string, level: Level = 'operational') => aComponent(level, { id, name });

describe('a core component that the page no longer lists', () => {
  const find = (components: Report['components'], over: Partial<Parameters<typeof levelOf>[1]> = {}) =>
    levelOf(
      aReport({ components }),
      { coreIds: ['gone', 'also-gone'], core: CORE, name: 'Claude', isPageIdentified: true, ...over },
      NOON,
    );

  it('leaves the remaining core components to decide, and is named', () => {
    expect(find([chat('gone', 'Chat')])).toMatchObject({ level: 'operational', missingParts: ['Login'] });
  });

  it('is replaced by the component of the recorded name when no recorded id is left', () => {
    expect(find([chat('new', 'Chat', 'degraded')])).toMatchObject({
      level: 'degraded',
      isMatchedByName: true,
      missingParts: ['Login'],
      ids: ['new'],
    });
  });

  it('is replaced by a recorded alias', () => {
    const core = [{ id: 'gone', name: 'Chat', aliases: ['Web chat'] }];
    expect(find([chat('new', 'Web chat')], { coreIds: ['gone'], core })).toMatchObject({ level: 'operational' });
  });

  it.each([
    ['two components have the name', [chat('new', 'Chat'), chat('newer', 'Chat')], {}],
    ['the page has no recorded identity', [chat('new', 'Chat')], { isPageIdentified: false }],
    ['the name is only similar', [chat('new', 'Chat API')], {}],
  ])('is unknown when %s', (_, components, over) => {
    expect(find(components, over)).toMatchObject({
      level: 'unknown',
      reason: 'missing_component',
      isMatchedByName: false,
    });
  });
});

it('a severe incident that names nothing degrades the assistant that its page is about alone', () => {
  const report = aReport({ incidents: [anIncident({ componentIds: [] })] });
  expect(levelOf(report, { ...SCOPE, covers: 'one' }, NOON)).toMatchObject({ level: 'degraded', suspicion: null });
});

it('levelOfAll is the worst of everything listed', () => {
  expect(levelOfAll(aReport({ components: [aComponent(), other] }), NOON).level).toBe('major_outage');
});
