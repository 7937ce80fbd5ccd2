import { createStore, type StoreApi } from 'zustand/vanilla';
import { readGrants, watchAccess } from '@/utils/browser/permissions';
import { closeThisTab, isPinned } from '@/utils/browser/tabs';
import type { Grants } from '@/utils/model/address';
import type { AssistantId } from '@/utils/model/assistant';
import { DEFAULT_OPTIONS, type LanguageChoice, NO_PRESET, type Options, type Preset } from '@/utils/model/options';
import { withFirst } from '@/utils/rules/fallbacks/plan';
import {
  changeOptions,
  chooseLanguage,
  followOptions,
  requestSites,
  setWatched,
  tellBackground,
} from '@/utils/ui/options-access';
import { createPageStore } from '@/utils/ui/page-context';

export interface WelcomeState {
  /** False until storage has answered. The page paints nothing before. */
  isLoaded: boolean;
  options: Options;
  preset: Preset;
  /** Null while the permissions are not known. */
  grants: Grants | null;
  setWatched(id: AssistantId, isOn: boolean): void;
  /** Asks for access to sites. Browsers grant it only within the click. */
  allow(patterns: string[]): void;
  /** Moves an assistant to the top of Plan B. */
  putFirst(id: AssistantId): void;
  /** Whether the icon is in the toolbar; null where the browser does not say. */
  isPinned: boolean | null;
  setLanguage(language: LanguageChoice): void;
  showSampleNotice(): void;
  /** Closes the page. */
  finish(): void;
}

export const { StoreContext: WelcomeContext, usePageStore: useWelcome } = createPageStore<WelcomeState>();

export interface WelcomeStore extends StoreApi<WelcomeState> {
  /** Follows storage and permissions until the returned function is called. */
  start(): () => void;
}

export function createWelcomeStore(): WelcomeStore {
  const store = createStore<WelcomeState>(() => ({
    isLoaded: false,
    options: DEFAULT_OPTIONS,
    preset: NO_PRESET,
    grants: null,
    isPinned: null,
    setWatched: (id, isOn) => void setWatched(id, isOn),
    allow: (patterns) => void requestSites(patterns).catch(() => false),
    putFirst: (id) => void changeOptions((before) => withFirst(before, id)),
    setLanguage: (language) => void chooseLanguage(language),
    showSampleNotice: () => tellBackground({ type: 'sample-notice' }),
    finish: () => void closeThisTab().catch(() => null),
  }));
  const setGrants = (grants: Grants | null) => store.setState({ grants });
  const updateGrants = () => void readGrants().then(setGrants, () => setGrants(null));
  return {
    ...store,
    start() {
      // Watches before it reads, so that no change in between is lost, nor overwritten by an older read.
      const stops = [
        followOptions((options, preset) => store.setState({ options, preset, isLoaded: true })),
        watchAccess(updateGrants),
      ];
      updateGrants();
      const updatePin = () => void isPinned().then((pinned) => store.setState({ isPinned: pinned }));
      updatePin();
      // The user pins the icon in the browser's own menu and comes back.
      addEventListener('focus', updatePin);
      return () => {
        removeEventListener('focus', updatePin);
        for (const stop of stops) stop();
      };
    },
  };
}
