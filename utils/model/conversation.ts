/** One message of a conversation, as Markdown. */
export interface Turn {
  from: 'person' | 'assistant';
  /** Well-formed UTF-16. Empty if the message has no text. */
  text: string;
  /** Number of images and files that the text names. They are not transferred. */
  named: number;
}

/** Where the messages of a chat site are in its pages, and how the site itself reads a conversation. */
export interface ConversationHints {
  /** CSS selectors of the user's messages. Empty: only the generic rule applies. */
  person: readonly string[];
  /** CSS selectors of the answers. */
  assistant: readonly string[];
  /** Which of the known read endpoints the site has; null if none is known. */
  endpoint: 'claude' | 'chatgpt' | null;
}

/** Why nothing could be read. */
export const NOTHING_READ = [
  /** The page of a new conversation, without any message. */
  'new_chat',
  /** There are no messages, or none that are recognized. */
  'nothing_found',
  /** The script could not run, or did not end in time. */
  'unreadable',
] as const;
export type NothingRead = (typeof NOTHING_READ)[number];

/**
 * Why "Continue in …" has not opened anything yet: the conversation can't be read, there may be a draft that can't, or there
 * are files but no text that they could go along with.
 */
export type Refusal = NothingRead | 'draft_unreadable' | 'files_stay';

export const STOPPED_BY = ['page', 'limit', 'lost', 'unrecognized'] as const;
export type StoppedBy = (typeof STOPPED_BY)[number];

/** What the reader found. Every kind states how much it is: a conversation is never cut silently. */
export type ConversationReading =
  /** All messages: the site or its page states how many there are. */
  | { kind: 'complete'; turns: Turn[] }
  /** Messages are missing. */
  | {
      kind: 'partial';
      turns: Turn[];
      /** How many there are; null if that is not known. */
      total: number | null;
      /** Whether the messages are the last ones without a gap. */
      isEnd: boolean;
      /**
       * `page`: the page holds no more. `limit`: the reader stopped at a limit of its own. `lost`: the page changed while it
       * was read, so that it was unclear what comes before. `unrecognized`: the list of the page has entries that do not
       * look like messages, and may be some.
       */
      stoppedBy: StoppedBy;
    }
  /** All that the page holds, which does not state how many there are. */
  | { kind: 'uncounted'; turns: Turn[] }
  | { kind: 'none'; why: NothingRead };

/** A reading with at least one message. */
export type Conversation = Exclude<ConversationReading, { kind: 'none' }>;

/** How much of a conversation goes along. */
export interface ConversationExtent {
  /** Number of messages that go along. */
  taken: number;
  /** Number of messages that were read. Fewer are taken if the target accepts no more. */
  read: number;
  /** Number of messages of the conversation; null if that is not known. */
  total: number | null;
  /** Whether the messages are the last ones without a gap. */
  isEnd: boolean;
  /** What ended the reading before all messages were read: see `ConversationReading`. Null if nothing did. */
  stoppedBy: StoppedBy | null;
  /** Number of images and files that are named in the messages that go along. */
  named: number;
}

/** The extent of the last `taken` messages of a reading. */
export function extentOf(conversation: Conversation, taken = conversation.turns.length): ConversationExtent {
  const { kind, turns } = conversation;
  const last = turns.slice(turns.length - taken);
  return {
    taken,
    read: turns.length,
    total: kind === 'complete' ? turns.length : kind === 'partial' ? conversation.total : null,
    isEnd: kind !== 'partial' || conversation.isEnd,
    stoppedBy: kind === 'partial' ? conversation.stoppedBy : null,
    named: last.reduce((sum, { named }) => sum + named, 0),
  };
}

/**
 * The number of messages that fit, counted from the last one. `lengths` are those of the messages with everything that
 * belongs to them, oldest first.
 */
export function countThatFit(lengths: readonly number[], room: number): number {
  let left = room;
  let count = 0;
  for (const length of lengths.toReversed()) {
    left -= length;
    if (left < 0) break;
    count += 1;
  }
  return count;
}

/** Assumed where the limit of a chat is not known: about 10,000 tokens, less than any listed assistant reads at once. */
const USUAL_MAX_MESSAGE = 40_000;
/** Chats count characters in different ways, so some room is left. */
const USED_SHARE = 0.85;

/** How many characters of a chat's longest message are used; `maxMessage` is null if that is not known. */
export const roomFor = (maxMessage: number | null): number =>
  Math.floor((maxMessage ?? USUAL_MAX_MESSAGE) * USED_SHARE);

/** What becomes of a conversation in a target: how much fits, and whether a text with one is filled in. */
export interface ConversationTarget {
  /** Characters that are used of its longest message. */
  room: number;
  isFilledIn(text: string): boolean;
}

/** Longest text that a transfer holds, in characters. */
export const MAX_TRANSFER_CHARS = 950_000;

/** Limits of the reader. They end pages that load without end. */
export interface ReadingLimits {
  turns: number;
  /** UTF-16 units of all messages together. */
  characters: number;
  /** Time for scrolling, in ms. */
  ms: number;
}

/** Less than `MAX_TRANSFER_CHARS`: headings and the draft are added. */
export const READING_LIMITS: ReadingLimits = { turns: 2_000, characters: 800_000, ms: 10_000 };
