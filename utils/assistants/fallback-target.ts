import { parseUrl } from '@/utils/model/address';
import type { Assistant } from '@/utils/model/assistant';
import { type FallbackId, type LocalModelId, parseFallbackId } from '@/utils/model/fallback';
import type { Options } from '@/utils/model/options';
import { registryOf } from './lookups';
import { chatPatterns } from './patterns';

export interface LocalModelServer {
  name: string;
  /** The endpoint that lists its models. */
  url: string;
}

/**
 * Default ports, from the API references of 2026. Neither server has a chat page: its models are used in its app, or in a
 * custom chat such as Open WebUI.
 */
export const LOCAL_MODELS: Readonly<Record<LocalModelId, LocalModelServer>> = {
  ollama: { name: 'Ollama', url: 'http://localhost:11434/api/tags' },
  lm_studio: { name: 'LM Studio', url: 'http://localhost:1234/v1/models' },
};

/** The match pattern that must be granted to ask them. Browsers ignore the port. */
export const LOCAL_PATTERNS: readonly string[] = ['http://localhost/*'];

/** Where a fallback leads. */
export interface FallbackTarget {
  name: string;
  /** Address of a new conversation; null if there is no page to open. */
  url: string | null;
  /** Match patterns needed to fill in a draft. */
  patterns: readonly string[];
  composerHints: readonly string[];
  prefill: Assistant['prefill'];
  maxMessage: number | null;
}

/** Match pattern of a custom chat. Ports are left out because not every browser accepts them. */
function ownPattern(url: string): string {
  const { protocol, hostname } = new URL(url);
  return `${protocol}//${hostname}/*`;
}

type Choices = Pick<Options, 'ownChats' | 'ownPages'>;

/** Null for a custom chat that was removed. */
export function fallbackTarget(id: FallbackId, options: Choices): FallbackTarget | null {
  const way = parseFallbackId(id);
  switch (way.kind) {
    case 'assistant': {
      const assistant = registryOf(options).get(way.assistantId);
      const { name, chatSites, composerHints, prefill, maxMessage } = assistant;
      const url = chatSites[0]?.url ?? null;
      return { name, url, patterns: chatPatterns(assistant), composerHints, prefill, maxMessage };
    }
    case 'own': {
      const chat = options.ownChats.find((own) => own.id === way.chatId);
      if (chat === undefined) return null;
      const { name, url } = chat;
      return { name, url, patterns: [ownPattern(url)], composerHints: [], prefill: null, maxMessage: null };
    }
    case 'local': {
      const { name } = LOCAL_MODELS[way.modelId];
      return { name, url: null, patterns: [], composerHints: [], prefill: null, maxMessage: null };
    }
  }
}

/** Whether a fallback is open at an address. On a shared host a sign-in page is not; for a custom chat the port counts too. */
export function isAtFallback(id: FallbackId, address: string, options: Choices): boolean {
  const way = parseFallbackId(id);
  if (way.kind === 'assistant') return registryOf(options).chatAt(address)?.id === way.assistantId;
  const url = fallbackTarget(id, options)?.url ?? null;
  return url !== null && parseUrl(address)?.origin === new URL(url).origin;
}
