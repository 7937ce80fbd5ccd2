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
  /** Set when the text was too long to be kept whole: it is the beginning. */
  isCut?: true;
}

export type KeptDrafts = Partial<Record<AssistantId, KeptDraft[]>>;

/** The longest text that is kept, UTF-16 units: some hundred pages. */
export const MAX_KEPT_CHARS = 300_000;
/** Longer than any cluster that a composer takes, so that the end of a cut can be found without segmenting all of it. */
const TAIL = 200;

/** A text as far as it is kept, cut between two graphemes. */
export function cutDraft(text: string): Pick<KeptDraft, 'text' | 'isCut'> {
  if (text.length <= MAX_KEPT_CHARS) return { text };
  const from = MAX_KEPT_CHARS - TAIL;
  const tail = [
    ...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text.slice(from, from + 2 * TAIL)),
  ];
  const end = tail.findLast(({ index }) => index <= TAIL)?.index ?? TAIL;
  return { text: text.slice(0, from + end), isCut: true };
}

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
