import type { GlancePlace } from '@/utils/model/glance';

/** Where the sentence and the rows of the popup stand; null while they are not there. */
export function measurePlace(): GlancePlace | null {
  const main = document.querySelector('main.popup')?.getBoundingClientRect();
  const summary = document.querySelector('.popup > .summary')?.getBoundingClientRect();
  if (main === undefined || summary === undefined) return null;
  const rows = document.querySelector('.popup > .rows')?.getBoundingClientRect();
  const heights = [...document.querySelectorAll('.popup > .rows > .row')].map(
    (row) => row.getBoundingClientRect().height,
  );
  return {
    width: document.body.offsetWidth,
    above: Math.max(0, summary.top - main.top),
    between: rows === undefined ? 0 : Math.max(0, rows.top - summary.bottom),
    rowHeights: heights,
    height: main.height,
  };
}
