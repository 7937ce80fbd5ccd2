/** A page that is not shown paints nothing; it must not wait for that. */
const PATIENCE_MS = 100;

/** Does something as soon as what is in the page now has been painted. */
export function afterPaint(work: () => void): void {
  let isDone = false;
  const once = () => {
    if (!isDone) work();
    isDone = true;
  };
  requestAnimationFrame(() => setTimeout(once));
  setTimeout(once, PATIENCE_MS);
}
