import type { Translate } from '@/utils/words/speech';

/** Texts of the popup that never change. */
export function popupLabels(t: Translate) {
  return {
    watched: t('popup_watched'),
    also: t('popup_also'),
    more: t('popup_more'),
    less: t('popup_less'),
    options: t('popup_options'),
    refresh: t('popup_refresh'),
    refreshing: t('popup_refreshing'),
    updates: t('popup_updates'),
    copyForTeam: t('popup_copy_team'),
    copied: t('popup_copied'),
    copyFailed: t('popup_copy_failed'),
    why: t('popup_why'),
  };
}

export type PopupLabels = ReturnType<typeof popupLabels>;
