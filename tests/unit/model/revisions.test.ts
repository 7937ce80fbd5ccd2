import { describe, expect, it } from 'vitest';
import { anIncident, HOUR, MINUTE, NOON } from '@/tests/fakes/samples';
import type { Incident } from '@/utils/model/report';
import {
  type IncidentRevisions,
  revisionBetween,
  revisionsAfter,
  rewordingOf,
  statementAt,
  statementOf,
  weekOf,
  weeksOf,
} from '@/utils/model/revisions';

const post = (minutes: number, text: string, phase: 'investigating' | 'resolved' | null = null) => ({
  at: NOON + minutes * MINUTE,
  phase,
  text,
});

/** Reads the forms of an incident one after the other, five minutes apart. */
function read(...forms: Incident[]): IncidentRevisions {
  let log: IncidentRevisions | null = null;
  forms.forEach((incident, index) => {
    const reading = { incident, platform: 'statuspage', readAt: NOON + index * 5 * MINUTE } as const;
    log = revisionsAfter(log, forms[0] ?? null, { ...reading });
    if (index === 0) log = { ...log, seenAt: NOON };
  });
  return log as unknown as IncidentRevisions;
}

const one = anIncident({ updates: [post(0, 'We are looking into it.', 'investigating')] });
const changeOf = (after: Partial<Incident>, before = one) =>
  revisionBetween(statementOf(before), statementOf({ ...before, ...after }), NOON);

describe('a revision', () => {
  it('holds only the fields that differ', () => {
    expect(changeOf({})).toBeNull();
    expect(changeOf({ title: 'Worse', impact: 'critical' })).toEqual({
      readAt: NOON,
      title: 'Worse',
      impact: 'critical',
    });
    expect(changeOf({ startedAt: NOON - HOUR, resolvedAt: NOON })).toEqual({
      readAt: NOON,
      startedAt: NOON - HOUR,
      resolvedAt: NOON,
    });
  });

  it('holds a new update without the earlier ones, and the position of one that was rewritten', () => {
    const more = post(9, 'Fixed.', 'resolved');
    expect(changeOf({ updates: [more, ...one.updates] })).toEqual({ readAt: NOON, posted: [more] });
    const rewritten = post(0, 'Nobody was affected.', 'investigating');
    expect(changeOf({ updates: [rewritten] })).toEqual({ readAt: NOON, gone: [0], posted: [rewritten] });
  });

  it('tells an update that was taken away from a list that was shortened', () => {
    const long = { ...one, updates: [post(9, 'c'), post(5, 'b'), post(0, 'a')] };
    expect(changeOf({ updates: [post(9, 'c'), post(0, 'a')] }, long)).toEqual({ readAt: NOON, gone: [1] });
    expect(changeOf({ updates: [post(9, 'c')] }, long)).toBeNull();
    expect(changeOf({ updates: [] }, long)).toBeNull();
  });

  it('keeps two updates of the same minute apart', () => {
    const both = { ...one, updates: [post(0, 'b'), post(0, 'a')] };
    expect(changeOf({ updates: [post(0, 'a'), post(0, 'b')] }, both)).toBeNull();
    expect(changeOf({ updates: [post(0, 'a'), post(0, 'c')] }, both)).toEqual({
      readAt: NOON,
      gone: [0],
      posted: [post(0, 'c')],
    });
  });
});

describe('the statement at a time', () => {
  const second = { ...one, title: 'Worse', updates: [post(4, 'It is worse.'), ...one.updates] };
  const third: Incident = {
    ...second,
    title: 'ChatGPT is unavailable',
    startedAt: NOON - 20 * MINUTE,
    updates: [post(9, 'Over.', 'resolved'), post(4, 'It was worse.'), ...one.updates],
  };
  const log = read(one, second, third);

  it('is every form that was read, from the reading that showed it on', () => {
    const at = (minutes: number) => statementAt(log, third, NOON + minutes * MINUTE);
    expect(at(-1)).toBeNull();
    expect([at(0), at(4)]).toEqual([statementOf(one), statementOf(one)]);
    expect([at(5), at(9)]).toEqual([statementOf(second), statementOf(second)]);
    expect([at(10), at(1000)]).toEqual([statementOf(third), statementOf(third)]);
  });

  it('is unknown if nobody knows when the incident was first seen', () => {
    expect(statementAt({ ...log, seenAt: null }, third, NOON)).toBeNull();
  });

  it('is the stored form while nothing has changed', () => {
    expect(statementAt(read(one), one, NOON)).toEqual(statementOf(one));
  });
});

describe('a rewording', () => {
  it('is a change of title, impact, beginning, a given end, or of words that were posted', () => {
    const closed = { ...one, resolvedAt: NOON, phase: 'resolved' as const };
    expect(rewordingOf(read(one, { ...one, updates: [post(0, 'Nobody was affected.')] }))?.rewritten).toBe(1);
    const forms: [Incident, Incident][] = [
      [one, { ...one, title: 'Worse' }],
      [one, { ...one, impact: 'none' }],
      [one, { ...one, startedAt: NOON - HOUR }],
      [closed, { ...closed, resolvedAt: NOON - MINUTE }],
      [one, { ...one, updates: [post(0, 'Nobody was affected.')] }],
    ];
    for (const [before, after] of forms) {
      expect(rewordingOf(read(before, after))).toMatchObject({
        seenAt: NOON,
        first: statementOf(before),
        now: statementOf(after),
      });
    }
  });

  it('is none where an incident goes on and ends', () => {
    const more = { ...one, phase: 'resolved' as const, resolvedAt: NOON, updates: [post(4, 'Over.'), ...one.updates] };
    expect(rewordingOf(read(one, more))).toBeNull();
    expect(rewordingOf(read(one))).toBeNull();
    expect(rewordingOf(null)).toBeNull();
  });
});

it('a page that never stops to change cannot fill the disk', () => {
  const forms = Array.from({ length: 400 }, (_, index) => ({ ...one, title: `${index}` }));
  expect(read(...forms).changes).toHaveLength(200);
  const texts = Array.from({ length: 40 }, (_, index) => ({ ...one, updates: [post(0, `${index}`.padEnd(9_000))] }));
  expect(read(...texts).changes).toHaveLength(6);
});

describe('the weeks of an incident', () => {
  const WEEK = 7 * 24 * HOUR;
  const log = read(one);

  it('are all in which any form says that it was open', () => {
    const backdated = read(one, { ...one, startedAt: NOON - 3 * WEEK });
    const resolved = { ...one, resolvedAt: NOON + WEEK };
    expect(weeksOf(backdated, resolved, NOON)).toEqual([-3, -2, -1, 0, 1].map((weeks) => weekOf(NOON) + weeks));
  });

  it('grow with each reading while it is open, up to two years', () => {
    expect(weeksOf(log, one, NOON + 2 * WEEK)).toHaveLength(3);
    expect(weeksOf(log, { ...one, startedAt: 0 }, NOON).length).toBeLessThanOrEqual(107);
  });
});
