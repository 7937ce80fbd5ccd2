import type { Assistant } from '@/utils/model/assistant';
import { parseUrl } from '@/utils/model/parse-url';
import { type OwnChat, type WayId, wayOf } from '@/utils/model/way';
import { chatAt } from './at-address';
import { assistantOf } from './everyone';
import { LOCAL_MODELS } from './local-models';
import { chatPatterns } from './patterns';

/** Where a way leads. */
export interface WayTarget {
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
export function wayTarget(id: WayId, ownChats: readonly OwnChat[]): WayTarget | null {
  const way = wayOf(id);
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
export function isAtWay(id: WayId, address: string, ownChats: readonly OwnChat[]): boolean {
  const way = wayOf(id);
  if (way.kind === 'assistant') return chatAt(address)?.id === way.assistantId;
  const url = wayTarget(id, ownChats)?.url ?? null;
  return url !== null && parseUrl(address)?.origin === new URL(url).origin;
}
