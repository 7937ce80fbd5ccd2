import { createStore, type StoreApi } from 'zustand/vanilla';
import { readCarry, watchCarry } from '@/utils/browser/carry-store';
import { watchAccess } from '@/utils/browser/permissions';
import { sendToBackground } from '@/utils/browser/send';
import { optionsItem, statusItem } from '@/utils/browser/storage';
import { speechNow, translate } from '@/utils/browser/translate';
import type { AssistantId } from '@/utils/model/assistant';
import type { Carry } from '@/utils/model/carry';
import type { GlancePlace } from '@/utils/model/glance';
import type { Options } from '@/utils/model/options';
import type { Status } from '@/utils/model/status';
import { chatInFront } from './carry-on';
import { followKept } from './follow-kept';
import { keepGlance } from './keep-glance';
import { type KeptMemory, NOTHING_KEPT } from './kept-drafts-view';
import { ACCESS_NOT_KNOWN, isBannerless, type PopupAccess } from './popup-access';
import type { PopupActions } from './popup-actions';
import { popupCommands } from './popup-commands';
import { NOTHING_OPENED, toggled, withPanel } from './popup-opened';
import type { PopupState } from './popup-state';
import { popupView } from './popup-view';
import { NO_WAYS_KNOWN, type WaysLearnt } from './popup-ways';
import { readAccess } from './read-access';
import { readWays } from './read-ways';

/** How often "47 min" is reckoned anew. */
const TICK_MS = 30_000;

export interface PopupStore extends StoreApi<PopupState> {
  actions: PopupActions;
  /** Remembers what is shown, for the first glance of the next time. */
  keepGlance(place: GlancePlace): void;
  /** Follows storage and permissions until the returned function is called. */
  start(): () => void;
}

/** Projects what the background remembers; it holds nothing of its own but what is open and the course of a refresh. */
export function createPopupStore(version: string): PopupStore {
  const store = createStore<PopupState>(() => ({ view: null, refresh: 'idle', said: '' }));
  let status: Status | undefined;
  let options: Options | undefined;
  let access: PopupAccess = ACCESS_NOT_KNOWN;
  let carry: Carry | null | undefined;
  let kept = NOTHING_KEPT;
  let ways: WaysLearnt = NO_WAYS_KNOWN;
  let opened = NOTHING_OPENED;
  let accessReading = 0;
  let front: AssistantId | null = null;

  const project = () => {
    if (!status || !options) return;
    const input = { status, options, access, carry: carry ?? null, kept, ways, version, opened, front };
    store.setState({ view: popupView(input, speechNow()) });
  };
  const setStatus = (value: Status) => {
    status = value;
    project();
  };
  const setOptions = (value: Options) => {
    // Only at first: a part must not close under the hand of whoever uses it.
    if (options === undefined && value.watched.length === 0) opened = withPanel(opened, 'watched');
    options = value;
    project();
    updateAccess();
  };
  const setCarry = (value: Carry | null) => {
    carry = value;
    project();
  };
  const setKept = (value: KeptMemory) => {
    kept = value;
    project();
  };
  const learnWays = (learnt: Partial<WaysLearnt>) => {
    ways = { ...ways, ...learnt };
    project();
  };
  const updateAccess = () => {
    const reading = ++accessReading;
    const use = (value: PopupAccess) => {
      if (reading !== accessReading) return;
      if (access === ACCESS_NOT_KNOWN && isBannerless(value)) opened = withPanel(opened, 'banners');
      access = value;
      project();
    };
    // Where it cannot be told, nothing is offered.
    readAccess(options ?? { watched: [], parts: {} }).then(use, () => use(ACCESS_NOT_KNOWN));
    if (options !== undefined) void readWays(options, learnWays);
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
      toggle(id) {
        opened = toggled(opened, id);
        project();
      },
      ...popupCommands,
    },
    keepGlance: (place) => keepGlance(place, store.getState().view, status, options),
    start() {
      // First listen, then read: a change in between must not be lost, nor overwritten by what was read before it.
      const stops = [
        statusItem.watch(setStatus),
        optionsItem.watch(setOptions),
        watchCarry(setCarry),
        followKept(setKept),
        watchAccess(updateAccess),
      ];
      void statusItem.read().then((value) => status ?? setStatus(value));
      void optionsItem.read().then((value) => options ?? setOptions(value));
      void readCarry().then((value) => carry !== undefined || setCarry(value));
      const setFront = (value: AssistantId | null) => {
        front = value;
        project();
      };
      void chatInFront().then(setFront, () => setFront(null));
      // What is old is read anew; if nobody hears it, what is remembered is shown all the same.
      void sendToBackground({ type: 'opened' }).catch(() => null);
      const timer = setInterval(project, TICK_MS);
      return () => {
        clearInterval(timer);
        for (const stop of stops) stop();
      };
    },
  };
}
