import { createStore, type StoreApi } from 'zustand/vanilla';
import { assistantOf } from '@/utils/assistants/assistants';
import { chatPatterns } from '@/utils/assistants/hosts';
import { dropAccess, requestAccess, watchAccess } from '@/utils/browser/permissions';
import { sendToBackground } from '@/utils/browser/send';
import { optionsItem, statusItem } from '@/utils/browser/storage';
import { speechNow, translate } from '@/utils/browser/translate';
import type { Options } from '@/utils/model/options';
import type { Status } from '@/utils/model/status';
import type { PopupActions } from './popup-actions';
import type { PopupAccess } from './popup-banners';
import { type PopupView, popupView } from './popup-view';
import { readAccess } from './read-access';

/** How often "47 min" is reckoned anew. */
const TICK_MS = 30_000;

/** How the last refresh that the person asked for goes. */
export type RefreshState = 'idle' | 'running' | 'failed';

export interface PopupState {
  /** Null until storage has answered. */
  view: PopupView | null;
  refresh: RefreshState;
  /** What was last said aloud about a refresh. */
  said: string;
}

export interface PopupStore extends StoreApi<PopupState> {
  actions: PopupActions;
  /** Follows storage and permissions until the returned function is called. */
  start(): () => void;
}

/** Projects what the background remembers; it holds nothing of its own but the course of a refresh. */
export function createPopupStore(): PopupStore {
  const store = createStore<PopupState>(() => ({ view: null, refresh: 'idle', said: '' }));
  let status: Status | undefined;
  let options: Options | undefined;
  let access: PopupAccess = {};
  let accessReading = 0;

  const project = () => {
    if (status && options) store.setState({ view: popupView(status, options, access, speechNow()) });
  };
  const setStatus = (value: Status) => {
    status = value;
    project();
  };
  const setOptions = (value: Options) => {
    options = value;
    project();
    updateAccess();
  };
  const updateAccess = () => {
    const reading = ++accessReading;
    const use = (value: PopupAccess) => {
      if (reading !== accessReading) return;
      access = value;
      project();
    };
    // Where it cannot be told, nothing is offered.
    readAccess(options?.watched ?? []).then(use, () => use({}));
  };

  const refresh = async () => {
    if (store.getState().refresh === 'running') return;
    store.setState({ refresh: 'running', said: translate('popup_refreshing') });
    try {
      await sendToBackground({ type: 'refresh' });
      // The reply may overtake the storage event, and what is announced must be what is shown.
      setStatus(await statusItem.read());
      const view = store.getState().view;
      const said = status?.isOnline ? view?.checked.text : view?.summary.text;
      store.setState({ refresh: 'idle', said: said ?? '' });
    } catch {
      store.setState({ refresh: 'failed', said: translate('popup_refresh_failed') });
    }
  };

  return {
    ...store,
    actions: {
      refresh: () => void refresh(),
      // A refusal changes nothing; a grant or its end comes back through `watchAccess`.
      allowBanners: (id) => void requestAccess(chatPatterns(assistantOf(id))).catch(() => false),
      dropBanners: (id) => void dropAccess(chatPatterns(assistantOf(id))).catch(() => false),
    },
    start() {
      // First listen, then read: a change in between must not be lost, nor overwritten by what was read before it.
      const stops = [statusItem.watch(setStatus), optionsItem.watch(setOptions), watchAccess(updateAccess)];
      void statusItem.read().then((value) => status ?? setStatus(value));
      void optionsItem.read().then((value) => options ?? setOptions(value));
      const timer = setInterval(project, TICK_MS);
      return () => {
        clearInterval(timer);
        for (const stop of stops) stop();
      };
    },
  };
}
