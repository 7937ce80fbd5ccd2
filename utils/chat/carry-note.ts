import { BANNER_CSS } from '@/components/banner/banner-css';
import { drawPaths } from '@/components/banner/draw-paths';
import { make } from '@/components/banner/make';
import { makeButton } from '@/components/banner/make-button';
import { composerBoxes } from './composers';
import { findSpot } from './find-spot';

const TAG = 'understudy-carry';
/** Long enough to be read twice. */
const SHOWN_FOR_MS = 12_000;
const CROSS = 'M3.5 3.5 12.5 12.5M12.5 3.5 3.5 12.5';

/** A note that says what became of the draft, beside the composer, and goes by itself. */
export function showCarryNote(text: string, labels: { region: string; close: string }): void {
  for (const old of document.querySelectorAll(TAG)) old.remove();
  const host = document.createElement(TAG);
  const style = { all: 'initial', position: 'fixed', 'z-index': '2147483647', width: 'min(360px, calc(100vw - 24px))' };
  for (const [name, value] of Object.entries(style)) host.style.setProperty(name, value, 'important');

  const said = make('p', 'headline');
  const live = make('div', 'live', said);
  live.role = 'status';
  const leave = () => host.remove();
  const close = makeButton('dismiss', leave, drawPaths([{ d: CROSS, paint: 'stroke', width: 1.5 }], 'cross'));
  close.ariaLabel = labels.close;
  const card = make('section', 'understudy', make('div', 'top', live, close));
  card.ariaLabel = labels.region;
  host.attachShadow({ mode: 'closed' }).append(make('style', '', BANNER_CSS), card);
  document.documentElement.append(host);

  // The live region stands empty for a moment, so that a screen reader hears the words come.
  setTimeout(() => {
    said.textContent = text;
    const { width, height } = card.getBoundingClientRect();
    const spot = findSpot(
      { width, height },
      { left: 0, top: 0, width: innerWidth, height: innerHeight },
      composerBoxes(),
    );
    host.style.setProperty('left', `${spot.left}px`, 'important');
    host.style.setProperty('top', `${spot.top}px`, 'important');
  }, 50);
  setTimeout(leave, SHOWN_FOR_MS);
}
