import { writeGlance } from '@/utils/browser/glance-store';
import { speechNow } from '@/utils/browser/i18n';
import { clockTime } from '@/utils/i18n/moments';
import type { Speech } from '@/utils/i18n/speech';
import type { Options } from '@/utils/model/options';
import type { Status } from '@/utils/model/status';
import type { Glance, GlancePlace } from '@/utils/model/views';
import { ageLimits } from '@/utils/rules/judging/judge';
import { POLL_FLOORS } from '@/utils/rules/polling/plan-polls';
import type { PopupView } from './view';

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

/** Remembers what the popup shows, for the first glance of the next time. An open row has another place then. */
export function keepGlance(
  place: GlancePlace,
  view: PopupView | null,
  status: Status | undefined,
  options: Options | undefined,
): void {
  if (view === null || !status || !options || options.watched.some((id) => view.opened.has(id))) return;
  writeGlance(popupGlance(view, { status, options }, place, speechNow()));
}

/** A page that is not shown paints nothing; it must not wait for that. */
const PATIENCE_MS = 100;

/** Does something as soon as what is in the page now has been painted. */
export function afterPaint(work: () => void): void {
  let isDone = false;
  const once = () => {
    if (!isDone) work();
    isDone = true;
  };
  requestAnimationFrame(() => setTimeout(once));
  setTimeout(once, PATIENCE_MS);
}
