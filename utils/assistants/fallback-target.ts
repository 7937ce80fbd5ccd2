import { parseUrl } from '@/utils/model/address';
import type { Assistant } from '@/utils/model/assistant';
import { type FallbackId, type LocalModelId, type OwnChat, parseFallbackId } from '@/utils/model/fallback';
import { assistantOf, chatAt } from './lookups';
import { chatPatterns } from './patterns';

export interface LocalModelServer {
  name: string;
  /** Where it lists its models. */
  url: string;
}

/**
 * Facts: the makers' API references of 2026 and their default ports. Neither has a chat page in the browser: a
 * person talks to them in the maker's app, or in a chat of their own such as Open WebUI.
 */
export const LOCAL_MODELS: Readonly<Record<LocalModelId, LocalModelServer>> = {
  ollama: { name: 'Ollama', url: 'http://localhost:11434/api/tags' },
  lm_studio: { name: 'LM Studio', url: 'http://localhost:1234/v1/models' },
};

/** What has to be granted to ask them. Browsers ignore the port. */
export const LOCAL_PATTERNS: readonly string[] = ['http://localhost/*'];

/** Where a way leads. */
export interface FallbackTarget {
  name: string;
  /** Where a new conversation starts; null where no page can be opened. */
  url: string | null;
  /** Match patterns to be granted before a draft can be filled in. */
  patterns: readonly string[];
  composerHints: readonly string[];
  prefill: Assistant['prefill'];
}

/** Match pattern of the site of one's own chat. Ports are left out: not every browser takes them. */
function ownPattern(url: string): string {
  const { protocol, hostname } = new URL(url);
  return `${protocol}//${hostname}/*`;
}

/** Null for a chat of one's own that is no longer there. */
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

/** Whether an address is where this way leads: on a shared host a sign-in page is not. Of one's own chat the port counts too. */
export function isAtFallback(id: FallbackId, address: string, ownChats: readonly OwnChat[]): boolean {
  const way = parseFallbackId(id);
  if (way.kind === 'assistant') return chatAt(address)?.id === way.assistantId;
  const url = fallbackTarget(id, ownChats)?.url ?? null;
  return url !== null && parseUrl(address)?.origin === new URL(url).origin;
}
