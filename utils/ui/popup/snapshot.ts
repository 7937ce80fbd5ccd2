import { clearSnapshot, writeSnapshot } from '@/utils/browser/snapshot-store';
import { clockTime } from '@/utils/i18n/moments';
import type { Speech } from '@/utils/i18n/speech';
import type { Options } from '@/utils/model/options';
import type { Status } from '@/utils/model/status';
import type { MarkupElement, PopupSnapshot, PopupSurface } from '@/utils/model/views';
import { ageLimits } from '@/utils/rules/judging/judge';
import { POLL_FLOORS } from '@/utils/rules/polling/plan-polls';
import { keptDraftsView } from '@/utils/ui/kept-drafts-view';
import { currentStatus, type PopupData, pendingDrafts } from './state';
import { popupSummary } from './summary';

/** After this long the worker, and so the toolbar icon, may have newer verdicts than the snapshot. */
const GOOD_FOR_MS = 60_000;

/** The oldest reading is the first to become stale. `calmMs` gives the shortest limit that any page has. */
function staleAt({ verdicts }: Status, { watched }: Options): number {
  const readings = watched.flatMap((id) => verdicts[id]?.checkedAt ?? []);
  return readings.length === 0 ? 0 : Math.min(...readings) + ageLimits(POLL_FLOORS.calmMs).staleMs;
}

/** `markup` is what React rendered of `data`. */
export function popupSnapshot(data: PopupData, markup: MarkupElement, speech: Speech): PopupSnapshot {
  const { status, verdicts } = currentStatus(data, speech.now);
  const { text } = popupSummary(status, verdicts, speech);
  return {
    savedAt: speech.now,
    goodUntil: Math.min(staleAt(data.status, data.options), speech.now + GOOD_FOR_MS),
    theme: data.options.theme,
    pastHeading: speech.t('popup_snapshot_past', clockTime(speech.now, speech), text),
    markup,
  };
}

/** Saves what is rendered for the next visit. Deletes the snapshot while drafts are shown: their texts must not be copied. */
export function saveSnapshot(surface: PopupSurface, data: PopupData, markup: MarkupElement, speech: Speech): void {
  const { transfers, kept, isPrivate } = data;
  const hasDrafts =
    pendingDrafts(transfers, isPrivate === true, speech.now).length + keptDraftsView(kept, speech).length > 0;
  if (hasDrafts) clearSnapshot(surface);
  else writeSnapshot(surface, popupSnapshot(data, markup, speech));
}
