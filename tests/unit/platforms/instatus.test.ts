import { describe, expect, it } from 'vitest';
import { components, notice, PAGE_URL, part, planned, summary } from '@/tests/fixtures/instatus/documents';
import type { Report } from '@/utils/model/report';
import type { Documents } from '@/utils/platforms/adapters';
import { instatus } from '@/utils/platforms/instatus';
import { levelOf, levelOfAll } from '@/utils/rules/judging/level';

const NOW = Date.UTC(2026, 4, 20, 12);

function read(documents: Documents, pageId: string | null = null): Report {
  const reading = instatus.parse(documents, { pageId, origin: PAGE_URL });
  if (!reading.ok) throw new Error(reading.failure.kind);
  return reading.report;
}

const levelOfChat = (documents: Documents) => levelOf(read(documents), { coreIds: ['chat'], name: 'Example' }, NOW);
const readIncident = (over: object) => read({ summary: summary({ activeIncidents: [notice(over)] }) }).incidents[0];

it('instatus requests the components too because a summary may hold only the page state', () => {
  expect(instatus.requests(PAGE_URL)).toEqual([
    { name: 'summary', url: `${PAGE_URL}/summary.json` },
    { name: 'components', url: `${PAGE_URL}/v2/components.json` },
  ]);
});

describe('instatus components', () => {
  it.each([
    ['OPERATIONAL', 'operational'],
    ['UNDERMAINTENANCE', 'maintenance'],
    ['DEGRADEDPERFORMANCE', 'degraded'],
    ['MINOROUTAGE', 'partial_outage'],
    ['PARTIALOUTAGE', 'partial_outage'],
    ['MAJOROUTAGE', 'major_outage'],
    ['operational', 'unknown'],
    ['SOMEMAJOROUTAGE', 'unknown'],
    ['UP', 'unknown'],
    ['toString', 'unknown'],
    ['', 'unknown'],
    [null, 'unknown'],
    [undefined, 'unknown'],
  ])('map the state %j to %s', (word, level) => {
    expect(levelOfChat({ summary: summary(), components: components([part('chat', word)]) }).level).toBe(level);
  });

  it('take the worse of two entries with the same id', () => {
    const twice = [part('chat', 'OPERATIONAL'), part('chat', 'PARTIALOUTAGE')];
    expect(levelOfChat({ components: components(twice) }).level).toBe('partial_outage');
  });

  it('include the name of their group', () => {
    const [one] = read({
      components: components([part('chat', 'OPERATIONAL', { group: { name: 'Web' } })]),
    }).components;
    expect(one).toEqual({ id: 'chat', name: 'Part chat', group: 'Web', level: 'operational', word: 'OPERATIONAL' });
  });

  it('in the older format are a plain array in which a parent is a group of its children', () => {
    const parent = part('web', 'OPERATIONAL', { isParent: true, children: [part('chat', 'MAJOROUTAGE')] });
    expect(read({ components: JSON.stringify([parent, part('api', 'OPERATIONAL')]) }).components).toMatchObject([
      { id: 'chat', group: 'Part web', level: 'major_outage' },
      { id: 'api', group: null, level: 'operational' },
    ]);
  });
});

describe('instatus: the state of the page', () => {
  it('does not make a component operational', () => {
    expect(levelOfChat({ summary: summary() })).toMatchObject({ level: 'unknown', reason: 'empty_list' });
  });

  it.each(['HASISSUES', 'UNDERMAINTENANCE', 'ALLMAJOROUTAGE', 'whatever'])(
    '%s does not change the level of components',
    (word) => {
      expect(levelOfChat({ summary: summary({}, word), components: components() }).level).toBe('operational');
    },
  );

  it('"UP" hides neither an open incident nor a component that is down', () => {
    const open = summary({ activeIncidents: [notice({ name: 'Example is down' })] });
    const found = levelOfChat({ summary: open, components: components([part('chat', 'MAJOROUTAGE')]) });
    expect(found).toMatchObject({ level: 'major_outage', incidents: [{ id: 'incident-1' }] });
  });

  it('"UNDERMAINTENANCE" does not hide an incident', () => {
    const both = summary(
      { activeIncidents: [notice()], activeMaintenances: [planned({ status: 'INPROGRESS' })] },
      'UNDERMAINTENANCE',
    );
    expect(read({ summary: both })).toMatchObject({ incidents: [{ phase: 'identified' }], maintenances: [{}] });
  });
});

describe('instatus incidents', () => {
  it('are parsed completely', () => {
    expect(readIncident({})).toEqual({
      id: 'incident-1',
      title: 'Answers fail',
      impact: 'critical',
      level: null,
      phase: 'identified',
      startedAt: Date.UTC(2026, 4, 20, 11, 40),
      updatedAt: Date.UTC(2026, 4, 20, 11, 50),
      resolvedAt: null,
      kind: 'incident',
      isExplained: false,
      componentIds: [],
      updates: [],
      url: `${PAGE_URL}/incident/incident-1`,
    });
  });

  it.each([undefined, null, []])('are empty when the lists are %j, as on a healthy page', (none) => {
    const healthy = summary({ activeIncidents: none, activeMaintenances: none });
    expect(read({ summary: healthy })).toMatchObject({ incidents: [], maintenances: [] });
  });

  it('stay open under an unknown state', () => {
    expect(readIncident({ status: 'PONDERING', impact: 'SOMEHOW' })).toMatchObject({
      phase: 'investigating',
      impact: 'unknown',
    });
  });

  it('without an id use their link as id, without a link their start, and without a start their name', () => {
    expect(readIncident({ id: undefined })?.id).toBe('incident-1');
    const bare = { id: undefined, url: undefined };
    for (const name of ['a', 'b'])
      expect(readIncident({ ...bare, name })?.id).toBe(String(Date.UTC(2026, 4, 20, 11, 40)));
    expect(readIncident({ ...bare, started: null, name: 'a' })?.id).toBe('a');
    expect(readIncident({ ...bare, started: null, name: null })).toBeUndefined();
  });

  it('may have a start in JavaScript’s date format with an offset', () => {
    const started = 'Wed May 20 2026 13:40:00 GMT+0200 (Central European Summer Time)';
    expect(readIncident({ started })?.startedAt).toBe(Date.UTC(2026, 4, 20, 11, 40));
  });
});

it('instatus calculates the end of a maintenance from its duration in minutes', () => {
  const of = (over: object) => read({ summary: summary({ activeMaintenances: [planned(over)] }) }).maintenances[0];
  expect(of({})).toMatchObject({
    phase: 'scheduled',
    startsAt: Date.UTC(2026, 4, 21, 2),
    endsAt: Date.UTC(2026, 4, 21, 3, 30),
  });
  expect(of({ status: 'INPROGRESS' })?.phase).toBe('in_progress');
  for (const duration of ['', 'long', '-5', '1e300', null]) expect(of({ duration })?.endsAt).toBeNull();
});

it.each<[string, Documents, string]>([
  ['HTML', { summary: summary(), components: '<!doctype html>' }, 'html'],
  ['nothing at all', {}, 'not_json'],
  ['an empty object', { summary: '{}', components: components() }, 'wrong_shape'],
  ['a summary without the page state', { summary: '{"page":{"name":"Example"}}' }, 'wrong_shape'],
])('instatus rejects %s', (_, documents, kind) => {
  expect(instatus.parse(documents, { pageId: null, origin: null })).toEqual({ ok: false, failure: { kind } });
});

it('instatus identifies its page by name or address', () => {
  const reading = (pageId: string) => instatus.parse({ summary: summary() }, { pageId, origin: null });
  expect([reading('Example').ok, reading(PAGE_URL).ok]).toEqual([true, true]);
  expect(reading('A stranger')).toEqual({ ok: false, failure: { kind: 'wrong_page' } });
});

describe('a malformed instatus entry', () => {
  const down = components([part('chat', 'MAJOROUTAGE')]);
  const levelBeside = (entry: unknown) =>
    levelOf(
      read({ summary: summary({ activeIncidents: [entry, notice({ id: 'other' })] }), components: down }),
      { coreIds: ['chat'], name: 'Example' },
      NOW,
    ).level;

  it.each<[string, unknown]>([
    ['an incident without a start', notice({ started: null, updatedAt: null })],
    ['an incident with an unreadable start', notice({ started: '3 Aug 2026, 10:00', updatedAt: 'lately' })],
    ['an incident with a number as name', notice({ name: 5, url: [], impact: {} })],
    ['an empty object', {}],
    ['a string', 'x'],
    ['null', null],
  ])('hides neither components nor other incidents: %s', (_, entry) => {
    expect(levelBeside(entry)).toBe('major_outage');
    const report = read({ summary: summary({ activeIncidents: [entry, notice({ id: 'other' })] }), components: down });
    expect(report.incidents.map(({ id }) => id)).toContain('other');
  });

  it('still counts as an open incident when it has no time', () => {
    const reading = instatus.parse(
      { summary: summary({ activeIncidents: [notice({ started: null, updatedAt: null })] }) },
      { pageId: null, origin: null, readAt: NOW },
    );
    expect(reading.ok && reading.report.incidents).toMatchObject([{ id: 'incident-1', startedAt: NOW }]);
  });

  it('keeps a maintenance without a known start', () => {
    const report = read({ summary: summary({ activeMaintenances: [planned({ start: 'soon' }), 5] }) });
    expect(report.maintenances).toMatchObject([{ id: 'maintenance-1', startsAt: null, endsAt: null }]);
  });

  it.each<[string, unknown]>([
    ['no id', { name: 'Chat', status: 'OPERATIONAL' }],
    ['a number as id', part(5 as unknown as string, 'OPERATIONAL')],
    ['a string', 'OPERATIONAL'],
    ['null', null],
    ['a group whose children are not a list', part('web', 'OPERATIONAL', { isParent: true, children: 'chat' })],
    ['a group with a child without an id', part('web', 'OPERATIONAL', { children: [{ status: 'OPERATIONAL' }] })],
  ])('in the component list is never operational: %s', (_, entry) => {
    const listing = JSON.stringify({ components: [part('api', 'OPERATIONAL'), entry] });
    expect(levelOfChat({ components: listing }).level).toBe('unknown');
    expect(levelOfAll(read({ components: listing }), NOW).level).toBe('unknown');
  });
});

it.each<[string, object]>([
  ['another page', { name: 'Manychat', url: 'https://status.manychat.com' }],
  ['another page of the same name', { name: 'Example', url: 'https://example.elsewhere.example/' }],
])('instatus rejects the summary of %s even if no page id is known', (_, page) => {
  const documents = { summary: summary({ page: { ...page, status: 'UP' } }), components: components() };
  const hosts = ['status.example.com', 'status.example.ai'];
  const readingOf = (bodies: Documents) =>
    instatus.parse(bodies, { pageId: null, origin: 'https://status.example.ai', hosts });
  expect(readingOf(documents)).toEqual({ ok: false, failure: { kind: 'wrong_page' } });
  expect(readingOf({ summary: summary(), components: components() }).ok).toBe(true);
});

it.each<[string, Documents]>([
  ['no name and no address', { summary: summary({ page: { status: 'UP' } }), components: components() }],
  ['null for both', { summary: summary({ page: { name: null, url: null, status: 'UP' } }), components: components() }],
  ['no summary', { components: components() }],
])('instatus rejects a page with %s if the page id is known', (_, documents) => {
  const reading = instatus.parse(documents, { pageId: 'Example', origin: null });
  expect(reading).toEqual({ ok: false, failure: { kind: 'wrong_page' } });
});
