import { describe, expect, it } from 'vitest';
import { anIncident, HOUR, MINUTE, NOON } from '@/tests/fakes/samples';
import type { Incident, PlatformId } from '@/utils/model/report';
import {
  incidentAfter,
  isAbsentAt,
  type KeptIncident,
  logWithout,
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
function read(...forms: Incident[]): KeptIncident {
  let kept: KeptIncident | null = null;
  forms.forEach((incident, index) => {
    const reading = { incident, platform: 'statuspage', readAt: NOON + index * 5 * MINUTE } as const;
    kept = incidentAfter(kept?.incident ?? null, kept?.revisions ?? null, reading);
  });
  if (kept === null) throw new Error('Nothing was read');
  return kept;
}

const one = anIncident({ updates: [post(0, 'We are looking into it.', 'investigating')] });
const changeOf = (after: Partial<Incident>, before = one) => read(before, { ...before, ...after }).revisions.changes;
const readAt = NOON + 5 * MINUTE;

describe('a revision', () => {
  it('holds only the fields that differ, as they were', () => {
    expect(changeOf({})).toEqual([]);
    expect(changeOf({ title: 'Worse', impact: 'critical' })).toEqual([
      { readAt, title: one.title, impact: one.impact },
    ]);
    expect(changeOf({ startedAt: NOON - HOUR, resolvedAt: NOON })).toEqual([
      { readAt, startedAt: one.startedAt, resolvedAt: null },
    ]);
  });

  it('holds the position of a new update, and the words of one that was rewritten', () => {
    const more = post(9, 'Fixed.', 'resolved');
    expect(changeOf({ updates: [more, ...one.updates] })).toEqual([{ readAt, added: [0] }]);
    const rewritten = post(0, 'Nobody was affected.', 'investigating');
    expect(changeOf({ updates: [rewritten] })).toEqual([{ readAt, added: [0], lost: one.updates }]);
  });

  it('tells an update that was taken away from a list that was shortened', () => {
    const long = { ...one, updates: [post(9, 'c'), post(5, 'b'), post(0, 'a')] };
    expect(changeOf({ updates: [post(9, 'c'), post(0, 'a')] }, long)).toEqual([{ readAt, lost: [post(5, 'b')] }]);
    expect(changeOf({ updates: [post(9, 'c')] }, long)).toEqual([]);
    expect(changeOf({ updates: [] }, long)).toEqual([]);
  });

  it('keeps two updates of the same minute apart', () => {
    const both = { ...one, updates: [post(0, 'b'), post(0, 'a')] };
    expect(changeOf({ updates: [post(0, 'a'), post(0, 'b')] }, both)).toEqual([]);
    expect(changeOf({ updates: [post(0, 'a'), post(0, 'c')] }, both)).toEqual([
      { readAt, added: [1], lost: [post(0, 'b')] },
    ]);
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
    const at = (minutes: number) => statementAt(log.revisions, log.incident, NOON + minutes * MINUTE);
    expect(at(-1)).toBeNull();
    expect([at(0), at(4)]).toEqual([statementOf(one), statementOf(one)]);
    expect([at(5), at(9)]).toEqual([statementOf(second), statementOf(second)]);
    expect([at(10), at(1000)]).toEqual([statementOf(third), statementOf(third)]);
  });

  it('is that of then where two updates have the same time, whichever the page rewrites or lists first', () => {
    const early = { ...one, updates: [post(0, 'early')] };
    const both = { ...one, updates: [post(0, 'late'), post(0, 'early')] };
    const rewritten = { ...one, updates: [post(0, 'late'), post(0, 'rewritten')] };
    const turned = { ...one, updates: [post(0, 'early'), post(0, 'late')] };
    for (const last of [rewritten, turned]) {
      const { incident, revisions } = read(early, both, last);
      expect(statementAt(revisions, incident, NOON)?.updates).toEqual(early.updates);
    }
  });

  it('is unknown if the first sighting of the incident is unknown', () => {
    expect(statementAt({ ...log.revisions, seenAt: null }, third, NOON)).toBeNull();
  });

  it('is the stored form while nothing has changed', () => {
    expect(statementAt(read(one).revisions, one, NOON)).toEqual(statementOf(one));
  });
});

describe('a rewording', () => {
  const reworded = (...forms: Incident[]) => {
    const { revisions, incident } = read(...forms);
    return rewordingOf(revisions, incident);
  };

  it('is a change of title, impact, beginning, a given end, or of words that were posted', () => {
    const closed = { ...one, resolvedAt: NOON, phase: 'resolved' as const };
    expect(reworded(one, { ...one, updates: [post(0, 'Nobody was affected.')] })?.rewritten).toBe(1);
    const forms: [Incident, Incident][] = [
      [one, { ...one, title: 'Worse' }],
      [one, { ...one, impact: 'none' }],
      [one, { ...one, startedAt: NOON - HOUR }],
      [closed, { ...closed, resolvedAt: NOON - MINUTE }],
      [one, { ...one, updates: [post(0, 'Nobody was affected.')] }],
    ];
    for (const [before, after] of forms) {
      expect(reworded(before, after)).toMatchObject({
        seenAt: NOON,
        first: statementOf(before),
        now: statementOf(after),
      });
    }
  });

  it('is none where an incident goes on and ends', () => {
    const more = { ...one, phase: 'resolved' as const, resolvedAt: NOON, updates: [post(4, 'Over.'), ...one.updates] };
    expect(reworded(one, more)).toBeNull();
    expect(reworded(one)).toBeNull();
  });
});

describe('a page that never stops to change', () => {
  const numbered = (index: number) => ({ ...one, title: `${index}`, updates: [post(0, `${index}`)] });
  const forms = Array.from({ length: 400 }, (_, index) => numbered(index));
  const full = read(...forms);
  const saidAt = (index: number) => statementAt(full.revisions, full.incident, NOON + index * 5 * MINUTE);

  it('cannot fill the disk', () => {
    expect(full.revisions.changes).toHaveLength(200);
    const texts = Array.from({ length: 40 }, (_, index) => ({ ...one, updates: [post(0, `${index}`.padEnd(9_000))] }));
    expect(read(...texts).revisions.changes).toHaveLength(5);
  });

  it('is quoted rightly in its first form and the last ones, and not in between', () => {
    expect(saidAt(0)).toEqual(statementOf(numbered(0)));
    for (const index of [1, 100, 199]) expect(saidAt(index)).toBeNull();
    for (const index of [200, 201, 300, 399]) expect(saidAt(index)).toEqual(statementOf(numbered(index)));
    expect(rewordingOf(full.revisions, full.incident)?.first).toEqual(statementOf(numbered(0)));
  });

  it('can come back to its first form', () => {
    const again = Array.from({ length: 203 }, (_, index) => numbered(index % 2));
    const { revisions, incident } = read(...again);
    expect(statementAt(revisions, incident, NOON)).toEqual(statementOf(numbered(0)));
    expect(statementAt(revisions, incident, NOON + 202 * 5 * MINUTE)).toEqual(statementOf(numbered(0)));
  });
});

describe('an incident of more updates than are stored', () => {
  const posts = Array.from({ length: 103 }, (_, index) => post(102 - index, `${102 - index}`));
  const forms = [100, 101, 103].map((count) => ({ ...one, updates: posts.slice(-count) }));
  const { revisions, incident } = read(...forms);

  it('has lost none of them', () => {
    expect(incident.updates).toHaveLength(100);
    expect(revisions.changes.flatMap(({ lost = [] }) => lost)).toEqual([]);
    expect(rewordingOf(revisions, incident)).toBeNull();
    expect(read(...forms, ...forms.slice(-1)).revisions.changes).toHaveLength(2);
  });

  it('is quoted with the updates that it had', () => {
    expect(statementAt(revisions, incident, NOON)?.updates).toEqual(posts.slice(-100));
    expect(statementAt(revisions, incident, NOON + 5 * MINUTE)?.updates).toEqual(posts.slice(2, 102));
    expect(statementAt(revisions, incident, NOON + 10 * MINUTE)?.updates).toEqual(posts.slice(0, 100));
  });

  it('has lost one that the page took away', () => {
    const without = { ...one, updates: posts.filter(({ text }) => text !== '50') };
    const log = read(...forms, without);
    expect(rewordingOf(log.revisions, log.incident)?.rewritten).toBe(1);
  });
});

describe('an incident that a reading leaves out', () => {
  const { revisions: log } = read(one);
  const without = (minutes: number, platform: PlatformId = 'statuspage') =>
    logWithout(log, one, { platform, readAt: NOON + minutes * MINUTE });

  it('is absent from that reading until one lists it again', () => {
    const gone = without(5);
    const isAbsent = (minutes: number) => isAbsentAt(gone, NOON + minutes * MINUTE);
    expect([isAbsent(4), isAbsent(5), isAbsent(500)]).toEqual([false, true, true]);
    const reading = { incident: one, platform: 'statuspage', readAt: NOON + 9 * MINUTE } as const;
    const { revisions: back } = incidentAfter(one, gone, reading);
    expect(back.absences).toEqual([{ from: NOON + 5 * MINUTE, to: NOON + 9 * MINUTE }]);
    expect(incidentAfter(one, gone, { ...reading, readAt: NOON + 5 * MINUTE }).revisions).toBe(gone);
  });

  it('is not absent if it has ended, was read in another format, or was listed by a later reading', () => {
    expect(without(0)).toBe(log);
    expect(without(5, 'feed')).toBe(log);
    const over = { ...one, phase: 'resolved' as const };
    expect(logWithout(log, over, { platform: 'statuspage', readAt })).toBe(log);
    const gone = without(5);
    expect(logWithout(gone, one, { platform: 'statuspage', readAt: NOON + 9 * MINUTE })).toBe(gone);
  });
});

describe('the weeks of an incident', () => {
  const WEEK = 7 * 24 * HOUR;
  const { revisions: log } = read(one);

  it('are all in which any form says that it was open', () => {
    const { revisions: backdated } = read({ ...one, startedAt: NOON - 3 * WEEK }, one);
    const resolved = { ...one, resolvedAt: NOON + WEEK };
    expect(weeksOf(backdated, resolved, NOON)).toEqual([-3, -2, -1, 0, 1].map((weeks) => weekOf(NOON) + weeks));
  });

  it('grow with each reading while it is open, up to two years', () => {
    expect(weeksOf(log, one, NOON + 2 * WEEK)).toHaveLength(3);
    expect(weeksOf(log, { ...one, startedAt: 0 }, NOON).length).toBeLessThanOrEqual(107);
  });
});
