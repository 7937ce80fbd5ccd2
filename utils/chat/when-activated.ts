/** Missing in the DOM types, and in browsers that do not pre-render. */
interface PrerenderingDocument extends Document {
  readonly prerendering?: boolean;
}

/**
 * Runs once the page is shown as a page. While Chromium pre-renders it, its frame has an id of its own instead of 0, and
 * the background would take its messages for those of a frame inside a page.
 * https://developer.mozilla.org/en-US/docs/Web/API/Document/prerendering
 */
export function whenActivated(run: () => void): void {
  if ((document as PrerenderingDocument).prerendering === true) {
    document.addEventListener('prerenderingchange', run, { once: true });
  } else {
    run();
  }
}
