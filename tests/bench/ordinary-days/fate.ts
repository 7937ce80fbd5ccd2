import type { Dice } from '@/tests/loopback/pages/dice';

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;

/** What becomes of one message. Times in milliseconds after its sending. */
export interface Fate {
  /** When its answer begins; null when none comes. */
  answeredMs: number | null;
  endedMs: number;
  /** HTTP status; null when there was no answer, or it broke off. */
  status: number | null;
  /** The browser's word for that. */
  error: string | null;
  /** How long the machine slept while it waited. */
  sleptMs: number;
}

/** Decides over the messages of one day; `at` is milliseconds since midnight. Who tries again tries the same. */
export type Weather = (at: number, isRetry: boolean) => Fate;

export const chance = (dice: Dice, share: number): boolean => dice.between(1, 10_000) <= share * 10_000;

/** An answer as they are: it begins within seconds and is written for a while. */
export function answered(dice: Dice): Fate {
  const answeredMs = dice.between(300, 4_000);
  const endedMs = answeredMs + dice.between(2, 40) * SECOND;
  return { answeredMs, endedMs, status: 200, error: null, sleptMs: 0 };
}

/** The site says no, at once. */
export function refused(dice: Dice, status: number): Fate {
  const answeredMs = dice.between(100, 3_000);
  return { answeredMs, endedMs: answeredMs + 10, status, error: null, sleptMs: 0 };
}

/** The connection ends without an answer. */
export function broken(dice: Dice, error: string): Fate {
  return { answeredMs: null, endedMs: dice.between(50, 8_000), status: null, error, sleptMs: 0 };
}

/** The answer begins well and breaks off. */
export function brokenOff(dice: Dice, error: string): Fate {
  return { ...answered(dice), status: null, error };
}

/** No answer comes, and in the end the person gives up. */
export function silent(dice: Dice): Fate {
  return {
    answeredMs: null,
    endedMs: dice.between(22, 60) * SECOND,
    status: null,
    error: 'net::ERR_ABORTED',
    sleptMs: 0,
  };
}

/** Whether the person is left without the answer that they wanted. */
export const hasFailed = ({ status }: Fate): boolean => status !== 200;

/** A stretch of a day, in milliseconds since midnight. */
export interface Spell {
  from: number;
  until: number;
}

export const isWithin = (spells: readonly Spell[], at: number): boolean =>
  spells.some(({ from, until }) => from <= at && at < until);

/** Spells of so many minutes, anywhere between nine and five. */
export function spells(dice: Dice, count: number, least: number, most: number): Spell[] {
  return Array.from({ length: count }, () => {
    const from = dice.between(9 * HOUR, 17 * HOUR);
    return { from, until: from + dice.between(least * SECOND, most * SECOND) };
  });
}
