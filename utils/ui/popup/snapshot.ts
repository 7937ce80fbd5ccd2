import { clearSnapshot, writeSnapshot } from '@/utils/browser/snapshot-store';
import { clockTime } from '@/utils/i18n/moments';
import type { Speech } from '@/utils/i18n/speech';
import type { Options } from '@/utils/model/options';
import type { Status } from '@/utils/model/status';
import type { MarkupElement, PopupSnapshot, PopupSurface } from '@/utils/model/views';
import { ageLimits } from '@/utils/rules/judging/judge';
import { POLL_FLOORS } from '@/utils/rules/polling/plan-polls';
import type { PopupView } from './view';

/** After this long the worker, and so the toolbar icon, may have newer verdicts than the snapshot. */
const GOOD_FOR_MS = 60_000;

/** The oldest reading is the first to become stale. `calmMs` gives the shortest limit that any page has. */
function staleAt({ verdicts }: Status, { watched }: Options): number {
  const readings = watched.flatMap((id) => verdicts[id]?.checkedAt ?? []);
  return readings.length === 0 ? 0 : Math.min(...readings) + ageLimits(POLL_FLOORS.calmMs).staleMs;
}

interface Rendered {
  view: PopupView;
  status: Status;
  options: Options;
  /** What React rendered of this view. */
  markup: MarkupElement;
}

export function popupSnapshot({ view, status, options, markup }: Rendered, speech: Speech): PopupSnapshot {
  return {
    savedAt: speech.now,
    goodUntil: Math.min(staleAt(status, options), speech.now + GOOD_FOR_MS),
    theme: options.theme,
    pastHeading: speech.t('popup_snapshot_past', clockTime(speech.now, speech), view.summary.text),
    markup,
  };
}

/** Saves what is rendered for the next visit. With drafts on screen nothing is kept: their texts must not be copied. */
export function saveSnapshot(surface: PopupSurface, rendered: Rendered, speech: Speech): void {
  const hasDrafts = rendered.view.carried.length + rendered.view.kept.length > 0;
  if (hasDrafts) clearSnapshot(surface);
  else writeSnapshot(surface, popupSnapshot(rendered, speech));
}
