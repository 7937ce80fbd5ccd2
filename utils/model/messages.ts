import type { AssistantId } from './assistant';
import type { ConversationExtent } from './conversation';
import type { CheckStep, Findings, LocalAnswers } from './diagnosis';
import type {
  AutosaveConfig,
  DraftContent,
  DraftKey,
  FilesReply,
  FillInstruction,
  Origin,
  RestoreOffer,
  TransferOutcome,
  WaitOutcome,
} from './drafts';
import type { RequestTiming } from './evidence';
import type { FallbackId, LocalModelId } from './fallback';
import type { BannerView, FallbackOption } from './views';

/**
 * Messages from scripts on chat sites to the background. The site is derived from the sender, never from the message.
 */
export type SiteMessage =
  | { type: 'banner-view' }
  | { type: 'fallbacks' }
  | { type: 'dismiss' }
  /** Switches "Notify me when it's back" on or off. */
  | { type: 'await'; isOn: boolean }
  /** `draft` is the text at the moment of the click; empty if there was none. */
  | {
      type: 'continue';
      to: FallbackId;
      draft: string;
      hasFiles?: boolean | undefined;
      /** How much of the conversation `draft` holds above the draft; absent if it holds none. */
      conversation?: ConversationExtent | undefined;
      /** Set if `draft` could not be copied. */
      isNotCopied?: true | undefined;
    }
  /** Asks for the text that takes the conversation of this tab, with the draft, to a fallback. */
  | { type: 'conversation'; to: FallbackId; draft: string }
  /** The user chose whether "Continue in …" takes the conversation. */
  | { type: 'carry-conversation'; isOn: boolean }
  /** Keeps the draft until the assistant is back. Replies with a sentence for the banner. */
  | { type: 'keep-waiting'; draft: string; hasFiles?: boolean | undefined }
  /** A tab that was opened for a draft requests it. */
  | { type: 'fill-instruction' }
  /** The same tab requests the files of the draft, once its text is filled in. */
  | { type: 'transfer-files'; id: number }
  | { type: 'transfer-outcome'; id: number; outcome: TransferOutcome }
  /** Requests the autosave configuration of this site; the reply is null if the script is to stop. */
  | { type: 'autosave-config' }
  /**
   * Current content of the composer, empty once it is cleared. `isNewText`: the composer was empty before. `isCut`: the
   * text was too long, and this is its beginning.
   */
  | { type: 'autosave'; text: string; isNewText: boolean; isCut?: boolean }
  /** Requests the saved draft to offer, if any. */
  | { type: 'restore-offer' }
  /** Fills the offered draft in again, or deletes it. If it is gone, the tab is sent what it may offer now. */
  | { type: 'restore-draft'; key: string }
  | { type: 'discard-draft'; key: string }
  /** Opens "Is it me?". */
  | { type: 'check' };

/** Messages from the script that stands in for the browser while it reports no requests. */
export type TimingMessage =
  /** Asks for the patterns of paths to report; the reply is null if none are wanted. */
  { type: 'timing-paths' } | ({ type: 'timing' } & RequestTiming);

/** What the user can ask for at the end of a limit: one notification, none, or that the limit is forgotten. */
export const LIMIT_ACTIONS = ['await', 'cancel', 'forget'] as const;
export type LimitAction = (typeof LIMIT_ACTIONS)[number];

/** What the user can do with an autosaved draft, and with one that waits. */
export const WAITING_ACTIONS = ['keep', 'fill', 'discard'] as const;
export type WaitingAction = (typeof WAITING_ACTIONS)[number];

/** Messages from the extension's own pages to the background. */
export type PageMessage =
  /** The user pressed refresh. */
  | { type: 'refresh' }
  /** A page was opened: stale status pages and fallbacks are read. */
  | { type: 'opened' }
  /** `untilMs` is epoch milliseconds; null ends the snooze. */
  | { type: 'snooze'; assistantId: AssistantId; untilMs: number | null }
  /**
   * The draft was read from the active tab at the moment of the click; null if there was none. `origin` is that tab;
   * null if there is none.
   */
  | { type: 'continue'; to: FallbackId; draft: DraftContent | null; origin: Origin | null }
  /** The user no longer needs the draft of this transfer. */
  | { type: 'discard-transfer'; id: number }
  /** Asks which of these local apps answer now. */
  | { type: 'local-models'; ids: LocalModelId[] }
  /** Transfers a sample draft the way a real one would be transferred. */
  | { type: 'test-fallback'; to: FallbackId }
  /** Keeps a draft that was read from the active tab until its assistant is back. */
  | { type: 'keep-draft-in-front'; assistantId: AssistantId; draft: string; origin: Origin }
  /** Keeps an autosaved draft until its assistant is back, fills a waiting one in, or discards it. */
  | { type: 'waiting'; key: DraftKey; does: WaitingAction }
  /** Deletes the saved draft with this time; null deletes all saved drafts. */
  | { type: 'discard-kept'; only: { assistantId: AssistantId; at: number } | null }
  /** Shows a sample notification. */
  | { type: 'sample-notice' }
  /** Deletes all stored data, including settings. */
  | { type: 'erase' }
  /** Null withdraws the reaction. */
  | { type: 'react'; assistantId: AssistantId; says: 'works' | 'broken' | null }
  /** Requests one notification when it is back; null cancels the request. */
  | { type: 'await-recovery'; assistantId: AssistantId; awaits: { bringsForward: boolean } | null }
  /** Requests one notification at the end of a limit, epoch milliseconds, that a pasted error message names. */
  | { type: 'limit-end'; assistantId: AssistantId; until: number }
  | { type: 'limit'; assistantId: AssistantId; does: LimitAction }
  /** Dismisses the line about a blind spot. */
  | { type: 'dismiss-spot'; key: string }
  /** The user is about to revoke this match pattern, so that it does not count as lost. */
  | { type: 'forget-grant'; pattern: string }
  /** "Is it me?" requests a reading of these status pages; the reply comes once the results are stored. */
  | { type: 'look'; assistantIds: AssistantId[] };

/** Where the draft went, as a sentence: if the chat page could also copy it, and if not. */
export interface ContinueReply {
  copied: string;
  notCopied: string;
}

/** A conversation on its way to a fallback. */
export type ConversationReply =
  | {
      kind: 'read';
      /** Conversation and draft, cut to what the fallback accepts. */
      text: string;
      extent: ConversationExtent;
      /** The file to save, with all that was read; null where the text is filled in. */
      file: { name: string; text: string } | null;
    }
  /** There is no conversation yet, so only the draft goes along. */
  | { kind: 'new_chat' }
  /** Nothing could be read. `said` says so, and what to do. */
  | { kind: 'none'; said: string };

export interface Replies {
  'banner-view': BannerView | null;
  fallbacks: FallbackOption[];
  dismiss: null;
  await: null;
  /** Null to our pages, and if nothing was opened. */
  continue: ContinueReply | null;
  /** Null if the fallback is gone. */
  conversation: ConversationReply | null;
  'carry-conversation': null;
  'keep-waiting': string | null;
  'keep-draft-in-front': WaitOutcome;
  waiting: WaitOutcome | null;
  'fill-instruction': FillInstruction | null;
  'transfer-files': FilesReply | null;
  'transfer-outcome': null;
  'autosave-config': AutosaveConfig | null;
  /** False: stop autosaving. */
  autosave: boolean;
  'restore-offer': RestoreOffer | null;
  'restore-draft': null;
  'discard-draft': null;
  'discard-transfer': null;
  'discard-kept': null;
  erase: null;
  'sample-notice': null;
  /** False: a real draft is pending, and the sample must not replace it. */
  'test-fallback': boolean;
  'local-models': LocalAnswers;
  refresh: null;
  opened: null;
  snooze: null;
  react: null;
  'await-recovery': null;
  check: null;
  'timing-paths': string[] | null;
  /** False: stop reporting. */
  timing: boolean;
  'limit-end': null;
  limit: null;
  'dismiss-spot': null;
  'forget-grant': null;
  look: null;
}

/** Messages from the background to a chat tab. */
export type TabMessage =
  /** Shows this banner, or (null) removes it; also whether autosave is on. */
  | { type: 'show-banner'; view: BannerView | null; keepsDrafts: boolean }
  /** Offers to restore this draft; null removes the offer or, with `only`, that of the draft with this key. */
  | { type: 'offer-draft'; offer: RestoreOffer | null; only?: string }
  /** Says in the tab that a draft left whether it has arrived. */
  | { type: 'draft-arrived'; text: string };

/** Progress of an "Is it me?" run. */
export interface Check {
  /** The current step; null once all are done. */
  running: CheckStep | null;
  findings: Findings;
}

/** Context menu items of the toolbar icon, top to bottom. Message keys serve as ids. */
export const MENU_ITEMS = ['menu_check', 'menu_snooze', 'menu_history'] as const;
export type MenuItem = (typeof MENU_ITEMS)[number];
