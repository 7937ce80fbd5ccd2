/** How long to wait for a page, in ms. */
export interface Pace {
  /** Without a change for so long the composer has settled. */
  quietMs: number;
  /** A page that never rests is not waited for any longer. */
  capMs: number;
}

/** Waits until nothing has changed below a node for a moment. */
export function settle(node: Node, { quietMs, capMs }: Pace): Promise<void> {
  return new Promise((resolve) => {
    const done = () => {
      observer.disconnect();
      clearTimeout(quiet);
      clearTimeout(cap);
      resolve();
    };
    const observer = new MutationObserver(() => {
      clearTimeout(quiet);
      quiet = setTimeout(done, quietMs);
    });
    let quiet = setTimeout(done, quietMs);
    const cap = setTimeout(done, capMs);
    observer.observe(node, { childList: true, characterData: true, subtree: true });
  });
}

/** Waits until something is so below a node, at most so long. False when it never was. */
export function settleUntil(node: Node, isSo: () => boolean, capMs: number): Promise<boolean> {
  return new Promise((resolve) => {
    const done = () => {
      observer.disconnect();
      clearTimeout(cap);
      resolve(isSo());
    };
    const observer = new MutationObserver(() => isSo() && done());
    const cap = setTimeout(done, capMs);
    observer.observe(node, { attributes: true, childList: true, characterData: true, subtree: true });
    if (isSo()) done();
  });
}
