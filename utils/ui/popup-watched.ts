import { ASSISTANTS } from '@/utils/assistants/assistants';
import type { Assistant, AssistantId } from '@/utils/model/assistant';
import type { Options } from '@/utils/model/options';
import type { Speech, Translate } from '@/utils/words/speech';
import { type AccessAsk, accessAsk } from './access-ask';
import type { PopupAccess } from './popup-access';

export interface WatchSwitch {
  assistantId: AssistantId;
  name: string;
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
  /** Empty while the part is closed. */
  switches: WatchSwitch[];
  /** "Tell me two hours before a maintenance." */
  notice: { text: string; isOn: boolean };
}

/** What the switch stands for; another number may have been preset. */
export const NOTICE_HOURS = 2;

/** The host of its status page, or that there is none. */
export function sourceOf({ statusPages: [page] }: Assistant, t: Translate): string {
  return page === undefined ? t('popup_no_page') : new URL(page.address).host;
}

/** Whom to watch: everybody who can be. */
export function popupWatched(
  { watched, maintenanceNoticeHours }: Options,
  access: PopupAccess,
  isOpen: boolean,
  speech: Speech,
): PopupWatched {
  const { t } = speech;
  const number = new Intl.NumberFormat(speech.locale);
  const switches = ASSISTANTS.map((assistant) => ({
    assistantId: assistant.id,
    name: assistant.name,
    isOn: watched.includes(assistant.id),
    source: sourceOf(assistant, t),
    ask: accessAsk(assistant, access, speech),
  }));
  return {
    heading: t('popup_watch'),
    gist: t('popup_count', number.format(watched.length), number.format(ASSISTANTS.length)),
    why: t('popup_watch_why'),
    switches: isOpen ? switches : [],
    notice: {
      text: t('popup_notice_ahead', number.format(maintenanceNoticeHours ?? NOTICE_HOURS)),
      isOn: maintenanceNoticeHours !== null,
    },
  };
}
