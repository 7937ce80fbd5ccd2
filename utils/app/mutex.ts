/** Runs a job under a lock, in the order of the calls. A job that fails does not stop the next. */
export type RunExclusive = <T>(job: () => Promise<T>) => Promise<T>;

/** Serializes what writes toolbar and banners: two renders in parallel could end with the older state. */
export interface SurfaceQueue {
  runExclusive: RunExclusive;
  /**
   * Queues a render. A newer render that is passed before this one starts replaces it, and all waiting callers share one
   * run.
   */
  latest(render: () => Promise<void>): Promise<void>;
}

export function createSurfaceQueue(runExclusive: RunExclusive): SurfaceQueue {
  let newest: (() => Promise<void>) | null = null;
  let waiting: Promise<void> | null = null;
  return {
    runExclusive,
    latest(render) {
      newest = render;
      waiting ??= runExclusive(async () => {
        const run = newest;
        // A render that is passed from now on needs a run after this one.
        newest = null;
        waiting = null;
        await run?.();
      });
      return waiting;
    },
  };
}
