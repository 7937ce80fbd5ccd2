import { parseUrl } from '@/utils/model/address';
import type { Assistant } from '@/utils/model/assistant';
import { type FallbackId, type LocalModelId, type OwnChat, parseFallbackId } from '@/utils/model/fallback';
import { assistantOf, chatAt } from './lookups';
import { chatPatterns } from './patterns';

export interface LocalModelServer {
  name: string;
  /** Address of its list of models. */
  url: string;
}

/**
 * Source: the providers' API references of 2026, with default ports. Neither has a chat page in the browser: users chat
 * in the provider's app, or in a custom chat such as Open WebUI.
 */
export const LOCAL_MODELS: Readonly<Record<LocalModelId, LocalModelServer>> = {
  ollama: { name: 'Ollama', url: 'http://localhost:11434/api/tags' },
  lm_studio: { name: 'LM Studio', url: 'http://localhost:1234/v1/models' },
};

/** Permission for requests to local models. Match patterns ignore the port. */
export const LOCAL_PATTERNS: readonly string[] = ['http://localhost/*'];

/** Target of a fallback. */
export interface FallbackTarget {
  name: string;
  /** Address of a new conversation; null if there is no page to open. */
  url: string | null;
  /** Match patterns needed to fill in a draft. */
  patterns: readonly string[];
  composerHints: readonly string[];
  prefill: Assistant['prefill'];
}

/** Match pattern of a custom chat. Without the port, because not every browser accepts one. */
function ownPattern(url: string): string {
  const { protocol, hostname } = new URL(url);
  return `${protocol}//${hostname}/*`;
}

/** Null for a custom chat that no longer exists. */
export function fallbackTarget(id: FallbackId, ownChats: readonly OwnChat[]): FallbackTarget | null {
  const way = parseFallbackId(id);
  switch (way.kind) {
    case 'assistant': {
      const assistant = assistantOf(way.assistantId);
      const { name, chatSites, composerHints, prefill } = assistant;
      return { name, url: chatSites[0]?.url ?? null, patterns: chatPatterns(assistant), composerHints, prefill };
    }
    case 'own': {
      const chat = ownChats.find((own) => own.id === way.chatId);
      if (chat === undefined) return null;
      const { name, url } = chat;
      return { name, url, patterns: [ownPattern(url)], composerHints: [], prefill: null };
    }
    case 'local': {
      const { name } = LOCAL_MODELS[way.modelId];
      return { name, url: null, patterns: [], composerHints: [], prefill: null };
    }
  }
}

/**
 * Whether an address belongs to this fallback. On a shared host, a sign-in page does not. For a custom chat the port
 * must match too.
 */
export function isAtFallback(id: FallbackId, address: string, ownChats: readonly OwnChat[]): boolean {
  const way = parseFallbackId(id);
  if (way.kind === 'assistant') return chatAt(address)?.id === way.assistantId;
  const url = fallbackTarget(id, ownChats)?.url ?? null;
  return url !== null && parseUrl(address)?.origin === new URL(url).origin;
}
