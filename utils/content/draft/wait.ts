interface Timers {
  /** Calls back after this many ms; returns the function that cancels it. */
  after(ms: number, callback: () => void): () => void;
}

const REAL_TIMERS: Timers = {
  after(ms, callback) {
    const timer = setTimeout(callback, ms);
    return () => clearTimeout(timer);
  },
};

export interface WaitOptions {
  /** Time without a change that counts as stable, in ms. */
  stableMs: number;
  timeoutMs: number;
  /** Polling interval in ms. */
  pollMs: number;
  timers: Timers;
}

export const WAIT_OPTIONS: WaitOptions = { stableMs: 1_000, timeoutMs: 120_000, pollMs: 100, timers: REAL_TIMERS };

/** Polls until the same value is found for a while; null if that does not happen in time. */
export function waitUntilStable<T>(
  look: () => T | null,
  isSame: (one: T, other: T) => boolean,
  { stableMs, timeoutMs, pollMs, timers }: WaitOptions,
): Promise<T | null> {
  return new Promise((resolve) => {
    let seen: T | null = null;
    let cancelStable = () => {};
    let cancelLook = () => {};

    const finish = (result: T | null) => {
      cancelStable();
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

    const becomeStable = () => {
      if (lookAgain()) finish(seen);
      else restart();
    };

    const restart = () => {
      cancelStable();
      cancelStable = seen === null ? () => {} : timers.after(stableMs, becomeStable);
    };

    const keepLooking = () => {
      if (!lookAgain()) restart();
      cancelLook = timers.after(pollMs, keepLooking);
    };

    const cancelGiveUp = timers.after(timeoutMs, () => finish(null));
    keepLooking();
  });
}

/** How long to wait for a page, in ms. */
export interface Pace {
  /** Time without a further change after which it counts as stable. */
  quietMs: number;
  /** Time without any change at all; by default the same. */
  firstMs?: number;
  /** Maximum wait, for pages that never become stable. */
  capMs: number;
}

const ALL_CHANGES: MutationObserverInit = { childList: true, characterData: true, subtree: true };

/** Waits until nothing below a node changes for a moment. */
export function waitUntilQuiet(
  node: Node,
  { quietMs, firstMs = quietMs, capMs }: Pace,
  changes = ALL_CHANGES,
): Promise<void> {
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
    let quiet = setTimeout(done, firstMs);
    const cap = setTimeout(done, capMs);
    observer.observe(node, changes);
  });
}

/** Waits until a condition is true below a node, up to a maximum time. False if it never was. */
export function waitForCondition(node: Node, predicate: () => boolean, capMs: number): Promise<boolean> {
  return new Promise((resolve) => {
    const done = () => {
      observer.disconnect();
      clearTimeout(cap);
      resolve(predicate());
    };
    const observer = new MutationObserver(() => predicate() && done());
    const cap = setTimeout(done, capMs);
    observer.observe(node, { attributes: true, childList: true, characterData: true, subtree: true });
    if (predicate()) done();
  });
}

/**
 * Returns whether the user has typed, pasted or dropped anything since; from then on the composer is theirs. Ends with the
 * signal.
 */
export function watchTyping(signal: AbortSignal): () => boolean {
  let isTyping = false;
  const note = (event: Event) => {
    // Events dispatched by pages and scripts are not trusted.
    if (event.isTrusted) isTyping = true;
  };
  for (const type of ['keydown', 'compositionstart', 'paste', 'drop']) {
    addEventListener(type, note, { capture: true, signal });
  }
  return () => isTyping;
}
