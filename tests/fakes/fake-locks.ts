import type { RunExclusive } from '@/utils/app/ports';

/** One lock in memory: jobs run one after another, and one that fails does not stop the next. */
export function createMutex(): RunExclusive {
  let last: Promise<unknown> = Promise.resolve();
  return (job) => {
    const run = last.then(job, job);
    last = run.catch(() => undefined);
    return run;
  };
}

/** `navigator.locks`, as far as the extension uses it: exclusive locks by name. */
export function fakeLocks(): { request<T>(name: string, job: () => Promise<T>): Promise<T> } {
  const locks = new Map<string, RunExclusive>();
  return {
    request(name, job) {
      const lock = locks.get(name) ?? createMutex();
      locks.set(name, lock);
      return lock(job);
    },
  };
}
