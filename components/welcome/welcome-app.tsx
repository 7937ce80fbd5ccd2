import { useStore } from 'zustand';
import type { WelcomeStore } from '@/utils/ui/welcome/welcome-store';
import { WelcomePage } from './welcome-page';

/** Ties the page to its store. Nothing is painted before storage has answered, not even a spinner. */
export function WelcomeApp({ store }: { store: WelcomeStore }) {
  const { view } = useStore(store);
  return view === null ? null : <WelcomePage view={view} actions={store.actions} />;
}
