import { type BannerActions, createBanner } from '@/components/banner/render-banner';
import { isOnPath } from '@/utils/model/assistant';
import type { RestoreOffer } from '@/utils/model/drafts';
import type { Direction } from '@/utils/model/text';
import type { BannerView } from '@/utils/model/views';
import { guardPresses, type PressGuard } from './press-guard';

export interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** Where the banner goes: its upper left corner, and how high it may grow. */
export interface Spot {
  left: number;
  top: number;
  maxHeight: number;
}

/** Between the banner and the window's edge, and between the banner and a composer. */
const MARGIN = 12;

const overlaps = (a: Box, b: Box): boolean =>
  a.left < b.left + b.width + MARGIN &&
  b.left < a.left + a.width + MARGIN &&
  a.top < b.top + b.height + MARGIN &&
  b.top < a.top + a.height + MARGIN;

/**
 * A place for a banner of this size in which it covers none of the boxes: top middle, then the corners. Where
 * none is free it gets the larger of the strips above and below the boxes, and scrolls inside.
 */
export function findSpot(banner: { width: number; height: number }, window: Box, boxes: readonly Box[]): Spot {
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

/** What the composer sits in: its own frame with the send button, but not the whole page. */
function frameOf(editable: Element): Element {
  const form = editable.closest('form, fieldset');
  return form !== null && form.clientHeight < innerHeight / 2 ? form : editable;
}

/** Where a person types on this page. What is not shown has no size and is left out. */
export function composerBoxes(): Box[] {
  return [...document.querySelectorAll(EDITABLE)]
    .map((editable) => frameOf(editable).getBoundingClientRect())
    .filter((box) => box.width > 0 && box.height > 0)
    .map(({ left, top, width, height }) => ({ left, top, width, height }));
}

/** The open modal dialogs of the page, and of the components that hold the focus: a dialog takes the focus as it opens. */
function openModals(): HTMLElement[] {
  const modals: HTMLElement[] = [];
  let root: Document | ShadowRoot | null | undefined = document;
  while (root) {
    modals.push(...root.querySelectorAll<HTMLElement>('dialog:modal'));
    root = root.activeElement?.shadowRoot;
  }
  return modals;
}

/** Whether the dialog takes clicks: of several open ones, only the one that was opened last does. */
function isActive(dialog: HTMLElement): boolean {
  const { left, top, width, height } = dialog.getBoundingClientRect();
  const root = dialog.getRootNode() as Document | ShadowRoot;
  return dialog.contains(root.elementFromPoint(left + width / 2, top + height / 2));
}

/**
 * The modal dialog that makes the rest of the page inert; null while none is open. Only what is inside that dialog can
 * be clicked, whatever layer it is in (measured in Chromium and Firefox).
 */
export function activeModal(): HTMLElement | null {
  const modals = openModals();
  return modals.find(isActive) ?? modals.at(-1) ?? null;
}

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

export const BANNER_TAG = 'understudy-banner';

export interface BannerHost {
  show(view: BannerView): void;
  /** What was kept of a draft; shown while nothing stands in the composer. */
  offer(offer: RestoreOffer | null): void;
  hasOffer(): boolean;
  setEmpty(isComposerEmpty: boolean): void;
  /** Keeps it in the page and off the composer; to be called while it stands. */
  settle(): void;
  remove(): void;
}

/**
 * The element that carries the banner, beside the page's body so that no framework of the page trips over it. It
 * stands empty in the page for a moment before its first words, so that a screen reader hears them come.
 */
export function createBannerHost(actions: BannerActions): BannerHost {
  const overlay = createOverlay(BANNER_TAG, 420);
  const { host } = overlay;
  const banner = createBanner(overlay.root, actions);
  let shown: BannerView | null = null;
  let isGone = false;
  let kept: RestoreOffer | null = null;
  let isEmpty = false;

  /** On a host that it shares, the chat may be left without a load. */
  const isAtHome = () => shown !== null && isOnPath(location.pathname, shown.path);

  const settle = () => {
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
    settle();
  };

  const showOffer = () => {
    banner.offer(isEmpty ? kept : null);
    settle();
  };

  return {
    settle,
    offer(offer) {
      kept = offer;
      showOffer();
    },
    hasOffer: () => kept !== null,
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
      settle();
      setTimeout(fill, ANNOUNCE_AFTER_MS);
    },
    remove() {
      isGone = true;
      overlay.leave();
    },
  };
}
