import { type AssistantId, isAssistantId } from './assistant';

export const LOCAL_MODEL_IDS = ['ollama', 'lm_studio'] as const;
/** A program that runs models on the user's machine. */
export type LocalModelId = (typeof LOCAL_MODEL_IDS)[number];

/** A custom chat address, such as a self-hosted chat. It has no status page. */
export interface OwnChat {
  /** Digits, unique among the custom chats. */
  id: string;
  name: string;
  /** HTTPS, or HTTP on this machine. */
  url: string;
}

/** Limit for the form, settings files, policies and sync. */
export const MAX_OWN_CHATS = 20;

export type CustomFallbackId = `own:${string}`;
export type LocalFallbackId = `local:${LocalModelId}`;

/** A fallback: an assistant, a custom chat, or a local model. */
export type FallbackId = AssistantId | CustomFallbackId | LocalFallbackId;

export type Fallback =
  | { kind: 'assistant'; assistantId: AssistantId }
  | { kind: 'own'; chatId: string }
  | { kind: 'local'; modelId: LocalModelId };

export const customFallback = (chatId: string): CustomFallbackId => `own:${chatId}`;
export const localFallback = (modelId: LocalModelId): LocalFallbackId => `local:${modelId}`;

/** Parses a fallback id. */
export function parseFallbackId(id: FallbackId): Fallback {
  const modelId = LOCAL_MODEL_IDS.find((model) => id === localFallback(model));
  if (modelId !== undefined) return { kind: 'local', modelId };
  if (isAssistantId(id)) return { kind: 'assistant', assistantId: id };
  return { kind: 'own', chatId: id.slice('own:'.length) };
}

export const isAssistantFallback = (id: FallbackId): id is AssistantId => parseFallbackId(id).kind === 'assistant';
