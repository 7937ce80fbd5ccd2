import { THEMES, type Theme } from '@/utils/model/theme';
import type { Speech } from '@/utils/words/speech';

/** The section "Appearance and data" of the options page. */
export interface SettingsView {
  heading: string;
  theme: { label: string; chosen: Theme; choices: { theme: Theme; text: string }[] };
  file: { heading: string; why: string; save: string; load: string };
  erase: { heading: string; ask: string; what: string; confirm: string; cancel: string };
}

export function settingsView(chosen: Theme, { t }: Speech): SettingsView {
  return {
    heading: t('settings'),
    theme: {
      label: t('theme'),
      chosen,
      choices: THEMES.map((theme) => ({ theme, text: t(`theme_${theme}`) })),
    },
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
