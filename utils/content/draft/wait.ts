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
export function waitUntilStable<T>(
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

/** How long to wait for a page, in ms. */
export interface Pace {
  /** Without a change for so long the composer has settled. */
  quietMs: number;
  /** A page that never rests is not waited for any longer. */
  capMs: number;
}

/** Waits until nothing has changed below a node for a moment. */
export function settle(node: Node, { quietMs, capMs }: Pace): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      observer.disconnect();
      clearTimeout(quiet);
      clearTimeout(cap);
      resolve();
    };
    const observer = new MutationObserver(() => {
      clearTimeout(quiet);
      quiet = setTimeout(done, quietMs);
    });
    let quiet = setTimeout(done, quietMs);
    const cap = setTimeout(done, capMs);
    observer.observe(node, { childList: true, characterData: true, subtree: true });
  });
}

/** Waits until something is so below a node, at most so long. False when it never was. */
export function settleUntil(node: Node, isSo: () => boolean, capMs: number): Promise<boolean> {
  return new Promise((resolve) => {
    const done = () => {
      observer.disconnect();
      clearTimeout(cap);
      resolve(isSo());
    };
    const observer = new MutationObserver(() => isSo() && done());
    const cap = setTimeout(done, capMs);
    observer.observe(node, { attributes: true, childList: true, characterData: true, subtree: true });
    if (isSo()) done();
  });
}

/** Tells whether the person has pressed a key since; from then on the composer is theirs. Ends with the signal. */
export function watchTyping(signal: AbortSignal): () => boolean {
  let isTyping = false;
  const note = (event: Event) => {
    // What pages and scripts dispatch is not trusted, and is no person.
    if (event.isTrusted) isTyping = true;
  };
  for (const type of ['keydown', 'compositionstart', 'drop']) addEventListener(type, note, { capture: true, signal });
  return () => isTyping;
}
