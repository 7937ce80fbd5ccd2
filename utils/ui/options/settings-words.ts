import type { Options } from '@/utils/model/options';
import type { SettingsRead } from '@/utils/model/settings-file';
import { listWords } from '@/utils/words/list-words';
import type { MessageKey, Speech } from '@/utils/words/speech';

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
