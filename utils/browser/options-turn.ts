/**
 * Whoever writes options does so here, one after the other over the worker and all of our pages: two quick clicks must not
 * undo each other, nor two windows, nor what comes from another browser. Not to be called from within itself. Null when it
 * failed; never rejects.
 */
export async function inOptionsTurn<T>(job: () => Promise<T>): Promise<T | null> {
  try {
    return await navigator.locks.request('options', job);
  } catch {
    return null;
  }
}
