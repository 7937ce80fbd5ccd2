import { describe, expect, it } from 'vitest';
import { anEpisode, anIncident, aReport, aVerdict, CLAUDE_CORE, HOUR, MINUTE, NOON } from '@/tests/fakes/samples';
import { type HistorySummary, NO_HISTORY_SUMMARY, type PastTrouble } from '@/utils/model/history';
import type { Level } from '@/utils/model/level';
import type { Incident } from '@/utils/model/report';
import {
  delaysOf,
  experienceOf,
  knownSince,
  learnFromPage,
  learnFromReading,
  learnFromRecovery,
  stripOf,
} from '@/utils/rules/history/past';

const DAY = 24 * HOUR;
const TODAY = NOON - 12 * HOUR;

const closed = (id: string, daysAgo: number, over: Partial<Incident> = {}): Incident =>
  anIncident({
    id,
    phase: 'resolved',
    startedAt: NOON - daysAgo * DAY,
    resolvedAt: NOON - daysAgo * DAY + HOUR,
    ...over,
  });

const learned = (...incidents: Incident[]) =>
  learnFromPage(NO_HISTORY_SUMMARY, 'claude', aReport({ incidents, hasHistory: true }), [CLAUDE_CORE], NOON);

describe('learnFromPage', () => {
  it('learns incidents of core components from the list', () => {
    const past = learned(
      closed('mine', 3),
      closed('theirs', 9, { componentIds: ['other'] }),
      closed('note', 2, { impact: 'none' }),
    );
    expect(past.troubles.map(({ id, peak }) => [id, peak])).toEqual([['mine', 'partial_outage']]);
    expect(past).toMatchObject({ listedSince: NOON - 9 * DAY, listedAt: NOON });
  });

  it('is nothing when the list was not read', () => {
    expect(
      learnFromPage(NO_HISTORY_SUMMARY, 'claude', aReport({ incidents: [closed('mine', 3)] }), [CLAUDE_CORE], NOON),
    ).toEqual(NO_HISTORY_SUMMARY);
  });

  it('learns nothing from incidents without components', () => {
    expect(learned(closed('whose', 3, { componentIds: [] }))).toMatchObject({ troubles: [], listedSince: null });
  });

  it('is idempotent', () => {
    const once = learned(closed('mine', 3));
    expect(
      learnFromPage(once, 'claude', aReport({ incidents: [closed('mine', 3)], hasHistory: true }), [CLAUDE_CORE], NOON),
    ).toEqual(once);
  });

  it('does not count an outage twice that this browser also observed', () => {
    const recovery = { episode: anEpisode({ incidentIds: ['mine'] }), endedAt: NOON, isEndKnown: true };
    expect(learnFromRecovery(learned(closed('mine', 1)), 'claude', recovery, null, NOON).troubles).toHaveLength(1);
    const seen = learnFromRecovery(NO_HISTORY_SUMMARY, 'claude', recovery, 'Title', NOON);
    const incident = closed('other', 0, { startedAt: NOON - 10 * MINUTE, resolvedAt: NOON });
    const both = learnFromPage(
      seen,
      'claude',
      aReport({ incidents: [incident], hasHistory: true }),
      [CLAUDE_CORE],
      NOON,
    );
    expect(both.troubles.map(({ source }) => source)).toEqual(['page']);
    expect(learnFromRecovery(NO_HISTORY_SUMMARY, 'claude', recovery, 'Title', NOON).troubles).toMatchObject([
      { source: 'seen', title: 'Title' },
    ]);
  });
});

describe('the head start of the user over the page', () => {
  const HEAD_START = { sensedAt: NOON - 30 * MINUTE, seenAt: NOON - 12 * MINUTE };
  const recovery = { episode: anEpisode({ ...HEAD_START, incidentIds: ['mine'] }), endedAt: NOON, isEndKnown: true };
  const listed = (...incidents: Incident[]) => aReport({ incidents, hasHistory: true });
  const incident = closed('mine', 0, { startedAt: NOON - 20 * MINUTE, resolvedAt: NOON - MINUTE });
  const earlier = closed('earlier', 0, { startedAt: NOON - 50 * MINUTE, resolvedAt: NOON - 18 * MINUTE });
  const relearned = (past: HistorySummary) =>
    learnFromPage(past, 'claude', listed(incident, earlier), [CLAUDE_CORE], NOON);

  it('is stored for an outage that only this browser observed', () => {
    expect(learnFromRecovery(NO_HISTORY_SUMMARY, 'claude', recovery, null, NOON).troubles).toMatchObject([HEAD_START]);
  });

  it('moves to the matching incident when the page’s list is read', () => {
    const both = relearned(learnFromRecovery(NO_HISTORY_SUMMARY, 'claude', recovery, null, NOON));
    expect(both.troubles).toMatchObject([
      { id: 'mine', source: 'page', ...HEAD_START },
      { id: 'earlier', sensedAt: null },
    ]);
  });

  it('is added to an incident that was learned before the recovery', () => {
    const after = learnFromRecovery(relearned(NO_HISTORY_SUMMARY), 'claude', recovery, null, NOON);
    expect(after.troubles).toMatchObject([{ id: 'mine', ...HEAD_START }, { id: 'earlier' }]);
  });

  it('survives repeated readings of the list', () => {
    const once = relearned(learnFromRecovery(NO_HISTORY_SUMMARY, 'claude', recovery, null, NOON));
    expect(relearned(relearned(once))).toEqual(once);
  });
});

describe('stripOf', () => {
  const starts = [3, 2, 1, 0].map((ago) => TODAY - ago * DAY);
  const levels = (past: HistorySummary) => stripOf(past, starts, NOON, null).map(({ level }) => level);

  it.each<[string, HistorySummary, Level[]]>([
    ['nothing is known', NO_HISTORY_SUMMARY, ['unknown', 'unknown', 'unknown', 'unknown']],
    [
      'only today was seen',
      learnFromReading(NO_HISTORY_SUMMARY, aVerdict(), TODAY),
      ['unknown', 'unknown', 'unknown', 'operational'],
    ],
    [
      'the page’s list reaches back two days',
      learned(closed('first', 2.5, { componentIds: ['other'] })),
      ['unknown', 'operational', 'operational', 'operational'],
    ],
    [
      'an outage precedes the complete part of the list',
      learned(closed('first', 3)),
      ['partial_outage', 'operational', 'operational', 'operational'],
    ],
    [
      'a day has several levels',
      learnFromReading(learnFromReading(NO_HISTORY_SUMMARY, aVerdict('major_outage'), TODAY), aVerdict(), TODAY),
      ['unknown', 'unknown', 'unknown', 'major_outage'],
    ],
    [
      'a reading is unknown',
      learnFromReading(NO_HISTORY_SUMMARY, aVerdict('unknown'), TODAY),
      ['unknown', 'unknown', 'unknown', 'unknown'],
    ],
    [
      'nothing was read since the list of yesterday afternoon',
      { ...learned(closed('first', 9)), listedAt: NOON - 20 * HOUR },
      ['operational', 'operational', 'operational', 'unknown'],
    ],
    [
      'the list was last read two days ago',
      { ...learned(closed('first', 9)), listedAt: NOON - 2 * DAY },
      ['operational', 'operational', 'unknown', 'unknown'],
    ],
  ])('returns the right levels when %s', (_, past, expected) => {
    expect(levels(past)).toEqual(expected);
  });

  it('marks every day since an ongoing outage began', () => {
    const ongoing = { startedAt: TODAY - DAY, level: 'degraded', lastReadAt: NOON } as const;
    expect(stripOf(learned(closed('first', 9)), starts, NOON, ongoing).map(({ level }) => level)).toEqual([
      'operational',
      'operational',
      'degraded',
      'degraded',
    ]);
  });

  it('marks no day on which an ongoing outage was not read any more', () => {
    const ongoing = { startedAt: TODAY - 2.5 * DAY, level: 'degraded', lastReadAt: TODAY - 1.5 * DAY } as const;
    const listed = learned(closed('first', 9));
    expect(stripOf(listed, starts, NOON, ongoing).map(({ level }) => level)).toEqual([
      'degraded',
      'degraded',
      'unknown',
      'unknown',
    ]);
  });

  it('ignores the time before a gap between two lists', () => {
    const before = { ...learned(closed('first', 40)), listedAt: NOON - 30 * DAY };
    const report = aReport({ incidents: [closed('later', 2.5)], hasHistory: true });
    expect(learnFromPage(before, 'claude', report, [CLAUDE_CORE], NOON).listedSince).toBe(NOON - 2.5 * DAY);
  });

  it('shows no day of a pause as operational after which the list is empty', () => {
    const before = learned(closed('first', 20));
    const emptyAt = (now: number) =>
      learnFromPage({ ...before, listedAt: NOON }, 'claude', aReport({ hasHistory: true }), [CLAUDE_CORE], now);
    expect(emptyAt(NOON + DAY).listedSince).toBe(NOON - 20 * DAY);
    expect(emptyAt(NOON + 10 * DAY)).toMatchObject({ listedSince: null, troubles: before.troubles });
  });

  it('knownSince returns the earliest known time, or null', () => {
    expect(knownSince(NO_HISTORY_SUMMARY)).toBeNull();
    expect(knownSince(learned(closed('first', 9)))).toBe(NOON - 9 * DAY);
    expect(knownSince(learnFromReading(NO_HISTORY_SUMMARY, aVerdict(), TODAY))).toBe(TODAY);
  });
});

describe('experienceOf', () => {
  const lasting = (minutes: number, index: number, peak: Level = 'partial_outage'): PastTrouble => ({
    id: `${peak}-${index}`,
    assistantId: 'claude',
    source: 'page',
    title: null,
    peak,
    startedAt: NOON - index * DAY,
    sensedAt: null,
    seenAt: null,
    endedAt: NOON - index * DAY + minutes * MINUTE,
    isEndKnown: true,
    isExplained: false,
    url: null,
  });
  const past = (...minutes: number[]): HistorySummary => ({
    ...NO_HISTORY_SUMMARY,
    troubles: minutes.map((one, index) => lasting(one, index)),
  });

  it('returns null for fewer than five outages of the level', () => {
    expect(experienceOf(past(10, 20, 30, 40), 'partial_outage')).toBeNull();
    expect(experienceOf(past(10, 20, 30, 40, 50), 'major_outage')).toBeNull();
  });

  it('ignores outages without a known end', () => {
    const some = past(10, 20, 30, 40, 50);
    const unseen = { ...some, troubles: some.troubles.map((one) => ({ ...one, isEndKnown: false })) };
    expect(experienceOf(unseen, 'partial_outage')).toBeNull();
  });

  it.each([
    ['five outages', [10, 50, 20, 40, 30], { count: 5, medianMs: 30 * MINUTE, longestMs: 50 * MINUTE }],
    [
      'an even number of outages',
      [10, 20, 30, 40, 50, 60],
      { count: 6, medianMs: 35 * MINUTE, longestMs: 60 * MINUTE },
    ],
    [
      'the last ten of twelve outages',
      [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 900, 900],
      { count: 10, medianMs: MINUTE, longestMs: MINUTE },
    ],
  ])('calculates count, median and maximum of %s', (_, minutes, expected) => {
    expect(experienceOf(past(...minutes), 'partial_outage')).toEqual(expected);
  });
});

describe('the delays of a status page', () => {
  const met = (id: string, sensedAt: number | null, seenAt: number): PastTrouble => ({
    id,
    assistantId: 'claude',
    source: 'page',
    title: null,
    peak: 'degraded',
    startedAt: seenAt,
    sensedAt,
    seenAt,
    endedAt: seenAt + HOUR,
    isEndKnown: true,
    isExplained: false,
    url: null,
  });

  it('are counted from the first failing message to the reading that showed the outage, once for each outage', () => {
    const outages = [
      met('a', NOON, NOON + 19 * MINUTE),
      met('a, by the id of the page', NOON, NOON + 19 * MINUTE),
      met('b', NOON + DAY, NOON + DAY + 5 * MINUTE),
      met('c', NOON + 2 * DAY, NOON + 2 * DAY + 41 * MINUTE),
      met('not met', null, NOON + 3 * DAY),
      met('the page was first', NOON + 5 * DAY, NOON + 4 * DAY),
    ];
    expect(delaysOf(outages)).toEqual({ count: 3, medianMs: 19 * MINUTE, longestMs: 41 * MINUTE });
  });

  it('are unknown while no message failed before the page reported it', () => {
    expect(delaysOf([met('not met', null, NOON)])).toBeNull();
  });
});
