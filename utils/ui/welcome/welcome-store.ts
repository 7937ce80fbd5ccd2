import { createStore, type StoreApi } from 'zustand/vanilla';
import { speechNow } from '@/utils/browser/i18n';
import { readGrants, requestAccess, watchAccess } from '@/utils/browser/permissions';
import { closeThisTab } from '@/utils/browser/tabs';
import type { AssistantId } from '@/utils/model/assistant';
import type { Grants } from '@/utils/model/grants';
import type { Options } from '@/utils/model/options';
import { NO_PRESET, type Preset } from '@/utils/model/options';
import { withFirst } from '@/utils/rules/fallbacks/plan';
import { changeOptions, followOptions, setWatched, tellBackground } from '@/utils/ui/options-access';
import { type WelcomeView, welcomeView } from './welcome-view';

/** What a person can do on the page after the install. None throws. */
export interface WelcomeActions {
  setWatched(id: AssistantId, isOn: boolean): void;
  /** Must be called in the click itself: browsers grant nothing later. */
  allow(patterns: string[]): void;
  /** What to go on with first. */
  putFirst(id: AssistantId): void;
  showSampleNotice(): void;
  /** Closes the page. */
  finish(): void;
}

export interface WelcomeStore extends StoreApi<{ view: WelcomeView | null }> {
  actions: WelcomeActions;
  /** Follows storage and permissions until the returned function is called. */
  start(): () => void;
}

/** Projects what is chosen and granted; it holds nothing of its own. */
export function createWelcomeStore(): WelcomeStore {
  const store = createStore<{ view: WelcomeView | null }>(() => ({ view: null }));
  let options: Options | undefined;
  let grants: Grants | null = null;
  let preset = NO_PRESET;
  const project = () => {
    if (options !== undefined) store.setState({ view: welcomeView(options, grants, speechNow(), preset) });
  };
  const setOptions = (value: Options, holds: Preset) => {
    options = value;
    preset = holds;
    project();
  };
  const setGrants = (value: Grants | null) => {
    grants = value;
    project();
  };
  const updateGrants = () => void readGrants().then(setGrants, () => setGrants(null));
  return {
    ...store,
    actions: {
      setWatched: (id, isOn) => void setWatched(id, isOn),
      allow: (patterns) => void requestAccess(patterns).catch(() => false),
      putFirst: (id) => void changeOptions((before) => withFirst(before, id)),
      showSampleNotice: () => tellBackground({ type: 'sample-notice' }),
      finish: () => void closeThisTab().catch(() => null),
    },
    start() {
      // First listen, then read: a change in between must not be lost, nor overwritten by what was read before it.
      const stops = [followOptions(setOptions), watchAccess(updateGrants)];
      updateGrants();
      return () => {
        for (const stop of stops) stop();
      };
    },
  };
}
