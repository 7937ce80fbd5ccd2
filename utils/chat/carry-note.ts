import cardCss from '@/components/banner/card.css?inline';
import { make } from '@/components/banner/make';
import { makeClose } from '@/components/banner/make-close';
import { makeStyle } from '@/components/banner/make-style';
import type { CarryOrder } from '@/utils/model/carry';
import { ANNOUNCE_AFTER_MS, createOverlay } from './overlay';

const TAG = 'understudy-carry';
/** Long enough to be read twice. */
const SHOWN_FOR_MS = 12_000;

/** A note that says what became of the draft, beside the composer, and goes by itself. */
export function showCarryNote(text: string, labels: CarryOrder['labels']): void {
  for (const old of document.querySelectorAll(TAG)) old.remove();
  const overlay = createOverlay(TAG, 360);
  overlay.setDirection(labels.direction);

  const said = make('p', 'headline');
  const live = make('div', 'live', said);
  live.role = 'status';
  const close = makeClose(overlay.leave);
  close.ariaLabel = labels.close;
  const card = make('section', 'understudy', make('div', 'top', live, close));
  card.ariaLabel = labels.region;
  overlay.root.append(makeStyle(cardCss), card);
  // The live region is in the page, empty, before its words come.
  overlay.stand(card);

  setTimeout(() => {
    said.textContent = text;
    overlay.stand(card);
  }, ANNOUNCE_AFTER_MS);
  setTimeout(overlay.leave, SHOWN_FOR_MS);
}
