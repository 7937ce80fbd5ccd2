import { composerBoxes } from './composers';
import { findSpot } from './find-spot';

/** Long enough for a screen reader to take note of an empty live region, so that it hears the words come. */
export const ANNOUNCE_AFTER_MS = 50;

/** Set one by one: a style attribute or sheet of ours in the page could be refused by its policy. */
const STYLE = { all: 'initial', position: 'fixed', 'z-index': '2147483647' } as const;

/** An element of ours above a page, out of reach of its styles. `maxWidth` in CSS pixels. Not in the page yet. */
export function createOverlay(tag: string, maxWidth: number): HTMLElement {
  const host = document.createElement(tag);
  for (const [name, value] of Object.entries(STYLE)) host.style.setProperty(name, value, 'important');
  host.style.setProperty('width', `min(${maxWidth}px, calc(100vw - 24px))`, 'important');
  return host;
}

/** Moves the overlay to where its card covers no composer; the card scrolls inside where there is little room. */
export function placeOverlay(host: HTMLElement, card: HTMLElement): void {
  card.style.setProperty('max-height', 'none');
  const { width, height } = card.getBoundingClientRect();
  const room = { left: 0, top: 0, width: innerWidth, height: innerHeight };
  const spot = findSpot({ width, height }, room, composerBoxes());
  host.style.setProperty('left', `${spot.left}px`, 'important');
  host.style.setProperty('top', `${spot.top}px`, 'important');
  card.style.setProperty('max-height', `${spot.maxHeight}px`);
}
