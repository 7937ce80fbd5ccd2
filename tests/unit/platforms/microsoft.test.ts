import { describe, expect, it } from 'vitest';
import { post, posts } from '@/tests/fixtures/microsoft/documents';
import type { Report } from '@/utils/model/report';
import { microsoft } from '@/utils/platforms/microsoft';
import { levelOf, levelOfAll } from '@/utils/rules/judging/level';

const NOW = Date.UTC(2026, 4, 20, 12);
const COPILOT = 'Microsoft Copilot';
const other = post('OneDrive', 'Available');

function read(...all: readonly object[]): Report {
  const reading = microsoft.parse({ posts: posts(...all) }, { pageId: COPILOT, origin: null });
  if (!reading.ok) throw new Error(reading.failure.kind);
  return reading.report;
}

const levelOfCopilot = (...all: readonly object[]) => levelOf(read(...all), { coreIds: [COPILOT], name: null }, NOW);

it('asks for the posts of the consumer services', () => {
  expect(microsoft.requests('https://status.example.com').map(({ name, url }) => [name, url])).toEqual([
    ['posts', 'https://status.example.com/api/posts/m365Consumer'],
  ]);
});

it.each([
  ['Available', 'operational'],
  ['Operational', 'operational'],
  ['ServiceRestored', 'operational'],
  ['ServiceDegradation', 'degraded'],
  ['ServiceInterruption', 'major_outage'],
  ['Investigating', 'unknown'],
  ['Unknown', 'unknown'],
  ['available', 'unknown'],
  ['valueOf', 'unknown'],
  ['', 'unknown'],
  [null, 'unknown'],
  [undefined, 'unknown'],
])('the word %j is %s', (word, level) => {
  expect(levelOfCopilot(other, post(COPILOT, word)).level).toBe(level);
});

it('the trouble of another service is not the chat’s', () => {
  expect(levelOfCopilot(post('OneDrive', 'ServiceInterruption'), post(COPILOT, 'Available'))).toMatchObject({
    level: 'operational',
    otherIncidents: [{ componentIds: ['OneDrive'], impact: 'critical' }],
  });
});

it('a service that is posted twice is as bad as the worse', () => {
  expect(levelOfCopilot(post(COPILOT, 'Available'), post(COPILOT, 'ServiceDegradation')).level).toBe('degraded');
});

describe('a post about trouble', () => {
  it('is read whole; its moment is that of its writing, not that of the server', () => {
    const told = { Title: 'Copilot is slow', Message: '<div>We look into&nbsp;it.</div>' };
    expect(read(post(COPILOT, 'ServiceDegradation', told)).incidents).toEqual([
      {
        id: `post-${COPILOT}`,
        title: 'Copilot is slow',
        impact: 'minor',
        level: null,
        phase: 'investigating',
        startedAt: Date.UTC(2026, 4, 20, 11, 40),
        updatedAt: Date.UTC(2026, 4, 20, 11, 40),
        resolvedAt: null,
        kind: 'incident',
        isExplained: false,
        componentIds: [COPILOT],
        updates: [{ at: Date.UTC(2026, 4, 20, 11, 40), phase: null, text: 'We look into it.' }],
        url: null,
      },
    ]);
  });

  it('without a title is called by its words, and without those by its service', () => {
    const titleOf = (over: object) => read(post(COPILOT, 'ServiceDegradation', over)).incidents[0]?.title;
    expect(titleOf({ Message: '<p>Slow.</p>' })).toBe('Slow.');
    expect(titleOf({})).toBe(COPILOT);
  });

  it('counts without the moment of its writing, but makes no incident', () => {
    const undated = post(COPILOT, 'ServiceDegradation', { AuthoredDateTime: null });
    expect(levelOfCopilot(undated)).toMatchObject({ level: 'degraded', incidents: [] });
  });

  it('is over when the service is restored', () => {
    expect(read(post(COPILOT, 'ServiceRestored')).incidents).toMatchObject([
      { phase: 'resolved', resolvedAt: Date.UTC(2026, 4, 20, 11, 40) },
    ]);
  });
});

it('a moment ahead of the reading is not when the page changed', () => {
  const ahead = post(COPILOT, 'Available', { AuthoredDateTime: '2027-05-20T11:40:00Z' });
  const expected = { pageId: COPILOT, origin: null, readAt: NOW };
  const reading = microsoft.parse({ posts: posts(ahead, other) }, expected);
  expect(reading.ok && reading.report.sourceUpdatedAt).toBe(Date.UTC(2026, 4, 20, 11, 40));
});

it('a message about incidents in general is none: only the status counts', () => {
  const words = { Message: '<div>For widespread, active incidents see elsewhere.</div>' };
  expect(read(post(COPILOT, 'Available', words))).toMatchObject({ incidents: [] });
});

it.each<[string, string, string]>([
  ['the HTML that answers elsewhere', '<!doctype html>', 'html'],
  ['an empty object', '{}', 'wrong_shape'],
  ['a service without a name', posts({ Status: 'Available' }), 'wrong_page'],
  ['posts without the chat', posts(other), 'wrong_page'],
  ['no posts at all', posts(), 'wrong_page'],
])('does not believe %s', (_, body, kind) => {
  expect(microsoft.parse({ posts: body }, { pageId: COPILOT, origin: null })).toEqual({ ok: false, failure: { kind } });
});

describe('a post with a fault', () => {
  const down = post(COPILOT, 'ServiceInterruption');

  it.each<[string, unknown]>([
    ['no name', post(COPILOT, 'Available', { ServiceDisplayName: undefined })],
    ['a number for a name', post(COPILOT, 'Available', { ServiceDisplayName: 5 })],
    ['an empty name', post('', 'Available')],
    ['no object', 'x'],
    ['null', null],
  ])('hides no other and is never green: %s', (_, entry) => {
    expect(levelOfCopilot(entry as object, down).level).toBe('major_outage');
    expect(levelOfAll(read(entry as object, post(COPILOT, 'Available')), NOW).level).toBe('unknown');
  });

  it.each<[string, object, string]>([
    ['a number for a status', { Status: 5 }, 'unknown'],
    ['a list for a message', { Message: [], Title: {} }, 'major_outage'],
    ['a number for an id and a time', { Id: 5, AuthoredDateTime: 5 }, 'major_outage'],
  ])('keeps its service: %s', (_, over, level) => {
    expect(levelOfCopilot(other, { ...down, ...over }).level).toBe(level);
  });

  it('that is dated ahead did not begin then', () => {
    const body = posts(post('OneDrive', 'ServiceDegradation'), { ...down, AuthoredDateTime: '2027-05-20T11:40:00Z' });
    const reading = microsoft.parse({ posts: body }, { pageId: COPILOT, origin: null, readAt: NOW });
    const found = reading.ok ? reading.report.incidents.find(({ componentIds }) => componentIds[0] === COPILOT) : null;
    expect(found?.startedAt).toBe(Date.UTC(2026, 4, 20, 11, 40));
  });
});
