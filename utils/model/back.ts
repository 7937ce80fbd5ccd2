import type { AssistantId } from './assistant';

/**
 * How we know that an assistant works again. `recovered`: its page told of trouble, and of its end. `answering`: the
 * person's own messages go through again. `quiet`: nothing fails any more, but nothing was tried either.
 */
export const BACK_KINDS = ['recovered', 'answering', 'quiet'] as const;
export type BackKind = (typeof BACK_KINDS)[number];

/** The one answer to "tell me when it is back". */
export interface Back {
  kind: BackKind;
  assistantId: AssistantId;
  /** The trouble that is over; null where only the person's own messages had failed. */
  episodeId: string | null;
  /** When we learnt of it, epoch milliseconds. */
  at: number;
  /** How long the trouble lasted; null where nobody knows. */
  lastedMs: number | null;
  /** Whether the chat is brought to the front. */
  bringsForward: boolean;
}
