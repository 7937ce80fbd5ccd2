import * as clock from '@/utils/browser/clock';
import { sendToBackground } from '@/utils/browser/messages';
import { dropEvidence, requestEvidence } from '@/utils/browser/permissions';
import { parseChanged, readPreset } from '@/utils/browser/policy';
import { inOptionsTurn, optionsItem, readChosen, readOptions } from '@/utils/browser/storage';
import { readSyncedAt, readSyncState, sendSynced, writeChosen } from '@/utils/browser/synced-options';
import type { Speech } from '@/utils/i18n/speech';
import type { AssistantId } from '@/utils/model/assistant';
import type { PageMessage } from '@/utils/model/messages';
import type { Options, Preset, SharedPart } from '@/utils/model/options';
import { withWatched } from '@/utils/rules/settings/own-pages';
import { planSending, recordChoice } from '@/utils/rules/settings/sync';
import { setPageRegistry } from './page-registry';
import { copyText, NOTICE_HOURS } from './text';

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

/** Calls back with what holds now and from now on, and which of it is preset; returns how to stop. */
export function followOptions(onChange: (options: Options, preset: Preset) => void): () => void {
  let reading = 0;
  const update = async () => {
    const mine = ++reading;
    const [options, preset] = await Promise.all([optionsItem.read(), readPreset()]);
    if (mine !== reading) return;
    setPageRegistry(options);
    onChange(options, preset);
  };
  // First listen, then read: a change in between must not be lost.
  const stop = optionsItem.watch(() => void update());
  void update();
  return stop;
}

const show = ({ theme }: Options): void => {
  document.documentElement.dataset.theme = theme;
};

/** Has a page of ours shown as the person likes it, from now on. */
export function followTheme(): void {
  optionsItem.watch(show);
  void optionsItem.read().then(show);
}

/** What it changes comes back through storage; if nobody hears it, nothing changes, and that is seen. */
export function tellBackground(message: PageMessage): void {
  void sendToBackground(message).catch(() => null);
}

/** Whoever is new has not been read yet, so that is asked for. Never rejects. */
export async function setWatched(id: AssistantId, isOn: boolean): Promise<void> {
  await changeOptions((options) => withWatched(options, id, isOn));
  if (isOn) tellBackground({ type: 'opened' });
}

/** What a person can choose in the popup and on the options page alike. None throws. */
export interface ChoiceActions {
  setWatched(id: AssistantId, isOn: boolean): void;
  /** To be told some hours before a maintenance, or not. */
  setMaintenanceNotice(isOn: boolean): void;
  /** To keep what is typed while there is trouble, or not: then what was kept is erased. */
  setKeeping(isOn: boolean): void;
  /** To notice failing messages, or no longer. Must be called in the click itself: browsers grant nothing later. */
  allowEvidence(): void;
  dropEvidence(): void;
  /** What was typed at that moment is needed no more; null: all that is kept. */
  discardKept(only: { assistantId: AssistantId; at: number } | null): void;
  /** In the click itself. Tells whether it worked. */
  copy(text: string): Promise<boolean>;
}

/** A refusal changes nothing; a grant or its end comes back through `watchAccess`. */
export const choiceCommands: ChoiceActions = {
  setWatched: (id, isOn) => void setWatched(id, isOn),
  setMaintenanceNotice: (isOn) =>
    void changeOptions((options) => ({ ...options, maintenanceNoticeHours: isOn ? NOTICE_HOURS : null })),
  setKeeping: (isOn) => void changeOptions((options) => ({ ...options, keepsDrafts: isOn })),
  allowEvidence: () => void requestEvidence().catch(() => false),
  dropEvidence: () => void dropEvidence().catch(() => false),
  discardKept: (only) => tellBackground({ type: 'discard-kept', only }),
  copy: copyText,
};

/** "Set by your organisation", by part. One that is not there is the person's own to choose. */
export type PresetNotes = Partial<Record<SharedPart, string>>;

export function presetNotes({ parts }: Preset, { t }: Speech): PresetNotes {
  return Object.fromEntries(parts.map((part) => [part, t('preset_note')]));
}
