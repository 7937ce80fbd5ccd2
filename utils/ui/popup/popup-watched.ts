import { everyone } from '@/utils/assistants/everyone';
import type { Assistant, AssistantId } from '@/utils/model/assistant';
import type { Options } from '@/utils/model/options';
import { type Mark, markOf } from '@/utils/ui/mark';
import { NOTICE_HOURS } from '@/utils/ui/notice-hours';
import { sourceOf } from '@/utils/ui/source-of';
import { plural } from '@/utils/words/plural';
import type { Speech } from '@/utils/words/speech';
import { type AccessAsk, accessAsk } from './access-ask';
import type { PopupAccess } from './popup-access';
import type { Opened } from './popup-opened';

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
  const near = everyone().filter(({ isFirstRank }) => isFirstRank);
  const others = everyone().filter(({ isFirstRank }) => !isFirstRank);
  const othersWatched = others.filter(({ id }) => watched.includes(id)).length;
  const moreCounts = [others.length, othersWatched].map((count) => number.format(count));
  return {
    heading: t('popup_watch'),
    gist: t('popup_count', number.format(watched.length), number.format(everyone().length)),
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
