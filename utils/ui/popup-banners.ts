import { assistantOf } from '@/utils/assistants/assistants';
import type { AssistantId } from '@/utils/model/assistant';
import type { Speech } from '@/utils/words/speech';
import { listWords } from './list-words';

/** Whether the chat sites of an assistant were granted; absent while that is not known. */
export type PopupAccess = Partial<Record<AssistantId, boolean>>;

/** One chat site whose banner can be switched on. */
export interface BannerOffer {
  assistantId: AssistantId;
  ask: string;
}

/** One chat site whose banner is on. */
export interface BannerGrant {
  assistantId: AssistantId;
  text: string;
  off: string;
  /** "Turn off" needs its site for whoever does not see what it stands beside. */
  offFor: string;
}

export interface PopupBanners {
  heading: string;
  /** Why the sites on offer are asked for, in one sentence for all; null when none is. */
  why: string | null;
  offers: BannerOffer[];
  grants: BannerGrant[];
}

const siteOf = (id: AssistantId): string => assistantOf(id).chatSites[0].host;

/** What can be switched on and off about banners. */
export function popupBanners(watched: readonly AssistantId[], access: PopupAccess, speech: Speech): PopupBanners {
  const { t } = speech;
  const offered = watched.filter((id) => access[id] === false);
  const granted = watched.filter((id) => access[id] === true);
  return {
    heading: t('popup_banners'),
    why: offered.length === 0 ? null : t('popup_banner_why', listWords(offered.map(siteOf), 'disjunction', speech)),
    offers: offered.map((id) => ({ assistantId: id, ask: t('popup_banner_ask', siteOf(id)) })),
    grants: granted.map((id) => ({
      assistantId: id,
      text: t('popup_banner_on', siteOf(id)),
      off: t('popup_banner_off'),
      offFor: t('popup_banner_off_for', siteOf(id)),
    })),
  };
}
