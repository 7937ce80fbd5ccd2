import { expect as playwrightExpect } from '@playwright/test';

/** Playwright's own pauses grow to a second, which is longer than most of what the tests wait for. */
const INTERVALS_MS = [30, 50, 100, 100, 200];

const poll: typeof playwrightExpect.poll = (actual, options) =>
  playwrightExpect.poll(actual, {
    intervals: INTERVALS_MS,
    ...(typeof options === 'string' ? { message: options } : options),
  });

/** Playwright's `expect` with a faster `poll`. */
export const expect = new Proxy(playwrightExpect, {
  get: (target, key) => (key === 'poll' ? poll : Reflect.get(target, key)),
});
