import type { Options, SharedPart } from '@/utils/model/options';
import { type ChosenAt, isLater, type SyncItem } from '@/utils/model/sync';

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
