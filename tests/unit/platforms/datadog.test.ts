import { describe, expect, it } from 'vitest';
import { config, group, incident, PAGE_ID, part, update } from '@/tests/fixtures/datadog/documents';
import { datadog } from '@/utils/platforms/datadog';

const EXPECTED = { pageId: PAGE_ID, origin: null };

function read(components: readonly unknown[], incidents: readonly unknown[] | null = []) {
  const reading = datadog.parse({ config: config(components, incidents) }, EXPECTED);
  if (!reading.ok) throw new Error(reading.failure.kind);
  return reading.report;
}

const incidentOf = (over: object) => read([part('chat', 'operational')], [incident(over)]).incidents[0];

it('datadog requests one document', () => {
  expect(datadog.requests('https://status.example.org').map(({ url }) => url)).toEqual([
    'https://status.example.org/config.json',
  ]);
});

describe('datadog components', () => {
  it.each([
    ['operational', 'operational'],
    ['degraded', 'degraded'],
    ['partial_outage', 'partial_outage'],
    ['major_outage', 'major_outage'],
    ['maintenance', 'maintenance'],
    ['Operational', 'unknown'],
    ['constructor', 'unknown'],
    [null, 'unknown'],
    [undefined, 'unknown'],
  ])('with the word %s are %s', (word, level) => {
    expect(read([part('chat', word)]).components[0]?.level).toBe(level);
  });

  it('of a group are listed with its name, and the group is not', () => {
    const { components } = read([group('API', [part('chat', 'operational')]), part('web', 'degraded')]);
    expect(components.map(({ id, group: name }) => [id, name])).toEqual([
      ['chat', 'API'],
      ['web', null],
    ]);
  });

  it('that cannot be read are unknown, also in a group', () => {
    for (const components of [[7], [group('API', [7])], [{ ...group('API', []), components: 7 }]]) {
      expect(read(components).components).toMatchObject([{ level: 'unknown' }]);
    }
  });
});

describe('datadog incidents', () => {
  it('have the times of the event, not those of its filing', () => {
    expect(incidentOf({})).toMatchObject({
      phase: 'investigating',
      impact: 'minor',
      startedAt: Date.parse('2026-05-20T11:40:00Z'),
      updatedAt: Date.parse('2026-05-20T11:40:00Z'),
      resolvedAt: null,
      componentIds: ['chat'],
    });
  });

  it('without a date begin with their oldest update, and were last changed by their newest', () => {
    const timeline = [
      update('monitoring', '2026-05-20T11:55:00Z', []),
      update('investigating', '2026-05-20T11:45:00Z', []),
    ];
    expect(incidentOf({ publishedDate: null, timeline })).toMatchObject({
      startedAt: Date.parse('2026-05-20T11:45:00Z'),
      updatedAt: Date.parse('2026-05-20T11:55:00Z'),
      derivedTimes: ['startedAt'],
    });
  });

  it('have the worst impact of their timeline, although a resolved one calls its components operational', () => {
    const timeline = [
      update('resolved', '2026-05-20T12:00:00Z', [part('chat', 'operational')]),
      update('investigating', '2026-05-20T11:40:00Z', [part('chat', 'major_outage')]),
    ];
    const over = { currentStatus: 'resolved', resolved: true, resolvedDate: '2026-05-20T11:58:00Z', timeline };
    expect(incidentOf({ ...over, componentsAffected: [part('chat', 'operational')] })).toMatchObject({
      phase: 'resolved',
      impact: 'critical',
      resolvedAt: Date.parse('2026-05-20T11:58:00Z'),
    });
    expect(incidentOf({ ...over, resolvedDate: null })?.resolvedAt).toBe(Date.parse('2026-05-20T12:00:00Z'));
  });

  it.each([
    ['resolved', false, 'investigating'],
    ['resolved', null, 'resolved'],
    ['monitoring', true, 'monitoring'],
    ['a new word', true, 'resolved'],
    ['a new word', false, 'investigating'],
    [null, null, 'investigating'],
  ])('with the status %s and resolved %s are %s', (currentStatus, resolved, phase) => {
    expect(incidentOf({ currentStatus, resolved })?.phase).toBe(phase);
  });

  it('without components have an unknown impact', () => {
    expect(incidentOf({ componentsAffected: null, timeline: null })).toMatchObject({
      impact: 'unknown',
      componentIds: [],
    });
  });

  it('do not name a component that has recovered while another has not', () => {
    const componentsAffected = [part('chat', 'operational'), part('video', 'major_outage')];
    const timeline = [
      update('identified', '2026-05-20T11:55:00Z', componentsAffected),
      update('investigating', '2026-05-20T11:40:00Z', [part('chat', 'degraded'), part('video', 'major_outage')]),
    ];
    const over = { currentStatus: 'identified', componentsAffected, timeline };
    expect(incidentOf(over)?.componentIds).toEqual(['video']);
    expect(incidentOf({ ...over, currentStatus: 'resolved', resolved: true })?.componentIds).toEqual(['chat', 'video']);
    const twice = [part('chat', 'degraded'), ...componentsAffected];
    expect(incidentOf({ ...over, componentsAffected: twice })?.componentIds).toEqual(['chat', 'video']);
    const recovered = [part('chat', 'operational')];
    expect(incidentOf({ ...over, componentsAffected: recovered, timeline: null })?.componentIds).toEqual(['chat']);
  });

  it('may be null when there are none', () => {
    expect(read([part('chat', 'operational')], null).incidents).toEqual([]);
  });
});

it.each([
  ['another page', config([part('chat', 'operational')], [], { id: 'another' }), 'wrong_page'],
  ['a page without an id', config([part('chat', 'operational')], [], { id: null }), 'wrong_shape'],
  [
    'a page without a list of incidents',
    config([part('chat', 'operational')], [], { incidents: 'none' }),
    'wrong_shape',
  ],
  ['an incident that cannot be read', config([part('chat', 'operational')], [7]), 'wrong_shape'],
  ['HTML', '<!doctype html><title>Status</title>', 'html'],
  ['an empty text', '', 'not_json'],
])('datadog rejects %s', (_, body, kind) => {
  expect(datadog.parse({ config: body }, EXPECTED)).toEqual({ ok: false, failure: { kind } });
});
