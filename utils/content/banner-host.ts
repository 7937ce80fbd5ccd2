import { type BannerActions, createBanner } from '@/components/banner/render-banner';
import { isOnPath } from '@/utils/model/assistant';
import type { RestoreOffer } from '@/utils/model/drafts';
import type { Direction } from '@/utils/model/text';
import type { BannerView } from '@/utils/model/views';
import { activeModal } from './draft/modals';
import { guardPresses, type PressGuard } from './press-guard';

interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Position of the banner: its upper left corner, and its maximum height. */
interface Spot {
  left: number;
  top: number;
  maxHeight: number;
}

/** Margin to the window's edge and to a composer, in CSS pixels. */
const MARGIN = 12;

const overlaps = (a: Box, b: Box): boolean =>
  a.left < b.left + b.width + MARGIN &&
  b.left < a.left + a.width + MARGIN &&
  a.top < b.top + b.height + MARGIN &&
  b.top < a.top + a.height + MARGIN;

/**
 * A position for a banner of this size that covers none of the boxes: top center, then the corners. If none is free, it
 * gets the larger of the strips above and below the boxes, and scrolls inside.
 */
function findSpot(banner: { width: number; height: number }, window: Box, boxes: readonly Box[]): Spot {
  const right = window.width - banner.width - MARGIN;
  const bottom = window.height - banner.height - MARGIN;
  const middle = Math.max(0, (window.width - banner.width) / 2);
  const corners: [number, number][] = [
    [middle, MARGIN],
    [right, MARGIN],
    [MARGIN, MARGIN],
    [right, bottom],
    [MARGIN, bottom],
  ];
  for (const [left, top] of corners) {
    const isInside = left >= 0 && top >= 0 && top + banner.height <= window.height;
    if (isInside && !boxes.some((box) => overlaps({ left, top, ...banner }, box))) {
      return { left, top, maxHeight: window.height - top - MARGIN };
    }
  }
  const above = Math.min(...boxes.map((box) => box.top), window.height) - 2 * MARGIN;
  const belowTop = Math.max(...boxes.map((box) => box.top + box.height), 0) + MARGIN;
  const below = window.height - belowTop - MARGIN;
  return above >= below
    ? { left: middle, top: MARGIN, maxHeight: Math.max(0, above) }
    : { left: middle, top: belowTop, maxHeight: Math.max(0, below) };
}

const EDITABLE =
  'textarea, [contenteditable=""], [contenteditable="true"], [contenteditable="plaintext-only"], [role="textbox"]';

/** The container of the composer: its frame with the send button, but not the whole page. */
function frameOf(editable: Element): Element {
  const form = editable.closest('form, fieldset');
  return form !== null && form.clientHeight < innerHeight / 2 ? form : editable;
}

/** Boxes of all composers on this page. Hidden ones have no size and are left out. */
function composerBoxes(): Box[] {
  return [...document.querySelectorAll(EDITABLE)]
    .map((editable) => frameOf(editable).getBoundingClientRect())
    .filter((box) => box.width > 0 && box.height > 0)
    .map(({ left, top, width, height }) => ({ left, top, width, height }));
}

/** Time for screen readers to register an empty live region, so that they announce its first text. */
export const ANNOUNCE_AFTER_MS = 50;

/** Set property by property: the page's policy could reject a style attribute or sheet. */
const STYLE = { all: 'initial', position: 'fixed', 'z-index': '2147483647' } as const;

export interface Overlay {
  host: HTMLElement;
  /** Closed, so that the page has no access. */
  root: ShadowRoot;
  /** `all` does not reset the direction, so the page's would apply. */
  setDirection(direction: Direction): void;
  setVisible(isVisible: boolean): void;
  /** Inserts it above the page, where its card covers no composer. Idempotent. */
  stand(card: HTMLElement): void;
  /** Removes it from the page; it can be shown again. */
  leave(): void;
}

const isOpen = (host: HTMLElement): boolean => host.matches(':popover-open');

/** Pages get an event before a popover opens, and may remove the element then. */
function open(host: HTMLElement): void {
  if (isOpen(host)) return;
  try {
    host.showPopover();
  } catch {
    // The next sample repairs it.
  }
}

/**
 * An element of ours above a page, unaffected by its styles. `maxWidth` in CSS pixels. Not inserted yet.
 *
 * It is a popover: in the top layer no opacity, filter, transform or clip of an ancestor applies to it, and only what
 * the page adds to the top layer later can cover it.
 */
export function createOverlay(tag: string, maxWidth: number): Overlay {
  const host = document.createElement(tag);
  const root = host.attachShadow({ mode: 'closed' });
  let guard: PressGuard | null = null;
  const style = new Map<string, string>(Object.entries(STYLE));
  /** The attribute as we wrote it last, to detect changes by the page. */
  let written: string | null = null;

  const isRestyled = () => host.getAttribute('style') !== written;
  /** Writes the wanted styles and drops what the page added. */
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

  /** Moves it into the open modal dialog, or out of a closed one. */
  const putInPlace = () => {
    const parent = activeModal() ?? host.closest('dialog:modal') ?? document.documentElement;
    if (host.parentNode !== parent) parent.append(host);
    open(host);
  };

  /** Reverts changes by the page; returns whether there were any. */
  const repair = (): boolean => {
    // If it was removed, the caller decides whether to insert it again.
    if (!host.isConnected) return true;
    const { parentNode } = host;
    const wasRestyled = isRestyled();
    const wasOpen = isOpen(host);
    if (wasRestyled) rewrite();
    // Even setting the same value triggers mutation observers.
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
      // The card scrolls inside if space is short.
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

export const BANNER_TAG = 'understudy-banner';

export interface BannerHost {
  show(view: BannerView): void;
  /** Offers a saved draft, shown only while the composer is empty. */
  offer(offer: RestoreOffer | null): void;
  hasOffer(): boolean;
  /** Says where the draft of the last choice went. */
  say(text: string): void;
  /** Whether the pointer or the focus is on the card. */
  isInUse(): boolean;
  setEmpty(isComposerEmpty: boolean): void;
  /** Keeps it in the page and off the composer; called while it is shown. */
  reposition(): void;
  remove(): void;
}

/**
 * The element that contains the banner, a sibling of the page's body so that no framework of the page handles it. It is
 * inserted empty shortly before its first text, so that screen readers announce that text.
 */
export function createBannerHost(actions: BannerActions): BannerHost {
  const overlay = createOverlay(BANNER_TAG, 420);
  const { host } = overlay;
  const banner = createBanner(overlay.root, actions);
  let shown: BannerView | null = null;
  let isGone = false;
  let kept: RestoreOffer | null = null;
  let isEmpty = false;

  /** On a shared host, the user may leave the chat without a page load. */
  const isAtHome = () => shown !== null && isOnPath(location.pathname, shown.path);

  const reposition = () => {
    if (isGone || !isAtHome()) {
      overlay.leave();
      return;
    }
    overlay.stand(banner.element);
  };

  const fill = () => {
    if (isGone || shown === null) return;
    banner.show(shown);
    overlay.setVisible(true);
    reposition();
  };

  const showOffer = () => {
    banner.offer(isEmpty ? kept : null);
    reposition();
  };

  return {
    reposition,
    offer(offer) {
      kept = offer;
      showOffer();
    },
    hasOffer: () => kept !== null,
    say(text) {
      banner.say(text);
      reposition();
    },
    isInUse: () => banner.element.matches(':hover, :focus-within'),
    setEmpty(isComposerEmpty) {
      if (isEmpty === isComposerEmpty) return;
      isEmpty = isComposerEmpty;
      showOffer();
    },
    show(view) {
      const isFirst = shown === null;
      shown = view;
      host.dataset.assistant = view.assistantId;
      host.dataset.verdict = view.kind;
      host.dataset.level = view.level;
      overlay.setDirection(view.direction);
      if (!isFirst) {
        fill();
        return;
      }
      overlay.setVisible(false);
      reposition();
      setTimeout(fill, ANNOUNCE_AFTER_MS);
    },
    remove() {
      isGone = true;
      overlay.leave();
    },
  };
}
