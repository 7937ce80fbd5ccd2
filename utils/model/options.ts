import type { AssistantId } from './assistant';

/** What the person chose. */
export interface Options {
  /** In the person's order. */
  watched: AssistantId[];
}

/** Until the person chooses otherwise. */
export const DEFAULT_OPTIONS: Options = { watched: ['claude', 'chatgpt'] };
