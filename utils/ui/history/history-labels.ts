import type { Speech } from '@/utils/words/speech';
import { periodLabels } from './history-uptime';

/** Texts of the history page that never change. */
export function historyLabels(speech: Speech) {
  const { t } = speech;
  return {
    heading: t('history_heading'),
    places: t('history_places'),
    uptime: t('history_uptime'),
    assistant: t('history_assistant'),
    periods: periodLabels(speech),
    stripKey: t('history_strip_key'),
    how: t('history_how'),
    howLines: [t('history_how_weights'), t('history_how_gaps'), t('history_how_maintenance'), t('history_how_apart')],
    asTable: t('history_as_table'),
    from: t('history_from'),
    to: t('history_to'),
    level: t('history_level'),
    lengthsKey: t('history_lengths_key'),
    updates: t('popup_updates'),
    export: t('history_export'),
    exportWhy: t('history_export_why'),
    csv: t('history_export_csv'),
    json: t('history_export_json'),
  };
}

export type HistoryLabels = ReturnType<typeof historyLabels>;
