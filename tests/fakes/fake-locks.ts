/** Fake of `navigator.locks` with exclusive locks only. */
export function fakeLocks(): { request(name: string, job: () => Promise<unknown>): Promise<unknown> } {
  let queue: Promise<unknown> = Promise.resolve();
  return {
    request(_name, job) {
      const done = queue.then(job);
      queue = done.catch(() => null);
      return done;
    },
  };
}
