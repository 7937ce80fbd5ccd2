import { wayTarget } from '@/utils/assistants/way-target';
import type { Carry } from '@/utils/model/carry';
import type { OwnChat } from '@/utils/model/way';
import { isExpired, keptUntil } from '@/utils/rules/plan-carry';
import { type Timed, timed } from '@/utils/ui/timed';
import { clockTime } from '@/utils/words/moments';
import type { Speech } from '@/utils/words/speech';

/** A draft that went to another assistant and can still be fetched, in case it did not arrive. */
export interface PopupCarried {
  /** "Your draft to ChatGPT is kept until 14:52." */
  said: Timed;
  text: string;
  copy: string;
  discard: string;
}

/** Null when none is on its way, or when its time is over. */
export function popupCarried(carry: Carry | null, ownChats: readonly OwnChat[], speech: Speech): PopupCarried | null {
  if (carry === null || carry.from === 'sample' || isExpired(carry, speech.now)) return null;
  const until = keptUntil(carry);
  // A chat of one's own may have been removed meanwhile: the draft is kept all the same.
  const target = wayTarget(carry.to, ownChats);
  const time = clockTime(until, speech);
  const said = target === null ? speech.t('popup_carried_plain', time) : speech.t('popup_carried', target.name, time);
  return {
    said: timed(said, until, speech),
    text: carry.text,
    copy: speech.t('popup_carried_copy'),
    discard: speech.t('popup_carried_discard'),
  };
}
