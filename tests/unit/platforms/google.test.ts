import { describe, expect, it } from 'vitest';
import type { Level } from '@/utils/model/level';
import { google } from '@/utils/platforms/google';
import { levelOf } from '@/utils/rules/level-of';

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

describe('the level of Gemini', () => {
  it.each<[string, unknown[], Level]>([
    ['no open incident names it', [other], 'operational'],
    ['information', [raw({ status_impact: 'SERVICE_INFORMATION', ...update('SERVICE_INFORMATION') })], 'degraded'],
    ['disruption', [raw()], 'partial_outage'],
    ['outage', [raw({ status_impact: 'SERVICE_OUTAGE', ...update('SERVICE_OUTAGE') })], 'major_outage'],
    ['over, but not closed yet', [raw(update('AVAILABLE'))], 'operational'],
    ['ended, although its last word is still disruption', [raw({ end: '2026-05-20T11:00:00Z' })], 'operational'],
    [
      'a word that nobody knows, in an open incident',
      [raw({ status_impact: 'SUNNY', ...update('SUNNY') })],
      'degraded',
    ],
    [
      'trouble of another product',
      [raw({ affected_products: [{ id: 'calendar', title: 'Calendar' }] })],
      'operational',
    ],
    ['an empty feed says nothing', [], 'unknown'],
  ])('%s', (_, feed, level) => {
    const reading = read(feed);
    if (!reading.ok) throw new Error(reading.failure.kind);
    expect(levelOf(reading.report, { coreIds: [GEMINI], name: 'Gemini' }, NOW).level).toBe(level);
  });
});

it('reads an incident whole', () => {
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
  ['a list of strangers', '[{"id":"x"}]', 'wrong_shape'],
  ['an incident of a product without an id', JSON.stringify([raw({ affected_products: [{ id: '' }] })]), 'wrong_shape'],
  ['an incident without a beginning', JSON.stringify([raw({ begin: null, created: null })]), 'wrong_shape'],
])('does not believe %s', (_, body, kind) => {
  expect(google.parse({ incidents: body }, { pageId: null, origin: ORIGIN })).toEqual({ ok: false, failure: { kind } });
});

it('is read seldom: the feed is large and has no validators', () => {
  expect(google.floors).toEqual({ troubleMs: 300_000, calmMs: 1_800_000, askedMs: 300_000 });
});
