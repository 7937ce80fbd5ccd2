import { describe, expect, it } from 'vitest';
import { anIncident, MINUTE, NOON } from '@/tests/fakes/samples';
import type { PastTrouble } from '@/utils/model/history';
import type { Incident } from '@/utils/model/report';
import { incidentAfter, type KeptIncident, type StoredMinute } from '@/utils/model/revisions';
import { minuteOf } from '@/utils/rules/history/minute';

const NOTHING: StoredMinute = { span: null, signal: null, incidents: [], troubles: [] };
const at = (minutes: number) => NOON + minutes * MINUTE;

/** What is stored of an incident after these readings, by their minutes. */
function stored(...readings: [number, Incident][]): KeptIncident {
  let kept: KeptIncident | null = null;
  for (const [minutes, incident] of readings) {
    const reading = { incident, platform: 'statuspage', readAt: at(minutes) } as const;
    kept = incidentAfter(kept?.incident ?? null, kept?.revisions ?? null, reading);
  }
  if (kept === null) throw new Error('Nothing was read');
  return kept;
}

const posted = anIncident({ title: 'Some errors', impact: 'minor', startedAt: at(19), updatedAt: at(19) });
const backdated = { ...posted, title: 'ChatGPT is unavailable', startedAt: at(0), updatedAt: at(60) };
const over: Incident = { ...backdated, phase: 'resolved', resolvedAt: at(90), updatedAt: at(90) };
/** Posted at minute 19, backdated by minute 60, resolved at minute 90. */
const outage = stored([19, posted], [60, backdated], [90, over]);
const span = { from: at(-60), to: at(120), level: 'operational' as const };
const minute = (minutes: number, over_: Partial<StoredMinute> = {}) =>
  minuteOf({ ...NOTHING, span, incidents: [outage], ...over_ }, at(minutes));

describe('a minute of the history', () => {
  it('names an incident that was posted later and is backdated to it', () => {
    const { stated, later } = minute(5);
    expect(stated).toEqual([]);
    expect(later).toMatchObject([{ seenAt: at(19), said: null, incident: { startedAt: at(0) } }]);
  });

  it('names what was said then, not what is said now', () => {
    expect(minute(30).stated).toMatchObject([
      {
        said: { title: 'Some errors', startedAt: at(19), phase: 'investigating' },
        rewording: { now: { title: 'ChatGPT is unavailable', startedAt: at(0) } },
      },
    ]);
    expect(minute(70).stated).toMatchObject([{ said: { title: 'ChatGPT is unavailable' } }]);
    expect(minute(30).later).toEqual([]);
  });

  it('does not name an incident before its beginning or after its end', () => {
    for (const minutes of [-1, 91]) expect(minute(minutes)).toMatchObject({ stated: [], later: [], unrecorded: [] });
  });

  it('counts an incident that is open as open until now', () => {
    const open = stored([19, posted]);
    const span = { from: at(0), to: at(600), level: 'degraded' as const };
    expect(minute(500, { incidents: [open], span })).toMatchObject({ level: 'degraded', stated: [{ seenAt: at(19) }] });
  });

  it('does not claim that nothing was said at a time that this browser did not read', () => {
    expect(minute(5, { span: null })).toMatchObject({ later: [], unrecorded: [{ seenAt: at(19), said: null }] });
    expect(minute(30, { span: null })).toMatchObject({ stated: [{ seenAt: at(19) }], unrecorded: [] });
  });

  it('does not claim what was said about an incident that was stored without revisions', () => {
    const { incident, revisions } = outage;
    const old = { incident, revisions: { ...revisions, seenAt: null } };
    expect(minute(30, { incidents: [old] })).toMatchObject({ stated: [], later: [], unrecorded: [{ said: null }] });
  });

  it('does not claim what was said between changes that were merged', () => {
    const { incident, revisions } = outage;
    const changes = revisions.changes.slice(1).map((change) => ({ ...change, mergedFrom: at(30) }));
    const merged = { incident, revisions: { ...revisions, changes } };
    expect(minute(40, { incidents: [merged] })).toMatchObject({ stated: [], later: [], unrecorded: [{ said: null }] });
    expect(minute(25, { incidents: [merged] }).stated).toHaveLength(1);
  });

  it('tells since when own requests failed, from an outage that was met or from failures that no page reported', () => {
    const met: PastTrouble = {
      id: 'met',
      assistantId: 'claude',
      source: 'seen',
      title: null,
      peak: 'major_outage',
      startedAt: at(19),
      sensedAt: at(1),
      seenAt: at(19),
      endedAt: at(90),
      isEndKnown: true,
      isExplained: false,
      url: null,
    };
    expect(minute(5).failingSince).toBeNull();
    expect(minute(5, { troubles: [met] }).failingSince).toBe(at(1));
    expect(minute(0, { troubles: [met] }).failingSince).toBeNull();
    expect(minute(19, { troubles: [met] }).failingSince).toBe(at(1));
    // The outage lasts longer; whether own requests failed for so long is not recorded.
    for (const minutes of [20, 89, 91]) expect(minute(minutes, { troubles: [met] }).failingSince).toBeNull();
    expect(minute(5, { signal: { from: at(4), to: at(6) } }).failingSince).toBe(at(4));
  });
});
