import { describe, expect, it } from 'vitest';
import { anEpisode, anIncident, aVerdict, HOUR, MINUTE, NOON } from '@/tests/fakes/samples';
import type { Change } from '@/utils/model/change';
import type { Episode } from '@/utils/model/episode';
import type { Verdict } from '@/utils/model/verdict';
import { detectChanges } from '@/utils/rules/detect-changes';

/** Plays verdicts in their order, a reading a minute, and lists what was told. */
function play(verdicts: readonly Verdict[], episode: Episode | null = null): Change[] {
  let current = episode;
  return verdicts.flatMap((verdict, minute) => {
    const step = detectChanges(current, { ...verdict, checkedAt: NOON + minute * MINUTE }, verdict.incidents);
    current = step.episode;
    return step.change ?? [];
  });
}

const up = aVerdict();
const degraded = aVerdict('degraded');
const partial = aVerdict('partial_outage', { incidents: [anIncident()], since: NOON - 20 * MINUTE });
const major = aVerdict('major_outage', { incidents: [anIncident()] });
const unknown = aVerdict('unknown');
const maintenance = aVerdict('maintenance');
const monitoring = aVerdict('partial_outage', { incidents: [anIncident({ phase: 'monitoring' })] });

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
    ['a new phase', [partial, monitoring], ['started', 'updated']],
    ['unknown ends nothing', [partial, unknown, partial, unknown], ['started']],
    ['maintenance ends nothing', [partial, maintenance, partial], ['started']],
    [
      'a second incident joins the same trouble',
      [partial, { ...partial, incidents: [anIncident({ id: 'incident-2' })] }],
      ['started', 'updated'],
    ],
  ])('%s', (_, verdicts, kinds) => {
    expect(play(verdicts).map((change) => change.kind)).toEqual(kinds);
  });

  it('never tells the same reading twice', () => {
    const first = detectChanges(null, partial, []);
    expect(first.change?.kind).toBe('started');
    expect(detectChanges(first.episode, partial, []).change).toBeNull();
    expect(detectChanges(first.episode, partial, []).episode).toEqual(first.episode);
  });

  it.each([
    ['an edited title', { title: 'Another title' }],
    ['a backdated start', { startedAt: NOON - 9 * HOUR }],
    ['a later edit', { updatedAt: NOON + HOUR }],
  ])('%s is no news', (_, edit) => {
    const edited = { ...partial, since: NOON - 9 * HOUR, incidents: [anIncident(edit)] };
    expect(play([partial, edited]).map((change) => change.kind)).toEqual(['started']);
  });
});

describe('when it began and ended', () => {
  it('keeps the start that was told', () => {
    const [, recovered] = play([partial, { ...up, incidents: [] }]);
    expect(recovered).toMatchObject({ startedAt: NOON - 20 * MINUTE, isStartKnown: true });
  });

  it('says that the start is only when it was first seen', () => {
    expect(play([aVerdict('major_outage')])[0]).toMatchObject({ startedAt: NOON, isStartKnown: false });
  });

  it('takes the end from the maker when the incident says it', () => {
    const closed = anIncident({ phase: 'resolved', resolvedAt: NOON - 2 * MINUTE });
    expect(detectChanges(anEpisode(), up, [closed]).change).toMatchObject({ kind: 'recovered', at: NOON - 2 * MINUTE });
  });

  it('takes the reading when the maker names an impossible end', () => {
    const closed = anIncident({ phase: 'resolved', resolvedAt: NOON + HOUR });
    expect(detectChanges(anEpisode(), up, [closed]).change?.at).toBe(NOON);
  });
});
