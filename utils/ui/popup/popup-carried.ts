import { wayTarget } from '@/utils/assistants/way-target';
import type { Carry } from '@/utils/model/carry';
import type { OwnChat } from '@/utils/model/way';
import { keptUntil } from '@/utils/rules/plan-carry';
import { activeTransfers } from '@/utils/rules/transfers';
import { type Timed, timed } from '@/utils/ui/timed';
import { clockTime } from '@/utils/words/moments';
import type { Speech } from '@/utils/words/speech';

/** A draft that went to another assistant and can still be fetched, in case it did not arrive. */
export interface PopupCarried {
  id: number;
  /** "Your draft to ChatGPT is kept until 14:52." */
  said: Timed;
  text: string;
  copy: string;
  discard: string;
}

function carriedView(carry: Carry, ownChats: readonly OwnChat[], speech: Speech): PopupCarried {
  const until = keptUntil(carry);
  // A chat of one's own may have been removed meanwhile: the draft is kept all the same.
  const target = wayTarget(carry.to, ownChats);
  const time = clockTime(until, speech);
  const said = target === null ? speech.t('popup_carried_plain', time) : speech.t('popup_carried', target.name, time);
  return {
    id: carry.id,
    said: timed(said, until, speech),
    text: carry.text,
    copy: speech.t('popup_carried_copy'),
    discard: speech.t('popup_carried_discard'),
  };
}

/** The drafts that wait, newest first. One from a private window is offered in private windows alone. */
export function popupCarried(
  transfers: readonly Carry[],
  { ownChats, isPrivate }: { ownChats: readonly OwnChat[]; isPrivate: boolean },
  speech: Speech,
): PopupCarried[] {
  return activeTransfers(transfers, speech.now)
    .filter((one) => one.from !== 'sample' && one.text !== '' && (isPrivate || !one.isPrivate))
    .map((one) => carriedView(one, ownChats, speech))
    .reverse();
}
