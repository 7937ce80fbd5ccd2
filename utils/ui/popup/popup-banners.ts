import { assistantOf } from '@/utils/assistants/everyone';
import { countedConsoles } from '@/utils/assistants/patterns';
import type { AssistantId } from '@/utils/model/assistant';
import type { Options } from '@/utils/model/options';
import { siteOf, wideOf } from '@/utils/ui/wide-of';
import { listWords } from '@/utils/words/list-words';
import type { Speech } from '@/utils/words/speech';
import type { PopupAccess } from './popup-access';

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
