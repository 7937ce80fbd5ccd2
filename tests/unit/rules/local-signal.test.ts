import { describe, expect, it } from 'vitest';
import { aVerdict, HOUR, MINUTE, NOON, SECOND } from '@/tests/fakes/samples';
import type { LocalSignal } from '@/utils/model/episode';
import type { EvidenceEvent, EvidenceKind } from '@/utils/model/evidence';
import { signalBefore, updateLocalSignal } from '@/utils/rules/judging/episodes';

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
const aSignal = (over: Partial<LocalSignal> = {}): LocalSignal => ({
  since: NOON,
  until: NOON + 6 * MINUTE,
  isOver: false,
  decided: ['send'],
  ...over,
});

const okAt = (at: number, what: EvidenceKind = 'send') =>
  ({ at, what, outcome: 'ok', status: 200, how: null }) satisfies EvidenceEvent;
const failedAt = (at: number) =>
  ({ at, what: 'send', outcome: 'failed', status: 529, how: 'answered' }) satisfies EvidenceEvent;

describe('updateLocalSignal', () => {
  it('reports a suspicion once', () => {
    expect(begun).toMatchObject({ sensed: aSignal(), change: { kind: 'suspected', episodeId: `claude-${NOON}` } });
    const again = updateLocalSignal(begun.sensed, suspected('send', NOON + 5 * MINUTE), NOON + 6 * MINUTE);
    expect(again).toMatchObject({ change: null, sensed: { since: NOON, until: NOON + 11 * MINUTE } });
    expect(again.verdict.suspicion?.since).toBe(NOON);
  });

  it('reports each kind of failure separately, under one episode id', () => {
    const closed = updateLocalSignal(begun.sensed, suspected('page', NOON + 3 * MINUTE), NOON + 4 * MINUTE);
    expect(closed).toMatchObject({ sensed: { since: NOON, decided: ['send', 'page'] }, change: { kind: 'unopened' } });
    expect(closed.change?.episodeId).toBe(begun.change?.episodeId);
  });

  it.each<[string, number, boolean]>([
    ['soon after the signal expired (not reported)', 15 * MINUTE, false],
    ['long after the signal expired (reported)', 17 * MINUTE, true],
  ])('treats failures as new or known: %s', (_, ms, isAnother) => {
    const { change } = updateLocalSignal(aSignal(), suspected('send', NOON + ms), NOON + ms + MINUTE);
    expect(change !== null).toBe(isAnother);
  });

  const sent = [failedAt(NOON), failedAt(NOON + MINUTE)];
  it.each<[string, number, ReturnType<typeof aVerdict>, Partial<LocalSignal> | null]>([
    ['expired without new requests', 7 * MINUTE, aVerdict(), { isOver: false }],
    ['over because messages went through', 2 * MINUTE, aVerdict(), { isOver: true }],
    ['ignored during maintenance', 2 * MINUTE, aVerdict('maintenance'), { isOver: false }],
    ['forgotten an hour later', 67 * MINUTE, aVerdict(), null],
    ['forgotten when the clock was set back', -HOUR, aVerdict(), null],
  ])('handles a signal that is %s', (_, ms, verdict, expected) => {
    const { sensed, change } = updateLocalSignal(aSignal(), verdict, NOON + ms, [...sent, okAt(NOON + 90 * SECOND)]);
    expect(change).toBeNull();
    expect(sensed).toEqual(expected && aSignal(expected));
  });

  it.each<[string, boolean, EvidenceEvent[] | undefined]>([
    ['is over once a message went through', true, [...sent, okAt(NOON + 2 * MINUTE)]],
    ['is over once a message went through in a new session', true, [okAt(NOON + 2 * MINUTE)]],
    ['is over if all failures were withdrawn', true, []],
    ['is over if so many failures were withdrawn that the rest is no sign', true, [failedAt(NOON)]],
    ['goes on in a new session, which knows nothing yet', false, undefined],
    ['goes on in a new session in which a message fails', false, [failedAt(NOON + 2 * MINUTE)]],
    ['goes on in a new session in which only the page opens', false, [okAt(NOON + 2 * MINUTE, 'page')]],
  ])('a signal of failed messages %s', (_, isOver, events) => {
    const { sensed } = updateLocalSignal(aSignal(), aVerdict(), NOON + 3 * MINUTE, events);
    expect(sensed).toEqual(aSignal({ isOver }));
  });
});

describe('signalBefore', () => {
  it.each<[string, LocalSignal | null, number, number | null]>([
    ['returns its start for a signal 18 minutes before', aSignal(), NOON + 18 * MINUTE, NOON],
    ['returns its start for a signal an hour before', aSignal(), NOON + HOUR, NOON],
    ['returns null for a signal more than an hour before', aSignal(), NOON + HOUR + SECOND, null],
    ['returns null for a signal that ended in between', aSignal({ isOver: true }), NOON + MINUTE, null],
    ['returns null for a signal at the same moment', aSignal(), NOON, null],
    ['returns null for no signal', null, NOON, null],
  ])('%s', (_, sensed, readAt, expected) => {
    expect(signalBefore(sensed, readAt)).toBe(expected);
  });
});
