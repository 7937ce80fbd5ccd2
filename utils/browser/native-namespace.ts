import type { Browser } from 'webextension-polyfill';

const { browser, chrome } = globalThis as { browser?: Browser; chrome?: Browser };

/**
 * What the worker has in the place of the polyfill (see `utils/build/native-in-worker.ts`): every call that it makes
 * gives a promise in either namespace of the browsers we run in, and it is parsed at each wake-up.
 */
export default browser ?? chrome;
