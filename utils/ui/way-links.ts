import { assistantOf } from '@/utils/assistants/assistants';
import type { AssistantId } from '@/utils/model/assistant';
import { type AlternativesInput, rankAlternatives } from '@/utils/rules/rank-alternatives';
import type { Speech } from '@/utils/words/speech';

/** Somebody to go on with. */
export interface WayLink {
  assistantId: AssistantId;
  /** "Continue in ChatGPT" */
  label: string;
  url: string;
}

/** Who can be gone on with now, the person's first choice foremost. */
export function wayLinks(input: Omit<AlternativesInput, 'now'>, speech: Speech): WayLink[] {
  return rankAlternatives({ ...input, now: speech.now }).map((id) => {
    const { name, chatSites } = assistantOf(id);
    return { assistantId: id, label: speech.t('popup_continue_in', name), url: chatSites[0].url };
  });
}
