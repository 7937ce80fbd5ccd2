import { describe, expect, it } from 'vitest';
import { PAST_INCIDENTS } from '@/tests/bench/ordinary-days/incidents';
import { type Behavior, type ReplayRow, replay, replayAll } from '@/tests/bench/ordinary-days/replay';

const TRIES_ALL = { newChats: 'third', wasAnsweredJustBefore: false } as const;

/** The figures of `docs/evidence.md`: noticed by the third failing message. */
const NOTICED = {
  overloaded: [17, 17],
  server_error: [14, 14],
  cut: [1, 1],
  silent: [1, 1],
  gone: [3, 3],
  error_in_stream: [4, 4],
  handshake: [1, 1],
  page: [1, 1],
  sign_in: [2, 2],
  limit_for_all: [4, 0],
  slow: [7, 0],
};

describe('the replay of documented incidents', () => {
  it('has each incident once', () => {
    expect(new Set(PAST_INCIDENTS.map(({ name }) => name)).size).toBe(PAST_INCIDENTS.length);
  });

  it('notices as many incidents by the third failing message as the documentation says', () => {
    expect(
      Object.fromEntries(replayAll(TRIES_ALL).map(({ sign, incidents, noticed }) => [sign, [incidents, noticed]])),
    ).toEqual(NOTICED);
  });

  it.each<[string, Behavior, number]>([
    ['with two answered messages just before', { ...TRIES_ALL, wasAnsweredJustBefore: true }, 42],
    ['if the user stays in one conversation', { ...TRIES_ALL, newChats: 'none' }, 23],
    ['if each message is sent in a new chat', { ...TRIES_ALL, newChats: 'all' }, 44],
    ['after one stray 500', { ...TRIES_ALL, strayErrors: 1 }, 44],
    ['after two stray 500', { ...TRIES_ALL, strayErrors: 2 }, 30],
    ['after two, if each is sent in a new chat', { ...TRIES_ALL, newChats: 'all', strayErrors: 2 }, 44],
  ])('notices so many of 48 incidents with failing messages %s', (_, behavior, noticed) => {
    const failing = replayAll(behavior).filter(({ sign }) => sign !== 'slow');
    const sum = (of: (row: ReplayRow) => number) => failing.reduce((total, row) => total + of(row), 0);
    expect([sum((row) => row.noticed), sum((row) => row.incidents)]).toEqual([noticed, 48]);
  });

  it.each([true, false])('notices 3 September before 14:42 UTC, answered just before: %s', (wasAnsweredJustBefore) => {
    const [incident] = PAST_INCIDENTS.filter(({ postedAt }) => postedAt !== undefined);
    if (incident === undefined) throw new Error('It is not listed');
    const { at } = replay(incident, { ...TRIES_ALL, wasAnsweredJustBefore });
    expect(at).toBeLessThan(Date.parse('2026-09-03T14:42:00Z'));
    expect(Date.parse(incident.postedAt ?? '') - (at ?? 0)).toBeGreaterThan(16 * 60_000);
  });
});
