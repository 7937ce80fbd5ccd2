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

it('microsoft requests the posts of the consumer services', () => {
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
])('microsoft maps the state %j to %s', (word, level) => {
  expect(levelOfCopilot(other, post(COPILOT, word)).level).toBe(level);
});

it('microsoft keeps issues of other services separate from Copilot', () => {
  expect(levelOfCopilot(post('OneDrive', 'ServiceInterruption'), post(COPILOT, 'Available'))).toMatchObject({
    level: 'operational',
    otherIncidents: [{ componentIds: ['OneDrive'], impact: 'critical' }],
  });
});

it('microsoft takes the worse of two posts about one service', () => {
  expect(levelOfCopilot(post(COPILOT, 'Available'), post(COPILOT, 'ServiceDegradation')).level).toBe('degraded');
});

describe('a microsoft post about an issue', () => {
  it('is parsed completely, dated by its writing instead of the server time', () => {
    const words = { Title: 'Copilot is slow', Message: '<div>We look into&nbsp;it.</div>' };
    expect(read(post(COPILOT, 'ServiceDegradation', words)).incidents).toEqual([
      {
        id: `post-${COPILOT}`,
        title: 'Copilot is slow',
        impact: 'minor',
        level: null,
        phase: 'investigating',
        startedAt: Date.UTC(2026, 4, 20, 11, 40),
        updatedAt: Date.UTC(2026, 4, 20, 11, 40),
        resolvedAt: null,
        derivedTimes: ['updates', 'startedAt'],
        kind: 'incident',
        isExplained: false,
        componentIds: [COPILOT],
        updates: [{ at: Date.UTC(2026, 4, 20, 11, 40), phase: null, text: 'We look into it.' }],
        url: null,
      },
    ]);
  });

  it('without a title uses its message as title, or the name of the service', () => {
    const titleOf = (over: object) => read(post(COPILOT, 'ServiceDegradation', over)).incidents[0]?.title;
    expect(titleOf({ Message: '<p>Slow.</p>' })).toBe('Slow.');
    expect(titleOf({})).toBe(COPILOT);
  });

  it('without a date changes the level but creates no incident', () => {
    const undated = post(COPILOT, 'ServiceDegradation', { AuthoredDateTime: null });
    expect(levelOfCopilot(undated)).toMatchObject({ level: 'degraded', incidents: [] });
  });

  it('is resolved when the service is restored', () => {
    expect(read(post(COPILOT, 'ServiceRestored')).incidents).toMatchObject([
      { phase: 'resolved', resolvedAt: Date.UTC(2026, 4, 20, 11, 40) },
    ]);
  });
});

it('microsoft ignores a date in the future when it determines the page’s last change', () => {
  const ahead = post(COPILOT, 'Available', { AuthoredDateTime: '2027-05-20T11:40:00Z' });
  const expected = { pageId: COPILOT, origin: null, readAt: NOW };
  const reading = microsoft.parse({ posts: posts(ahead, other) }, expected);
  expect(reading.ok && reading.report.sourceUpdatedAt).toBe(Date.UTC(2026, 4, 20, 11, 40));
});

it('microsoft creates no incident from a general message: only the status counts', () => {
  const words = { Message: '<div>For widespread, active incidents see elsewhere.</div>' };
  expect(read(post(COPILOT, 'Available', words))).toMatchObject({ incidents: [] });
});

it.each<[string, string, string]>([
  ['the HTML that answers elsewhere', '<!doctype html>', 'html'],
  ['an empty object', '{}', 'wrong_shape'],
  ['a service without a name', posts({ Status: 'Available' }), 'wrong_page'],
  ['posts without the chat', posts(other), 'wrong_page'],
  ['no posts at all', posts(), 'wrong_page'],
])('microsoft rejects %s', (_, body, kind) => {
  expect(microsoft.parse({ posts: body }, { pageId: COPILOT, origin: null })).toEqual({ ok: false, failure: { kind } });
});

describe('a malformed microsoft post', () => {
  const down = post(COPILOT, 'ServiceInterruption');

  it.each<[string, unknown]>([
    ['no name', post(COPILOT, 'Available', { ServiceDisplayName: undefined })],
    ['a number as name', post(COPILOT, 'Available', { ServiceDisplayName: 5 })],
    ['an empty name', post('', 'Available')],
    ['a string', 'x'],
    ['null', null],
  ])('hides no other post and is never operational: %s', (_, entry) => {
    expect(levelOfCopilot(entry as object, down).level).toBe('major_outage');
    expect(levelOfAll(read(entry as object, post(COPILOT, 'Available')), NOW).level).toBe('unknown');
  });

  it.each<[string, object, string]>([
    ['a number as status', { Status: 5 }, 'unknown'],
    ['a list as message', { Message: [], Title: {} }, 'major_outage'],
    ['a number as id and time', { Id: 5, AuthoredDateTime: 5 }, 'major_outage'],
  ])('keeps its service: %s', (_, over, level) => {
    expect(levelOfCopilot(other, { ...down, ...over }).level).toBe(level);
  });

  it('dated in the future does not start an incident then', () => {
    const body = posts(post('OneDrive', 'ServiceDegradation'), { ...down, AuthoredDateTime: '2027-05-20T11:40:00Z' });
    const reading = microsoft.parse({ posts: body }, { pageId: COPILOT, origin: null, readAt: NOW });
    const found = reading.ok ? reading.report.incidents.find(({ componentIds }) => componentIds[0] === COPILOT) : null;
    expect(found?.startedAt).toBe(Date.UTC(2026, 4, 20, 11, 40));
  });
});
