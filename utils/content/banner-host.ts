import { type BannerActions, createBanner } from '@/components/banner/render-banner';
import { activeModal, EDITABLE } from '@/utils/content/draft/find-composer';
import { isOnPath } from '@/utils/model/address';
import type { RestoreOffer } from '@/utils/model/drafts';
import type { Direction } from '@/utils/model/text';
import type { BannerView } from '@/utils/model/views';
import { guardPresses, type PressGuard } from './press-guard';

interface Box {
  left: number;
  top: number;
  width: number;
  height: number;
}

/** The part of the window that is in view; its left edge is 0. */
type Room = Omit<Box, 'left'>;

/** Where the banner is. */
interface Spot {
  left: number;
  /** Of its upper edge, or of its lower one where it is docked. */
  top: number;
  maxHeight: number;
  isDocked: boolean;
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
 *
 * Docked, it is at the lower end of one of these strips, where it grows upward: the bottom edge if it fits below the
 * boxes, otherwise directly above them.
 */
function findSpot(
  banner: { width: number; height: number },
  room: Room,
  boxes: readonly Box[],
  isDocked: boolean,
): Spot {
  const end = room.top + room.height;
  const first = room.top + MARGIN;
  const last = end - banner.height - MARGIN;
  const right = room.width - banner.width - MARGIN;
  const middle = Math.max(0, (room.width - banner.width) / 2);
  const corners: [number, number][] = [
    [middle, first],
    [right, first],
    [MARGIN, first],
    [right, last],
    [MARGIN, last],
  ];
  for (const [left, top] of isDocked ? [] : corners) {
    const isInside = left >= 0 && top >= room.top && top + banner.height <= end;
    if (isInside && !boxes.some((box) => overlaps({ left, top, ...banner }, box))) {
      return { left, top, maxHeight: end - top - MARGIN, isDocked };
    }
  }
  const aboveEnd = Math.min(...boxes.map((box) => box.top), end) - MARGIN;
  const belowTop = Math.max(...boxes.map((box) => box.top + box.height), room.top) + MARGIN;
  const above = aboveEnd - first;
  const below = end - belowTop - MARGIN;
  const isBelow = below > above || (isDocked && below >= banner.height);
  return {
    left: middle,
    top: isBelow ? (isDocked ? end - MARGIN : belowTop) : isDocked ? aboveEnd : first,
    maxHeight: Math.max(0, isBelow ? below : above),
    isDocked,
  };
}

/** On a narrow touch screen, the top belongs to the header of the site, and thumbs are at the bottom. */
const DOCKED = '(pointer:coarse) and (width<600px)';

/**
 * In view is what a software keyboard and the system's own bar at the bottom edge leave. A window that was zoomed with two
 * fingers counts as a whole, because its user moves about in it.
 */
function roomFor(host: HTMLElement): Room {
  const { scale, offsetTop, height } = visualViewport as VisualViewport;
  const [top, whole] = scale > 1 ? [0, innerHeight] : [offsetTop, height];
  const safeArea = Number.parseFloat(getComputedStyle(host).scrollMarginBottom);
  return { top, width: innerWidth, height: whole - safeArea };
}

/** The container of the composer: its frame with the send button, but not the whole page. */
function frameOf(editable: Element): Element {
  const form = editable.closest('form, fieldset');
  return form !== null && form.clientHeight < innerHeight / 2 ? form : editable;
}

/** Boxes of all composers on this page. Hidden ones have no size and are left out. */
function composerBoxes(): Box[] {
  return [...document.querySelectorAll(EDITABLE)]
    .map((editable) => frameOf(editable).getBoundingClientRect())
    .filter((box) => box.width > 0 && box.height > 0);
}

/** Time for screen readers to register an empty live region, so that they announce its first text. */
export const ANNOUNCE_AFTER_MS = 50;

/** Set property by property: the page's policy could reject a style attribute or sheet. */
const STYLE = {
  all: 'initial',
  position: 'fixed',
  'z-index': '2147483647',
  // Moves nothing: scripts can only read the safe area from a property that has it.
  'scroll-margin': 'env(safe-area-inset-bottom)',
} as const;

export interface Overlay {
  host: HTMLElement;
  /** Closed, so that the page has no access. */
  root: ShadowRoot;
  /** Of our texts, by BCP 47 code. `all` does not reset the direction, so the page's would apply. */
  setLanguage(language: string, direction: Direction): void;
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
  /** Whether the page changed it since the guard last asked. Positioning reverts that too, and may come first. */
  let wasChanged = false;

  const isRestyled = () => host.getAttribute('style') !== written;
  /** Writes the wanted styles and drops what the page added. */
  const rewrite = () => {
    host.style.cssText = '';
    for (const [name, value] of style) host.style.setProperty(name, value, 'important');
    written = host.getAttribute('style');
  };
  const write = (changes: Readonly<Record<string, string>>) => {
    const wasRestyled = isRestyled();
    wasChanged ||= wasRestyled;
    const isNew = Object.entries(changes).some(([name, value]) => style.get(name) !== value);
    for (const [name, value] of Object.entries(changes)) style.set(name, value);
    if (isNew || wasRestyled) rewrite();
  };
  host.popover = 'manual';
  write({ width: `min(${maxWidth}px, calc(100vw - 24px))` });

  /** Shows it, in the open modal dialog or out of a closed one. */
  const putInPlace = () => {
    const parent = activeModal() ?? host.closest('dialog:modal') ?? document.documentElement;
    if (host.parentNode !== parent) parent.append(host);
    // Inserting it closes it.
    wasChanged ||= !isOpen(host);
    open(host);
  };

  /** Reverts changes by the page; returns whether there were any since the last call. */
  const repair = (): boolean => {
    // If it was removed, the caller decides whether to insert it again.
    if (!host.isConnected) return true;
    write({});
    // Even setting the same value triggers mutation observers.
    if (host.popover !== 'manual') host.popover = 'manual';
    putInPlace();
    const was = wasChanged;
    wasChanged = false;
    return was;
  };

  return {
    host,
    root,
    setLanguage(language, direction) {
      host.lang = language;
      write({ direction });
    },
    setVisible(isVisible) {
      write({ visibility: isVisible ? 'visible' : 'hidden' });
    },
    stand(card) {
      putInPlace();
      // Measuring the whole card scrolls it to its top.
      const { scrollTop } = card;
      card.style.setProperty('max-height', 'none');
      const { width, height } = card.getBoundingClientRect();
      const spot = findSpot({ width, height }, roomFor(host), composerBoxes(), matchMedia(DOCKED).matches);
      write({ left: `${spot.left}px`, top: `${spot.top}px`, translate: spot.isDocked ? '0 -100%' : 'none' });
      // The card scrolls inside if space is short.
      card.style.setProperty('max-height', `${spot.maxHeight}px`);
      card.scrollTop = scrollTop;
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
  /** The key of the offered draft; empty if there is none. */
  offered(): string;
  /** Says where the draft of the last choice went. */
  say(text: string): void;
  card: HTMLElement;
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
    offered: () => kept?.key ?? '',
    say(text) {
      banner.say(text);
      reposition();
    },
    card: banner.element,
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
      overlay.setLanguage(view.language, view.direction);
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
