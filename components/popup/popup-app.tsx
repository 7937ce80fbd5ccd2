import { lazy, Suspense, useEffect } from 'react';
import { useStore } from 'zustand';
import type { PopupStore } from '@/utils/ui/popup/popup-store';
import { measurePlace } from './measure-place';
import { PopupPage } from './popup-page';
import { usePlace } from './use-place';

// Behind a click: the list is painted without them.
const CheckApp = lazy(async () => ({ default: (await import('@/components/check/check-app')).CheckApp }));
const CheckChoice = lazy(async () => ({ default: (await import('@/components/check/check-choice')).CheckChoice }));

/** Ties the page to its store. Nothing is painted before storage has answered, not even a spinner. */
export function PopupApp({ store }: { store: PopupStore }) {
  const { view, refresh, said } = useStore(store);
  const place = usePlace();
  // "Is it me?" is laid out otherwise, and is not what is shown first the next time.
  const isList = place.at === 'list';
  useEffect(() => {
    const measured = view === null || !isList ? null : measurePlace();
    if (measured !== null) store.keepGlance(measured);
  }, [view, isList, store]);
  if (place.at === 'check' && place.assistantId !== null) {
    return (
      <Suspense>
        <CheckApp key={place.assistantId} assistantId={place.assistantId} />
      </Suspense>
    );
  }
  if (view === null) return null;
  if (place.at === 'check') {
    return (
      <Suspense>
        <CheckChoice choice={view.check.choice} page={view} />
      </Suspense>
    );
  }
  return <PopupPage view={view} refresh={refresh} said={said} actions={store.actions} />;
}
