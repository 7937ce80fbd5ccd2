import type { Preset } from '@/utils/model/preset';
import type { SyncReport } from '@/utils/model/sync';
import { THEMES, type Theme } from '@/utils/model/theme';
import type { Speech } from '@/utils/words/speech';
import { partWords } from './settings-words';

/** The section "Appearance and data" of the options page. */
export interface SettingsView {
  heading: string;
  theme: { label: string; chosen: Theme; choices: { theme: Theme; text: string }[] };
  /** Null where nobody has set anything. */
  preset: { heading: string; holds: string | null; damaged: string | null } | null;
  sync: { text: string; why: string; isOn: boolean; isOffered: boolean; notes: string[] };
  file: { heading: string; why: string; save: string; load: string };
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
    erase: {
      heading: t('erase'),
      ask: t('erase_ask'),
      what: t('erase_what'),
      confirm: t('erase_confirm'),
      cancel: t('erase_cancel'),
    },
  };
}
