import type { AssistantId } from './assistant';

/** What was typed while an assistant was in trouble, kept on this device because the person asked for it. */
export interface KeptDraft {
  /** The tab it was typed in, by the browser's number, which a restart gives anew. */
  tabId: number;
  text: string;
  /** When it was last typed in, epoch milliseconds. */
  at: number;
  /** When it left the composer, epoch milliseconds: sent, or deleted. Null while it stands there. */
  clearedAt: number | null;
}

export type KeptDrafts = Partial<Record<AssistantId, KeptDraft[]>>;

/** How the banner offers one back, in finished words. */
export interface KeptOffer {
  text: string;
  putBack: string;
  discard: string;
}
