/** Runs a job when those before it have ended. */
export type InTurn = <T>(job: () => Promise<T>) => Promise<T>;

/** A queue of its own, in which jobs run one after another. A job that fails does not stop the next. */
export function oneAtATime(): InTurn {
  let last: Promise<unknown> = Promise.resolve();
  return (job) => {
    const run = last.then(job, job);
    last = run.catch(() => undefined);
    return run;
  };
}
