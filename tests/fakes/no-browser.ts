/**
 * Replaces `webextension-polyfill`, which throws outside an extension: a unit test may import a file that also calls the
 * browser, and fails once a call is made.
 */
export default new Proxy(
  {},
  {
    get: (_, name) => {
      throw new Error(`A unit test called browser.${String(name)}`);
    },
  },
);
