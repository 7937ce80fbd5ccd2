/** A chat site of the loopback network: its looks are our own, its addresses the real ones. */
export interface LoopbackSite {
  host: string;
  name: string;
  /** Paths that open an empty conversation; any other opens the running one. */
  newPaths: readonly [string, ...string[]];
  /** Where the running conversation lives, and where a new one moves to with its first message. */
  chatPath: string;
  /** Where messages go when not to the site itself; it answers to nobody but the site. */
  sendHost?: string;
  /** What the page posts a message to. */
  sendPath: string;
  /** What counts as sending, also under other ids. */
  sendPattern: RegExp;
  /** Rich composers are editable elements that keep paragraphs, as ProseMirror or Quill do; a plain one is a textarea. */
  composer: 'rich' | 'quill' | 'plain';
  /** The element's id and name, where the real one has them. */
  composerId?: string;
  /** A page of the site that is no chat. A link on it leads into the chat without a load, and one there back. */
  ordinary?: OrdinaryPage;
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

export interface OrdinaryPage {
  path: string;
  title: string;
  /** Things that it lists. */
  items: readonly string[];
}

export interface ChatTurn {
  from: 'person' | 'assistant';
  parts: readonly ChatPart[];
}

/** In a text, words between backticks are code. */
export type ChatPart = { kind: 'text'; text: string } | { kind: 'code'; language: string; code: string };
