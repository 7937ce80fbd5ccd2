import type { AssistantId } from './assistant';
import type { ConversationExtent } from './conversation';
import type { FallbackId } from './fallback';
import type { Direction } from './text';

/** A text to take to a fallback, and the chat it was typed in; or the sample text of a fallback test. */
export interface DraftContent {
  from: AssistantId | 'sample';
  /** Well-formed UTF-16: a lone surrogate breaks addresses and storage. Never empty. */
  text: string;
  /** Whether the composer holds files too that the target has not been given. They come along as copies where possible. */
  hasFiles?: boolean | undefined;
  /** How much of a conversation stands above the draft in `text`; absent if none does. */
  conversation?: ConversationExtent | undefined;
  /** Set if the text is not on the clipboard: the browser refused it, or there was no page that could copy it. */
  isNotCopied?: true | undefined;
}

/** The active tab of a window. */
export interface FrontTab {
  tabId: number;
  address: string;
  isPrivate: boolean;
}

/** The tab in which the user pressed "Continue in …". */
export interface Origin {
  tabId: number;
  /** Text from a private window is never written to disk or shown outside private windows. */
  isPrivate: boolean;
}

/** A draft on its way to a fallback, or back into the composer that it was lost from (`from` equals `to`). */
export interface DraftTransfer extends DraftContent {
  state: 'in_transit';
  /** Unique among the stored transfers. */
  id: number;
  to: FallbackId;
  /** Empty once there is no text left to transfer. The entry then only detects a double click, for one second. */
  text: string;
  /** Epoch milliseconds. */
  startedAt: number;
  /** The tab that is to be filled; only this tab receives the text. Null if the user pastes it by hand. */
  tabId: number | null;
  /** The tab that was opened for it. Absent until it is open, and if the browser does not report it. */
  openedIn?: number | undefined;
  /** Set once that tab has shown the target. Until then it may be at its sign-in. */
  hasReached?: true | undefined;
  /** Null if no chat tab started it. */
  originTabId: number | null;
  isPrivate: boolean;
}

/** Outcome of filling in a draft, reported by the script in the target tab. */
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

/** Stands in the message about a text that is too long, for the length that only the page knows. */
export const LIMIT_PLACE = '{limit}';

/** What the script in the target tab receives: the draft, and a message for each outcome. */
export interface FillInstruction {
  id: number;
  text: string;
  /** CSS selectors of the composer, tried first. */
  hints: readonly string[];
  /** Path of the chat on the host. No other page of the host gets the draft. */
  path: string;
  said: Record<TransferOutcome, string>;
  /** How much of a conversation the text holds; null if it holds none. */
  amount: string | null;
  /** Says that files stayed where they were; null if there were none. */
  filesStay: string | null;
  /** `locale` is for numbers, `gap` stands between two sentences. */
  labels: {
    region: string;
    close: string;
    gap: string;
    language: string;
    direction: Direction;
    locale: string | undefined;
  };
}

interface AutosavedText {
  assistantId: AssistantId;
  /** The tab it was typed in. Negative, and unlike any tab, since an earlier browser session: tab ids are assigned again. */
  tabId: number;
  text: string;
  /** When it was last edited, epoch milliseconds. */
  at: number;
  /** When this text was begun, epoch milliseconds; absent if that is `at`. A message sent before cannot be this draft. */
  begunAt?: number | undefined;
  /** Set if the text was too long and only its beginning is stored. */
  isCut?: true | undefined;
  /** The container of its tab, unless that is the default one. Firefox alone has containers. */
  container?: string | undefined;
}

/**
 * A draft that was autosaved during an issue because the user turned autosave on, or that waits because the user asked for
 * it. Never one from a private window.
 */
export type SavedDraft = AutosavedText &
  (
    | /** It is in the composer. */ { state: 'typed' }
    | /** Sent or deleted; the outcome is not known yet. `clearedAt`: epoch milliseconds. */ {
        state: 'cleared';
        clearedAt: number;
      }
    | /** It left the composer without being sent, and can be restored. */ { state: 'offered' }
    | /** The user keeps it until the assistant is back. Here `at` is when that began. */ { state: 'waiting' }
  );

export type WaitingDraft = Extract<SavedDraft, { state: 'waiting' }>;

export const isWaiting = (draft: SavedDraft): draft is WaitingDraft => draft.state === 'waiting';

/** What becomes of a draft that the user wants to keep until an assistant is back. Closed: each has a message. */
export const WAIT_OUTCOMES = ['kept', 'full', 'too_long', 'empty', 'private', 'failed'] as const;
export type WaitOutcome = (typeof WAIT_OUTCOMES)[number];

/** Whether its tab is from an earlier browser session. */
export const isDetached = ({ tabId }: Pick<SavedDraft, 'tabId'>): boolean => tabId < 0;

/** Gives up the tab of a draft. The result is different for each tab, as it is a part of the draft's key. */
export const detached = (draft: SavedDraft): SavedDraft =>
  isDetached(draft) ? draft : { ...draft, tabId: -1 - draft.tabId };

/** Identifies a saved draft. */
export type DraftKey = Pick<SavedDraft, 'assistantId' | 'tabId' | 'at'>;

/**
 * The stored drafts by purpose, each with its own storage rules (`browser/drafts-store.ts`). A delivered draft is not
 * among them: it is deleted as soon as its message went through or its text is in the target composer. Transitions:
 * `rules/fallbacks/drafts.ts`.
 */
export interface Drafts {
  /** Newest first. */
  saved: readonly SavedDraft[];
  /** Oldest first. Some may have expired. */
  transfers: readonly DraftTransfer[];
}

/** Longest text that is kept, in UTF-16 units: several hundred pages. */
export const MAX_KEPT_CHARS = 300_000;
/** Longer than any grapheme cluster, so that the cut is found without segmenting the whole text. */
const TAIL = 200;

/** Cuts a text to `MAX_KEPT_CHARS`, between two graphemes, and never within a surrogate pair. */
export function cutDraft(text: string): Pick<SavedDraft, 'text' | 'isCut'> {
  if (text.length <= MAX_KEPT_CHARS) return { text };
  const from = MAX_KEPT_CHARS - TAIL;
  const tail = [
    ...new Intl.Segmenter(undefined, { granularity: 'grapheme' }).segment(text.slice(from, from + 2 * TAIL)),
  ];
  const end = tail.findLast(({ index }) => index <= TAIL)?.index ?? TAIL;
  // The tail is one long grapheme, and begins in the middle of a pair.
  return { text: text.slice(0, from + end).replace(/[\ud800-\udbff]$/, ''), isCut: true };
}

/** Selectors of the composer to autosave. */
export interface AutosaveConfig {
  /** CSS selectors, best first. */
  hints: readonly string[];
  /** Path of the chat on the host. Text typed elsewhere on the host is ignored. */
  path: string;
}

/** The banner's offer to restore a draft. */
export interface RestoreOffer {
  /** Which of the assistant's drafts this is: by the time of the press, another one may be newer. */
  key: string;
  text: string;
  putBack: string;
  discard: string;
}

export const FALLBACK_TEST_OUTCOMES = [
  ...TRANSFER_OUTCOMES,
  /** The target page has not reported yet. */
  'under_way',
  /** The target cannot be filled in: the text was copied for pasting. */
  'by_hand',
  /** The draft was part of the address; its outcome cannot be observed. */
  'by_address',
] as const;
export type FallbackTestOutcome = (typeof FALLBACK_TEST_OUTCOMES)[number];

/** The last test transfer of a sample draft, and its outcome. */
export interface FallbackTest {
  to: FallbackId;
  /** Epoch milliseconds. */
  at: number;
  outcome: FallbackTestOutcome;
}

/** Content of a composer, as the script in its page reads it. */
export interface ComposerReading {
  /**
   * `typed`: there is text. `empty`: there is an empty composer. `no_composer`: the page has none. `unreadable`:
   * scripts may not run there, or there are several texts and it is unclear which one is meant.
   */
  kind: 'typed' | 'empty' | 'no_composer' | 'unreadable';
  /** Well-formed UTF-16; empty unless `typed`. */
  text: string;
  /** Whether files were added. */
  hasFiles: boolean;
}

export const UNREADABLE: ComposerReading = { kind: 'unreadable', text: '', hasFiles: false };

/** A copy of a file that lay in a composer, on its way into another one. */
export interface TransferredFile {
  name: string;
  /** MIME type; empty if the browser does not know it. */
  type: string;
  /** The content. Messages between scripts hold no bytes in Chromium. */
  base64: string;
}

/**
 * All files of a transfer together. As base64 they fit several times into the largest message, 64 MiB in Chromium:
 * https://developer.chrome.com/docs/extensions/develop/concepts/messaging
 */
export const MAX_FILE_BYTES = 10_000_000;
export const MAX_FILES = 10;

export interface FilesReading {
  files: readonly TransferredFile[];
  /** How many files lay in the composer, the unreadable ones included. */
  total: number;
  /** Whether some are missing because of `MAX_FILE_BYTES` or `MAX_FILES`. */
  isLimited: boolean;
}

export const NO_FILES: FilesReading = { files: [], total: 0, isLimited: false };

/** The files of a transfer for the tab that was opened for it. */
export interface FilesReply {
  files: readonly TransferredFile[];
  /** What to say, by the number of files that the target accepts, from 0 to all. */
  said: readonly string[];
}
