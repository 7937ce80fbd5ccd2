import { assistantOf } from '@/utils/assistants/everyone';
import type { Status } from '@/utils/model/status';
import type { Verdict } from '@/utils/model/verdict';
import { type HistoryLink, historyLink } from '@/utils/ui/history/history-place';
import type { Speech } from '@/utils/words/speech';
import { type DayStrip, dayStrip } from './day-strip';
import { type CheckLink, checkLink } from './popup-check';
import { type RowMaintenance, rowMaintenances } from './row-maintenance';
import { type RowParts, rowParts } from './row-parts';
import { type RowTrouble, rowTroubles } from './row-past';
import { type RowSnooze, rowSnooze } from './row-snooze';

/** What a row shows once it is opened. */
export interface RowDetail {
  /** To "Is it me?" for this one. */
  check: CheckLink;
  history: HistoryLink;
  /** Null when no reading holds for now. */
  parts: RowParts | null;
  maintenances: RowMaintenance[];
  strip: DayStrip;
  troubles: RowTrouble[];
  /** Null while it is snoozed: then the row itself says so. */
  snooze: RowSnooze | null;
  labels: { maintenance: string; troubles: string };
}

export interface DetailInput {
  status: Status;
  verdict: Verdict;
  /** Parts that the person counts beside the chat itself. */
  counted: readonly string[];
  /** That these are preset. */
  presetNote: string | undefined;
  isSnoozed: boolean;
}

export function rowDetail({ status, verdict, counted, presetNote, isSnoozed }: DetailInput, speech: Speech): RowDetail {
  const assistant = assistantOf(verdict.assistantId);
  const { id, name } = assistant;
  const { t } = speech;
  return {
    check: checkLink(id, speech),
    history: historyLink(assistant, speech),
    parts: rowParts(assistant, status.pages[id], verdict, { counted, presetNote }, speech),
    maintenances: rowMaintenances(verdict, speech),
    strip: dayStrip(name, status.past[id], status.episodes[id] ?? null, speech),
    troubles: rowTroubles(status.past[id], speech),
    snooze: isSnoozed ? null : rowSnooze(name, speech),
    labels: { maintenance: t('popup_maintenance'), troubles: t('popup_past') },
  };
}
