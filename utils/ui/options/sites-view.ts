import { type Grants, isGranted } from '@/utils/model/grants';
import type { Options } from '@/utils/model/options';
import type { Speech } from '@/utils/words/speech';
import { siteUses } from './site-uses';

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
