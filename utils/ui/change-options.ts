import * as clock from '@/utils/browser/clock';
import { inOptionsTurn } from '@/utils/browser/options-turn';
import { parseChanged } from '@/utils/browser/overlay-options';
import { readPreset } from '@/utils/browser/read-preset';
import { readChosen, readOptions } from '@/utils/browser/storage';
import { readSyncedAt, readSyncState, sendSynced, writeChosen } from '@/utils/browser/synced-options';
import type { Options } from '@/utils/model/options';
import { planSending } from '@/utils/rules/plan-sending';
import { recordChoice } from '@/utils/rules/record-choice';

async function change(step: (options: Options) => Options): Promise<void> {
  const [before, holds, { parts }, state] = await Promise.all([
    readChosen(),
    readOptions(),
    readPreset(),
    readSyncState(),
  ]);
  const syncedAt = state.isOn ? await readSyncedAt().catch(() => ({})) : {};
  const [now, dice] = [clock.now(), Math.random()];
  const { chosenAt } = state;
  const made = recordChoice({
    before,
    holds,
    after: parseChanged(holds, step(holds)),
    preset: parts,
    chosenAt,
    syncedAt,
    now,
    dice,
  });
  await writeChosen(made.options, { ...state, chosenAt: made.chosenAt });
  if (!state.isOn) return;
  // What was chosen this moment goes out whatever lies there. If it fails, it goes when the next page of ours is opened.
  const fresh = Object.fromEntries(made.changed.map((part) => [part, made.chosenAt[part]]));
  await sendSynced(planSending(made.options, fresh, syncedAt, []).items).catch(() => undefined);
}

/**
 * Each on what is stored then. What is preset stays as it is, and what the person chose there beneath it. False where it
 * could not be written; never rejects.
 */
export async function changeOptions(step: (options: Options) => Options): Promise<boolean> {
  const done = await inOptionsTurn(async () => {
    await change(step);
    return true;
  });
  return done === true;
}
