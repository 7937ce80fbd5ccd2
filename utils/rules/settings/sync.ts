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
  /** The user's own settings before the change, without policy. */
  own: Options;
  /** The effective settings before the change. */
  effective: Options;
  /** The effective settings after the change. */
  after: Options;
  /** Parts set by policy: the user's own value returns when the policy is removed. */
  preset: readonly SharedPart[];
  /** When each part was last changed, here or in another browser. */
  chosenAt: ChosenAt;
  syncedAt: ChosenAt;
  now: number;
  /** Random number in [0, 1), so that two browsers never produce the same timestamp. */
  random: number;
}

export interface RecordedChoice {
  options: Options;
  chosenAt: ChosenAt;
  changed: SharedPart[];
}

/**
 * What is stored after a change. Lamport-style timestamp: always greater than any timestamp seen, so causally later
 * writes win despite clock skew.
 */
export function recordChoice(choice: Choice): RecordedChoice {
  const { own, effective, after, preset, chosenAt, syncedAt, now, random } = choice;
  const isChanged = (part: SharedPart) => JSON.stringify(after[part]) !== JSON.stringify(effective[part]);
  const changed = SHARED_PARTS.filter((part) => isChanged(part) && !preset.includes(part));
  const kept = SHARED_PARTS.filter((part) => !changed.includes(part)).map((part) => [part, own[part]]);
  // Entries of custom pages that do not exist here are hidden but kept: they exist in another browser.
  const hidden = (part: 'watched' | 'planB') =>
    own[part].filter((id) => isOwnPageId(id) && !effective[part].includes(id));
  const options: Options = {
    ...after,
    watched: [...after.watched, ...(hidden('watched') as AssistantId[])],
    planB: [...after.planB, ...hidden('planB')],
    ...Object.fromEntries(kept),
  };
  const times = changed.map((part) => {
    const seen = Math.max(chosenAt[part] ?? 0, syncedAt[part] ?? 0);
    return [part, Math.max(now, Math.floor(seen) + 1) + random];
  });
  return { options, chosenAt: { ...chosenAt, ...Object.fromEntries(times) }, changed };
}

/**
 * Size limit of a sync item including its key, in bytes of JSON: `QUOTA_BYTES_PER_ITEM`. All parts together stay below
 * the total limit. https://developer.chrome.com/docs/extensions/reference/api/storage
 */
const MAX_ITEM_BYTES = 8_192;

export interface SendingPlan {
  items: Partial<Record<SharedPart, SyncItem>>;
  /** Parts that are not synced because of their size. */
  tooLarge: SharedPart[];
}

const bytesOf = (part: SharedPart, item: SyncItem): number =>
  new TextEncoder().encode(`${part}${JSON.stringify(item)}`).length;

/** Parts to upload: those changed later here than remotely. Remote values that cannot be read are left unchanged. */
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
  const fits = ([part, item]: [SharedPart, SyncItem]) => bytesOf(part, item) <= MAX_ITEM_BYTES;
  return {
    items: Object.fromEntries(later.filter(fits)),
    tooLarge: later.filter((entry) => !fits(entry)).map(([part]) => part),
  };
}
