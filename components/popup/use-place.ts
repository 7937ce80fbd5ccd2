import { useEffect, useRef, useSyncExternalStore } from 'react';
import type { GlancePlace } from '@/utils/model/views';
import { type PopupPlace, placeOf } from '@/utils/ui/popup/state';

function subscribe(onChange: () => void): () => void {
  addEventListener('hashchange', onChange);
  return () => removeEventListener('hashchange', onChange);
}

/** The current place in the page. Going back returns the focus to the control that led away. */
export function usePlace(): PopupPlace {
  const hash = useSyncExternalStore(subscribe, () => location.hash);
  const before = useRef(hash);
  useEffect(() => {
    const [from, to] = [placeOf(before.current), placeOf(hash)];
    const leads = from.at === 'check' && to.at === 'list' ? [before.current, '#check'] : [];
    before.current = hash;
    leads
      .map((start) => document.querySelector<HTMLElement>(`a[href^="${start}"]`))
      .find((link) => link !== null)
      ?.focus();
  }, [hash]);
  return placeOf(hash);
}

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
