/** The browser's locks, as far as ours are asked for: one name, one after the other. */
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
