import { type Options, SHARED_PARTS, type SharedPart } from '@/utils/model/options';
import type { ChosenAt } from '@/utils/model/sync';

export interface Choice {
  /** What the person had chosen, whatever is preset. */
  before: Options;
  /** What holds now that they have chosen. */
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
export function recordChoice({ before, after, preset, chosenAt, syncedAt, now, dice }: Choice): RecordedChoice {
  const kept = Object.fromEntries(preset.map((part) => [part, before[part]]));
  const options: Options = { ...after, ...kept };
  const changed = SHARED_PARTS.filter((part) => JSON.stringify(options[part]) !== JSON.stringify(before[part]));
  const times = changed.map((part) => {
    const seen = Math.max(chosenAt[part] ?? 0, syncedAt[part] ?? 0);
    return [part, Math.max(now, Math.floor(seen) + 1) + dice];
  });
  return { options, chosenAt: { ...chosenAt, ...Object.fromEntries(times) }, changed };
}
