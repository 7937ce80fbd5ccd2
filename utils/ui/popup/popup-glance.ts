import type { Glance, GlancePlace } from '@/utils/model/glance';
import type { Options } from '@/utils/model/options';
import type { Status } from '@/utils/model/status';
import { ageLimits } from '@/utils/rules/judge';
import { POLL_FLOORS } from '@/utils/rules/plan-polls';
import { clockTime } from '@/utils/words/moments';
import type { Speech } from '@/utils/words/speech';
import type { PopupView } from './popup-view';

/** Longer ago the icon may have learnt what the popup has not. */
const GOOD_FOR_MS = 60_000;

/** The oldest reading is the first that can no longer be believed, and no page is believed for less long than this. */
function goodUntilOf({ verdicts }: Status, { watched }: Options): number {
  const readings = watched.flatMap((id) => verdicts[id]?.checkedAt ?? []);
  return readings.length === 0 ? 0 : Math.min(...readings) + ageLimits(POLL_FLOORS.calmMs).staleMs;
}

/** What of this view is worth painting first when the popup is opened again. Pure. */
export function popupGlance(
  view: PopupView,
  { status, options }: { status: Status; options: Options },
  place: GlancePlace,
  speech: Speech,
): Glance {
  const { language, direction, sign, summary, rows } = view;
  return {
    saidAt: speech.now,
    goodUntil: Math.min(goodUntilOf(status, options), speech.now + GOOD_FOR_MS),
    language,
    direction,
    theme: options.theme,
    sign,
    text: summary.text,
    detail: summary.detail,
    pastText: speech.t('popup_glance_past', clockTime(speech.now, speech), summary.text),
    rows: rows.map(({ name, mark, sign: own, levelWords }) => ({ name, ...mark, sign: own, levelWords })),
    place,
  };
}
