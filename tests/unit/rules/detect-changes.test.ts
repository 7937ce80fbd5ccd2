import { describe, expect, it } from 'vitest';
import { anEpisode, anIncident, aVerdict, HOUR, MINUTE, NOON } from '@/tests/fakes/samples';
import type { Change } from '@/utils/model/change';
import type { Recovery } from '@/utils/model/status';
import type { Verdict } from '@/utils/model/verdict';
import { type Before, detectChanges } from '@/utils/rules/judging/detect-changes';

const NOTHING: Before = { episode: null, recovery: null, sensed: null, isMuted: false };

/** Plays verdicts in their order, a reading a minute unless they say otherwise, and lists what was told. */
function play(verdicts: readonly Verdict[], isMutedAt: (minute: number) => boolean = () => false): Change[] {
  let before = NOTHING;
  return verdicts.flatMap((verdict, minute) => {
    const checkedAt = verdict.checkedAt === NOON ? NOON + minute * MINUTE : verdict.checkedAt;
    const step = detectChanges({ ...before, isMuted: isMutedAt(minute) }, { ...verdict, checkedAt }, verdict.incidents);
    const recovery: Recovery | null = step.ended ?? (step.episode === null ? before.recovery : null);
    before = { ...NOTHING, episode: step.episode, recovery };
    return step.change ?? [];
  });
}

const kindsOf = (verdicts: readonly Verdict[]) => play(verdicts).map((change) => change.kind);

const up = aVerdict();
const degraded = aVerdict('degraded');
const partial = aVerdict('partial_outage', { incidents: [anIncident()], since: NOON - 20 * MINUTE });
const major = aVerdict('major_outage', { incidents: [anIncident()] });
const unknown = aVerdict('unknown');
const maintenance = aVerdict('maintenance');
const monitoring = aVerdict('partial_outage', { incidents: [anIncident({ phase: 'monitoring' })] });
const at = (verdict: Verdict, checkedAt: number): Verdict => ({ ...verdict, checkedAt });

describe('what is told', () => {
  it.each<[string, Verdict[], Change['kind'][]]>([
    ['all is well', [up, up], []],
    ['an outage at once, and once', [partial, partial, partial], ['started']],
    ['the end, once', [partial, up, up], ['started', 'recovered']],
    ['degraded is held for two readings', [degraded, degraded, degraded], ['started']],
    ['a slow-down of one reading is never told, nor its end', [degraded, up, up], []],
    [
      'degraded under an incident of impact major is told at once',
      [{ ...degraded, incidents: [anIncident()] }],
      ['started'],
    ],
    ['held, then worse', [degraded, partial], ['started']],
    ['worse and better', [partial, major, partial], ['started', 'worsened', 'eased']],
    [
      'as bad again as it was before is no worsening',
      [partial, major, partial, major],
      ['started', 'worsened', 'eased', 'updated'],
    ],
    ['a new phase', [partial, monitoring], ['started', 'updated']],
    ['unknown ends nothing', [partial, unknown, partial, unknown], ['started']],
    ['maintenance ends nothing', [partial, maintenance, partial], ['started']],
    [
      'a second incident joins the same trouble',
      [partial, { ...partial, incidents: [anIncident(), anIncident({ id: 'incident-2' })] }],
      ['started', 'updated'],
    ],
  ])('%s', (_, verdicts, kinds) => {
    expect(kindsOf(verdicts)).toEqual(kinds);
  });

  it('never tells the same reading twice', () => {
    const first = detectChanges(NOTHING, partial, []);
    expect(first.change?.kind).toBe('started');
    const again = detectChanges({ ...NOTHING, episode: first.episode }, partial, []);
    expect(again).toEqual({ episode: first.episode, change: null, isNewReading: false, ended: null });
  });

  it.each([
    ['an edited title', { title: 'Another title' }],
    ['a backdated start', { startedAt: NOON - 9 * HOUR }],
    ['a later edit', { updatedAt: NOON + HOUR }],
  ])('%s is no news', (_, edit) => {
    const edited = { ...partial, since: NOON - 9 * HOUR, incidents: [anIncident(edit)] };
    expect(kindsOf([partial, edited])).toEqual(['started']);
  });

  it('a reading counts although the clock was set back by hours', () => {
    expect(kindsOf([partial, at(up, NOON - 5 * HOUR)])).toEqual(['started', 'recovered']);
  });

  it('what began while muted is told when the mute ends, if it still goes on', () => {
    const told = play([partial, partial, partial], (minute) => minute < 2);
    expect(told.map(({ kind, at: when }) => [kind, when])).toEqual([['started', NOON + 2 * MINUTE]]);
    expect(play([partial, up], (minute) => minute < 2)).toEqual([]);
  });
});

describe('what comes back', () => {
  it.each<[string, Verdict[], Change['kind'][]]>([
    [
      'the same incident, open again an hour later',
      [partial, up, at(partial, NOON + HOUR)],
      ['started', 'recovered', 'reopened'],
    ],
    [
      'another incident within ten minutes is the old trouble going on',
      [partial, up, { ...partial, incidents: [anIncident({ id: 'other' })] }],
      ['started', 'recovered', 'reopened'],
    ],
    [
      'another incident an hour later is a new one',
      [partial, up, at({ ...partial, incidents: [anIncident({ id: 'other' })] }, NOON + HOUR)],
      ['started', 'recovered', 'started'],
    ],
    ['a blip that was never told comes back as its first telling', [degraded, up, degraded, degraded], ['reopened']],
  ])('%s', (_, verdicts, kinds) => {
    expect(kindsOf(verdicts)).toEqual(kinds);
  });

  it('keeps the start and the name of the trouble that goes on', () => {
    const [started, , reopened] = play([partial, up, partial]);
    expect(reopened).toMatchObject({ episodeId: started?.episodeId, startedAt: started?.startedAt, reopened: 1 });
  });
});

describe('when it began and ended', () => {
  it('keeps the start that was told', () => {
    const [, recovered] = play([partial, up]);
    expect(recovered).toMatchObject({ startedAt: NOON - 20 * MINUTE, isStartKnown: true, endedAt: NOON + MINUTE });
  });

  it('says that the start is only when it was first seen', () => {
    expect(play([aVerdict('major_outage')])[0]).toMatchObject({ startedAt: NOON, isStartKnown: false });
  });

  const endedWith = (resolvedAt: number | null, lastReadAt = NOON - MINUTE) => {
    const closed = resolvedAt === null ? [] : [anIncident({ phase: 'resolved', resolvedAt })];
    return detectChanges({ ...NOTHING, episode: anEpisode({ lastReadAt }) }, up, closed);
  };

  it.each<[string, number | null, number, number | null]>([
    ['the maker says when', NOON - 2 * MINUTE, NOON - HOUR, NOON - 2 * MINUTE],
    ['nobody says, but it was seen going on a minute before', null, NOON - MINUTE, NOON],
    ['nobody says, and a night lies in between', null, NOON - 9 * HOUR, null],
    ['the maker names an end that has not come yet', NOON + HOUR, NOON - MINUTE, NOON],
    ['the maker names an end from before the start', NOON - HOUR, NOON - MINUTE, NOON],
  ])('%s', (_, resolvedAt, lastReadAt, endedAt) => {
    expect(endedWith(resolvedAt, lastReadAt).change).toMatchObject({ kind: 'recovered', endedAt });
  });
});
