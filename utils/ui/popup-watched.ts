import { ASSISTANTS } from '@/utils/assistants/assistants';
import type { AssistantId } from '@/utils/model/assistant';
import type { Speech } from '@/utils/words/speech';
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
}

/** Whom to watch: everybody who can be. */
export function popupWatched(
  watched: readonly AssistantId[],
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
    source: new URL(assistant.statusPage.origin).host,
    ask: accessAsk(assistant, access, speech),
  }));
  return {
    heading: t('popup_watch'),
    gist: t('popup_count', number.format(watched.length), number.format(ASSISTANTS.length)),
    why: t('popup_watch_why'),
    switches: isOpen ? switches : [],
  };
}
