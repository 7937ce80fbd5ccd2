import { createBanner } from '@/components/banner/render-banner';
import type { AssistantId } from '@/utils/model/assistant';
import type { Alternative, BannerView } from '@/utils/model/views';
import { composerBoxes } from './composers';
import { findSpot } from './find-spot';

export const BANNER_TAG = 'understudy-banner';

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

/** The element that carries the banner, beside the page's body so that no framework of the page trips over it. */
export function createBannerHost(actions: BannerActions): BannerHost {
  const host = document.createElement(BANNER_TAG);
  for (const [name, value] of Object.entries(HOST_STYLE)) host.style.setProperty(name, value, 'important');
  const banner = createBanner(host.attachShadow({ mode: 'closed' }), actions);

  const settle = () => {
    if (!host.isConnected) document.documentElement.append(host);
    banner.element.style.setProperty('max-height', 'none');
    const { width, height } = banner.element.getBoundingClientRect();
    const spot = findSpot(
      { width, height },
      { left: 0, top: 0, width: innerWidth, height: innerHeight },
      composerBoxes(),
    );
    host.style.setProperty('left', `${spot.left}px`, 'important');
    host.style.setProperty('top', `${spot.top}px`, 'important');
    banner.element.style.setProperty('max-height', `${spot.maxHeight}px`);
  };

  return {
    settle,
    show(view) {
      host.dataset.assistant = view.assistantId;
      host.dataset.verdict = view.kind;
      host.dataset.level = view.level;
      banner.show(view);
      settle();
    },
    remove: () => host.remove(),
  };
}
