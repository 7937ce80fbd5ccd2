import { describe, expect, it } from 'vitest';
import {
  measureHandshakeOutage,
  measureHandshakes,
  measureOrdinary,
  measureOutage,
  OUTAGES,
  QUIET_OUTAGES,
} from '@/tests/bench/ordinary-days/measure';

const SEED = 20_260_903;

/** Maximum false alarms in 1,000 days of that kind; other kinds must have none. */
const MAX_ALARMS: Record<string, number> = {
  'flaky wifi': 60,
  'resetting proxy': 30,
  'captive portal': 40,
};

/** Kinds that have less than 20 with two conversations in turns, of which thirty days may show one. */
const ONE_IN_THIRTY: Record<string, number> = {
  'one endpoint of several': 34,
  'one endpoint of several, with 404': 34,
};

describe('measureOrdinary', () => {
  it.each(measureOrdinary(40, SEED))(
    'counts few false alarms on days with $kind',
    ({ kind, messages, alarmsPer1000 }) => {
      expect(messages).toBeGreaterThan(1_000);
      expect(alarmsPer1000).toBeLessThanOrEqual(MAX_ALARMS[kind] ?? 0);
    },
  );

  it.each(['one endpoint', 'one broken', 'moved'])(
    'counts few false alarms on days with %s and two conversations in turns',
    (kind) => {
      const found = measureOrdinary(300, SEED, kind, { habit: 'two_chats' });
      expect(found.length).toBeGreaterThan(0);
      for (const { alarmsPer1000 } of found) expect(alarmsPer1000).toBeLessThanOrEqual(20);
    },
  );

  it.each(['one_page', 'provisional'] as const)(
    'counts few false alarms where new chats begin on one page (%s), in two of them in turns',
    (site) => {
      for (const { kind, alarmsPer1000 } of measureOrdinary(30, SEED, '', { site, habit: 'two_chats' })) {
        expect([kind, alarmsPer1000 <= (MAX_ALARMS[kind] ?? ONE_IN_THIRTY[kind] ?? 0)]).toEqual([kind, true]);
      }
    },
  );

  it('is deterministic', () => {
    expect(measureOrdinary(2, SEED)).toEqual(measureOrdinary(2, SEED));
  });
});

describe('measureHandshakes', () => {
  it.each(measureHandshakes(60, SEED))('counts no false alarm on days with $kind', ({ messages, alarmsPer1000 }) => {
    expect(messages).toBeGreaterThan(1_000);
    expect(alarmsPer1000).toBe(0);
  });

  it('notices sites that open no WebSocket where the browser says why, and rarely elsewhere', () => {
    const [refused, failed] = (['refused', 'fails'] as const).map((how) => measureHandshakeOutage(60, SEED, how));
    expect(refused?.noticed).toBe(refused?.days);
    expect(failed?.noticed).toBeGreaterThan(0);
    expect(failed?.noticed).toBeLessThan(refused?.noticed ?? 0);
  });
});

describe('measureOutage', () => {
  const [all, silent, , , third] = OUTAGES.map((outage) => measureOutage(outage, 60, SEED));

  it.each([all, silent])('detects outages of all messages within a few messages', (outage) => {
    expect(outage?.days).toBeGreaterThan(30);
    expect((outage?.noticed ?? 0) / (outage?.days ?? 1)).toBeGreaterThan(0.85);
    expect(outage?.medianSends).toBeLessThanOrEqual(4);
  });

  it.each(['named', 'provisional'] as const)(
    'detects outages of one kind of error once a try is made in a new chat, whose address is %s',
    (site) => {
      for (const outage of QUIET_OUTAGES.filter(({ how }) => how !== 'slow')) {
        const { kind, days, noticed } = measureOutage(outage, 60, SEED, { habit: 'new_chats', site });
        expect([kind, noticed / days > 0.8]).toEqual([kind, true]);
      }
    },
  );

  it('detects fewer outages of a third of the messages', () => {
    expect(third?.noticed).toBeGreaterThan(0);
    expect(third?.noticed).toBeLessThan(all?.noticed ?? 0);
  });
});
