/** A chat site of the little internet: its looks are our own, its addresses the real ones. */
export interface WorldSite {
  host: string;
  name: string;
  /** Paths that open an empty conversation; any other opens the running one. */
  newPaths: readonly string[];
  /** Where the running conversation lives, and where a new one moves to with its first message. */
  chatPath: string;
  /** What the page posts a message to. */
  sendPath: string;
  /** What counts as sending, also under other ids. */
  sendPattern: RegExp;
  /** A rich composer is an editable element that keeps paragraphs, a plain one a textarea. */
  composer: 'rich' | 'plain';
  /** Where the composer of an empty conversation stands. */
  newComposerAt: 'middle' | 'bottom';
  placeholder: string;
  greeting: string;
  /** Titles of conversations in the side bar; the first is the running one. */
  conversations: readonly [string, ...string[]];
  turns: readonly ChatTurn[];
  /** What any message is answered with. */
  answer: string;
}

export interface ChatTurn {
  from: 'person' | 'assistant';
  parts: readonly ChatPart[];
}

/** In a text, words between backticks are code. */
export type ChatPart = { kind: 'text'; text: string } | { kind: 'code'; language: string; code: string };
