import type { AssistantId } from '@/utils/model/assistant';
import type { Reaction, Status } from '@/utils/model/status';
import type { Speech } from '@/utils/words/speech';

/** What a person can say of a trouble, or has said. */
export interface RowReaction {
  offer: { says: Reaction['says']; label: string; why: string } | null;
  /** "Take back" needs its assistant for whoever does not see what it stands beside. */
  said: { text: string; undo: string; undoFor: string } | null;
}

/** While it lasts it may work for them; once it is said to be over it may still be broken. */
export function rowReaction(
  { episodes, recoveries, reactions }: Status,
  { id, name }: { id: AssistantId; name: string },
  isRecovered: boolean,
  { t }: Speech,
): RowReaction | null {
  const episode = episodes[id] ?? (isRecovered ? recoveries[id]?.episode : undefined);
  if (episode === undefined) return null;
  const says = isRecovered ? 'broken' : 'works';
  const reaction = reactions[id];
  if (reaction?.episodeId === episode.id && reaction.says === says) {
    const text = t(says === 'works' ? 'popup_reacted_works' : 'popup_reacted_broken');
    return { offer: null, said: { text, undo: t('popup_react_undo'), undoFor: t('popup_react_undo_for', name) } };
  }
  const label = t(says === 'works' ? 'popup_react_works' : 'popup_react_broken');
  return { offer: { says, label, why: t('popup_react_why') }, said: null };
}
