/** Runs a job when those before it have ended. */
export type InTurn = <T>(job: () => Promise<T>) => Promise<T>;

/** A queue of its own, in which jobs run one after another. A job that fails does not stop the next. */
export function createMutex(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (job) => {
    const run = last.then(job, job);
    last = run.catch(() => undefined);
    return run;
  };
}

/** The queue of what is rendered: surfaces must not be written by two jobs at once, or the older state may win. */
export interface SurfaceQueue {
  inTurn: InTurn;
  /** For a job that always renders the latest state: calls that wait share one run. */
  latest(render: () => Promise<void>): Promise<void>;
}

export function createSurfaceQueue(): SurfaceQueue {
  const inTurn = createMutex();
  let waiting: Promise<void> | null = null;
  return {
    inTurn,
    latest(render) {
      waiting ??= inTurn(() => {
        // From here on the state may have been read: a call that comes now needs a run after this one.
        waiting = null;
        return render();
      });
      return waiting;
    },
  };
}
