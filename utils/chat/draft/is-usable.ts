import { isField } from './is-field';

/** Anything smaller is a field that a site keeps for its own purposes. In CSS pixels. */
const MIN_WIDTH = 20;
const MIN_HEIGHT = 8;

const SHUT =
  '[inert], [aria-hidden="true"], [aria-disabled="true"], [aria-readonly="true"], [role="search"], [role="searchbox"]';

/** True when a person can see it and type a message into it. */
export function isUsable(element: Element): element is HTMLElement {
  if (!(element instanceof HTMLElement) || element.closest(SHUT) !== null) return false;
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
