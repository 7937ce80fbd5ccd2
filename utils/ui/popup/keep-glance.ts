import { writeGlance } from '@/utils/browser/glance-store';
import { speechNow } from '@/utils/browser/translate';
import type { GlancePlace } from '@/utils/model/glance';
import type { Options } from '@/utils/model/options';
import type { Status } from '@/utils/model/status';
import { popupGlance } from './popup-glance';
import type { PopupView } from './popup-view';

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
