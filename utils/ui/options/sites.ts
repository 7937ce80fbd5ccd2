import { fallbackTarget, LOCAL_PATTERNS } from '@/utils/assistants/fallback-target';
import { chatPatterns, consolePatterns, statusPatterns } from '@/utils/assistants/patterns';
import type { Speech } from '@/utils/i18n/speech';
import { type Assistant, hasClosedPage, isChatWide, isPageWide } from '@/utils/model/assistant';
import { customFallback } from '@/utils/model/fallback';
import { type Grants, isGranted } from '@/utils/model/grants';
import type { Options } from '@/utils/model/options';
import { orderFallbacks } from '@/utils/rules/fallbacks/rank-fallbacks';
import { allAssistants } from '@/utils/ui/page-registry';

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
  const isPlanned = orderFallbacks(options).includes(id);
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
  return [...assistants.flatMap((one) => usesOfAssistant(one, options, speech)), ...own, ...local];
}

/** One site and what may be done there. */
export interface SiteRow {
  pattern: string;
  site: string;
  /** What for, a sentence each. */
  uses: string[];
  /** What is granted beyond that; null where nothing is. */
  wide: string | null;
  isGiven: boolean;
  /** "Allowed" or "Not allowed" */
  state: string;
  /** What the button does; its name has the site in it. */
  change: { label: string; name: string };
}

/** The section "Permissions" of the options page. */
export interface SitesView {
  heading: string;
  why: string;
  /** Null while nobody knows what is granted. */
  rows: SiteRow[] | null;
}

/** `https://claude.ai/*` is claude.ai to a person. */
const siteOf = (pattern: string): string => pattern.replace(/^[^/]*\/\//, '').replace(/\/.*$/, '');

export function sitesView(options: Options, grants: Grants | null, speech: Speech): SitesView {
  const { t } = speech;
  const head = { heading: t('sites'), why: t('sites_why') };
  if (grants === null) return { ...head, rows: null };
  const uses = siteUses(options, speech);
  const wanted = uses.filter(({ isWanted }) => isWanted).map(({ pattern }) => pattern);
  const patterns = [...new Set([...wanted, ...grants.origins])];
  const rowOf = (pattern: string): SiteRow => {
    const mine = uses.filter((use) => use.pattern === pattern);
    const isGiven = isGranted(grants, pattern);
    const site = siteOf(pattern) === '*' || pattern === '<all_urls>' ? t('sites_all') : siteOf(pattern);
    return {
      pattern,
      site,
      uses: mine.length === 0 ? [t('site_use_none')] : [...new Set(mine.map(({ what }) => what))],
      wide: mine.some(({ isWide }) => isWide) ? t('sites_wide', site) : null,
      isGiven,
      state: t(isGiven ? 'sites_given' : 'sites_not_given'),
      change: isGiven
        ? { label: t('sites_take_back'), name: t('sites_take_back_for', site) }
        : { label: t('sites_give'), name: t('sites_give_for', site) },
    };
  };
  return { ...head, rows: patterns.map(rowOf) };
}
