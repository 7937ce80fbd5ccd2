import { describe, expect, it } from 'vitest';
import { affected, index, PAGE_ID, report, resource, section, update } from '@/tests/fixtures/betterstack/documents';
import type { Report } from '@/utils/model/report';
import { betterstack } from '@/utils/platforms/betterstack';
import { levelOf, levelOfAll } from '@/utils/rules/judging/level';

const NOW = Date.UTC(2026, 4, 20, 12);
const well = resource('chat', 'operational');

function read(included: readonly object[], over: object = {}): Report {
  const reading = betterstack.parse({ index: index(included, over) }, { pageId: PAGE_ID, origin: null });
  if (!reading.ok) throw new Error(reading.failure.kind);
  return reading.report;
}

const levelOfChat = (included: readonly object[], over: object = {}) =>
  levelOf(read(included, over), { coreIds: ['chat'], name: null }, NOW);

describe('betterstack resources', () => {
  it.each([
    ['operational', 'operational'],
    ['maintenance', 'maintenance'],
    ['degraded', 'degraded'],
    ['downtime', 'major_outage'],
    ['not_monitored', 'unknown'],
    ['Operational', 'unknown'],
    ['constructor', 'unknown'],
    ['', 'unknown'],
    [null, 'unknown'],
    [undefined, 'unknown'],
  ])('maps the state %j to %s', (word, level) => {
    expect(levelOfChat([resource('chat', word)]).level).toBe(level);
  });

  it('are unknown when not monitored, although the page says "operational"', () => {
    expect(levelOfChat([resource('chat', 'not_monitored')], { aggregate_state: 'operational' })).toMatchObject({
      level: 'unknown',
      reason: 'unknown_word',
    });
  });

  it('take the worse of the measured and the manual state', () => {
    expect(levelOfChat([resource('chat', 'operational', { explicit_status: 'downtime' })]).level).toBe('major_outage');
    expect(levelOfChat([resource('chat', 'downtime', { explicit_status: 'operational' })]).level).toBe('major_outage');
    expect(levelOfChat([resource('chat', 'operational', { explicit_status: null })]).level).toBe('operational');
  });

  it('include the trimmed name of their section, whose id may be a number or a string', () => {
    expect(read([section('11', 'Models '), well]).components[0]).toMatchObject({ group: 'Models' });
  });
});

it('betterstack reports unknown for an empty list although the page says "operational"', () => {
  expect(levelOfChat([])).toMatchObject({ level: 'unknown', reason: 'empty_list' });
});

describe('betterstack reports', () => {
  it('are parsed completely, with the newest update first', () => {
    const included = [
      well,
      update('u1', '2026-05-20T11:41:00Z', { message: '<p>Looking.</p>' }),
      update('u2', '2026-05-20T11:50:00Z'),
      update('stranger', '2026-05-20T11:59:00Z'),
      report({}, ['u1', 'u2']),
    ];
    expect(read(included).incidents).toEqual([
      {
        id: '900',
        title: 'Answers fail',
        impact: 'minor',
        level: null,
        phase: 'investigating',
        startedAt: Date.UTC(2026, 4, 20, 11, 40),
        updatedAt: Date.UTC(2026, 4, 20, 11, 50),
        resolvedAt: null,
        kind: 'incident',
        isExplained: false,
        componentIds: ['chat'],
        updates: [
          { at: Date.UTC(2026, 4, 20, 11, 50), phase: null, text: 'Words of u2.' },
          { at: Date.UTC(2026, 4, 20, 11, 41), phase: null, text: 'Looking.' },
        ],
        url: null,
      },
    ]);
  });

  it('are closed by their state even without an end', () => {
    const closed = report({ aggregate_state: 'resolved', affected_resources: [affected('chat', 'resolved')] }, ['u1']);
    const included = [well, closed, update('u1', '2026-05-20T11:50:00Z')];
    expect(read(included).incidents[0]).toMatchObject({
      phase: 'resolved',
      resolvedAt: Date.UTC(2026, 4, 20, 11, 50),
      componentIds: ['chat'],
    });
    expect(levelOfChat(included).level).toBe('operational');
  });

  it('are not closed by an end time alone', () => {
    const ended = report({ ends_at: '2026-05-20T11:45:00Z' });
    expect(levelOfChat([well, ended])).toMatchObject({
      suspicion: { source: 'page' },
      incidents: [{ resolvedAt: null }],
    });
  });

  it('stay open under an unknown state', () => {
    expect(
      levelOfChat([well, report({ aggregate_state: 'pondering', affected_resources: [affected('chat', '?')] })]),
    ).toMatchObject({ suspicion: { source: 'page' }, incidents: [{ impact: 'unknown' }] });
  });

  it('are not closed for a component by an update dated in the future', () => {
    const named = report({ affected_resources: null }, ['u1', 'u2']);
    const down = update('u1', '2026-05-20T11:41:00Z', { affected_resources: [affected('chat', 'downtime')] });
    const far = update('u2', '2027-05-20T11:41:00Z', { affected_resources: [affected('chat', 'resolved')] });
    const expected = { pageId: PAGE_ID, origin: null, readAt: NOW };
    const reading = betterstack.parse({ index: index([well, named, down, far]) }, expected);
    expect(reading.ok && reading.report.incidents).toMatchObject([{ componentIds: ['chat'] }]);
  });

  it('exclude a component that recovered while another is down', () => {
    const half = report({ affected_resources: [affected('chat', 'resolved'), affected('api', 'downtime')] });
    const found = levelOfChat([well, resource('api', 'downtime'), half]);
    expect(found).toMatchObject({
      level: 'operational',
      otherIncidents: [{ componentIds: ['api'], impact: 'critical' }],
    });
  });

  it('have the impact of the worst state of any component, even when closed', () => {
    const closed = report({ aggregate_state: 'resolved', affected_resources: [affected('chat', 'resolved')] }, ['u1']);
    const then = update('u1', '2026-05-20T11:41:00Z', { affected_resources: [affected('chat', 'downtime')] });
    expect(read([well, closed, then]).incidents[0]?.impact).toBe('critical');
  });
});

describe('betterstack maintenances', () => {
  const planned = (over: object = {}) =>
    report({
      report_type: 'maintenance',
      starts_at: '2026-05-20T11:00:00Z',
      ends_at: '2026-05-20T13:00:00Z',
      aggregate_state: 'maintenance',
      affected_resources: [affected('chat', 'maintenance')],
      ...over,
    });

  it('are in progress while one of their components is under maintenance', () => {
    expect(read([resource('chat', 'maintenance'), planned()]).maintenances).toMatchObject([
      { phase: 'in_progress', startsAt: Date.UTC(2026, 4, 20, 11), endsAt: Date.UTC(2026, 4, 20, 13) },
    ]);
  });

  it('stay in progress after their window while a component is under maintenance', () => {
    const late = planned({ ends_at: '2026-05-19T13:00:00Z' });
    expect(read([resource('chat', 'maintenance'), late]).maintenances[0]?.phase).toBe('in_progress');
  });

  it('are not in progress before their start while another one has their component under maintenance', () => {
    const nextWeek = { ...planned({ starts_at: '2026-05-27T11:00:00Z', ends_at: '2026-05-27T13:00:00Z' }), id: '901' };
    const body = index([resource('chat', 'maintenance'), planned(), nextWeek]);
    const reading = betterstack.parse({ index: body }, { pageId: PAGE_ID, origin: null, readAt: NOW });
    expect(reading.ok && reading.report.maintenances.map(({ id, phase }) => [id, phase])).toEqual([
      ['900', 'in_progress'],
      ['901', 'scheduled'],
    ]);
  });

  it('are scheduled otherwise and are not incidents', () => {
    expect(read([well, planned()])).toMatchObject({ incidents: [], maintenances: [{ phase: 'scheduled' }] });
  });

  it.each([
    ['resolved', { aggregate_state: 'resolved' }],
    ['over before the newest day on the page', { ends_at: '2026-05-19T13:00:00Z' }],
    ['over before the page was updated', { ends_at: '2026-05-20T11:54:00Z' }],
  ])('are completed when they are %s', (_, over) => {
    expect(read([well, planned(over)]).maintenances[0]?.phase).toBe('completed');
  });

  it.each<[string, object, string | null, number | undefined, string]>([
    ['are completed, judged by the time of the reading', {}, null, Date.UTC(2026, 4, 20, 13, 1), 'completed'],
    ['are completed, judged by the last update', {}, '2026-05-20T13:05:00Z', undefined, 'completed'],
    ['are scheduled, judged with an update in the future', {}, '2027-05-20T13:05:00Z', NOW, 'scheduled'],
    ['are scheduled, judged with an update before the window ends', {}, '2026-05-20T11:30:00Z', NOW, 'scheduled'],
    ['are scheduled, judged without an end', { ends_at: null }, '2026-05-20T13:05:00Z', NOW + 86_400_000, 'scheduled'],
  ])('%s', (_, over, updatedAt, readAt, phase) => {
    const one = report({ ...planned().attributes, ...over }, updatedAt === null ? [] : ['u1']);
    const body = index([well, one, update('u1', updatedAt ?? '')], { updated_at: null });
    const reading = betterstack.parse(
      { index: body },
      { pageId: PAGE_ID, origin: null, ...(readAt === undefined ? {} : { readAt }) },
    );
    expect(reading.ok && reading.report.maintenances).toMatchObject([{ phase }]);
  });

  it('are kept without a start', () => {
    expect(read([well, planned({ starts_at: 'soon' })]).maintenances).toMatchObject([{ startsAt: null }]);
  });
});

it.each<[string, string | undefined, string]>([
  ['HTML, which other paths return', '<!doctype html>', 'html'],
  ['a missing document', undefined, 'not_json'],
  [
    'another kind of page',
    JSON.stringify({ data: { id: '1', type: 'monitor', attributes: {} }, included: [] }),
    'wrong_shape',
  ],
  [
    'a page without its list',
    JSON.stringify({ data: { id: PAGE_ID, type: 'status_page', attributes: {} } }),
    'wrong_shape',
  ],
])('betterstack rejects %s', (_, body, kind) => {
  const documents = body === undefined ? {} : { index: body };
  expect(betterstack.parse(documents, { pageId: null, origin: null })).toEqual({ ok: false, failure: { kind } });
});

it('betterstack identifies its page by id or by domain', () => {
  const reading = (pageId: string) => betterstack.parse({ index: index([well]) }, { pageId, origin: null });
  expect([reading(PAGE_ID).ok, reading('status.example.com').ok, reading('example').ok]).toEqual([true, true, true]);
  expect(reading('4712')).toEqual({ ok: false, failure: { kind: 'wrong_page' } });
});

describe('a malformed betterstack entry', () => {
  const down = resource('chat', 'downtime');

  it.each<[string, unknown]>([
    ['a report without a start', report({ starts_at: null })],
    ['a report with texts as times', report({ starts_at: 'noon', ends_at: 5 })],
    ['a report without attributes', { type: 'status_report', id: '900' }],
    ['a report without an id', { ...report(), id: null }],
    ['a report with numbers as texts', report({ title: 5, aggregate_state: 5, affected_resources: 5 })],
    ['a report whose updates are not a list', { ...report(), relationships: { status_updates: { data: 'u1' } } }],
    ['an update without attributes', { type: 'status_update', id: 'u1' }],
    ['a section without a name', { type: 'status_page_section', id: {} }],
    ['a string', 'x'],
    ['null', null],
  ])('does not hide component states: %s', (_, entry) => {
    expect(levelOfChat([down, entry as object]).level).toBe('major_outage');
  });

  it.each<[string, unknown]>([
    ['no start', report({ starts_at: null })],
    ['no attributes', { type: 'status_report', id: '900' }],
    ['a number as state', report({ aggregate_state: 5 })],
  ])('still counts as an open incident: a report with %s', (_, entry) => {
    expect(read([well, entry as object]).incidents).toMatchObject([{ id: '900', phase: 'investigating' }]);
  });

  it.each<[string, unknown]>([
    ['no id', { type: 'status_page_resource', attributes: { status: 'operational' } }],
    ['no attributes', { type: 'status_page_resource', id: 'chat' }],
    ['a manual state that is not a string', resource('chat', 'operational', { explicit_status: 5 })],
    ['no type', { id: 'chat', attributes: { status: 'operational' } }],
    ['a number', 7],
  ])('never makes a component operational: %s', (_, entry) => {
    const included = [resource('api', 'operational'), entry as object];
    expect(levelOfChat(included).level).toBe('unknown');
    expect(levelOfAll(read(included), NOW).level).toBe('unknown');
  });
});

describe('betterstack updates of a report without a component list', () => {
  const updateOf = (id: string, at: string, status: string, part = 'chat') =>
    update(id, at, { affected_resources: [affected(part, status)] });
  const bare = (over: object, ids: string[]) => report({ affected_resources: [], ...over }, ids);

  it.each<[string, object[], string[]]>([
    [
      'the newest update of each component counts',
      [updateOf('u1', '2026-05-20T11:41:00Z', 'downtime'), updateOf('u2', '2026-05-20T11:50:00Z', 'degraded', 'api')],
      ['api', 'chat'],
    ],
    [
      'a recovered component is excluded',
      [updateOf('u1', '2026-05-20T11:50:00Z', 'resolved'), updateOf('u2', '2026-05-20T11:41:00Z', 'downtime')],
      [],
    ],
    [
      'updates are sorted by time',
      [updateOf('u1', '2026-05-20T11:41:00Z', 'resolved'), updateOf('u2', '2026-05-20T11:50:00Z', 'downtime')],
      ['chat'],
    ],
  ])('determine its components: %s', (_, updates, ids) => {
    expect(read([well, ...updates, bare({}, ['u1', 'u2'])]).incidents[0]?.componentIds.sort()).toEqual(ids);
  });

  it('end the report with the update that resolves the last component, not with a later note', () => {
    const updates = [
      updateOf('u1', '2026-05-20T11:41:00Z', 'downtime'),
      updateOf('u2', '2026-05-20T11:50:00Z', 'resolved'),
      update('u3', '2026-05-22T11:50:00Z'),
    ];
    const closed = bare({ aggregate_state: 'resolved' }, ['u1', 'u2', 'u3']);
    expect(read([well, ...updates, closed]).incidents[0]?.resolvedAt).toBe(Date.UTC(2026, 4, 20, 11, 50));
  });
});

it.each<[string, object]>([
  ['no name', { id: null, attributes: { custom_domain: null, subdomain: null } }],
  ['no attributes and another id', { id: '4712', attributes: null }],
])('betterstack rejects a page with %s', (_, over) => {
  const body = JSON.stringify({ data: { type: 'status_page', ...over }, included: [well] });
  expect(betterstack.parse({ index: body }, { pageId: PAGE_ID, origin: null })).toEqual({
    ok: false,
    failure: { kind: 'wrong_page' },
  });
});
