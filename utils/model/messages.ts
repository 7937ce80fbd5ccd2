import type { AssistantId } from './assistant';
import type { CarryOrder, CarryOutcome, Draft } from './carry';
import type { LocalAnswers } from './local-answer';
import type { Alternative, BannerView } from './views';
import type { LocalModelId, WayId } from './way';

/** What scripts on chat sites may say to the background. The site is told by the sender's address, never by the message. */
export type SiteMessage =
  | { type: 'banner-view' }
  | { type: 'alternatives' }
  | { type: 'dismiss' }
  /** `draft` is what the person had typed, read in the moment of the click; empty when there was nothing. */
  | { type: 'continue'; to: WayId; draft: string }
  /** A page that was opened for a draft asks for it. */
  | { type: 'carry-order' }
  | { type: 'carry-outcome'; outcome: CarryOutcome };

/** What our own pages may say to the background. */
export type PageMessage =
  /** The person asks for a fresh look. */
  | { type: 'refresh' }
  /** A page was opened: what is old is read, and so are the alternatives. */
  | { type: 'opened' }
  /** `untilMs` is epoch milliseconds; null ends the snooze. */
  | { type: 'snooze'; assistantId: AssistantId; untilMs: number | null }
  /** The draft was read from the tab in front in the moment of the click; null when none could be had. */
  | { type: 'continue'; to: WayId; draft: Draft | null }
  /** The person needs the draft that waits no more. */
  | { type: 'discard-draft' }
  /** Which of these programmes answer on this machine now? */
  | { type: 'local-models'; ids: LocalModelId[] }
  /** Carry a sample draft there, as a real one would be carried. */
  | { type: 'rehearse'; to: WayId }
  /** Null takes it back. */
  | { type: 'react'; assistantId: AssistantId; says: 'works' | 'broken' | null };

export interface Replies {
  'banner-view': BannerView | null;
  alternatives: Alternative[];
  dismiss: null;
  continue: null;
  'carry-order': CarryOrder | null;
  'carry-outcome': null;
  'discard-draft': null;
  /** False: a draft of the person's still waits, and a sample must not take its place. */
  rehearse: boolean;
  'local-models': LocalAnswers;
  refresh: null;
  opened: null;
  snooze: null;
  react: null;
}

/** What the background says to a chat tab: show this, or (null) leave nothing behind. */
export type TabMessage = { type: 'show-banner'; view: BannerView | null };
