import { useState } from 'react';
import { OptionsPage } from '@/components/options/options-page';
import { withMove } from '@/utils/rules/fallbacks/plan';
import { withLoudness, withQuietHours } from '@/utils/rules/notifying/gather-notifications';
import { checkAddress, withoutOwnPage, withWatched, withWatchedMove } from '@/utils/rules/settings/own-pages';
import type { OptionsActions } from '@/utils/ui/options/actions';
import { optionsView } from '@/utils/ui/options/view';
import { setPageRegistry } from '@/utils/ui/page-registry';
import type { OptionsState } from './gallery-state';
import { NOW } from './moments';
import { speechAt } from './speech';

const nothing = () => undefined;

/** The options page with fixed choices. Reordering and checking addresses work; other actions do nothing. */
export function OptionsStage({ state }: { state: OptionsState }) {
  const [options, setOptions] = useState(state.input.options);
  const actions: OptionsActions = {
    moveWay: (id, by) => setOptions((before) => withMove(before, id, by)),
    takeIn: nothing,
    leaveOut: nothing,
    setSignedIn: nothing,
    allowFilling: nothing,
    addOwnChat: (_name, address) => checkAddress(address, []).kind,
    findLocalModels: nothing,
    chooseLocalModel: nothing,
    testFallback: nothing,
    lookForPage: () => 'not_an_address',
    allowPage: nothing,
    addOwnPage: () => 'no_parts',
    dropSearch: nothing,
    removeOwnPage: (id) => setOptions((before) => withoutOwnPage(before, id)),
    setWatched: (id, isOn) => setOptions((before) => withWatched(before, id, isOn)),
    moveWatched: (id, by) => setOptions((before) => withWatchedMove(before, id, by)),
    setMaintenanceNotice: nothing,
    allowSite: nothing,
    dropSite: nothing,
    allowEvidence: nothing,
    dropEvidence: nothing,
    setLoudness: (id, over) => setOptions((before) => withLoudness(before, id, over)),
    setQuietHours: (over) => setOptions((before) => withQuietHours(before, over)),
    endSnooze: nothing,
    setTheme: (theme) => setOptions((before) => ({ ...before, theme })),
    setSyncing: nothing,
    saveSettings: nothing,
    loadSettings: async () => '',
    diagnostics: async () => '{}',
    eraseAll: async () => '',
    setKeeping: nothing,
    discardKept: nothing,
    copy: async () => true,
  };
  setPageRegistry(options);
  const view = optionsView({ ...state.input, options }, speechAt(NOW));
  return <OptionsPage view={view} said={state.said ?? ''} actions={actions} />;
}
