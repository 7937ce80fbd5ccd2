import cardCss from '@/components/banner/card.css?inline';
import { make } from '@/components/banner/make';
import { makeClose } from '@/components/banner/make-close';
import { makeStyle } from '@/components/banner/make-style';
import { ANNOUNCE_AFTER_MS, createOverlay, placeOverlay } from './overlay';

const TAG = 'understudy-carry';
/** Long enough to be read twice. */
const SHOWN_FOR_MS = 12_000;

/** A note that says what became of the draft, beside the composer, and goes by itself. */
export function showCarryNote(text: string, labels: { region: string; close: string }): void {
  for (const old of document.querySelectorAll(TAG)) old.remove();
  const host = createOverlay(TAG, 360);

  const said = make('p', 'headline');
  const live = make('div', 'live', said);
  live.role = 'status';
  const leave = () => host.remove();
  const close = makeClose(leave);
  close.ariaLabel = labels.close;
  const card = make('section', 'understudy', make('div', 'top', live, close));
  card.ariaLabel = labels.region;
  host.attachShadow({ mode: 'closed' }).append(makeStyle(cardCss), card);
  document.documentElement.append(host);

  setTimeout(() => {
    said.textContent = text;
    placeOverlay(host, card);
  }, ANNOUNCE_AFTER_MS);
  setTimeout(leave, SHOWN_FOR_MS);
}
