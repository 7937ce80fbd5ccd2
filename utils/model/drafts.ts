import type { AssistantId } from './assistant';
import type { FallbackId } from './fallback';
import type { Direction } from './text';

/** What a person had typed, and where; or a sample of ours, with which they try their plan. */
export interface Draft {
  from: AssistantId | 'sample';
  /** Well-formed UTF-16: half a surrogate pair fits into no address and no store. Never empty. */
  text: string;
  /** Whether files are in the composer, too: no script can carry those. */
  hasFiles?: boolean | undefined;
}

/** The tab in which a person pressed "Continue in …". */
export interface Origin {
  tabId: number;
  /** Nothing typed in a private window is stored on disk or shown outside private windows. */
  isPrivate: boolean;
}

/**
 * A draft transfer: from one assistant to wherever the person goes on. Lives in session storage, which is in memory
 * only, and ten minutes at the most.
 */
export interface DraftTransfer extends Draft {
  /** Unique among the stored transfers. */
  id: number;
  to: FallbackId;
  /** Empty once no text is left to carry: then it only tells a second press from a first one, for a second. */
  text: string;
  /** Epoch milliseconds. */
  startedAt: number;
  /** The tab that was opened for it, the only one that is given the text; null when it waits to be pasted by hand. */
  tabId: number | null;
  /** Null for one that no chat tab started. */
  originTabId: number | null;
  isPrivate: boolean;
}

/** What became of filling a draft in, as the script in the other tab tells it. */
export const TRANSFER_OUTCOMES = [
  'exact',
  'attached',
  'altered',
  'refused',
  'too_long',
  'occupied',
  'no_composer',
] as const;
export type TransferOutcome = (typeof TRANSFER_OUTCOMES)[number];

/** What the script in the other tab is given: the draft, and what to say of each outcome. */
export interface FillInstruction {
  id: number;
  text: string;
  /** Where to look for the composer first, as CSS selectors. */
  hints: readonly string[];
  said: Record<TransferOutcome, string>;
  labels: { region: string; close: string; direction: Direction };
}

/** What was typed while an assistant was in trouble, kept on this device because the person asked for it. */
export interface SavedDraft {
  /** The tab it was typed in, by the browser's number, which a restart gives anew. */
  tabId: number;
  text: string;
  /** When it was last typed in, epoch milliseconds. */
  at: number;
  /** When this text was begun, epoch milliseconds; absent if that is `at`. A message sent before cannot be this draft. */
  begunAt?: number | undefined;
  /** When it left the composer, epoch milliseconds: sent, or deleted. Null while it stands there, or was lost from it unsent. */
  clearedAt: number | null;
  /** Set when the text was too long to be kept whole: it is the beginning. */
  isCut?: true;
}

export type KeptDrafts = Partial<Record<AssistantId, SavedDraft[]>>;

/** The longest text that is kept, UTF-16 units: some hundred pages. */
export const MAX_KEPT_CHARS = 300_000;
/** Longer than any cluster that a composer takes, so that the end of a cut can be found without segmenting all of it. */
const TAIL = 200;

/** A text as far as it is kept, cut between two graphemes. */
export function cutDraft(text: string): Pick<SavedDraft, 'text' | 'isCut'> {
  if (text.length <= MAX_KEPT_CHARS) return { text };
  const from = MAX_KEPT_CHARS - TAIL;
  const tail = [
    ...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text.slice(from, from + 2 * TAIL)),
  ];
  const end = tail.findLast(({ index }) => index <= TAIL)?.index ?? TAIL;
  return { text: text.slice(0, from + end), isCut: true };
}

/** Where the composer is of which what stands in it is kept. */
export interface AutosaveConfig {
  /** CSS selectors, the best first. */
  hints: readonly string[];
  /** Where on the host the chat is; what is typed elsewhere there is not looked at. */
  path: string;
}

/** How the banner offers one back, in finished words. */
export interface RestoreOffer {
  text: string;
  putBack: string;
  discard: string;
}

export const REHEARSAL_OUTCOMES = [
  ...TRANSFER_OUTCOMES,
  /** Its page has not said anything yet. */
  'under_way',
  /** Nothing may fill it in there: it was copied, to be pasted. */
  'by_hand',
  /** It went along in the address; what became of it nobody can see. */
  'by_address',
] as const;
export type RehearsalOutcome = (typeof REHEARSAL_OUTCOMES)[number];

/** The last time that a sample draft was carried, and what became of it. */
export interface FallbackTest {
  to: FallbackId;
  /** Epoch milliseconds. */
  at: number;
  outcome: RehearsalOutcome;
}

/** What a composer holds, as the script in its page reads it. */
export interface ComposerReading {
  /**
   * `typed`: there is a text. `empty`: there is a composer, and nothing in it. `no_composer`: the page has none.
   * `unreadable`: no script may run there, or there are texts and no sign of which one is meant.
   */
  kind: 'typed' | 'empty' | 'no_composer' | 'unreadable';
  /** Well-formed UTF-16; empty unless `typed`. */
  text: string;
  /** Files that a person has added beside the text. */
  hasFiles: boolean;
}

export const UNREADABLE: ComposerReading = { kind: 'unreadable', text: '', hasFiles: false };
