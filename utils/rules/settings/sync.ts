import { type AssistantId, isOwnPageId } from '@/utils/model/assistant';
import {
  type ChosenAt,
  isLater,
  type Options,
  SHARED_PARTS,
  type SharedPart,
  type SyncItem,
} from '@/utils/model/options';

export interface Choice {
  /** What the person had chosen, whatever is preset. */
  before: Options;
  /** What held when they chose. */
  holds: Options;
  /** What they made of that. */
  after: Options;
  /** Parts that are preset: what the person chose there before comes back when the preset goes. */
  preset: readonly SharedPart[];
  /** When each part was chosen here, and what is known of elsewhere. */
  chosenAt: ChosenAt;
  syncedAt: ChosenAt;
  now: number;
  /** In [0, 1): so that two browsers never choose at the same moment. */
  dice: number;
}

export interface RecordedChoice {
  options: Options;
  chosenAt: ChosenAt;
  changed: SharedPart[];
}

/**
 * What is written when a person has chosen something. The moment counts on from what was seen before, here or elsewhere:
 * of two choices the one that knew of the other is the later, and a clock that is ahead wins once.
 */
export function recordChoice(choice: Choice): RecordedChoice {
  const { before, holds, after, preset, chosenAt, syncedAt, now, dice } = choice;
  const isChanged = (part: SharedPart) => JSON.stringify(after[part]) !== JSON.stringify(holds[part]);
  const changed = SHARED_PARTS.filter((part) => isChanged(part) && !preset.includes(part));
  const kept = SHARED_PARTS.filter((part) => !changed.includes(part)).map((part) => [part, before[part]]);
  // What names a page that is not here is not shown, and stays: it is there in another browser.
  const hidden = (part: 'watched' | 'planB') =>
    before[part].filter((id) => isOwnPageId(id) && !holds[part].includes(id));
  const options: Options = {
    ...after,
    watched: [...after.watched, ...(hidden('watched') as AssistantId[])],
    planB: [...after.planB, ...hidden('planB')],
    ...Object.fromEntries(kept),
  };
  const times = changed.map((part) => {
    const seen = Math.max(chosenAt[part] ?? 0, syncedAt[part] ?? 0);
    return [part, Math.max(now, Math.floor(seen) + 1) + dice];
  });
  return { options, chosenAt: { ...chosenAt, ...Object.fromEntries(times) }, changed };
}

/** What browsers take of one item, its key included, in bytes of JSON: `QUOTA_BYTES_PER_ITEM`. All parts together stay below the sum. */
const MOST_BYTES = 8_192;

export interface SendingPlan {
  items: Partial<Record<SharedPart, SyncItem>>;
  /** Parts that this browser alone keeps. */
  tooLarge: SharedPart[];
}

const bytesOf = (part: SharedPart, item: SyncItem): number =>
  new TextEncoder().encode(`${part}${JSON.stringify(item)}`).length;

/** What goes out: parts that were chosen later here than there. Those that we cannot read there are left as they are. */
export function planSending(
  options: Options,
  chosenAt: ChosenAt,
  syncedAt: ChosenAt,
  unreadable: readonly SharedPart[],
): SendingPlan {
  const later = (Object.keys(chosenAt) as SharedPart[]).flatMap((part): [SharedPart, SyncItem][] => {
    const at = chosenAt[part] ?? 0;
    const isDue = isLater(at, syncedAt[part]) && !unreadable.includes(part);
    return isDue ? [[part, { at, value: options[part] }]] : [];
  });
  const fits = ([part, item]: [SharedPart, SyncItem]) => bytesOf(part, item) <= MOST_BYTES;
  return {
    items: Object.fromEntries(later.filter(fits)),
    tooLarge: later.filter((entry) => !fits(entry)).map(([part]) => part),
  };
}
