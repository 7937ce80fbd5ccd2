import { describe, expect, it } from 'vitest';
import { anIncident, CLAUDE_CORE, HOUR, MINUTE, NOON } from '@/tests/fakes/samples';
import type { PastTrouble } from '@/utils/model/history';
import { NO_FILTER, NO_HISTORY } from '@/utils/model/history';
import { filterTimeline, hoursOf, lengthsOf, type TimelineInput, timelineOf } from '@/utils/rules/history/timeline';

const closed = anIncident({ id: 'closed', phase: 'resolved', startedAt: NOON - 5 * HOUR, resolvedAt: NOON - 3 * HOUR });
const open = anIncident({ id: 'open', title: 'Opus 5.5 is slow', impact: 'minor' });
const elsewhere = anIncident({ id: 'elsewhere', componentIds: ['api'], startedAt: NOON - 9 * HOUR });

const trouble = (over: Partial<PastTrouble> = {}): PastTrouble => ({
  id: 'claude-1',
  assistantId: 'claude',
  source: 'seen',
  title: null,
  peak: 'partial_outage',
  startedAt: NOON - 5 * HOUR,
  sensedAt: NOON - 5 * HOUR,
  seenAt: NOON - 4 * HOUR,
  endedAt: NOON - 3 * HOUR,
  isEndKnown: true,
  isExplained: false,
  url: null,
  ...over,
});

const timeline = (over: Partial<TimelineInput> = {}) =>
  timelineOf({
    assistant: { id: 'claude', modelNames: 'Opus \\d\\.\\d' },
    coreIds: [CLAUDE_CORE],
    partNames: new Map([[CLAUDE_CORE, 'claude.ai']]),
    history: { ...NO_HISTORY, incidents: [elsewhere, closed, open] },
    troubles: [],
    open: new Set(['open']),
    expiredAt: null,
    now: NOON,
    ...over,
  });

describe('timelineOf', () => {
  it('lists incidents newest first with level, components, models and whether they are core', () => {
    const [first, second, third] = timeline();
    expect(first).toMatchObject({ title: 'Opus 5.5 is slow', level: 'degraded', endedAt: null, models: ['Opus 5.5'] });
    expect(second).toMatchObject({ endedAt: NOON - 3 * HOUR, isEndKnown: true, isCore: true, parts: ['claude.ai'] });
    // This incident was open when it left the page: its last update is the last known time.
    expect(third).toMatchObject({ isCore: false, endedAt: elsewhere.updatedAt, isEndKnown: false, parts: [] });
  });

  it('merges an observed outage with its incident and keeps the observation times', () => {
    const met = timeline({ history: { ...NO_HISTORY, incidents: [closed], troubles: [trouble()] } });
    expect(met).toHaveLength(1);
    expect(met[0]).toMatchObject({ source: 'page', sensedAt: NOON - 5 * HOUR, seenAt: NOON - 4 * HOUR });
    const known = trouble({ id: 'closed', source: 'page', sensedAt: null, seenAt: NOON - HOUR });
    expect(timeline({ troubles: [known] }).find(({ title }) => title === closed.title)?.seenAt).toBe(NOON - HOUR);
  });

  it('keeps an observed outage beside an incident of that time without a stated level', () => {
    const note = { ...closed, impact: 'none' } as const;
    const both = timeline({ history: { ...NO_HISTORY, incidents: [note], troubles: [trouble()] } });
    expect(both.map(({ source, level }) => [source, level])).toEqual([
      ['page', null],
      ['seen', 'partial_outage'],
    ]);
  });

  it('takes the level from the impact if the page reports a closed incident as operational', () => {
    const over = { ...closed, level: 'operational', impact: 'critical' } as const;
    const [entry] = timeline({ history: { ...NO_HISTORY, incidents: [over] } });
    expect(entry).toMatchObject({ level: 'major_outage', endedAt: NOON - 3 * HOUR });
    expect(lengthsOf(timeline({ history: { ...NO_HISTORY, incidents: [over] } }))).toMatchObject([{ count: 1 }]);
  });

  it('keeps outages that only this browser observed, and stored ones without history', () => {
    const alone = timeline({ troubles: [trouble({ startedAt: NOON - 20 * HOUR, endedAt: NOON - 19 * HOUR })] });
    expect(alone.at(-1)).toMatchObject({ source: 'seen', title: null, isCore: true });
    const remembered = timeline({ history: NO_HISTORY, troubles: [trouble({ id: 'closed', source: 'page' })] });
    expect(remembered).toHaveLength(1);
    expect(remembered[0]).toMatchObject({ source: 'page', updates: [] });
  });

  it('is searched by all words in any order and filtered by level and core', () => {
    const find = (over: object) => filterTimeline(timeline(), { ...NO_FILTER, ...over }).map(({ key }) => key);
    expect(find({})).toHaveLength(3);
    expect(find({ text: ' SLOW opus ' })).toEqual(['claude open']);
    expect(find({ text: 'looking claude.ai' })).toEqual(['claude open', 'claude closed']);
    expect(find({ level: 'degraded' })).toEqual(['claude open']);
    expect(find({ isCoreOnly: true })).toEqual(['claude open', 'claude closed']);
    expect(find({ text: 'nothing like it' })).toEqual([]);
  });
});

describe('patterns of the timeline', () => {
  it('lengthsOf uses core incidents with a known end, grouped by level', () => {
    const more = [20, 40, 90].map((minutes) =>
      anIncident({
        id: `${minutes}`,
        phase: 'resolved',
        startedAt: NOON - 9 * HOUR,
        resolvedAt: NOON - 9 * HOUR + minutes * MINUTE,
      }),
    );
    const entries = timeline({ history: { ...NO_HISTORY, incidents: [elsewhere, open, ...more] } });
    expect(lengthsOf(entries)).toEqual([
      {
        level: 'partial_outage',
        count: 3,
        medianMs: 40 * MINUTE,
        longestMs: 90 * MINUTE,
        all: [20 * MINUTE, 40 * MINUTE, 90 * MINUTE],
      },
    ]);
  });

  it('hoursOf counts an outage once for each hour of the day it covers', () => {
    const hours = hoursOf(timeline(), NOON, (at) => new Date(at).getUTCHours());
    // 7:00 to 9:00, and from 11:40 until noon.
    expect(hours.flatMap((count, hour) => (count > 0 ? [[hour, count]] : []))).toEqual([
      [7, 1],
      [8, 1],
      [9, 1],
      [11, 1],
      [12, 1],
    ]);
    const days = timeline({ history: { ...NO_HISTORY, incidents: [{ ...closed, startedAt: NOON - 90 * HOUR }] } });
    expect(Math.max(...hoursOf(days, NOON, (at) => new Date(at).getUTCHours()))).toBe(1);
  });
});
