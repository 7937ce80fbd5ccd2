/**
 * Stands in for `webextension-polyfill`, which throws outside an extension: a unit test may import a file that also has
 * calls of the browser's, and fails as soon as one of them is made.
 */
export default new Proxy(
  {},
  {
    get: (_, name) => {
      throw new Error(`A unit test called browser.${String(name)}`);
    },
  },
);
