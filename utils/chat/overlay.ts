import type { Direction } from '@/utils/model/direction';
import { composerBoxes } from './composers';
import { findSpot } from './find-spot';
import { activeModal } from './modal-dialog';
import { guardPresses, type PressGuard } from './press-guard';

/** Long enough for a screen reader to take note of an empty live region, so that it hears the words come. */
export const ANNOUNCE_AFTER_MS = 50;

/** Set one by one: a style attribute or sheet of ours in the page could be refused by its policy. */
const STYLE = { all: 'initial', position: 'fixed', 'z-index': '2147483647' } as const;

export interface Overlay {
  host: HTMLElement;
  /** Closed: the page cannot look inside. */
  root: ShadowRoot;
  /** `all` does not reset the direction, so the page's own would get in. */
  setDirection(direction: Direction): void;
  setVisible(isVisible: boolean): void;
  /** Puts it into the page, above everything, where its card covers no composer. Safe to repeat. */
  stand(card: HTMLElement): void;
  /** Takes it out of the page; it may stand again. */
  leave(): void;
}

const isOpen = (host: HTMLElement): boolean => host.matches(':popover-open');

/** A page hears of a popover before it opens, and may take the element away then. */
function open(host: HTMLElement): void {
  if (isOpen(host)) return;
  try {
    host.showPopover();
  } catch {
    // It is looked after again with the next sample.
  }
}

/**
 * An element of ours above a page, out of reach of its styles. `maxWidth` in CSS pixels. Not in the page yet.
 *
 * It is a popover: in the top layer no opacity, filter, transform or clip of an ancestor applies to it, and only what
 * the page shows in the top layer later can cover it.
 */
export function createOverlay(tag: string, maxWidth: number): Overlay {
  const host = document.createElement(tag);
  const root = host.attachShadow({ mode: 'closed' });
  let guard: PressGuard | null = null;
  const style = new Map<string, string>(Object.entries(STYLE));
  /** The attribute as we left it, which is how a page's own writing is noticed. */
  let written: string | null = null;

  const isRestyled = () => host.getAttribute('style') !== written;
  /** Writes all that is wanted; what a page wrote beside it goes. */
  const rewrite = () => {
    host.style.cssText = '';
    for (const [name, value] of style) host.style.setProperty(name, value, 'important');
    written = host.getAttribute('style');
  };
  const write = (changes: Readonly<Record<string, string>>) => {
    const isNew = Object.entries(changes).some(([name, value]) => style.get(name) !== value);
    for (const [name, value] of Object.entries(changes)) style.set(name, value);
    if (isNew || isRestyled()) rewrite();
  };
  host.popover = 'manual';
  write({ width: `min(${maxWidth}px, calc(100vw - 24px))` });

  /** Moves it into the modal dialog that is open, or out of one that has closed. */
  const putInPlace = () => {
    const parent = activeModal() ?? host.closest('dialog:modal') ?? document.documentElement;
    if (host.parentNode !== parent) parent.append(host);
    open(host);
  };

  /** Undoes what the page changed; whether there was anything. */
  const repair = (): boolean => {
    // Whether it shall be in the page at all is decided by whoever lets it stand.
    if (!host.isConnected) return true;
    const { parentNode } = host;
    const wasRestyled = isRestyled();
    const wasOpen = isOpen(host);
    if (wasRestyled) rewrite();
    // Even the same value would be a change to whoever observes the attributes.
    if (host.popover !== 'manual') host.popover = 'manual';
    putInPlace();
    return wasRestyled || !wasOpen || host.parentNode !== parentNode;
  };

  return {
    host,
    root,
    setDirection(direction) {
      host.dir = direction;
      write({ direction });
    },
    setVisible(isVisible) {
      write({ visibility: isVisible ? 'visible' : 'hidden' });
    },
    stand(card) {
      putInPlace();
      card.style.setProperty('max-height', 'none');
      const { width, height } = card.getBoundingClientRect();
      const room = { left: 0, top: 0, width: innerWidth, height: innerHeight };
      const spot = findSpot({ width, height }, room, composerBoxes());
      write({ left: `${spot.left}px`, top: `${spot.top}px` });
      // The card scrolls inside where there is little room.
      card.style.setProperty('max-height', `${spot.maxHeight}px`);
      guard ??= guardPresses(host, card, repair);
    },
    leave() {
      guard?.stop();
      guard = null;
      host.remove();
    },
  };
}
