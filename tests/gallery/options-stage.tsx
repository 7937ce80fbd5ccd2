import { useState } from 'react';
import { createStore, useStore } from 'zustand';
import { OptionsPage } from '@/components/options/options-page';
import { OPINION_SOURCE_IDS } from '@/utils/model/opinion';
import type { Options } from '@/utils/model/options';
import { withMove } from '@/utils/rules/fallbacks/plan';
import {
  withCounted,
  withModel,
  withNotificationPrefs,
  withQuietHours,
  withTicked,
  withWatched,
  withWatchedMove,
} from '@/utils/rules/settings/choices';
import { checkAddress, withoutOwnPage } from '@/utils/rules/settings/own-pages';
import type { OptionsData } from '@/utils/ui/options/state';
import { OptionsContext, type OptionsState } from '@/utils/ui/options/store';
import { withCommonPrefs } from '@/utils/ui/options/watched';
import { setPageRegistry } from '@/utils/ui/page-registry';
import type { OptionsStageState } from './gallery-state';

const nothing = () => undefined;

/** The same function on each rendering, as in the real store. */
const readBugReport = async () => '{\n  "understudy": "1.2.3",\n  "browser": "Chrome/156",\n  "isOnline": true\n}';

/** A store whose actions change the options in memory; those that need a browser do nothing. */
export function stagedOptions(data: OptionsData) {
  return createStore<OptionsState>((set) => {
    const change = (step: (options: Options) => Options) => set(({ options }) => ({ options: step(options) }));
    return {
      ...data,
      moveFallback: (id, by) => change((options) => withMove(options, id, by)),
      addFallback: nothing,
      removeFallback: nothing,
      setSignedIn: nothing,
      allowFilling: nothing,
      addOwnChat(_name, address) {
        const { kind } = checkAddress(address, []);
        return kind === 'good' ? null : kind;
      },
      findLocalModels: nothing,
      chooseLocalModel: nothing,
      testFallback: nothing,
      lookForPage: () => 'not_an_address',
      allowPage: nothing,
      addOwnPage: () => 'no_parts',
      dropSearch: nothing,
      removeOwnPage: (id) => change((options) => withoutOwnPage(options, id)),
      setWatched: (id, isOn) => change((options) => withWatched(options, id, isOn)),
      moveWatched: (id, by) => change((options) => withWatchedMove(options, id, by)),
      setCounted: (id, partId, counts) => change((options) => withCounted(options, id, partId, counts)),
      saveRunbook: nothing,
      print: nothing,
      setModel: (id, family, isUsed) => change((options) => withModel(options, id, family, isUsed)),
      setTicked: (id, partId, isTicked, listed) =>
        change((options) => withTicked(options, id, partId, isTicked, listed)),
      setMaintenanceNotice: nothing,
      allowReading: nothing,
      allowSite: nothing,
      allowChat: nothing,
      about: () => ({ version: '1.2.3', newsUrl: 'https://example.org/understudy/releases' }),
      copyReport: async () => true,
      issueForm: () => 'https://example.org/understudy/issues/new',
      dropSite: nothing,
      setOpinionSource: (id, isOn) =>
        change((options) => ({
          ...options,
          opinionSources: OPINION_SOURCE_IDS.filter((one) =>
            one === id ? isOn : options.opinionSources.includes(one),
          ),
        })),
      allowEvidence: nothing,
      dropEvidence: nothing,
      setNotificationPrefs: (id, over) => change((options) => withNotificationPrefs(options, id, over)),
      setCommonNotificationPrefs: (over) => change((options) => withCommonPrefs(options, over)),
      setQuietHours: (over) => change((options) => withQuietHours(options, over)),
      endSnooze: nothing,
      setTheme: (theme) => change((options) => ({ ...options, theme })),
      setLanguage: (language) => change((options) => ({ ...options, language })),
      setShowsBadge: (showsBadge) => change((options) => ({ ...options, showsBadge })),
      setSyncing: nothing,
      saveSettings: nothing,
      loadSettings: async () => '',
      readBugReport,
      eraseAll: async () => '',
      setKeeping: nothing,
      discardKept: nothing,
      copy: async () => true,
    };
  });
}

/** The options page over made-up data: items can be moved and addresses tried. */
export function OptionsStage({ state }: { state: OptionsStageState }) {
  const [store] = useState(() => stagedOptions(state.data));
  setPageRegistry(useStore(store).options);
  return (
    <OptionsContext value={store}>
      <OptionsPage />
    </OptionsContext>
  );
}
