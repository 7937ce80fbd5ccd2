import { describe, expect, it } from 'vitest';
import { anEpisode, anIncident, aVerdict, HOUR, MINUTE, NOON } from '@/tests/fakes/samples';
import type { Change } from '@/utils/model/episode';
import type { Recovery } from '@/utils/model/status';
import type { Verdict } from '@/utils/model/verdict';
import { type Before, detectChanges } from '@/utils/rules/judging/detect-changes';

const NOTHING: Before = { episode: null, recovery: null, sensed: null, isSuppressed: false };

/** Plays verdicts in order, one reading per minute by default, and returns the changes. */
function play(verdicts: readonly Verdict[], isMutedAt: (minute: number) => boolean = () => false): Change[] {
  let before = NOTHING;
  return verdicts.flatMap((verdict, minute) => {
    const checkedAt = verdict.checkedAt === NOON ? NOON + minute * MINUTE : verdict.checkedAt;
    const step = detectChanges(
      { ...before, isSuppressed: isMutedAt(minute) },
      { ...verdict, checkedAt },
      verdict.incidents,
    );
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

describe('detectChanges', () => {
  it.each<[string, Verdict[], Change['kind'][]]>([
    ['reports nothing while all is well', [up, up], []],
    ['reports an outage immediately and once', [partial, partial, partial], ['started']],
    ['reports the recovery once', [partial, up, up], ['started', 'recovered']],
    ['reports degraded only after two readings', [degraded, degraded, degraded], ['started']],
    ['reports neither the start nor the end of a slowdown of one reading', [degraded, up, up], []],
    [
      'reports degraded immediately under an incident of impact major',
      [{ ...degraded, incidents: [anIncident()] }],
      ['started'],
    ],
    ['reports an outage that follows a held slowdown', [degraded, partial], ['started']],
    ['reports an escalation and an improvement', [partial, major, partial], ['started', 'worsened', 'eased']],
    [
      'reports a return to the earlier peak as an update, not an escalation',
      [partial, major, partial, major],
      ['started', 'worsened', 'eased', 'updated'],
    ],
    ['reports a new phase', [partial, monitoring], ['started', 'updated']],
    ['does not end an outage when the verdict is unknown', [partial, unknown, partial, unknown], ['started']],
    ['does not end an outage during maintenance', [partial, maintenance, partial], ['started']],
    [
      'reports a second incident as an update of the same outage',
      [partial, { ...partial, incidents: [anIncident(), anIncident({ id: 'incident-2' })] }],
      ['started', 'updated'],
    ],
  ])('%s', (_, verdicts, kinds) => {
    expect(kindsOf(verdicts)).toEqual(kinds);
  });

  it('returns no change for the same reading twice', () => {
    const first = detectChanges(NOTHING, partial, []);
    expect(first.change?.kind).toBe('started');
    const again = detectChanges({ ...NOTHING, episode: first.episode }, partial, []);
    expect(again).toEqual({ episode: first.episode, change: null, isNewReading: false, ended: null });
  });

  it.each([
    ['an edited title', { title: 'Another title' }],
    ['a backdated start', { startedAt: NOON - 9 * HOUR }],
    ['a later edit', { updatedAt: NOON + HOUR }],
  ])('does not report %s', (_, edit) => {
    const edited = { ...partial, since: NOON - 9 * HOUR, incidents: [anIncident(edit)] };
    expect(kindsOf([partial, edited])).toEqual(['started']);
  });

  it('accepts a reading although the clock was set back by hours', () => {
    expect(kindsOf([partial, at(up, NOON - 5 * HOUR)])).toEqual(['started', 'recovered']);
  });

  it('reports an ongoing outage that began while muted when the mute ends', () => {
    const changes = play([partial, partial, partial], (minute) => minute < 2);
    expect(changes.map(({ kind, at: when }) => [kind, when])).toEqual([['started', NOON + 2 * MINUTE]]);
    expect(play([partial, up], (minute) => minute < 2)).toEqual([]);
  });
});

describe('detectChanges for reopened outages', () => {
  it.each<[string, Verdict[], Change['kind'][]]>([
    [
      'reopens the outage when the same incident opens again an hour later',
      [partial, up, at(partial, NOON + HOUR)],
      ['started', 'recovered', 'reopened'],
    ],
    [
      'reopens the outage for another incident within ten minutes',
      [partial, up, { ...partial, incidents: [anIncident({ id: 'other' })] }],
      ['started', 'recovered', 'reopened'],
    ],
    [
      'starts a new outage for another incident an hour later',
      [partial, up, at({ ...partial, incidents: [anIncident({ id: 'other' })] }, NOON + HOUR)],
      ['started', 'recovered', 'started'],
    ],
    ['reports a returning unreported slowdown as reopened', [degraded, up, degraded, degraded], ['reopened']],
  ])('%s', (_, verdicts, kinds) => {
    expect(kindsOf(verdicts)).toEqual(kinds);
  });

  it('keeps the start time and the id of a reopened outage', () => {
    const [started, , reopened] = play([partial, up, partial]);
    expect(reopened).toMatchObject({ episodeId: started?.episodeId, startedAt: started?.startedAt, reopened: 1 });
  });
});

describe('detectChanges start and end times', () => {
  it('keeps the start time that was reported', () => {
    const [, recovered] = play([partial, up]);
    expect(recovered).toMatchObject({ startedAt: NOON - 20 * MINUTE, isStartKnown: true, endedAt: NOON + MINUTE });
  });

  it('marks the start as unknown when only the first reading is known', () => {
    expect(play([aVerdict('major_outage')])[0]).toMatchObject({ startedAt: NOON, isStartKnown: false });
  });

  const endedWith = (resolvedAt: number | null, lastReadAt = NOON - MINUTE) => {
    const closed = resolvedAt === null ? [] : [anIncident({ phase: 'resolved', resolvedAt })];
    return detectChanges({ ...NOTHING, episode: anEpisode({ lastReadAt }) }, up, closed);
  };

  it.each<[string, number | null, number, number | null]>([
    ['the page names it', NOON - 2 * MINUTE, NOON - HOUR, NOON - 2 * MINUTE],
    ['the page names none and the outage was seen a minute before', null, NOON - MINUTE, NOON],
    ['the page names none and a night lies in between', null, NOON - 9 * HOUR, null],
    ['the page names a time in the future', NOON + HOUR, NOON - MINUTE, NOON],
    ['the page names a time before the start', NOON - HOUR, NOON - MINUTE, NOON],
  ])('uses the right end time when %s', (_, resolvedAt, lastReadAt, endedAt) => {
    expect(endedWith(resolvedAt, lastReadAt).change).toMatchObject({ kind: 'recovered', endedAt });
  });

  it('does not end with an incident that was closed while the components still had an issue', () => {
    // The page closes the incident after the first reading; its component is down until the third.
    const componentOnly = aVerdict('partial_outage');
    const closed = anIncident({ phase: 'resolved', resolvedAt: NOON + MINUTE });
    const readings = [at(partial, NOON), at(componentOnly, NOON + 2 * MINUTE), at(componentOnly, NOON + HOUR)];
    let { episode } = NOTHING;
    for (const verdict of readings) ({ episode } = detectChanges({ ...NOTHING, episode }, verdict, [closed]));
    const step = detectChanges({ ...NOTHING, episode }, at(up, NOON + HOUR + 5 * MINUTE), [closed]);
    expect(step.change).toMatchObject({ kind: 'recovered', endedAt: NOON + HOUR + 5 * MINUTE });
  });
});
