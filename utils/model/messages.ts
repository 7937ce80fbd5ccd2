import type { AssistantId } from './assistant';
import type { CheckStep, Findings, LocalAnswers } from './diagnosis';
import type { AutosaveConfig, DraftContent, FillInstruction, Origin, RestoreOffer, TransferOutcome } from './drafts';
import type { FallbackId, LocalModelId } from './fallback';
import type { Alternative, BannerView } from './views';

/** What scripts on chat sites may say to the background. The site is told by the sender's address, never by the message. */
export type SiteMessage =
  | { type: 'banner-view' }
  | { type: 'alternatives' }
  | { type: 'dismiss' }
  /** "Tell me when it is back", or no longer. */
  | { type: 'await'; isOn: boolean }
  /** `draft` is what the person had typed, read in the moment of the click; empty when there was nothing. */
  | { type: 'continue'; to: FallbackId; draft: string; hasFiles?: boolean | undefined }
  /** A page that was opened for a draft asks for it. */
  | { type: 'carry-order' }
  | { type: 'carry-outcome'; id: number; outcome: TransferOutcome }
  /** Whether what is typed here is to be kept, and where it stands. */
  | { type: 'keep-order' }
  /** What stands in the composer now, empty once it does not any more; and whether it was empty before. */
  /** `isCut`: the text is the beginning of one that was too long. */
  | { type: 'keep-draft'; text: string; isAnew: boolean; isCut?: boolean }
  /** What was kept and may be offered back. */
  | { type: 'kept-draft' }
  | { type: 'put-back' }
  | { type: 'discard-draft' }
  /** The person asks whether it is them: our own page opens and looks. */
  | { type: 'check' }
  /** What happened before: our own page opens and tells. */
  | { type: 'history' };

/** What our own pages may say to the background. */
export type PageMessage =
  /** The person asks for a fresh look. */
  | { type: 'refresh' }
  /** A page was opened: what is old is read, and so are the alternatives. */
  | { type: 'opened' }
  /** `untilMs` is epoch milliseconds; null ends the snooze. */
  | { type: 'snooze'; assistantId: AssistantId; untilMs: number | null }
  /**
   * The draft was read from the tab in front in the moment of the click; null when none could be had. `origin` is that
   * tab; null when there is none.
   */
  | { type: 'continue'; to: FallbackId; draft: DraftContent | null; origin: Origin | null }
  /** The person no longer needs the draft of this transfer. */
  | { type: 'discard-carry'; id: number }
  /** Which of these programmes answer on this machine now? */
  | { type: 'local-models'; ids: LocalModelId[] }
  /** Carry a sample draft there, as a real one would be carried. */
  | { type: 'rehearse'; to: FallbackId }
  /** The person needs what was typed at that moment no more; null: nothing of all that is kept. */
  | { type: 'discard-kept'; only: { assistantId: AssistantId; at: number } | null }
  /** The person wants to see what a notification looks like. */
  | { type: 'sample-notice' }
  /** All that is remembered is to be forgotten, the settings too. */
  | { type: 'erase' }
  /** Null takes it back. */
  | { type: 'react'; assistantId: AssistantId; says: 'works' | 'broken' | null }
  /** To be told once when it is back; null: no longer. */
  | { type: 'await-recovery'; assistantId: AssistantId; awaits: { bringsForward: boolean } | null }
  /** "Is it me?" wants the status pages of these looked at now; the reply comes when what they say is remembered. */
  | { type: 'look'; assistantIds: AssistantId[] };

export interface Replies {
  'banner-view': BannerView | null;
  alternatives: Alternative[];
  dismiss: null;
  await: null;
  continue: null;
  'carry-order': FillInstruction | null;
  'carry-outcome': null;
  'keep-order': AutosaveConfig | null;
  /** False: nothing more is to be kept. */
  'keep-draft': boolean;
  'kept-draft': RestoreOffer | null;
  'put-back': null;
  'discard-draft': null;
  'discard-carry': null;
  'discard-kept': null;
  erase: null;
  'sample-notice': null;
  /** False: a draft of the person's still waits, and a sample must not take its place. */
  rehearse: boolean;
  'local-models': LocalAnswers;
  refresh: null;
  opened: null;
  snooze: null;
  react: null;
  'await-recovery': null;
  check: null;
  history: null;
  look: null;
}

/** What the background says to a chat tab. */
export type TabMessage =
  /** Show this, or (null) leave nothing behind; and whether what is typed is kept. */
  | { type: 'show-banner'; view: BannerView | null; keepsDrafts: boolean }
  /** Offer this back, or (null) nothing. */
  | { type: 'offer-draft'; offer: RestoreOffer | null };

/** A run of "Is it me?", as far as it has come. */
export interface Check {
  /** The step that is under way; null once all are done. */
  running: CheckStep | null;
  findings: Findings;
}

/** What stands on the icon's menu, from top to bottom: the keys of their words are their ids. */
export const MENU_ITEMS = ['menu_check', 'menu_snooze', 'menu_history'] as const;
export type MenuItem = (typeof MENU_ITEMS)[number];
