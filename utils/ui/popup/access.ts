import { chatPatterns, countedConsoles, patternOf, statusPatterns } from '@/utils/assistants/patterns';
import { hasAccess, hasEvidence } from '@/utils/browser/permissions';
import { listWords, plural } from '@/utils/i18n/moments';
import type { Speech } from '@/utils/i18n/speech';
import { type Assistant, type AssistantId, hasClosedPage } from '@/utils/model/assistant';
import type { Options } from '@/utils/model/options';
import { type Mark, markOf } from '@/utils/ui/marks';
import { allAssistants, assistantOf } from '@/utils/ui/page-registry';
import { NOTICE_HOURS, siteOf, sourceOf, wideOf } from '@/utils/ui/text';
import type { Opened } from './state';

/** What was granted; absent while that is not known, and then nothing is offered. */
export interface PopupAccess {
  /** Chat sites. */
  chats: Partial<Record<AssistantId, boolean>>;
  /** Consoles that belong to parts which the person counts, by host. */
  consoles?: Readonly<Record<string, boolean>>;
  /** Hosts of status pages that let nobody read them without. */
  pages: Partial<Record<AssistantId, boolean>>;
  /** What becomes of requests; null while that is not known. */
  evidence: boolean | null;
}

export const ACCESS_NOT_KNOWN: PopupAccess = { chats: {}, pages: {}, evidence: null };

/** Nobody said yes to a banner yet, so what it is stands open. */
export function isBannerless({ chats }: PopupAccess): boolean {
  return Object.values(chats).every((isGranted) => !isGranted);
}

async function grantsOf(
  assistants: readonly Assistant[],
  patternsOf: (assistant: Assistant) => string[],
): Promise<Partial<Record<AssistantId, boolean>>> {
  const entries = assistants.map(async (one) => [one.id, await hasAccess(patternsOf(one))] as const);
  return Object.fromEntries(await Promise.all(entries));
}

async function consoleGrants({ watched, parts }: Pick<Options, 'watched' | 'parts'>): Promise<Record<string, boolean>> {
  const sites = watched.flatMap((id) => countedConsoles(assistantOf(id), parts[id] ?? []));
  const entries = sites.map(async ({ host }) => [host, await hasAccess([patternOf(host)])] as const);
  return Object.fromEntries(await Promise.all(entries));
}

/** Which sites of the watched were granted, and which status pages that ask for it. */
export async function readAccess(options: Pick<Options, 'watched' | 'parts'>): Promise<PopupAccess> {
  const withChat = options.watched.map(assistantOf).filter(({ chatSites }) => chatSites.length > 0);
  const closed = allAssistants().filter(hasClosedPage);
  const [chats, consoles, pages, evidence] = await Promise.all([
    grantsOf(withChat, chatPatterns),
    consoleGrants(options),
    grantsOf(closed, statusPatterns),
    hasEvidence(),
  ]);
  return { chats, consoles, pages, evidence };
}

/** A status page that can be read only when its host is granted. */
export interface AccessAsk {
  why: string;
  ask: string;
}

/** Null where nothing has to be asked for. */
export function accessAsk(assistant: Assistant, { pages }: PopupAccess, { t }: Speech): AccessAsk | null {
  const { id, statusPages } = assistant;
  if (!hasClosedPage(assistant) || pages[id] !== false) return null;
  const hosts = [...new Set(statusPages.flatMap((page) => page.hosts))].join(', ');
  return { why: t('popup_access_why', hosts), ask: t('popup_access_ask', hosts) };
}

/** One site whose banner can be switched on. */
export interface BannerOffer {
  assistantId: AssistantId;
  /** The host of a console; null for the chat itself. */
  console: string | null;
  ask: string;
  /** What is granted beyond the chat, where browsers cannot grant less; null where the chat has its host to itself. */
  wide: string | null;
}

/** One site whose banner is on. */
export interface BannerGrant {
  assistantId: AssistantId;
  /** As above. */
  console: string | null;
  text: string;
  off: string;
  /** "Turn off" needs its site for whoever does not see what it stands beside. */
  offFor: string;
}

export interface PopupBanners {
  heading: string;
  /** "2 of 3" */
  gist: string;
  /** Why the sites on offer are asked for, in one sentence for all; null when none is. */
  why: string | null;
  offers: BannerOffer[];
  grants: BannerGrant[];
  /** Whether failing messages are noticed before the status page tells; null where there is no site to notice them on. */
  evidence: { text: string; why: string; isOn: boolean } | null;
  /** Whether what is typed is kept while there is trouble; null where no site is granted. */
  keeping: { text: string; why: string; isOn: boolean } | null;
}

interface BannerSite {
  assistantId: AssistantId;
  console: string | null;
  label: string;
  /** Undefined while that is not known. */
  isGranted: boolean | undefined;
}

/** The chats of the watched, and the consoles of the parts that count. */
function bannerSites({ watched, parts }: Options, { chats, consoles }: PopupAccess): BannerSite[] {
  return watched.flatMap((assistantId) => [
    ...assistantOf(assistantId)
      .chatSites.slice(0, 1)
      .map((site) => ({ assistantId, console: null, label: siteOf(site), isGranted: chats[assistantId] })),
    ...countedConsoles(assistantOf(assistantId), parts[assistantId] ?? []).map(({ host }) => ({
      assistantId,
      console: host,
      label: host,
      isGranted: consoles?.[host],
    })),
  ]);
}

/** What can be switched on and off about banners. */
export function popupBanners(options: Options, access: PopupAccess, speech: Speech): PopupBanners {
  const { t } = speech;
  const number = new Intl.NumberFormat(speech.locale);
  const { keepsDrafts } = options;
  const sites = bannerSites(options, access);
  const offered = sites.filter(({ isGranted }) => isGranted === false);
  const granted = sites.filter(({ isGranted }) => isGranted === true);
  const hasChat = granted.some((site) => site.console === null);
  return {
    heading: t('popup_banners'),
    gist: t('popup_count', number.format(granted.length), number.format(granted.length + offered.length)),
    why:
      offered.length === 0
        ? null
        : t(
            'popup_banner_why',
            listWords(
              offered.map(({ label }) => label),
              'disjunction',
              speech,
            ),
          ),
    evidence:
      !hasChat || access.evidence === null
        ? null
        : { text: t('popup_evidence'), why: t('popup_evidence_why'), isOn: access.evidence },
    keeping: !hasChat ? null : { text: t('popup_keeping'), why: t('popup_keeping_why'), isOn: keepsDrafts },
    offers: offered.map(({ assistantId, console, label }) => ({
      assistantId,
      console,
      ask: t('popup_banner_ask', label),
      wide: console === null ? wideOf(assistantId, speech) : null,
    })),
    grants: granted.map(({ assistantId, console, label }) => ({
      assistantId,
      console,
      text: t('popup_banner_on', label),
      off: t('popup_banner_off'),
      offFor: t('popup_banner_off_for', label),
    })),
  };
}

export interface WatchSwitch {
  assistantId: AssistantId;
  name: string;
  mark: Mark;
  isOn: boolean;
  /** Whose status page it is read from. */
  source: string;
  ask: AccessAsk | null;
}

export interface PopupWatched {
  heading: string;
  /** "2 of 4" */
  gist: string;
  why: string;
  /** The first rank. Empty while the part is closed. */
  switches: WatchSwitch[];
  /** Everybody else; their switches are there once they are asked for. */
  more: { text: string; isOpen: boolean; switches: WatchSwitch[] };
  /** "Tell me two hours before a maintenance." */
  notice: { text: string; isOn: boolean };
}

/** Whom to watch: everybody who can be. */
export function popupWatched(
  { watched, maintenanceNoticeHours }: Options,
  access: PopupAccess,
  opened: Opened,
  speech: Speech,
): PopupWatched {
  const { t } = speech;
  const number = new Intl.NumberFormat(speech.locale);
  const switchOf = (assistant: Assistant): WatchSwitch => ({
    assistantId: assistant.id,
    name: assistant.name,
    mark: markOf(assistant),
    isOn: watched.includes(assistant.id),
    source: sourceOf(assistant, t),
    ask: accessAsk(assistant, access, speech),
  });
  const isOpen = opened.has('watched');
  const isMoreOpen = isOpen && opened.has('more');
  const near = allAssistants().filter(({ isFeatured }) => isFeatured);
  const others = allAssistants().filter(({ isFeatured }) => !isFeatured);
  const othersWatched = others.filter(({ id }) => watched.includes(id)).length;
  const moreCounts = [others.length, othersWatched].map((count) => number.format(count));
  return {
    heading: t('popup_watch'),
    gist: t('popup_count', number.format(watched.length), number.format(allAssistants().length)),
    why: t('popup_watch_why'),
    switches: isOpen ? near.map(switchOf) : [],
    more: {
      text: t(othersWatched === 0 ? 'popup_watch_more' : 'popup_watch_more_on', ...moreCounts),
      isOpen: isMoreOpen,
      switches: isMoreOpen ? others.map(switchOf) : [],
    },
    notice: {
      text: plural('popup_notice_ahead', maintenanceNoticeHours ?? NOTICE_HOURS, speech),
      isOn: maintenanceNoticeHours !== null,
    },
  };
}
