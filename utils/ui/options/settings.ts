import * as clock from '@/utils/browser/clock';
import { ownVersion, readLog } from '@/utils/browser/failure-log';
import { speechNow, translate } from '@/utils/browser/i18n';
import { sendToBackground } from '@/utils/browser/messages';
import { dropEverything } from '@/utils/browser/permissions';
import { readSettings, saveFile, writeSettings } from '@/utils/browser/settings-file';
import { clearSnapshots } from '@/utils/browser/snapshot-store';
import { inOptionsTurn, optionsItem, readChosen, statusItem } from '@/utils/browser/storage';
import {
  clearSynced,
  hasSync,
  readSyncedAt,
  readSyncState,
  readUnreadable,
  sendSynced,
  takeSynced,
  writeSyncState,
} from '@/utils/browser/synced-options';
import { listWords } from '@/utils/i18n/moments';
import type { MessageKey, Speech } from '@/utils/i18n/speech';
import {
  type Options,
  type Preset,
  type SettingsRead,
  SYNC_OFF,
  type SyncReport,
  THEMES,
  type Theme,
} from '@/utils/model/options';
import { EMPTY_STATUS, type Status } from '@/utils/model/status';
import { planSending } from '@/utils/rules/settings/sync';
import { changeOptions, tellBackground } from '@/utils/ui/options-access';
import { bugReport } from '@/utils/ui/popup/why';
import type { SettingsActions } from './actions';

const PARTS: Record<keyof Options, MessageKey> = {
  watched: 'settings_part_watched',
  planB: 'settings_part_plan_b',
  parts: 'settings_part_parts',
  ownChats: 'settings_part_own_chats',
  ownPages: 'settings_part_own_pages',
  localModels: 'settings_part_local_models',
  signedIn: 'settings_part_signed_in',
  maintenanceNoticeHours: 'settings_part_maintenance',
  keepsDrafts: 'settings_part_drafts',
  loudness: 'settings_part_loudness',
  quietHours: 'settings_part_quiet_hours',
  theme: 'settings_part_theme',
};

/** Parts by the name that a person knows and the one that a file has: "colours (“theme”)". */
export function partWords(parts: readonly (keyof Options)[], speech: Speech): string {
  return listWords(
    parts.map((part) => speech.t(PARTS[part])),
    'conjunction',
    speech,
  );
}

/** What came of a file, in one or two sentences. */
export function settingsWords(read: SettingsRead, speech: Speech): string {
  const { t } = speech;
  switch (read.kind) {
    case 'good':
      return t('settings_taken');
    case 'not_json':
      return t('settings_not_json');
    case 'not_settings':
      return t('settings_not_settings');
    case 'too_new':
      return t('settings_too_new');
    case 'wrong':
      return t('settings_wrong', partWords(read.parts, speech));
  }
}

/** The section "Appearance and data" of the options page. */
export interface SettingsView {
  heading: string;
  theme: { label: string; chosen: Theme; choices: { theme: Theme; text: string }[] };
  /** Null where nobody has set anything. */
  preset: { heading: string; holds: string | null; damaged: string | null } | null;
  sync: { text: string; why: string; isOn: boolean; isOffered: boolean; notes: string[] };
  file: { heading: string; why: string; save: string; load: string };
  diagnostics: { label: string; why: string };
  erase: { heading: string; ask: string; what: string; confirm: string; cancel: string };
}

function presetView({ parts, damaged }: Preset, speech: Speech): SettingsView['preset'] {
  const { t } = speech;
  if (parts.length + damaged.length === 0) return null;
  return {
    heading: t('preset'),
    holds: parts.length > 0 ? t('preset_holds', partWords(parts, speech)) : null,
    damaged: damaged.length > 0 ? t('preset_damaged', partWords(damaged, speech)) : null,
  };
}

function syncView(
  { isOffered, isOn, hasFailed, unreadable, tooLarge }: SyncReport,
  speech: Speech,
): SettingsView['sync'] {
  const { t } = speech;
  const notes = [
    isOffered ? null : t('sync_not_offered'),
    hasFailed ? t('sync_failed') : null,
    unreadable.length > 0 ? t('sync_unreadable', partWords(unreadable, speech)) : null,
    tooLarge.length > 0 ? t('sync_too_large', partWords(tooLarge, speech)) : null,
  ];
  return { text: t('sync'), why: t('sync_why'), isOn, isOffered, notes: notes.filter((note) => note !== null) };
}

export function settingsView(chosen: Theme, preset: Preset, sync: SyncReport, speech: Speech): SettingsView {
  const { t } = speech;
  return {
    heading: t('settings'),
    theme: {
      label: t('theme'),
      chosen,
      choices: THEMES.map((theme) => ({ theme, text: t(`theme_${theme}`) })),
    },
    preset: presetView(preset, speech),
    sync: syncView(sync, speech),
    file: { heading: t('settings_file'), why: t('settings_why'), save: t('settings_save'), load: t('settings_load') },
    diagnostics: { label: t('settings_diagnostics'), why: t('popup_why_report_what') },
    erase: {
      heading: t('erase'),
      ask: t('erase_ask'),
      what: t('erase_what'),
      confirm: t('erase_confirm'),
      cancel: t('erase_cancel'),
    },
  };
}

async function meet(): Promise<SyncReport> {
  const { isOn } = await readSyncState();
  const report: SyncReport = { ...SYNC_OFF, isOffered: hasSync(), isOn };
  if (!isOn) return report;
  try {
    await takeSynced();
    const [{ chosenAt }, options, syncedAt, unreadable] = await Promise.all([
      readSyncState(),
      readChosen(),
      readSyncedAt(),
      readUnreadable(),
    ]);
    const { items, tooLarge } = planSending(options, chosenAt, syncedAt, unreadable);
    await sendSynced(items);
    return { ...report, unreadable, tooLarge };
  } catch {
    return { ...report, hasFailed: true };
  }
}

/** Brings both sides together, where the person wants it: of each part what was chosen last. Never rejects. */
export async function syncSettings(): Promise<SyncReport> {
  return (await inOptionsTurn(meet)) ?? SYNC_OFF;
}

/** Off takes nothing back: what lies in the browser's account stays there for the other browsers. */
export async function setSyncing(isOn: boolean): Promise<SyncReport> {
  await inOptionsTurn(async () => writeSyncState({ ...(await readSyncState()), isOn }));
  return syncSettings();
}

/** Takes out what was sent, where syncing is on. False when that did not work. */
export async function forgetSynced(): Promise<boolean> {
  const isDone = await inOptionsTurn(async () => {
    if ((await readSyncState()).isOn) await clearSynced();
    return true;
  });
  return isDone === true;
}

const FILE_NAME = 'understudy-settings.json';

async function save(): Promise<void> {
  // What an organisation set is not the person's to take along.
  const text = writeSettings(await readChosen());
  saveFile(FILE_NAME, 'application/json', text);
}

async function load(text: string): Promise<string> {
  const read = readSettings(text);
  if (read.kind === 'good') {
    if (!(await changeOptions(() => read.options))) return translate('settings_not_kept');
    // Whoever is new has not been read yet.
    tellBackground({ type: 'opened' });
  }
  return settingsWords(read, speechNow());
}

/** The same report as in the popup. Rejects when the options can't be read. */
async function diagnostics(): Promise<string> {
  const unreadable: Status = { ...EMPTY_STATUS, storageTrouble: 'failing' };
  const [status, { watched }, log] = await Promise.all([
    statusItem.read().catch(() => unreadable),
    optionsItem.read(),
    readLog(),
  ]);
  return bugReport(status, watched, { version: ownVersion(), log }, clock.now());
}

async function erase(): Promise<string> {
  try {
    await dropEverything();
    const isForgotten = await forgetSynced();
    await sendToBackground({ type: 'erase' });
    clearSnapshots();
    return translate(isForgotten ? 'erase_done' : 'erase_failed');
  } catch {
    return translate('erase_failed');
  }
}

/** What the section about appearance and data asks of the browser and the background. */
export const settingsCommands: Omit<SettingsActions, 'setSyncing'> = {
  setTheme: (theme) => void changeOptions((options) => ({ ...options, theme })),
  saveSettings: () => void save().catch(() => null),
  loadSettings: load,
  diagnostics,
  eraseAll: erase,
};
