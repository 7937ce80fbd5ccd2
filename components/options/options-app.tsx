import { useStore } from 'zustand';
import type { OptionsStore } from '@/utils/ui/options/options-store';
import { OptionsPage } from './options-page';

/** Ties the page to its store. Nothing is painted before storage has answered, not even a spinner. */
export function OptionsApp({ store }: { store: OptionsStore }) {
  const { view, said } = useStore(store);
  if (view === null) return null;
  return <OptionsPage view={view} said={said} actions={store.actions} />;
}
