/** Runs a job once it holds a lock, after the jobs that asked for it before. A job that fails does not stop the next. */
export type InTurn = <T>(job: () => Promise<T>) => Promise<T>;

/** Serializes what writes toolbar and banners: two renders in parallel could end with the older state. */
export interface SurfaceQueue {
  inTurn: InTurn;
  /**
   * Renders, unless a newer render is passed before the turn of this one comes: then that one runs in its place. All
   * callers that wait share one run.
   */
  latest(render: () => Promise<void>): Promise<void>;
}

export function createSurfaceQueue(inTurn: InTurn): SurfaceQueue {
  let newest: (() => Promise<void>) | null = null;
  let waiting: Promise<void> | null = null;
  return {
    inTurn,
    latest(render) {
      newest = render;
      waiting ??= inTurn(async () => {
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
