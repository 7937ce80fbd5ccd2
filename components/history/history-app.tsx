import { useEffect } from 'react';
import { useStore } from 'zustand';
import type { HistoryStore } from '@/utils/ui/history/history-store';
import { HistoryPage } from './history-page';

/** Ties the page to its store. Nothing is painted before storage has answered, not even a spinner. */
export function HistoryApp({ store }: { store: HistoryStore }) {
  const { view } = useStore(store);
  const title = view?.title;
  useEffect(() => {
    if (title !== undefined) document.title = title;
  }, [title]);
  if (view === null) return null;
  return <HistoryPage view={view} actions={store.actions} />;
}
