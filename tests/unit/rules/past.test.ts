import { describe, expect, it } from 'vitest';
import { english } from '@/tests/fakes/english';
import { anEpisode, anIncident, aReport, aVerdict, CLAUDE_CORE, HOUR, MINUTE, NOON } from '@/tests/fakes/samples';
import { type HistorySummary, NO_HISTORY_SUMMARY, type PastTrouble } from '@/utils/model/history';
import type { Level } from '@/utils/model/level';
import type { Incident } from '@/utils/model/report';
import { experienceOf, learnFromPage, learnFromReading, learnFromRecovery } from '@/utils/rules/history/past';
import { knownSince, stripOf } from '@/utils/rules/history/strip';

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

const learn = (...incidents: Incident[]) =>
  learnFromPage(NO_HISTORY_SUMMARY, 'claude', aReport({ incidents, hasHistory: true }), [CLAUDE_CORE], NOON);

describe('what is learnt from the page', () => {
  it('is what its list says of the core components', () => {
    const past = learn(
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

  it('is nothing where incidents name no components: nobody knows whose they were', () => {
    expect(learn(closed('whose', 3, { componentIds: [] }))).toMatchObject({ troubles: [], listedSince: null });
  });

  it('is the same however often it is learnt', () => {
    const once = learn(closed('mine', 3));
    expect(
      learnFromPage(once, 'claude', aReport({ incidents: [closed('mine', 3)], hasHistory: true }), [CLAUDE_CORE], NOON),
    ).toEqual(once);
  });

  it('does not count twice what this browser saw too', () => {
    const recovery = { episode: anEpisode({ incidentIds: ['mine'] }), endedAt: NOON, isEndKnown: true };
    expect(learnFromRecovery(learn(closed('mine', 1)), 'claude', recovery, null, NOON).troubles).toHaveLength(1);
    const seen = learnFromRecovery(NO_HISTORY_SUMMARY, 'claude', recovery, 'Title', NOON);
    const told = closed('other', 0, { startedAt: NOON - 10 * MINUTE, resolvedAt: NOON });
    const both = learnFromPage(seen, 'claude', aReport({ incidents: [told], hasHistory: true }), [CLAUDE_CORE], NOON);
    expect(both.troubles.map(({ source }) => source)).toEqual(['page']);
    expect(learnFromRecovery(NO_HISTORY_SUMMARY, 'claude', recovery, 'Title', NOON).troubles).toMatchObject([
      { source: 'seen', title: 'Title' },
    ]);
  });
});

describe('when the person had met it before the page', () => {
  const LED = { sensedAt: NOON - 30 * MINUTE, seenAt: NOON - 12 * MINUTE };
  const recovery = { episode: anEpisode({ ...LED, incidentIds: ['mine'] }), endedAt: NOON, isEndKnown: true };
  const listed = (...incidents: Incident[]) => aReport({ incidents, hasHistory: true });
  const told = closed('mine', 0, { startedAt: NOON - 20 * MINUTE, resolvedAt: NOON - MINUTE });
  const earlier = closed('earlier', 0, { startedAt: NOON - 50 * MINUTE, resolvedAt: NOON - 18 * MINUTE });
  const learnt = (past: HistorySummary) => learnFromPage(past, 'claude', listed(told, earlier), [CLAUDE_CORE], NOON);

  it('is remembered of what only this browser saw', () => {
    expect(learnFromRecovery(NO_HISTORY_SUMMARY, 'claude', recovery, null, NOON).troubles).toMatchObject([LED]);
  });

  it('stays when the page’s own account takes its place, on the one that was read then', () => {
    const both = learnt(learnFromRecovery(NO_HISTORY_SUMMARY, 'claude', recovery, null, NOON));
    expect(both.troubles).toMatchObject([
      { id: 'mine', source: 'page', ...LED },
      { id: 'earlier', sensedAt: null },
    ]);
  });

  it('stays when the page had told its own before it was over for us', () => {
    const after = learnFromRecovery(learnt(NO_HISTORY_SUMMARY), 'claude', recovery, null, NOON);
    expect(after.troubles).toMatchObject([{ id: 'mine', ...LED }, { id: 'earlier' }]);
  });

  it('stays however often the page’s list is read again', () => {
    const once = learnt(learnFromRecovery(NO_HISTORY_SUMMARY, 'claude', recovery, null, NOON));
    expect(learnt(learnt(once))).toEqual(once);
  });
});

describe('the strip', () => {
  const starts = [3, 2, 1, 0].map((ago) => TODAY - ago * DAY);
  const levels = (past: HistorySummary) => stripOf(past, starts, NOON, null).map(({ level }) => level);

  it.each<[string, HistorySummary, Level[]]>([
    [english('history_known', 'nothing is'), NO_HISTORY_SUMMARY, ['unknown', 'unknown', 'unknown', 'unknown']],
    [
      'only today was seen',
      learnFromReading(NO_HISTORY_SUMMARY, aVerdict(), TODAY),
      ['unknown', 'unknown', 'unknown', 'operational'],
    ],
    [
      'the page’s list reaches back two days',
      learn(closed('first', 2.5, { componentIds: ['other'] })),
      ['unknown', 'operational', 'operational', 'operational'],
    ],
    [
      'trouble is known even before the list is complete',
      learn(closed('first', 3)),
      ['partial_outage', 'operational', 'operational', 'operational'],
    ],
    [
      'the worst of a day stands for it',
      learnFromReading(learnFromReading(NO_HISTORY_SUMMARY, aVerdict('major_outage'), TODAY), aVerdict(), TODAY),
      ['unknown', 'unknown', 'unknown', 'major_outage'],
    ],
    [
      'a reading that says nothing marks no day',
      learnFromReading(NO_HISTORY_SUMMARY, aVerdict('unknown'), TODAY),
      ['unknown', 'unknown', 'unknown', 'unknown'],
    ],
    [
      'a list that was last read two days ago says nothing of today',
      { ...learn(closed('first', 9)), listedAt: NOON - 2 * DAY },
      ['operational', 'operational', 'unknown', 'unknown'],
    ],
  ])('%s', (_, past, expected) => {
    expect(levels(past)).toEqual(expected);
  });

  it('stands on every day since what goes on now began', () => {
    const ongoing = { startedAt: TODAY - DAY, level: 'degraded' } as const;
    expect(stripOf(learn(closed('first', 9)), starts, NOON, ongoing).map(({ level }) => level)).toEqual([
      'operational',
      'operational',
      'degraded',
      'degraded',
    ]);
  });

  it('does not know what lies before a gap between two lists', () => {
    const before = { ...learn(closed('first', 40)), listedAt: NOON - 30 * DAY };
    const report = aReport({ incidents: [closed('later', 2.5)], hasHistory: true });
    expect(learnFromPage(before, 'claude', report, [CLAUDE_CORE], NOON).listedSince).toBe(NOON - 2.5 * DAY);
  });

  it('says since when it knows anything', () => {
    expect(knownSince(NO_HISTORY_SUMMARY)).toBeNull();
    expect(knownSince(learn(closed('first', 9)))).toBe(NOON - 9 * DAY);
    expect(knownSince(learnFromReading(NO_HISTORY_SUMMARY, aVerdict(), TODAY))).toBe(TODAY);
  });
});

describe('how troubles like it lasted', () => {
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

  it('is not said with fewer than five', () => {
    expect(experienceOf(past(10, 20, 30, 40), 'partial_outage')).toBeNull();
    expect(experienceOf(past(10, 20, 30, 40, 50), 'major_outage')).toBeNull();
  });

  it('leaves out those that nobody saw end', () => {
    const some = past(10, 20, 30, 40, 50);
    const unseen = { ...some, troubles: some.troubles.map((one) => ({ ...one, isEndKnown: false })) };
    expect(experienceOf(unseen, 'partial_outage')).toBeNull();
  });

  it.each([
    ['five', [10, 50, 20, 40, 30], { count: 5, medianMs: 30 * MINUTE, longestMs: 50 * MINUTE }],
    ['an even number', [10, 20, 30, 40, 50, 60], { count: 6, medianMs: 35 * MINUTE, longestMs: 60 * MINUTE }],
    [
      'the last ten of twelve',
      [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 900, 900],
      { count: 10, medianMs: MINUTE, longestMs: MINUTE },
    ],
  ])('of %s', (_, minutes, expected) => {
    expect(experienceOf(past(...minutes), 'partial_outage')).toEqual(expected);
  });
});
