import { useEffect, useRef, useSyncExternalStore } from 'react';
import { type PopupPlace, placeOf } from '@/utils/ui/popup/state';

function subscribe(onChange: () => void): () => void {
  addEventListener('hashchange', onChange);
  return () => removeEventListener('hashchange', onChange);
}

/** What the popup shows. When the user goes back to the list, the focus returns to the link that led away. */
export function usePlace(): PopupPlace {
  const hash = useSyncExternalStore(subscribe, () => location.hash);
  const before = useRef(hash);
  useEffect(() => {
    const [from, to] = [placeOf(before.current), placeOf(hash)];
    const links = from.at === 'check' && to.at === 'list' ? [before.current, '#check'] : [];
    before.current = hash;
    links
      .map((start) => document.querySelector<HTMLElement>(`a[href^="${start}"]`))
      .find((link) => link !== null)
      ?.focus();
  }, [hash]);
  return placeOf(hash);
}
