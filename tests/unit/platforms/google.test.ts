import { describe, expect, it } from 'vitest';
import type { Level } from '@/utils/model/level';
import { google } from '@/utils/platforms/google';
import { levelOf } from '@/utils/rules/judging/level';

const GEMINI = 'npdyhgECDJ6tB66MxXyo';
const ORIGIN = 'https://www.google.com/appsstatus/dashboard';
const NOW = Date.UTC(2026, 4, 20, 12);

/** In the shape of Google's published schema. */
function raw(over: object = {}) {
  return {
    id: 'Abc123',
    begin: '2026-05-20T10:00:00+00:00',
    created: '2026-05-20T10:20:00+00:00',
    end: null,
    modified: '2026-05-20T11:30:00+00:00',
    external_desc: '**Title:**\nGemini answers late',
    status_impact: 'SERVICE_DISRUPTION',
    severity: 'medium',
    affected_products: [{ title: 'Gemini', id: GEMINI }],
    most_recent_update: {
      when: '2026-05-20T11:30:00+00:00',
      status: 'SERVICE_DISRUPTION',
      text: '**Summary**\nWe look into it.',
    },
    uri: 'incidents/Abc123',
    ...over,
  };
}

const other = raw({
  id: 'Other',
  end: '2026-01-01T00:00:00Z',
  affected_products: [{ title: 'Calendar', id: 'calendar' }],
});
const read = (feed: unknown) => google.parse({ incidents: JSON.stringify(feed) }, { pageId: null, origin: ORIGIN });
const update = (status: string) => ({ most_recent_update: { when: '2026-05-20T11:30:00Z', status, text: '' } });

describe('google: the level of Gemini', () => {
  it.each<[string, unknown[], Level]>([
    ['is operational for no open incident names it', [other], 'operational'],
    ['is partial_outage for an open disruption', [raw()], 'partial_outage'],
    [
      'is major_outage for an open outage',
      [raw({ status_impact: 'SERVICE_OUTAGE', ...update('SERVICE_OUTAGE') })],
      'major_outage',
    ],
    [
      'is operational for an incident that is available again but not closed',
      [raw(update('AVAILABLE'))],
      'operational',
    ],
    [
      'is operational for an ended incident whose last state is disruption',
      [raw({ end: '2026-05-20T11:00:00Z' })],
      'operational',
    ],
    [
      'is degraded for an unknown state in an open incident',
      [raw({ status_impact: 'SUNNY', ...update('SUNNY') })],
      'degraded',
    ],
    [
      'is operational for an incident of another product',
      [raw({ affected_products: [{ id: 'calendar', title: 'Calendar' }] })],
      'operational',
    ],
    ['is unknown for an empty feed', [], 'unknown'],
  ])('%s', (_, feed, level) => {
    const reading = read(feed);
    if (!reading.ok) throw new Error(reading.failure.kind);
    expect(levelOf(reading.report, { coreIds: [GEMINI], name: 'Gemini' }, NOW).level).toBe(level);
  });
});

it('google parses an incident completely', () => {
  const reading = read([raw()]);
  expect(reading.ok && reading.report.incidents[0]).toEqual({
    id: 'Abc123',
    title: 'Gemini answers late',
    impact: 'major',
    level: 'partial_outage',
    phase: 'investigating',
    startedAt: Date.UTC(2026, 4, 20, 10),
    updatedAt: Date.UTC(2026, 4, 20, 11, 30),
    resolvedAt: null,
    kind: 'incident',
    isExplained: false,
    componentIds: [GEMINI],
    updates: [{ at: Date.UTC(2026, 4, 20, 11, 30), phase: null, text: 'Summary\nWe look into it.' }],
    url: `${ORIGIN}/incidents/Abc123`,
  });
});

it.each<[string, string, string]>([
  ['HTML', '<html>', 'html'],
  ['an object', '{}', 'wrong_shape'],
  ['a list of unknown values', '["x", 3]', 'wrong_shape'],
])('google rejects %s', (_, body, kind) => {
  expect(google.parse({ incidents: body }, { pageId: null, origin: ORIGIN })).toEqual({ ok: false, failure: { kind } });
});

it('google lists each product with the worst level of its open incidents, and operational without one', () => {
  const worse = raw({ id: 'Worse', status_impact: 'SERVICE_OUTAGE', ...update('SERVICE_OUTAGE') });
  const levelsIn = (...feed: unknown[]) => {
    const reading = read(feed);
    return reading.ok ? reading.report.components.map(({ id, level }) => [id, level]) : null;
  };
  expect(levelsIn(other, raw())).toEqual([
    ['calendar', 'operational'],
    [GEMINI, 'partial_outage'],
  ]);
  expect(levelsIn(raw(), worse)).toEqual([[GEMINI, 'major_outage']]);
  expect(levelsIn(worse, raw())).toEqual([[GEMINI, 'major_outage']]);
  const information = { status_impact: 'SERVICE_INFORMATION', ...update('SERVICE_INFORMATION') };
  expect(levelsIn(raw(information))).toEqual([[GEMINI, 'unknown']]);
});

describe('a malformed google entry', () => {
  const at = (time: string, status?: unknown) => ({ when: time, status, text: 'Words.' });
  const outage = { status_impact: 'SERVICE_OUTAGE' };
  const AVAILABLE = at('2026-05-20T10:30:00Z', 'AVAILABLE');
  const OUTAGE = at('2026-05-20T11:30:00Z', 'SERVICE_OUTAGE');
  const readAt = (...feed: unknown[]) => {
    const reading = google.parse({ incidents: JSON.stringify(feed) }, { pageId: null, origin: ORIGIN, readAt: NOW });
    if (!reading.ok) throw new Error(reading.failure.kind);
    return reading.report;
  };
  const levelOfGemini = (...feed: unknown[]) =>
    levelOf(readAt(...feed), { coreIds: [GEMINI], name: 'Gemini' }, NOW).level;

  it.each<[string, object]>([
    ['most_recent_update is the older one', { updates: [OUTAGE], most_recent_update: AVAILABLE }],
    ['the list is oldest first', { updates: [AVAILABLE, OUTAGE], most_recent_update: null }],
    ['the list is newest first', { updates: [OUTAGE, AVAILABLE], most_recent_update: null }],
    ['the newest has no state', { updates: [AVAILABLE, { ...OUTAGE, status: null }], most_recent_update: null }],
    ['one has no time', { updates: [AVAILABLE, { ...OUTAGE, when: 'soon' }], most_recent_update: null }],
    ['one is not an object', { updates: [AVAILABLE, 7], most_recent_update: AVAILABLE }],
    ['the newest is dated in the future', { updates: [at('2027-05-20T10:00:00Z', 'AVAILABLE'), OUTAGE] }],
    ['there are no updates', { updates: [], most_recent_update: null }],
    ['the list is a string', { updates: 'none', most_recent_update: AVAILABLE }],
  ])('keeps an outage by its newest update when %s', (_, over) => {
    const [incident] = readAt(raw({ ...outage, ...over })).incidents;
    expect(incident).toMatchObject({ kind: 'incident', level: 'major_outage', phase: 'investigating' });
  });

  it.each<[string, unknown]>([
    ['no beginning', raw({ ...outage, ...update('SERVICE_OUTAGE'), begin: null, created: null, modified: 'soon' })],
    ['no id', raw({ ...outage, ...update('SERVICE_OUTAGE'), id: null })],
    ['a number as title', raw({ ...outage, ...update('SERVICE_OUTAGE'), external_desc: 5, uri: {} })],
    ['an end in the future', raw({ ...outage, ...update('SERVICE_OUTAGE'), end: '2027-05-20T10:00:00Z' })],
    ['an end that is not a time', raw({ ...outage, ...update('SERVICE_OUTAGE'), end: true })],
  ])('keeps an outage with %s', (_, entry) => {
    expect(levelOfGemini(other, entry)).toBe('major_outage');
  });

  it.each<[string, unknown]>([
    ['a string', 'x'],
    ['null', null],
    ['an open incident of a product without a name', raw({ affected_products: [{ id: 5 }] })],
    [
      'an open incident of a product without a name beside one with a name',
      raw({ affected_products: [{ id: 'calendar', title: 'Calendar' }, { id: 5 }] }),
    ],
    ['an open incident whose products are not a list', raw({ affected_products: {} })],
    ['an open incident without products', raw({ affected_products: undefined })],
    ['an empty object', {}],
  ])('makes other products unknown: %s', (_, entry) => {
    expect(levelOfGemini(other, entry)).toBe('unknown');
    expect(levelOfGemini(raw(), entry)).toBe('partial_outage');
  });

  it('lists a product without an id under its title', () => {
    const report = readAt(raw({ affected_products: [{ title: 'Gemini', id: null }] }));
    expect(report).toMatchObject({ lists: 'components', components: [{ id: 'Gemini', name: 'Gemini' }] });
  });

  it('does not hide other products when it is resolved', () => {
    expect(levelOfGemini(other, raw({ end: '2026-05-20T11:00:00Z', affected_products: [{}] }))).toBe('operational');
  });

  it('with another product id belongs to another page', () => {
    const of = (feed: unknown) =>
      google.parse({ incidents: JSON.stringify(feed) }, { pageId: 'calendar', origin: ORIGIN });
    expect(of([other, 'x']).ok).toBe(true);
    expect(of([raw(), 'x'])).toEqual({ ok: false, failure: { kind: 'wrong_page' } });
  });
});

describe('google information', () => {
  const INFORMATION = { status_impact: 'SERVICE_INFORMATION', ...update('SERVICE_INFORMATION') };
  const kindOf = (over: object) => {
    const reading = read([raw(over)]);
    return reading.ok ? reading.report.incidents[0] : null;
  };

  it('is not an incident and has no level', () => {
    expect(kindOf(INFORMATION)).toMatchObject({ kind: 'information', impact: 'none', level: null });
    expect(kindOf({ ...INFORMATION, updates: [], most_recent_update: null })).toMatchObject({ kind: 'information' });
    expect(kindOf({ ...INFORMATION, end: '2026-05-20T11:00:00Z' })).toMatchObject({ kind: 'information' });
  });

  it('that became an outage is an incident', () => {
    const grown = { ...INFORMATION, ...update('SERVICE_OUTAGE') };
    expect(kindOf(grown)).toMatchObject({ kind: 'incident', impact: 'critical', level: 'major_outage' });
    expect(kindOf({ ...grown, end: '2026-05-20T11:30:00Z' })).toMatchObject({ kind: 'incident', impact: 'critical' });
  });

  it('that is over stays information', () => {
    const over = { ...INFORMATION, ...update('AVAILABLE'), end: '2026-05-20T11:30:00Z' };
    expect(kindOf(over)).toMatchObject({ kind: 'information', impact: 'none', phase: 'resolved' });
  });

  it('during a disruption does not end it', () => {
    expect(kindOf(update('SERVICE_INFORMATION'))).toMatchObject({
      kind: 'incident',
      impact: 'major',
      level: 'degraded',
    });
  });
});
