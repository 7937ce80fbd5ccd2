import type { AssistantId } from './assistant';

/** What was typed while an assistant was in trouble, kept on this device because the person asked for it. */
export interface KeptDraft {
  /** The tab it was typed in, by the browser's number, which a restart gives anew. */
  tabId: number;
  text: string;
  /** When it was last typed in, epoch milliseconds. */
  at: number;
  /** When it left the composer, epoch milliseconds: sent, or deleted. Null while it stands there, or was lost from it unsent. */
  clearedAt: number | null;
}

export type KeptDrafts = Partial<Record<AssistantId, KeptDraft[]>>;

/** Where the composer is of which what stands in it is kept. */
export interface KeepOrder {
  /** CSS selectors, the best first. */
  hints: readonly string[];
  /** Where on the host the chat is; what is typed elsewhere there is not looked at. */
  path: string;
}

/** How the banner offers one back, in finished words. */
export interface KeptOffer {
  text: string;
  putBack: string;
  discard: string;
}
