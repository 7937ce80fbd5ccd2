import { isField } from './is-field';

/** Anything smaller is a field that a site keeps for its own purposes. In CSS pixels. */
const MIN_WIDTH = 20;
const MIN_HEIGHT = 8;

/** What an open modal makes of the rest of the page. */
const COVERED = '[inert], [aria-hidden="true"]';
const SHUT = '[aria-disabled="true"], [aria-readonly="true"], [role="search"], [role="searchbox"]';

/** True when a person can see it and type a message into it. */
export function isUsable(element: Element): element is HTMLElement {
  return isReadable(element) && element.closest(COVERED) === null;
}

/**
 * True when a person can see it and has typed a message into it, if anything. A site that opens a modal makes its root
 * inert or hides it from screen readers; what was typed before still stands there. A field that is itself hidden from
 * screen readers is one that a site keeps for its own purposes.
 */
export function isReadable(element: Element): element is HTMLElement {
  if (!(element instanceof HTMLElement) || element.closest(SHUT) !== null || element.matches(COVERED)) return false;
  if (isField(element)) {
    if (element.readOnly || element.disabled) return false;
    if (element instanceof HTMLInputElement && element.type !== 'text') return false;
  } else if (!element.isContentEditable) {
    return false;
  }
  const { width, height } = element.getBoundingClientRect();
  if (width < MIN_WIDTH || height < MIN_HEIGHT) return false;
  return element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
}
