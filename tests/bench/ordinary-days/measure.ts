import { quantile } from '@/tests/bench/statistics';
import { type Dice, makeDice } from '@/tests/loopback/pages/dice';
import { ORDINARY_CONDITIONS, type Outage, outageConditions } from './conditions';
import { handshakeDay, ORDINARY_WEATHER, outageWeather } from './handshakes';
import { HOUR, isWithin, MINUTE, type Period } from './message-outcome';
import { type Person, play, type SimulatedDay, simulateDay } from './simulate-day';

/** Durations of outages in 2026 on the providers' pages: Claude, ChatGPT, Grok and DeepSeek. Minutes. */
const OUTAGE_MINUTES = [19, 177, 345, 23, 41, 26, 91, 34] as const;

export interface Ordinary {
  kind: string;
  days: number;
  messages: number;
  /** False alarms in 1,000 days of one user. */
  alarmsPer1000: number;
  /** False notes of slow answers in 1,000 days. */
  slowPer1000: number;
}

export const OUTAGES: readonly Outage[] = [
  { kind: 'all fail', failing: 1, silent: 0.1 },
  { kind: 'no answers', failing: 1, silent: 1 },
  { kind: '70 % fail', failing: 0.7, silent: 0.1 },
  { kind: '50 % fail', failing: 0.5, silent: 0.1 },
  { kind: '30 % fail', failing: 0.3, silent: 0.1 },
];

/** Outages that give no error of the server that speaks of the whole service. */
export const QUIET_OUTAGES: readonly Outage[] = [
  { kind: 'all get 404', failing: 1, silent: 0, how: '404' },
  { kind: 'all get 500', failing: 1, silent: 0, how: '500' },
  { kind: 'errors inside streams', failing: 1, silent: 0, how: 'useless' },
  { kind: 'all slow', failing: 1, silent: 0, how: 'slow' },
];

export interface Noticed {
  kind: string;
  /** Days with at least one message during the outage. */
  days: number;
  /** Of those, days on which it was suspected before it ended. */
  noticed: number;
  /** From the user's first failure: median. Null if none was noticed. */
  medianMs: number | null;
  /** 90th percentile. */
  slowMs: number | null;
  /** Messages from the first failure on, inclusive; median. */
  medianSends: number | null;
}

const quantileOrNull = (values: readonly number[], share: number): number | null =>
  values.length === 0 ? null : quantile(values, share);

/** `only`: part of the kind's name. */
export function measureOrdinary(days: number, seed: number, only = '', person: Partial<Person> = {}): Ordinary[] {
  return Object.entries(ORDINARY_CONDITIONS).flatMap(([kind, conditions], index) => {
    if (!kind.includes(only)) return [];
    const dice = makeDice(seed + index);
    const simulated = Array.from({ length: days }, () => simulateDay(dice, conditions(dice), person));
    const sum = (count: (day: SimulatedDay) => number) => simulated.reduce((total, day) => total + count(day), 0);
    return {
      kind,
      days,
      messages: sum(({ sentAt }) => sentAt.length),
      alarmsPer1000: (1_000 * sum(({ suspectedAt }) => suspectedAt.length)) / days,
      slowPer1000: (1_000 * sum(({ slowAt }) => slowAt.length)) / days,
    };
  });
}

/** A day with an outage: the user's failures, and when the outage was found. */
interface Met {
  sentAt: number[];
  failedAt: number[];
  /** Undefined if it was not. */
  suspected: number | undefined;
}

function summarize(kind: string, met: readonly Met[]): Noticed {
  const noticed = met.flatMap(({ failedAt: [first = 0], sentAt, suspected }) =>
    suspected === undefined ? [] : [{ first, sentAt, suspected }],
  );
  const waits = noticed.map(({ first, suspected }) => suspected - first);
  const sends = noticed.map(
    ({ first, sentAt, suspected }) => 1 + sentAt.filter((at) => at > first && at <= suspected).length,
  );
  return {
    kind,
    days: met.length,
    noticed: noticed.length,
    medianMs: quantileOrNull(waits, 0.5),
    slowMs: quantileOrNull(waits, 0.9),
    medianSends: quantileOrNull(sends, 0.5),
  };
}

function outagePeriod(dice: Dice): Period {
  const from = dice.between(9 * HOUR, 16 * HOUR);
  return { from, until: from + dice.oneOf(OUTAGE_MINUTES) * MINUTE };
}

export function measureOutage(outage: Outage, days: number, seed: number, person: Partial<Person> = {}): Noticed {
  const dice = makeDice(seed);
  const met = Array.from({ length: days }, () => {
    const period = outagePeriod(dice);
    const day = simulateDay(dice, outageConditions(dice, outage, period), person);
    const isDuring = (at: number) => isWithin([period], at);
    const noticedAt = outage.how === 'slow' ? day.slowAt : day.suspectedAt;
    const failedAt = outage.how === 'slow' ? day.sentAt.filter(isDuring) : day.failedAt;
    return { ...day, failedAt, isMet: day.sentAt.some(isDuring), suspected: noticedAt.find(isDuring) };
  }).filter(({ isMet }) => isMet);
  return summarize(outage.kind, met);
}

/** As `measureOrdinary`, for sites whose messages go over a WebSocket. "Messages" are handshakes. */
export function measureHandshakes(days: number, seed: number, only = ''): Ordinary[] {
  return Object.entries(ORDINARY_WEATHER).flatMap(([kind, weather], index) => {
    if (!kind.includes(only)) return [];
    const dice = makeDice(seed + index);
    const simulated = Array.from({ length: days }, () => {
      const { steps, sentAt } = handshakeDay(dice, weather(dice));
      return { handshakes: sentAt.length, alarms: play(steps).suspectedAt.length };
    });
    const sum = (of: 'handshakes' | 'alarms') => simulated.reduce((total, day) => total + day[of], 0);
    return { kind, days, messages: sum('handshakes'), alarmsPer1000: (1_000 * sum('alarms')) / days, slowPer1000: 0 };
  });
}

export function measureHandshakeOutage(days: number, seed: number, socket: 'fails' | 'refused'): Noticed {
  const dice = makeDice(seed);
  const met = Array.from({ length: days }, () => {
    const period = outagePeriod(dice);
    const { steps, sentAt, failedAt } = handshakeDay(dice, outageWeather(period, socket));
    return { sentAt, failedAt, suspected: play(steps).suspectedAt.find((at) => isWithin([period], at)) };
  });
  return summarize(
    `WebSockets: none opens, ${socket}`,
    met.filter(({ failedAt }) => failedAt.length > 0),
  );
}
