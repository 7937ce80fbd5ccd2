import { useState } from 'react';
import { PopupPage } from '@/components/popup/popup-page';
import { NO_PRESET } from '@/utils/model/options';
import { NOTHING_KEPT } from '@/utils/ui/kept-drafts-view';
import { NO_WAYS_KNOWN } from '@/utils/ui/popup/fallbacks';
import { type Opened, toggled } from '@/utils/ui/popup/state';
import type { PopupActions } from '@/utils/ui/popup/store';
import { popupView } from '@/utils/ui/popup/view';
import type { PopupState } from './gallery-state';
import { NOW } from './moments';
import { speechAt } from './speech';

const nothing = () => undefined;

export const NO_ACTIONS: PopupActions = {
  refresh: nothing,
  continueIn: nothing,
  openOptions: nothing,
  goToPage: nothing,
  toggle: nothing,
  allowBanners: nothing,
  dropBanners: nothing,
  allowReading: nothing,
  allowEvidence: nothing,
  dropEvidence: nothing,
  setKeeping: nothing,
  setCounted: nothing,
  setWatched: nothing,
  setMaintenanceNotice: nothing,
  snooze: nothing,
  discardKept: nothing,
  discardCarry: nothing,
  react: nothing,
  awaitRecovery: nothing,
  copy: async () => true,
};

/** The popup with a fixed status. Sections open and close; other actions do nothing. */
export function PopupStage({ state }: { state: PopupState }) {
  const [opened, setOpened] = useState<Opened>(new Set(state.opened));
  const { status, options, access, ways, carry, front = null, kept = NOTHING_KEPT, preset = NO_PRESET } = state;
  const view = popupView(
    {
      status,
      options,
      access,
      transfers: carry === undefined ? [] : [carry],
      front,
      kept,
      preset,
      ways: { ...NO_WAYS_KNOWN, ...ways },
      version: '0.0.0',
      opened,
    },
    speechAt(NOW),
  );
  const actions: PopupActions = {
    ...NO_ACTIONS,
    toggle: (id) => setOpened(toggled(opened, id)),
    copy: async () => state.isCopyRefused !== true,
  };
  return <PopupPage view={view} refresh="idle" said="" actions={actions} />;
}
