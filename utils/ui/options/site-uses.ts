import { everyone } from '@/utils/assistants/everyone';
import { LOCAL_PATTERNS } from '@/utils/assistants/local-models';
import { chatPatterns, consolePatterns, statusPatterns } from '@/utils/assistants/patterns';
import { wayTarget } from '@/utils/assistants/way-target';
import { type Assistant, hasClosedPage, isChatWide, isPageWide } from '@/utils/model/assistant';
import type { Options } from '@/utils/model/options';
import { ownWay } from '@/utils/model/way';
import { orderWays } from '@/utils/rules/order-ways';
import type { Speech } from '@/utils/words/speech';

/** What one match pattern is, or would be, good for. */
export interface SiteUse {
  pattern: string;
  /** "Claude: banner, a closer look while it is open, and drafts filled in." */
  what: string;
  /** Whether what the person has chosen has a use for it now. */
  isWanted: boolean;
  /** Whether more is granted than is used, because browsers ignore the rest of an address. */
  isWide: boolean;
}

function usesOfAssistant(assistant: Assistant, options: Options, { t }: Speech): SiteUse[] {
  const { id, name } = assistant;
  const isWatched = options.watched.includes(id);
  const isPlanned = orderWays(options).includes(id);
  const chats = chatPatterns(assistant).map((pattern) => ({
    pattern,
    what: t(isWatched ? 'site_use_chat' : 'site_use_draft', name),
    isWanted: isWatched || isPlanned,
    isWide: isChatWide(assistant),
  }));
  // Pages that let anyone read them are read without.
  const isClosed = hasClosedPage(assistant);
  const pages = statusPatterns(assistant).map((pattern) => ({
    pattern,
    what: t('site_use_status', name),
    isWanted: isClosed && (isWatched || isPlanned),
    isWide: isPageWide(assistant),
  }));
  const consoles = consolePatterns(assistant, options.parts[id] ?? []).map((pattern) => ({
    pattern,
    what: t('site_use_console', name),
    isWanted: isWatched,
    isWide: false,
  }));
  return [...chats, ...consoles, ...pages];
}

/** Every use that we could have for a site, in the person's order. */
export function siteUses(options: Options, speech: Speech): SiteUse[] {
  const { t } = speech;
  const rank = (id: Assistant['id']) => [...options.watched, ...options.planB].indexOf(id) >>> 0;
  const assistants = [...everyone()].sort((a, b) => rank(a.id) - rank(b.id));
  const own = options.ownChats.flatMap(({ id, name }) =>
    (wayTarget(ownWay(id), options.ownChats)?.patterns ?? []).map((pattern) => ({
      pattern,
      what: t('site_use_draft', name),
      isWanted: true,
      isWide: false,
    })),
  );
  const local = LOCAL_PATTERNS.map((pattern) => ({
    pattern,
    what: t('site_use_local'),
    isWanted: options.localModels.length > 0,
    isWide: false,
  }));
  return [...assistants.flatMap((one) => usesOfAssistant(one, options, speech)), ...own, ...local];
}
