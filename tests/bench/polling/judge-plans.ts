import { type Chances, chances } from '@/tests/bench/crowd/chances';
import { crowdPerson } from '@/tests/bench/crowd/crowd-person';
import { isWithin, MINUTE, SECOND } from '@/tests/bench/ordinary-days/message-outcome';
import { meanOf, quantile } from '@/tests/bench/statistics';
import type { Person } from '@/tests/bench/virtual/person';
import { type Poll, simulatePlan } from '@/tests/bench/virtual/simulate-plan';
import { JUDGED_PAGES, type JudgedPage } from './judged-pages';
import { type RandomOutage, randomOutage } from './random-outage';

export const INTERVALS_MS = [30 * SECOND, ...[1, 2, 5, 10, 15, 30].map((minutes) => minutes * MINUTE)] as const;

/** Cost and delay of a plan, over many days of many users. */
export interface Judged {
  bytesPerDay: number;
  pollsPerDay: number;
  /** From a change on the page to the first reading that shows it, milliseconds; only while the browser runs. */
  meanDelayMs: number;
  medianDelayMs: number;
  /** 90th percentile. */
  slowDelayMs: number;
  /** Only changes while that chat is open. */
  openDelayMs: number;
}

type Plan = (person: Person, outages: ReadonlyMap<JudgedPage, RandomOutage>, rolls: Chances) => Poll[];

const byPlan: Plan = (person, outages, rolls) => {
  const pages = JUDGED_PAGES.map((page) => {
    const outage = outages.get(page);
    return { ...page, troubles: outage ? [outage] : [], readingsToNotify: 1 as const, failureAt: () => null };
  });
  return simulatePlan(pages, person, { random: rolls.share, hasBackoff: true, isPatient: true }).polls;
};

const every =
  (intervalMs: number): Plan =>
  ({ runs }, _, rolls) =>
    runs.flatMap(({ from, until }) => {
      const polls: Poll[] = [];
      for (let at = from + rolls.between(0, intervalMs); at < until; at += intervalMs) {
        polls.push(...JUDGED_PAGES.map(({ id }) => ({ id, at })));
      }
      return polls;
    });

interface Tally {
  bytes: number;
  polls: number;
  delays: { ms: number; isOpen: boolean }[];
}

/** One page on one day: cost of its readings, and delay of each change. */
function tallyOf(page: JudgedPage, polls: readonly Poll[], person: Person, outage: RandomOutage | undefined): Tally {
  const own = polls.filter(({ id }) => id === page.id).map(({ at }) => at);
  const changes = outage?.changes ?? [];
  const isChanged = (at: number, before: number) => changes.some((change) => before < change && change <= at);
  const bytes = own.map((at, index) => (isChanged(at, own[index - 1] ?? -1) ? page.changedBytes : page.unchangedBytes));
  const delays = changes.flatMap((change) => {
    const run = person.runs.find((one) => isWithin([one], change));
    const readAt = own.find((at) => at >= change);
    if (run === undefined || readAt === undefined || readAt > run.until) return [];
    return [{ ms: readAt - change, isOpen: isWithin(person.sessions[page.id] ?? [], change) }];
  });
  return { bytes: bytes.reduce((sum, one) => sum + one, 0), polls: own.length, delays };
}

function judged(tallies: readonly Tally[], days: number): Judged {
  const delays = tallies.flatMap((tally) => tally.delays);
  const delayMs = delays.map(({ ms }) => ms);
  const sum = (of: (tally: Tally) => number) => tallies.reduce((total, tally) => total + of(tally), 0);
  return {
    bytesPerDay: sum(({ bytes }) => bytes) / days,
    pollsPerDay: sum(({ polls }) => polls) / days,
    meanDelayMs: meanOf(delayMs),
    medianDelayMs: quantile(delayMs, 0.5),
    slowDelayMs: quantile(delayMs, 0.9),
    openDelayMs: meanOf(delays.filter(({ isOpen }) => isOpen).map(({ ms }) => ms)),
  };
}

/** By page, and in total. */
export interface JudgedPlan {
  /** Null: our plan. */
  intervalMs: number | null;
  all: Judged;
  pages: Judged[];
}

/** The same days of the same users with our plan and with each fixed interval. */
export function judgePlans(days: number, seed: number): JudgedPlan[] {
  const intervals = [null, ...INTERVALS_MS];
  const tallies = intervals.map(() => JUDGED_PAGES.map((): Tally[] => []));
  const life = chances(seed);
  const rolls = chances(seed + 1);
  for (let day = 0; day < days; day += 1) {
    const person = crowdPerson({ startsAt: null, alarm: null }, life);
    const failing = JUDGED_PAGES.filter(({ outageDays }) => life.happens(outageDays / 100));
    const outages = new Map(failing.map((page) => [page, randomOutage(life)]));
    for (const [index, intervalMs] of intervals.entries()) {
      const polls = (intervalMs === null ? byPlan : every(intervalMs))(person, outages, rolls);
      for (const [which, page] of JUDGED_PAGES.entries()) {
        tallies[index]?.[which]?.push(tallyOf(page, polls, person, outages.get(page)));
      }
    }
  }
  return intervals.map((intervalMs, index) => ({
    intervalMs,
    all: judged(tallies[index]?.flat() ?? [], days),
    pages: (tallies[index] ?? []).map((own) => judged(own, days)),
  }));
}

/** The delay of a fixed interval that costs this many bytes, interpolated logarithmically. */
export function curveAt(curve: readonly Judged[], bytesPerDay: number): number {
  const sorted = [...curve].sort((a, b) => a.bytesPerDay - b.bytesPerDay);
  const above = Math.max(
    1,
    sorted.findIndex((one) => one.bytesPerDay >= bytesPerDay),
  );
  const [low, high] = [sorted[above - 1], sorted[above]];
  if (low === undefined || high === undefined) throw new Error('Two points at the least make a curve');
  const share = Math.log(bytesPerDay / low.bytesPerDay) / Math.log(high.bytesPerDay / low.bytesPerDay);
  return low.meanDelayMs * (high.meanDelayMs / low.meanDelayMs) ** share;
}
