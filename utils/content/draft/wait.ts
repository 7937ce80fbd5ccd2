export interface Timers {
  /** Calls back after this many ms; returns the function that cancels it. */
  after(ms: number, callback: () => void): () => void;
}

const REAL_TIMERS: Timers = {
  after(ms, callback) {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
};

export interface Patience {
  /** Time without a change that counts as stable, in ms. */
  calmMs: number;
  giveUpMs: number;
  /** Polling interval in ms. */
  lookMs: number;
  timers: Timers;
}

export const PATIENCE: Patience = { calmMs: 1_000, giveUpMs: 120_000, lookMs: 100, timers: REAL_TIMERS };

/** Polls until the same value is found for a while; null if that does not happen in time. */
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

    /** Whether nothing has changed since the last poll. */
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
  /** Time without a change after which the composer is stable. */
  quietMs: number;
  /** Maximum wait, for pages that never become stable. */
  capMs: number;
}

/** Waits until nothing below a node changes for a moment. */
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

/** Waits until a condition is true below a node, up to a maximum time. False if it never was. */
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

/** Returns whether the user has pressed a key since; from then on the composer is theirs. Ends with the signal. */
export function watchTyping(signal: AbortSignal): () => boolean {
  let isTyping = false;
  const note = (event: Event) => {
    // Events dispatched by pages and scripts are not trusted.
    if (event.isTrusted) isTyping = true;
  };
  for (const type of ['keydown', 'compositionstart', 'drop']) addEventListener(type, note, { capture: true, signal });
  return () => isTyping;
}
