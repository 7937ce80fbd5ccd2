/** A chat site of the mock network, with its own design and the real addresses. */
export interface LoopbackSite {
  host: string;
  name: string;
  /** Paths that open an empty conversation; other paths open the current one. */
  newPaths: readonly [string, ...string[]];
  /** Path of the current conversation. A new one moves there with its first message. */
  chatPath: string;
  /** The API host that messages go to, if it is another host. It allows requests of the site only. */
  sendHost?: string;
  /** The path that the page posts messages to. */
  sendPath: string;
  /** Paths that count as sending, also with other ids. */
  sendPattern: RegExp;
  /** The endpoint from which the page reads a conversation, and a request of the page that names the account. */
  read?: { path: string; accountPath?: string; answer(turns: readonly ChatTurn[]): object };
  /** Rich composers are contenteditable with paragraphs, like ProseMirror or Quill; a plain one is a textarea. */
  composer: 'rich' | 'quill' | 'plain';
  /** The id and name of the real element, if it has them. */
  composerId?: string;
  /** A page of the site that is no chat. It links to the chat and back without a page load. */
  ordinary?: OrdinaryPage;
  /** Position of the composer in an empty conversation. */
  newComposerAt: 'middle' | 'bottom';
  placeholder: string;
  greeting: string;
  /** Titles of conversations in the side bar; the first is the current one. */
  conversations: readonly [string, ...string[]];
  turns: readonly ChatTurn[];
  /** The answer to every message. */
  answer: string;
}

export interface OrdinaryPage {
  path: string;
  title: string;
  /** List items. */
  items: readonly string[];
}

export interface ChatTurn {
  from: 'person' | 'assistant';
  parts: readonly ChatPart[];
}

/** Words between backticks are rendered as code. */
export type ChatPart = { kind: 'text'; text: string } | { kind: 'code'; language: string; code: string };
