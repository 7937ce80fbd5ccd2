export interface Timers {
  /** Calls back after so many ms; returns how to call it off. */
  after(ms: number, callback: () => void): () => void;
}

const REAL_TIMERS: Timers = {
  after(ms, callback) {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
};

export interface Patience {
  /** Unchanged for so long it is calm. */
  calmMs: number;
  giveUpMs: number;
  /** How often to look. */
  lookMs: number;
  timers: Timers;
}

export const PATIENCE: Patience = { calmMs: 1_000, giveUpMs: 120_000, lookMs: 100, timers: REAL_TIMERS };

/** Looks until it sees something, and the same thing for a while; null when that never came to be. */
export function waitForCalm<T>(
  look: () => T | null,
  isSame: (one: T, other: T) => boolean,
  { calmMs, giveUpMs, lookMs, timers }: Patience,
): Promise<T | null> {
  return new Promise((resolve) => {
    let seen: T | null = null;
    let cancelCalm = () => {};
    let cancelLook = () => {};

    const finish = (result: T | null) => {
      cancelCalm();
      cancelLook();
      cancelGiveUp();
      resolve(result);
    };

    /** True when all is as it was at the last look. */
    const lookAgain = (): boolean => {
      const last = seen;
      seen = look();
      return seen !== null && last !== null && isSame(last, seen);
    };

    const beCalm = () => {
      if (lookAgain()) finish(seen);
      else restart();
    };

    const restart = () => {
      cancelCalm();
      cancelCalm = seen === null ? () => {} : timers.after(calmMs, beCalm);
    };

    const keepLooking = () => {
      if (!lookAgain()) restart();
      cancelLook = timers.after(lookMs, keepLooking);
    };

    const cancelGiveUp = timers.after(giveUpMs, () => finish(null));
    keepLooking();
  });
}
