import type { AssistantId } from './assistant';
import type { FallbackId } from './fallback';
import type { Direction } from './text';

/** A text to take to a fallback, and the chat it was typed in; or the sample text of a fallback test. */
export interface DraftContent {
  from: AssistantId | 'sample';
  /** Well-formed UTF-16, because a lone surrogate cannot be put into a URL or a store. Never empty. */
  text: string;
  /** Whether the composer also holds files. No script can transfer those. */
  hasFiles?: boolean | undefined;
}

/** The tab in which the user pressed "Continue in …". */
export interface Origin {
  tabId: number;
  /** Nothing typed in a private window is stored on disk or shown outside private windows. */
  isPrivate: boolean;
}

/** A draft on its way to a fallback, or back into the composer that it was lost from (`from` equals `to`). */
export interface DraftTransfer extends DraftContent {
  state: 'in_transit';
  /** Unique among the stored transfers. */
  id: number;
  to: FallbackId;
  /** Empty if there is no text to fill in; then the entry only detects a double press, for a second. */
  text: string;
  /** Epoch milliseconds. */
  startedAt: number;
  /** The only tab that is given the text; null if the user has to paste it. */
  tabId: number | null;
  /** Null if the transfer was not started in a chat tab. */
  originTabId: number | null;
  isPrivate: boolean;
}

/** The result of filling a draft in, as reported by the script in the target tab. */
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

/** The input of the script in the target tab: the draft, and the message for each outcome. */
export interface FillInstruction {
  id: number;
  text: string;
  /** Where to look for the composer first, as CSS selectors. */
  hints: readonly string[];
  said: Record<TransferOutcome, string>;
  labels: { region: string; close: string; direction: Direction };
}

interface AutosavedText {
  assistantId: AssistantId;
  /** The tab it was typed in. Tab ids are assigned again after a restart of the browser. */
  tabId: number;
  text: string;
  /** When the text last changed, epoch milliseconds. */
  at: number;
  /** When this text was begun, epoch milliseconds; absent if that is `at`. A message sent before cannot be this draft. */
  begunAt?: number | undefined;
  /** Set if the text was too long and only its beginning is stored. */
  isCut?: true | undefined;
}

/** A draft that was autosaved during an issue because the user turned autosave on. Never one from a private window. */
export type SavedDraft = AutosavedText &
  (
    | /** It is in the composer. */ { state: 'typed' }
    | /** It left the composer: sent or deleted. The outcome is not known yet. Epoch milliseconds. */ {
        state: 'cleared';
        clearedAt: number;
      }
    | /** It left the composer without being sent, and can be restored. */ { state: 'offered' }
  );

/**
 * A draft that the extension stores. A delivered draft has no state: it is deleted as soon as its message went through
 * or its text is in the target composer. Transitions: `rules/fallbacks/drafts.ts`.
 */
export type Draft = SavedDraft | DraftTransfer;

/** The stored drafts by purpose, each with its own storage rules (`browser/drafts-store.ts`). */
export interface Drafts {
  /** Newest first. */
  saved: readonly SavedDraft[];
  /** Oldest first. Some may have expired. */
  transfers: readonly DraftTransfer[];
}

/** The longest text that is autosaved, UTF-16 units: about a hundred pages. */
export const MAX_KEPT_CHARS = 300_000;
/** Longer than any grapheme, so that only the end of a text has to be segmented to cut it. */
const TAIL = 200;

/** Cuts a text to the longest that is autosaved, between two graphemes. */
export function cutDraft(text: string): Pick<SavedDraft, 'text' | 'isCut'> {
  if (text.length <= MAX_KEPT_CHARS) return { text };
  const from = MAX_KEPT_CHARS - TAIL;
  const tail = [
    ...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text.slice(from, from + 2 * TAIL)),
  ];
  const end = tail.findLast(({ index }) => index <= TAIL)?.index ?? TAIL;
  return { text: text.slice(0, from + end), isCut: true };
}

/** The composer to autosave. */
export interface AutosaveConfig {
  /** CSS selectors, the best first. */
  hints: readonly string[];
  /** The path of the chat on its host. Text typed on other paths is not read. */
  path: string;
}

/** The banner's offer to restore a draft, as formatted text. */
export interface RestoreOffer {
  text: string;
  putBack: string;
  discard: string;
}

export const REHEARSAL_OUTCOMES = [
  ...TRANSFER_OUTCOMES,
  /** The target tab has not reported yet. */
  'under_way',
  /** The site is not granted: the text was copied, to be pasted. */
  'by_hand',
  /** The text is part of the URL, and the result cannot be observed. */
  'by_address',
] as const;
export type RehearsalOutcome = (typeof REHEARSAL_OUTCOMES)[number];

/** The last fallback test and its result. */
export interface FallbackTest {
  to: FallbackId;
  /** Epoch milliseconds. */
  at: number;
  outcome: RehearsalOutcome;
}

/** The content of a composer, as read by the content script. */
export interface ComposerReading {
  /**
   * `typed`: there is text. `empty`: the composer is empty. `no_composer`: the page has none. `unreadable`: no script
   * may run there, or there are several texts and it is unclear which one is meant.
   */
  kind: 'typed' | 'empty' | 'no_composer' | 'unreadable';
  /** Well-formed UTF-16; empty unless `typed`. */
  text: string;
  /** Whether the user has attached files. */
  hasFiles: boolean;
}

export const UNREADABLE: ComposerReading = { kind: 'unreadable', text: '', hasFiles: false };
