import { ownVersion } from '@/utils/browser/failure-log';
import { speechNow, translate } from '@/utils/browser/i18n';
import { sendToBackground } from '@/utils/browser/messages';
import { readSettings, writeSettings } from '@/utils/browser/options-schema';
import { dropEverything, forgetBannerOffer } from '@/utils/browser/permissions';
import { clearSnapshots } from '@/utils/browser/snapshot-store';
import { readChosen, withOptionsLock } from '@/utils/browser/storage';
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
  type LanguageChoice,
  type Options,
  type SettingsRead,
  SYNC_OFF,
  type SyncReport,
  type Theme,
} from '@/utils/model/options';
import { planSending } from '@/utils/rules/settings/sync';
import { issueFormUrl, newsUrl, readBugReport } from '@/utils/ui/bug-report';
import { changeOptions, chooseLanguage, tellBackground } from '@/utils/ui/options-access';
import { saveFile } from '@/utils/ui/save-file';
import { copyText, goToPage } from '@/utils/ui/text';
import type { DataAccess } from './state';

const PARTS: Record<keyof Options, MessageKey> = {
  watched: 'settings_part_watched',
  planB: 'settings_part_plan_b',
  parts: 'settings_part_parts',
  models: 'settings_part_models',
  ownChats: 'settings_part_own_chats',
  ownPages: 'settings_part_own_pages',
  localModels: 'settings_part_local_models',
  signedIn: 'settings_part_signed_in',
  maintenanceNoticeHours: 'settings_part_maintenance',
  keepsDrafts: 'settings_part_drafts',
  carriesConversation: 'settings_part_conversation',
  opinionSources: 'settings_part_opinion',
  loudness: 'settings_part_loudness',
  quietHours: 'settings_part_quiet_hours',
  theme: 'settings_part_theme',
  language: 'settings_part_language',
  showsBadge: 'settings_part_badge',
};

/** Parts by the name on screen and the name in the file: "theme (“theme”)". */
export function partWords(parts: readonly (keyof Options)[], speech: Speech): string {
  return listWords(
    parts.map((part) => speech.t(PARTS[part])),
    'conjunction',
    speech,
  );
}

/** Whether a settings file was imported, in one or two sentences. */
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

/** What limits or stops syncing, a sentence each. */
export function syncNotes({ isOffered, hasFailed, unreadable, tooLarge }: SyncReport, speech: Speech): string[] {
  const { t } = speech;
  const notes = [
    isOffered ? null : t('sync_not_offered'),
    hasFailed ? t('sync_failed') : null,
    unreadable.length > 0 ? t('sync_unreadable', partWords(unreadable, speech)) : null,
    tooLarge.length > 0 ? t('sync_too_large', partWords(tooLarge, speech)) : null,
  ];
  return notes.filter((note) => note !== null);
}

async function syncNow(): Promise<SyncReport> {
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

/** Syncs in both directions where the user wants it; of each part, the latest choice wins. Never rejects. */
export async function syncSettings(): Promise<SyncReport> {
  return (await withOptionsLock(syncNow)) ?? SYNC_OFF;
}

/** Switching it off keeps the copy in the browser account, which other browsers still use. */
export async function setSyncing(isOn: boolean): Promise<SyncReport> {
  await withOptionsLock(async () => writeSyncState({ ...(await readSyncState()), isOn }));
  return syncSettings();
}

/** Deletes the synced copy, where syncing is on. Returns false when that failed. */
export async function deleteSynced(): Promise<boolean> {
  const isDone = await withOptionsLock(async () => {
    if ((await readSyncState()).isOn) await clearSynced();
    return true;
  });
  return isDone === true;
}

const FILE_NAME = 'understudy-settings.json';

async function save(): Promise<void> {
  // Without the values that an organization set.
  const text = writeSettings(await readChosen());
  saveFile(FILE_NAME, 'application/json', text);
}

async function load(text: string): Promise<string> {
  const read = readSettings(text);
  if (read.kind === 'good') {
    if (!(await changeOptions(() => read.options))) return translate('settings_not_kept');
    // The file may name another language.
    clearSnapshots();
    // Newly watched assistants have not been read yet.
    tellBackground({ type: 'opened' });
  }
  return settingsWords(read, speechNow());
}

async function erase(): Promise<string> {
  try {
    await dropEverything();
    const isDeleted = await deleteSynced();
    await sendToBackground({ type: 'erase' });
    clearSnapshots();
    forgetBannerOffer();
    return translate(isDeleted ? 'erase_done' : 'erase_failed');
  } catch {
    return translate('erase_failed');
  }
}

/** Copies a report, then opens the form for it where there is one. Resolves to whether copying worked. */
async function copyReport(report: string): Promise<boolean> {
  const [isCopied, form] = [await copyText(report), issueFormUrl()];
  if (isCopied && form !== null) goToPage(form);
  return isCopied;
}

/** What the section "Appearance and data" does. */
export function settingsActions({ set }: DataAccess) {
  return {
    setTheme: (theme: Theme): void => void changeOptions((options) => ({ ...options, theme })),
    setLanguage: (language: LanguageChoice): void => void chooseLanguage(language),
    setShowsBadge: (showsBadge: boolean): void => void changeOptions((options) => ({ ...options, showsBadge })),
    setSyncing: (isOn: boolean): void => void setSyncing(isOn).then((sync) => set({ sync })),
    saveSettings: (): void => void save().catch(() => null),
    /** Resolves to a sentence that says whether the text of a file was imported. */
    loadSettings: load,
    /** The same report as in the popup. Rejects when the options can't be read. */
    readBugReport,
    /** The form for a new issue; null if the build names no home of the project. */
    issueForm: issueFormUrl,
    about: () => ({ version: ownVersion(), newsUrl: newsUrl() }),
    copyReport,
    /** Erases settings, history, drafts and permissions. Resolves to a sentence that says whether that worked. */
    eraseAll: erase,
  };
}
