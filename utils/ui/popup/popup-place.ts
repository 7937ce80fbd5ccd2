import { type AssistantId, isAssistantId } from '@/utils/model/assistant';

/** Where in the popup's page somebody is, by the hash of its address. `check` without an assistant asks which. */
export type PopupPlace = { at: 'list' } | { at: 'check'; assistantId: AssistantId | null };

export const LIST_HASH = '#list';

/** Where "Is it me?" is; with null, where it asks which assistant is meant. */
export function checkHash(assistantId: AssistantId | null): string {
  return assistantId === null ? '#check' : `#check=${assistantId}`;
}

export function placeOf(hash: string): PopupPlace {
  const [name, value] = hash.split('=');
  if (name !== '#check') return { at: 'list' };
  return { at: 'check', assistantId: isAssistantId(value) ? value : null };
}
