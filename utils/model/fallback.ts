import { type AssistantId, isAssistantId } from './assistant';

export const LOCAL_MODEL_IDS = ['ollama', 'lm_studio'] as const;
/** A programme that runs models on the person's own machine. */
export type LocalModelId = (typeof LOCAL_MODEL_IDS)[number];

/** A chat at an address of the person's own, self-hosted say. Nobody reads a status page of it. */
export interface OwnChat {
  /** Digits; each has its own. */
  id: string;
  name: string;
  /** HTTPS, or HTTP on this machine. */
  url: string;
}

/** The form, settings files, policies and sync take this many. */
export const MAX_OWN_CHATS = 20;

export type OwnWayId = `own:${string}`;
export type LocalWayId = `local:${LocalModelId}`;

/** One way to go on when an assistant is in trouble. */
export type FallbackId = AssistantId | OwnWayId | LocalWayId;

export type Fallback =
  | { kind: 'assistant'; assistantId: AssistantId }
  | { kind: 'own'; chatId: string }
  | { kind: 'local'; modelId: LocalModelId };

export const ownWay = (chatId: string): OwnWayId => `own:${chatId}`;
export const localWay = (modelId: LocalModelId): LocalWayId => `local:${modelId}`;

/** What an id stands for. */
export function parseFallbackId(id: FallbackId): Fallback {
  const modelId = LOCAL_MODEL_IDS.find((model) => id === localWay(model));
  if (modelId !== undefined) return { kind: 'local', modelId };
  if (isAssistantId(id)) return { kind: 'assistant', assistantId: id };
  return { kind: 'own', chatId: id.slice('own:'.length) };
}

export const isAssistantFallback = (id: FallbackId): id is AssistantId => parseFallbackId(id).kind === 'assistant';
