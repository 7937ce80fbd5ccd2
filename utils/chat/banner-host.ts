import { createBanner } from '@/components/banner/render-banner';
import type { AssistantId } from '@/utils/model/assistant';
import type { Alternative, BannerView } from '@/utils/model/views';
import { composerBoxes } from './composers';
import { findSpot } from './find-spot';

export const BANNER_TAG = 'understudy-banner';

/** Long enough for a screen reader to take note of the empty live region. */
const ANNOUNCE_AFTER_MS = 50;

export interface BannerActions {
  alternatives(): Promise<Alternative[]>;
  choose(id: AssistantId): void;
  dismiss(): void;
}

export interface BannerHost {
  show(view: BannerView): void;
  /** Keeps it in the page and off the composer; to be called while it stands. */
  settle(): void;
  remove(): void;
}

/** Set one by one: a style attribute or sheet of ours in the page could be refused by its policy. */
const HOST_STYLE = {
  all: 'initial',
  position: 'fixed',
  'z-index': '2147483647',
  width: 'min(420px, calc(100vw - 24px))',
  display: 'block',
} as const;

/**
 * The element that carries the banner, beside the page's body so that no framework of the page trips over it. It
 * stands empty in the page for a moment before its first words, so that a screen reader hears them come.
 */
export function createBannerHost(actions: BannerActions): BannerHost {
  const host = document.createElement(BANNER_TAG);
  for (const [name, value] of Object.entries(HOST_STYLE)) host.style.setProperty(name, value, 'important');
  const banner = createBanner(host.attachShadow({ mode: 'closed' }), actions);
  let shown: BannerView | null = null;
  let isGone = false;

  /** On a host that it shares, the chat may be left without a load. */
  const isAtHome = () => shown !== null && location.pathname.startsWith(shown.path);

  const settle = () => {
    if (isGone || !isAtHome()) {
      host.remove();
      return;
    }
    if (!host.isConnected) document.documentElement.append(host);
    banner.element.style.setProperty('max-height', 'none');
    const { width, height } = banner.element.getBoundingClientRect();
    const room = { left: 0, top: 0, width: innerWidth, height: innerHeight };
    const spot = findSpot({ width, height }, room, composerBoxes());
    host.style.setProperty('left', `${spot.left}px`, 'important');
    host.style.setProperty('top', `${spot.top}px`, 'important');
    banner.element.style.setProperty('max-height', `${spot.maxHeight}px`);
  };

  const fill = () => {
    if (isGone || shown === null) return;
    banner.show(shown);
    host.style.setProperty('visibility', 'visible', 'important');
    settle();
  };

  return {
    settle,
    show(view) {
      const isFirst = shown === null;
      shown = view;
      host.dataset.assistant = view.assistantId;
      host.dataset.verdict = view.kind;
      host.dataset.level = view.level;
      if (!isFirst) {
        fill();
        return;
      }
      host.style.setProperty('visibility', 'hidden', 'important');
      settle();
      setTimeout(fill, ANNOUNCE_AFTER_MS);
    },
    remove() {
      isGone = true;
      host.remove();
    },
  };
}
