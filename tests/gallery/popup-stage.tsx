import { useState } from 'react';
import { createStore } from 'zustand';
import { PopupPage } from '@/components/popup/popup-page';
import { withTicked } from '@/utils/rules/settings/choices';
import { NOTHING_KEPT } from '@/utils/ui/kept-drafts-view';
import { PopupContext } from '@/utils/ui/popup/context';
import { NOTHING_FOUND } from '@/utils/ui/popup/fallbacks';
import { IDLE_TRANSFER, NOTHING_LOADED, type PopupData, toggled } from '@/utils/ui/popup/state';
import type { PopupState as StoreState } from '@/utils/ui/popup/store';
import type { PopupState } from './gallery-state';

const nothing = () => undefined;

/** A store over made-up data: parts open and close; actions that need a browser do nothing. */
export function stagedPopup(data: Partial<PopupData>, isCopyRefused = false) {
  return createStore<StoreState>((set) => ({
    ...NOTHING_LOADED,
    isLoaded: true,
    readBugReport: async () => 'Understudy 0.0.0',
    ...data,
    toggle: (id) => set(({ opened }) => ({ opened: toggled(opened, id) })),
    refresh: nothing,
    setTicked: (id, partId, isTicked, listed) =>
      set(({ options }) => ({ options: withTicked(options, id, partId, isTicked, listed) })),
    continueIn: nothing,
    ask: nothing,
    setCarriesConversation: (carriesConversation) =>
      set(({ options }) => ({ options: { ...options, carriesConversation } })),
    copyConversation: nothing,
    saveConversation: nothing,
    changeLimit: nothing,
    changeWaiting: nothing,
    keepDraft: nothing,
    saveMaintenance: nothing,
    openOptions: nothing,
    goToPage: nothing,
    allowBanners: nothing,
    allowReading: nothing,
    snooze: nothing,
    discardKept: nothing,
    discardTransfer: nothing,
    react: nothing,
    awaitRecovery: nothing,
    dismissSpot: nothing,
    dismissOffer: () => set({ isOfferDismissed: true }),
    copy: async () => !isCopyRefused,
  }));
}

/** The popup over a fixed status. */
export function PopupStage({ state }: { state: PopupState }) {
  const [store] = useState(() => {
    const { status, options, access, fallbacks, transfer, front = null, kept = NOTHING_KEPT, isBeside = false } = state;
    const { readable = [], transferState = IDLE_TRANSFER, opinions = {} } = state;
    const data = {
      status,
      options,
      access,
      transfers: transfer === undefined ? [] : [transfer],
      front,
      readable,
      transferState,
      opinions,
      kept,
      surface: isBeside ? ('panel' as const) : ('popup' as const),
      fallbacks: { ...NOTHING_FOUND, ...fallbacks },
      opened: new Set(state.opened),
    };
    return stagedPopup(data, state.isCopyRefused);
  });
  return (
    <PopupContext value={store}>
      <PopupPage />
    </PopupContext>
  );
}
