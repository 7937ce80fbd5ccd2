import { assistantOf, everyone } from '@/utils/assistants/everyone';
import type { Assistant, AssistantId } from '@/utils/model/assistant';
import type { Options } from '@/utils/model/options';
import { type Mark, markOf } from '@/utils/ui/mark';
import { NOTICE_HOURS } from '@/utils/ui/notice-hours';
import { sourceOf } from '@/utils/ui/source-of';
import { plural } from '@/utils/words/plural';
import type { Speech } from '@/utils/words/speech';
import { type Place, placeIn } from './place-in';

/** One assistant that can be watched. */
export interface AssistantChoice {
  assistantId: AssistantId;
  name: string;
  mark: Mark;
  /** Whose status page it is read from. */
  source: string;
}

/** The section "Assistants" of the options page. */
export interface AssistantsView {
  heading: string;
  why: string;
  nobody: string;
  watched: (AssistantChoice & { place: Place })[];
  /** Whom many use, and behind a number the rest. */
  others: { heading: string; near: AssistantChoice[]; more: { text: string; choices: AssistantChoice[] } };
  /** "Tell me two hours before a maintenance." */
  notice: { text: string; isOn: boolean };
}

export function assistantsView({ watched, maintenanceNoticeHours }: Options, speech: Speech): AssistantsView {
  const { t, locale } = speech;
  const choice = (assistant: Assistant): AssistantChoice => ({
    assistantId: assistant.id,
    name: assistant.name,
    mark: markOf(assistant),
    source: sourceOf(assistant, t),
  });
  const number = new Intl.NumberFormat(locale);
  const others = everyone().filter(({ id }) => !watched.includes(id));
  const far = others.filter(({ isFirstRank }) => !isFirstRank);
  return {
    heading: t('assistants'),
    why: t('assistants_why'),
    nobody: t('popup_summary_nobody'),
    watched: watched.map((id, index) => {
      const assistant = assistantOf(id);
      return { ...choice(assistant), place: placeIn(assistant.name, index, watched.length, speech) };
    }),
    others: {
      heading: t('assistants_others'),
      near: others.filter(({ isFirstRank }) => isFirstRank).map(choice),
      more: { text: t('popup_watch_more', number.format(far.length)), choices: far.map(choice) },
    },
    notice: {
      text: plural('popup_notice_ahead', maintenanceNoticeHours ?? NOTICE_HOURS, speech),
      isOn: maintenanceNoticeHours !== null,
    },
  };
}
