import type { AssistantId } from './assistant';
import type { Alternative, BannerView } from './views';

/** What scripts on chat sites may say to the background. The site is told by the sender's address, never by the message. */
export type SiteMessage =
  | { type: 'banner-view' }
  | { type: 'alternatives' }
  | { type: 'dismiss' }
  | { type: 'continue'; assistantId: AssistantId };

/** What our own pages may say to the background. */
export type PageMessage = { type: 'refresh' } | { type: 'dismiss-for'; assistantId: AssistantId };

export interface Replies {
  'banner-view': BannerView | null;
  alternatives: Alternative[];
  dismiss: null;
  continue: null;
  refresh: null;
  'dismiss-for': null;
}

/** What the background says to a chat tab: show this, or (null) leave nothing behind. */
export type TabMessage = { type: 'show-banner'; view: BannerView | null };
