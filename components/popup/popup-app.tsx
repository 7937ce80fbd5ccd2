import { useStore } from 'zustand';
import type { PopupStore } from '@/utils/ui/popup-store';
import { PopupPage } from './popup-page';

/** Ties the page to its store. Nothing is painted before storage has answered, not even a spinner. */
export function PopupApp({ store }: { store: PopupStore }) {
  const { view, refresh, said } = useStore(store);
  if (view === null) return null;
  return <PopupPage view={view} refresh={refresh} said={said} actions={store.actions} />;
}
