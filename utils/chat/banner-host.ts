import { type BannerActions, createBanner } from '@/components/banner/render-banner';
import { isOnPath } from '@/utils/model/chat-site';
import type { KeptOffer } from '@/utils/model/kept-draft';
import type { BannerView } from '@/utils/model/views';
import { ANNOUNCE_AFTER_MS, createOverlay } from './overlay';

export const BANNER_TAG = 'understudy-banner';

export interface BannerHost {
  show(view: BannerView): void;
  /** What was kept of a draft; shown while nothing stands in the composer. */
  offer(offer: KeptOffer | null): void;
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
  let kept: KeptOffer | null = null;
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
