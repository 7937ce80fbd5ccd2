import type { Dice } from '@/tests/loopback/pages/dice';

export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const HOUR = 60 * MINUTE;

/** The course of one message. Times in milliseconds after sending. */
export interface MessageOutcome {
  /** Start of the answer; null without one. */
  answeredMs: number | null;
  endedMs: number;
  /** HTTP status; null without a complete answer. */
  status: number | null;
  /** The browser's error code. */
  error: string | null;
  /** How long the machine slept during the request. */
  sleptMs: number;
  /** The answer is complete but useless: an error inside a stream, or empty. */
  isUseless?: boolean;
  /** The message goes to an address that is not watched. */
  isUnseen?: boolean;
}

/** Decides the outcome of each message of a day. `at`: milliseconds since midnight. A retry repeats the question. */
export type Conditions = (at: number, isRetry: boolean, conversation: number) => MessageOutcome;

export const chance = (dice: Dice, share: number): boolean => dice.between(1, 10_000) <= share * 10_000;

/** A normal answer: starts within seconds and streams for a while. */
export function answered(dice: Dice): MessageOutcome {
  const answeredMs = dice.between(300, 4_000);
  const endedMs = answeredMs + dice.between(2, 40) * SECOND;
  return { answeredMs, endedMs, status: 200, error: null, sleptMs: 0 };
}

/** The site answers with an error at once. */
export function refused(dice: Dice, status: number): MessageOutcome {
  const answeredMs = dice.between(100, 3_000);
  return { answeredMs, endedMs: answeredMs + 10, status, error: null, sleptMs: 0 };
}

/** A true answer of a word or two. */
export function shortlyAnswered(dice: Dice): MessageOutcome {
  const outcome = answered(dice);
  return { ...outcome, endedMs: (outcome.answeredMs ?? 0) + dice.between(100, 1_000) };
}

/** An error or nothing inside a stream that starts normally. */
export function uselesslyAnswered(dice: Dice): MessageOutcome {
  const outcome = answered(dice);
  return { ...outcome, endedMs: (outcome.answeredMs ?? 0) + dice.between(5, 600), isUseless: true };
}

/** An answer that starts late. */
export function slowlyAnswered(dice: Dice, least: number, most: number): MessageOutcome {
  const answeredMs = dice.between(least * SECOND, most * SECOND);
  return { ...answered(dice), answeredMs, endedMs: answeredMs + dice.between(5, 60) * SECOND };
}

/** The connection is closed without an answer. */
export function broken(dice: Dice, error: string): MessageOutcome {
  return { answeredMs: null, endedMs: dice.between(50, 8_000), status: null, error, sleptMs: 0 };
}

/** The answer starts and breaks off. */
export function brokenOff(dice: Dice, error: string): MessageOutcome {
  return { ...answered(dice), status: null, error };
}

/** No answer, until the user gives up. */
export function silent(dice: Dice): MessageOutcome {
  return {
    answeredMs: null,
    endedMs: dice.between(22, 60) * SECOND,
    status: null,
    error: 'net::ERR_ABORTED',
    sleptMs: 0,
  };
}

/** Whether the user did not get the wanted answer. */
export const hasFailed = ({ status, isUseless }: MessageOutcome): boolean => status !== 200 || isUseless === true;

/** A period of a day, in milliseconds since midnight. */
export interface Period {
  from: number;
  until: number;
}

export const isWithin = (periods: readonly Period[], at: number): boolean =>
  periods.some(({ from, until }) => from <= at && at < until);

/** Periods of this many minutes at random times between nine and five. */
export function randomPeriods(dice: Dice, count: number, least: number, most: number): Period[] {
  return Array.from({ length: count }, () => {
    const from = dice.between(9 * HOUR, 17 * HOUR);
    return { from, until: from + dice.between(least * SECOND, most * SECOND) };
  });
}
