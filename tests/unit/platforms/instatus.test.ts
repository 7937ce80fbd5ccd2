import { describe, expect, it } from 'vitest';
import { components, notice, PAGE_URL, part, planned, summary } from '@/tests/fixtures/instatus/documents';
import type { Report } from '@/utils/model/report';
import type { Documents } from '@/utils/platforms/adapter';
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

it('reads the summary and the components: a summary may hold nothing but the word of the page', () => {
  expect(instatus.requests(PAGE_URL)).toEqual([
    { name: 'summary', url: `${PAGE_URL}/summary.json` },
    { name: 'components', url: `${PAGE_URL}/v2/components.json` },
  ]);
});

describe('components', () => {
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
  ])('the word %j is %s', (word, level) => {
    expect(levelOfChat({ summary: summary(), components: components([part('chat', word)]) }).level).toBe(level);
  });

  it('are as bad as the worse of two mentions', () => {
    const twice = [part('chat', 'OPERATIONAL'), part('chat', 'PARTIALOUTAGE')];
    expect(levelOfChat({ components: components(twice) }).level).toBe('partial_outage');
  });

  it('bear the name of their group', () => {
    const [one] = read({
      components: components([part('chat', 'OPERATIONAL', { group: { name: 'Web' } })]),
    }).components;
    expect(one).toEqual({ id: 'chat', name: 'Part chat', group: 'Web', level: 'operational', word: 'OPERATIONAL' });
  });

  it('of the older shape are a bare array, in which a parent is a heading and its children are the parts', () => {
    const parent = part('web', 'OPERATIONAL', { isParent: true, children: [part('chat', 'MAJOROUTAGE')] });
    expect(read({ components: JSON.stringify([parent, part('api', 'OPERATIONAL')]) }).components).toMatchObject([
      { id: 'chat', group: 'Part web', level: 'major_outage' },
      { id: 'api', group: null, level: 'operational' },
    ]);
  });
});

describe('the word of the page', () => {
  it('makes no green by itself', () => {
    expect(levelOfChat({ summary: summary() })).toMatchObject({ level: 'unknown', reason: 'empty_list' });
  });

  it.each(['HASISSUES', 'UNDERMAINTENANCE', 'ALLMAJOROUTAGE', 'whatever'])('%s is not judged by', (word) => {
    expect(levelOfChat({ summary: summary({}, word), components: components() }).level).toBe('operational');
  });

  it('"UP" hides neither an incident that is open nor a part that is down', () => {
    const open = summary({ activeIncidents: [notice({ name: 'Example is down' })] });
    const found = levelOfChat({ summary: open, components: components([part('chat', 'MAJOROUTAGE')]) });
    expect(found).toMatchObject({ level: 'major_outage', incidents: [{ id: 'incident-1' }] });
  });

  it('"UNDERMAINTENANCE" hides no incident', () => {
    const both = summary(
      { activeIncidents: [notice()], activeMaintenances: [planned({ status: 'INPROGRESS' })] },
      'UNDERMAINTENANCE',
    );
    expect(read({ summary: both })).toMatchObject({ incidents: [{ phase: 'identified' }], maintenances: [{}] });
  });
});

describe('incidents', () => {
  it('are read whole', () => {
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

  it.each([undefined, null, []])('none is %j: a healthy page leaves the lists out', (none) => {
    const healthy = summary({ activeIncidents: none, activeMaintenances: none });
    expect(read({ summary: healthy })).toMatchObject({ incidents: [], maintenances: [] });
  });

  it('stay open under a word that nobody knows', () => {
    expect(readIncident({ status: 'PONDERING', impact: 'SOMEHOW' })).toMatchObject({
      phase: 'investigating',
      impact: 'unknown',
    });
  });

  it('without an id go by their link, and without a link by their start, whatever the title becomes', () => {
    expect(readIncident({ id: undefined })?.id).toBe('incident-1');
    const bare = { id: undefined, url: undefined };
    expect(readIncident({ ...bare, name: 'a' })?.id).toBe(readIncident({ ...bare, name: 'b' })?.id);
  });

  it('may tell their start as JavaScript writes a date, with an offset', () => {
    const started = 'Wed May 20 2026 13:40:00 GMT+0200 (Central European Summer Time)';
    expect(readIncident({ started })?.startedAt).toBe(Date.UTC(2026, 4, 20, 11, 40));
  });
});

it('a maintenance lasts as many minutes as its text says', () => {
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
  ['a summary without its word', { summary: '{"page":{"name":"Example"}}' }, 'wrong_shape'],
])('does not believe %s', (_, documents, kind) => {
  expect(instatus.parse(documents, { pageId: null, origin: null })).toEqual({ ok: false, failure: { kind } });
});

it('knows its page by name or address', () => {
  const reading = (pageId: string) => instatus.parse({ summary: summary() }, { pageId, origin: null });
  expect([reading('Example').ok, reading(PAGE_URL).ok]).toEqual([true, true]);
  expect(reading('A stranger')).toEqual({ ok: false, failure: { kind: 'wrong_page' } });
});

describe('an entry with a fault', () => {
  const down = components([part('chat', 'MAJOROUTAGE')]);
  const levelBeside = (entry: unknown) =>
    levelOf(
      read({ summary: summary({ activeIncidents: [entry, notice({ id: 'other' })] }), components: down }),
      { coreIds: ['chat'], name: 'Example' },
      NOW,
    ).level;

  it.each<[string, unknown]>([
    ['an incident without a start', notice({ started: null, updatedAt: null })],
    ['an incident with a start in words', notice({ started: '3 Aug 2026, 10:00', updatedAt: 'lately' })],
    ['an incident with a number for a name', notice({ name: 5, url: [], impact: {} })],
    ['an incident that says nothing', {}],
    ['no incident', 'x'],
    ['null', null],
  ])('hides neither the parts nor the other incidents: %s', (_, entry) => {
    expect(levelBeside(entry)).toBe('major_outage');
    const report = read({ summary: summary({ activeIncidents: [entry, notice({ id: 'other' })] }), components: down });
    expect(report.incidents.map(({ id }) => id)).toContain('other');
  });

  it('is an open incident all the same when it has no time', () => {
    const reading = instatus.parse(
      { summary: summary({ activeIncidents: [notice({ started: null, updatedAt: null })] }) },
      { pageId: null, origin: null, readAt: NOW },
    );
    expect(reading.ok && reading.report.incidents).toMatchObject([{ id: 'incident-1', startedAt: NOW }]);
  });

  it('keeps a maintenance whose start is not known', () => {
    const report = read({ summary: summary({ activeMaintenances: [planned({ start: 'soon' }), 5] }) });
    expect(report.maintenances).toMatchObject([{ id: 'maintenance-1', startsAt: null, endsAt: null }]);
  });

  it.each<[string, unknown]>([
    ['no id', { name: 'Chat', status: 'OPERATIONAL' }],
    ['a number for an id', part(5 as unknown as string, 'OPERATIONAL')],
    ['no object', 'OPERATIONAL'],
    ['null', null],
    ['a heading whose children are no list', part('web', 'OPERATIONAL', { isParent: true, children: 'chat' })],
    ['a heading with a child without an id', part('web', 'OPERATIONAL', { children: [{ status: 'OPERATIONAL' }] })],
  ])('of the list of parts is never green: %s', (_, entry) => {
    const listing = JSON.stringify({ components: [part('api', 'OPERATIONAL'), entry] });
    expect(levelOfChat({ components: listing }).level).toBe('unknown');
    expect(levelOfAll(read({ components: listing }), NOW).level).toBe('unknown');
  });
});

it.each<[string, object]>([
  ['another page', { name: 'Manychat', url: 'https://status.manychat.com' }],
  ['another page of the same name', { name: 'Example', url: 'https://example.elsewhere.example/' }],
])('does not believe %s beside its own parts, although no page id is known', (_, page) => {
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
])('does not believe a page with %s where it is known', (_, documents) => {
  const reading = instatus.parse(documents, { pageId: 'Example', origin: null });
  expect(reading).toEqual({ ok: false, failure: { kind: 'wrong_page' } });
});
