/**
 * A style sheet for a shadow root. Set as its text, not appended to it: only so does Firefox take it for ours where the
 * page's policy forbids styles in the page (measured in Firefox 153).
 */
export function makeStyle(css: string): HTMLStyleElement {
  const style = document.createElement('style');
  style.textContent = css;
  return style;
}
