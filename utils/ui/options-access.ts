import type { StoreApi } from 'zustand/vanilla';
import { withSockets } from '@/utils/assistants/patterns';
import * as clock from '@/utils/browser/clock';
import { setLanguage } from '@/utils/browser/i18n';
import { sendToBackground } from '@/utils/browser/messages';
import { dropAccess, dropEvidence, requestAccess, requestEvidence } from '@/utils/browser/permissions';
import { parseChanged, readPreset } from '@/utils/browser/policy';
import { clearSnapshots } from '@/utils/browser/snapshot-store';
import { optionsItem, readChosen, readOptions, readOptionsWithPreset, withOptionsLock } from '@/utils/browser/storage';
import type { ReadSource } from '@/utils/browser/stored-value';
import { readSyncedAt, readSyncState, sendSynced, writeChosen } from '@/utils/browser/synced-options';
import type { Speech } from '@/utils/i18n/speech';
import type { AssistantId } from '@/utils/model/assistant';
import type { PageMessage } from '@/utils/model/messages';
import type { LanguageChoice, Options, Preset, SharedPart } from '@/utils/model/options';
import { withTicked, withWatched } from '@/utils/rules/settings/choices';
import { planSending, recordChoice } from '@/utils/rules/settings/sync';
import { setPageRegistry } from './page-registry';
import { copyText, NOTICE_HOURS } from './text';

async function change(step: (options: Options) => Options): Promise<void> {
  const [own, effective, { parts }, state] = await Promise.all([
    readChosen(),
    readOptions(),
    readPreset(),
    readSyncState(),
  ]);
  const syncedAt = state.isOn ? await readSyncedAt().catch(() => ({})) : {};
  const [now, random] = [clock.now(), Math.random()];
  const { chosenAt } = state;
  const made = recordChoice({
    own,
    effective,
    after: parseChanged(effective, step(effective)),
    preset: parts,
    chosenAt,
    syncedAt,
    now,
    random,
  });
  await writeChosen(made.options, { ...state, chosenAt: made.chosenAt });
  if (!state.isOn) return;
  // This choice is sent even if the synced data cannot be read. If that fails, the next page that is opened sends it.
  const fresh = Object.fromEntries(made.changed.map((part) => [part, made.chosenAt[part]]));
  await sendSynced(planSending(made.options, fresh, syncedAt, []).items).catch(() => undefined);
}

/**
 * Applies a change to the stored options, one after another. Preset values stay, and so do the user's choices beneath them.
 * Resolves to false when the options could not be written; never rejects.
 */
export async function changeOptions(step: (options: Options) => Options): Promise<boolean> {
  const done = await withOptionsLock(async () => {
    await change(step);
    return true;
  });
  return done === true;
}

/**
 * Calls back with the current options and their preset parts, now and after each change. `first` is where they are read at
 * first, if not in the browser. Returns how to stop.
 */
export function followOptions(onChange: (options: Options, preset: Preset) => void, first?: ReadSource): () => void {
  let reading = 0;
  const update = async (source?: ReadSource) => {
    const mine = ++reading;
    const { options, preset } = await readOptionsWithPreset(source);
    await setLanguage(options.language);
    if (mine !== reading) return;
    setPageRegistry(options);
    onChange(options, preset);
  };
  // Watches before it reads, so that no change in between is lost.
  const stop = optionsItem.watch(() => void update());
  void update(first);
  return stop;
}

/** Applies the chosen theme to a page, once its store has read the options and after each change. */
export function followTheme(store: StoreApi<{ isLoaded: boolean; options: Options }>): void {
  store.subscribe(({ isLoaded, options: { theme } }) => {
    if (isLoaded) document.documentElement.dataset.theme = theme;
  });
}

/** Stores the language. What the popup saved of its last rendering is in the former one. */
export async function chooseLanguage(language: LanguageChoice): Promise<void> {
  await changeOptions((options) => ({ ...options, language }));
  clearSnapshots();
}

/** Stores whether "Continue in …" takes the conversation. */
export const setCarriesConversation = (carriesConversation: boolean): void =>
  void changeOptions((options) => ({ ...options, carriesConversation }));

/** Sends a command. Its effect comes back through storage; if the worker cannot be reached, nothing changes. */
export function tellBackground(message: PageMessage): void {
  void sendToBackground(message).catch(() => null);
}

/** Asks for access to chat sites. Must be called within a click, before anything is awaited. */
export const requestSites = (patterns: readonly string[]): Promise<boolean> => requestAccess(withSockets(patterns));

/** Revokes access to chat sites. */
export const dropSites = (patterns: readonly string[]): Promise<boolean> => dropAccess(withSockets(patterns));

/** Never rejects. A newly watched assistant has not been read yet, so a round is requested. */
export async function setWatched(id: AssistantId, isOn: boolean): Promise<void> {
  await changeOptions((options) => withWatched(options, id, isOn));
  if (isOn) tellBackground({ type: 'opened' });
}

/**
 * What can be chosen in the popup and on the options page alike. A refused permission changes nothing; a granted or revoked
 * one comes back through `watchAccess`. None throws.
 */
export const choiceCommands = {
  setWatched: (id: AssistantId, isOn: boolean): void => void setWatched(id, isOn),
  /** Ticks a component of a page on which the chat is not known. `listed` are the ids on that page. */
  setTicked: (id: AssistantId, partId: string, isTicked: boolean, listed: readonly string[]): void =>
    void changeOptions((options) => withTicked(options, id, partId, isTicked, listed)),
  setMaintenanceNotice: (isOn: boolean): void =>
    void changeOptions((options) => ({ ...options, maintenanceNoticeHours: isOn ? NOTICE_HOURS : null })),
  /** Switching it off deletes the saved drafts. */
  setKeeping: (isOn: boolean): void => void changeOptions((options) => ({ ...options, keepsDrafts: isOn })),
  /** Browsers grant the permission only within the click. */
  allowEvidence: (): void => void requestEvidence().catch(() => false),
  dropEvidence: (): void => void dropEvidence().catch(() => false),
  /** Deletes the draft of one moment; with null, all saved drafts. */
  discardKept: (only: { assistantId: AssistantId; at: number } | null): void =>
    tellBackground({ type: 'discard-kept', only }),
  /** Resolves to whether it worked. Browsers allow copying only within the click. */
  copy: copyText,
};

export type ChoiceActions = typeof choiceCommands;

/** "Set by your organization", by part. Missing parts are free to choose. */
export type PresetNotes = Partial<Record<SharedPart, string>>;

export function presetNotes({ parts }: Preset, { t }: Speech): PresetNotes {
  return Object.fromEntries(parts.map((part) => [part, t('preset_note')]));
}
