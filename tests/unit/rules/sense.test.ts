import { describe, expect, it } from 'vitest';
import { aVerdict, HOUR, MINUTE, NOON, SECOND } from '@/tests/fakes/samples';
import type { LocalSignal } from '@/utils/model/episode';
import type { EvidenceKind } from '@/utils/model/evidence';
import { signalBefore, updateLocalSignal } from '@/utils/rules/evidence/local-signal';

const suspected = (what: EvidenceKind, since: number) =>
  aVerdict('operational', {
    kind: 'suspected',
    suspicion: {
      source: 'evidence' as const,
      what,
      failed: 2,
      of: 2,
      isSilent: false,
      since,
      until: since + 6 * MINUTE,
    },
  });
const begun = updateLocalSignal(null, suspected('send', NOON), NOON + MINUTE);
const aSensed = (over: Partial<LocalSignal> = {}): LocalSignal => ({
  since: NOON,
  until: NOON + 6 * MINUTE,
  isOver: false,
  decided: ['send'],
  ...over,
});

describe('sense', () => {
  it('notices what is possible for the first time, once', () => {
    expect(begun).toMatchObject({ sensed: aSensed(), change: { kind: 'suspected', episodeId: `claude-${NOON}` } });
    const again = updateLocalSignal(begun.sensed, suspected('send', NOON + 5 * MINUTE), NOON + 6 * MINUTE);
    expect(again).toMatchObject({ change: null, sensed: { since: NOON, until: NOON + 11 * MINUTE } });
    expect(again.verdict.suspicion?.since).toBe(NOON);
  });

  it('notices each kind by itself, as one trouble', () => {
    const closed = updateLocalSignal(begun.sensed, suspected('page', NOON + 3 * MINUTE), NOON + 4 * MINUTE);
    expect(closed).toMatchObject({ sensed: { since: NOON, decided: ['send', 'page'] }, change: { kind: 'unopened' } });
    expect(closed.change?.episodeId).toBe(begun.change?.episodeId);
  });

  it.each<[string, number, boolean]>([
    ['soon after it was given up', 15 * MINUTE, false],
    ['long after', 17 * MINUTE, true],
  ])('failures %s', (_, ms, isAnother) => {
    const { change } = updateLocalSignal(aSensed(), suspected('send', NOON + ms), NOON + ms + MINUTE);
    expect(change !== null).toBe(isAnother);
  });

  it.each<[string, number, ReturnType<typeof aVerdict>, Partial<LocalSignal> | null]>([
    ['given up for want of trying', 7 * MINUTE, aVerdict(), { isOver: false }],
    ['over because messages went through', 2 * MINUTE, aVerdict(), { isOver: true }],
    ['not asked for while the page tells of maintenance', 2 * MINUTE, aVerdict('maintenance'), { isOver: false }],
    ['forgotten an hour later', 67 * MINUTE, aVerdict(), null],
    ['forgotten when the clock was set back', -HOUR, aVerdict(), null],
  ])('is %s', (_, ms, verdict, expected) => {
    const { sensed, change } = updateLocalSignal(aSensed(), verdict, NOON + ms);
    expect(change).toBeNull();
    expect(sensed).toEqual(expected && aSensed(expected));
  });
});

describe('the trouble that a page shows', () => {
  it.each<[string, LocalSignal | null, number, number | null]>([
    ['may be what was sensed', aSensed(), NOON + 18 * MINUTE, NOON],
    ['even an hour before', aSensed(), NOON + HOUR, NOON],
    ['but not longer', aSensed(), NOON + HOUR + SECOND, null],
    ['nor when it was over in between', aSensed({ isOver: true }), NOON + MINUTE, null],
    ['nor before', aSensed(), NOON, null],
    ['nor without a sign', null, NOON, null],
  ])('%s', (_, sensed, readAt, expected) => {
    expect(signalBefore(sensed, readAt)).toBe(expected);
  });
});
