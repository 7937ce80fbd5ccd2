import { fallbackTarget, LOCAL_PATTERNS } from '@/utils/assistants/lookups';
import { chatPatterns, consolePatterns, statusPatterns } from '@/utils/assistants/patterns';
import type { MessageKey, Speech } from '@/utils/i18n/speech';
import { type Grants, hostOfPattern, isGranted, patternOf } from '@/utils/model/address';
import { type Assistant, hasClosedPage, isChatWide, isPageWide } from '@/utils/model/assistant';
import { customFallback } from '@/utils/model/fallback';
import type { Options } from '@/utils/model/options';
import { OPINION_SOURCES } from '@/utils/opinions/sources';
import { orderFallbacks } from '@/utils/rules/fallbacks/plan';
import { allAssistants } from '@/utils/ui/page-registry';

/** One use of the permission for a match pattern. */
interface SiteUse {
  pattern: string;
  /** "Claude: banner, more frequent checks while it’s open, “Is it me?”, filling in drafts." */
  what: string;
  /** Whether the chosen options have this use now. */
  isWanted: boolean;
  /** Whether the permission covers more than the use, because browsers ignore the path of an address. */
  isWide: boolean;
}

function usesOfAssistant(assistant: Assistant, options: Options, { t }: Speech): SiteUse[] {
  const { id, name } = assistant;
  const isWatched = options.watched.includes(id);
  const isPlanned = orderFallbacks(options).includes(id);
  const chats = chatPatterns(assistant).map((pattern) => ({
    pattern,
    what: t(isWatched ? 'site_use_chat' : 'site_use_draft', name),
    isWanted: isWatched || isPlanned,
    isWide: isChatWide(assistant),
  }));
  // Pages with open CORS headers need no permission.
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

/** Every possible use of a site: first of the watched assistants, then of those in Plan B, then of all others. */
function siteUses(options: Options, speech: Speech): SiteUse[] {
  const { t } = speech;
  // Unlisted ids rank last: -1 >>> 0 is the largest unsigned integer.
  const rank = (id: Assistant['id']) => [...options.watched, ...options.planB].indexOf(id) >>> 0;
  const assistants = [...allAssistants()].sort((a, b) => rank(a.id) - rank(b.id));
  const own = options.ownChats.flatMap(({ id, name }) =>
    (fallbackTarget(customFallback(id), options)?.patterns ?? []).map((pattern) => ({
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
  // Asked for at the press of "Ask others", so the list offers none that is not granted.
  const opinions = Object.values(OPINION_SOURCES).map(({ host }) => ({
    pattern: patternOf(host),
    what: t('site_use_opinion'),
    isWanted: false,
    isWide: false,
  }));
  return [...assistants.flatMap((one) => usesOfAssistant(one, options, speech)), ...own, ...local, ...opinions];
}

/** What is read on hosts whose name alone would suggest something else. */
const NAMED_HOSTS: Readonly<Record<string, MessageKey>> = { 'www.google.com': 'sites_workspace_status' };

function siteName(pattern: string, { t }: Speech): string {
  const host = hostOfPattern(pattern);
  if (host === '*' || pattern === '<all_urls>') return t('sites_all');
  const key = NAMED_HOSTS[host];
  return key === undefined ? host : t(key, host);
}

/** One site on the list of permissions. */
export interface SiteRow {
  pattern: string;
  /** The host, with what is read there where its name says something else; or "all sites". */
  site: string;
  isGiven: boolean;
  /** What the site is used for, a sentence each. */
  uses: string[];
  /** Whether the permission covers more than its use. */
  isWide: boolean;
}

/** The sites that the chosen options use, then other sites that are granted. */
export function siteRows(options: Options, grants: Grants, speech: Speech): SiteRow[] {
  const { t } = speech;
  const all = siteUses(options, speech);
  const wanted = all.filter(({ isWanted }) => isWanted).map(({ pattern }) => pattern);
  return [...new Set([...wanted, ...grants.origins])].map((pattern) => {
    const uses = all.filter((use) => use.pattern === pattern);
    return {
      pattern,
      site: siteName(pattern, speech),
      isGiven: isGranted(grants, pattern),
      uses: uses.length === 0 ? [t('site_use_none')] : [...new Set(uses.map(({ what }) => what))],
      isWide: uses.some(({ isWide }) => isWide),
    };
  });
}
