import { createStore, type StoreApi } from 'zustand/vanilla';
import { readTransfers, watchTransfers } from '@/utils/browser/carry-store';
import { readFailures } from '@/utils/browser/failure-log';
import { isPrivateWindow } from '@/utils/browser/front-tab';
import { watchAccess } from '@/utils/browser/permissions';
import { sendToBackground } from '@/utils/browser/send';
import { statusItem } from '@/utils/browser/storage';
import { speechNow, translate } from '@/utils/browser/translate';
import type { AssistantId } from '@/utils/model/assistant';
import type { Carry } from '@/utils/model/carry';
import type { GlancePlace } from '@/utils/model/glance';
import type { Options } from '@/utils/model/options';
import type { Preset } from '@/utils/model/preset';
import { EMPTY_STATUS, type Status } from '@/utils/model/status';
import { chatInFront } from '@/utils/ui/carry-on';
import { followOptions } from '@/utils/ui/follow-options';
import type { KeptMemory } from '@/utils/ui/kept-drafts-view';
import { followKept } from './follow-kept';
import { keepGlance } from './keep-glance';
import { ACCESS_NOT_KNOWN, isBannerless, type PopupAccess } from './popup-access';
import type { PopupActions } from './popup-actions';
import { popupCommands } from './popup-commands';
import { NOTHING_OPENED, toggled, withPanel } from './popup-opened';
import type { PopupState } from './popup-state';
import { type PopupInput, popupView } from './popup-view';
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
  let known: Partial<PopupInput> = {};
  let accessReading = 0;

  const learn = (found: Partial<PopupInput>) => {
    known = { ...known, ...found };
    const { status, options, access = ACCESS_NOT_KNOWN } = known;
    if (status && options)
      store.setState({ view: popupView({ ...known, status, options, access, version }, speechNow()) });
  };
  const open = (panel: Parameters<typeof withPanel>[1]) =>
    learn({ opened: withPanel(known.opened ?? NOTHING_OPENED, panel) });
  const setStatus = (status: Status) => learn({ status });
  const setTransfers = (transfers: readonly Carry[]) => learn({ transfers });
  const setKept = (kept: KeptMemory) => learn({ kept });
  const setFront = (front: AssistantId | null) => learn({ front });
  const learnWays = (learnt: Partial<WaysLearnt>) => learn({ ways: { ...NO_WAYS_KNOWN, ...known.ways, ...learnt } });
  const updateAccess = () => {
    const { options } = known;
    if (options === undefined) return;
    const reading = ++accessReading;
    const use = (access: PopupAccess) => {
      if (reading !== accessReading) return;
      if (known.access === undefined && isBannerless(access)) open('banners');
      learn({ access });
    };
    // Where it cannot be told, nothing is offered.
    readAccess(options).then(use, () => use(ACCESS_NOT_KNOWN));
    void readWays(options, learnWays);
  };
  const setOptions = (options: Options, preset: Preset) => {
    // Only at first: a part must not close under the hand of whoever uses it.
    if (known.options === undefined && options.watched.length === 0) open('watched');
    learn({ options, preset });
    updateAccess();
  };

  const fails = () => store.setState({ refresh: 'failed', said: translate('popup_refresh_failed') });
  const refresh = async () => {
    if (store.getState().refresh === 'running') return;
    store.setState({ refresh: 'running', said: translate('popup_refreshing') });
    try {
      await sendToBackground({ type: 'refresh' });
      // The reply may overtake the storage event, and what is announced must be what is shown.
      setStatus(await statusItem.read());
      const view = store.getState().view;
      const said = known.status?.isOnline ? view?.checked.text : view?.summary.text;
      store.setState({ refresh: 'idle', said: said ?? '' });
    } catch {
      fails();
    }
  };

  return {
    ...store,
    actions: {
      refresh: () => void refresh(),
      toggle: (id) => {
        learn({ opened: toggled(known.opened ?? NOTHING_OPENED, id) });
        // A report holds what failed until now.
        void readFailures().then((failures) => learn({ failures }));
      },
      ...popupCommands,
    },
    keepGlance: (place) => keepGlance(place, store.getState().view, known.status, known.options),
    start() {
      // First listen, then read: a change in between must not be lost, nor overwritten by what was read before it.
      const stops = [
        statusItem.watch(setStatus),
        followOptions(setOptions),
        watchTransfers(setTransfers),
        followKept(setKept),
        watchAccess(updateAccess),
      ];
      // A status that cannot be read is unknown, and says why.
      const unreadable = (): Status => ({ ...EMPTY_STATUS, storageTrouble: 'failing' });
      void statusItem
        .read()
        .catch(unreadable)
        .then((value) => known.status ?? setStatus(value));
      void readTransfers().then((value) => known.transfers ?? setTransfers(value));
      void isPrivateWindow().then(
        (isPrivate) => learn({ isPrivate }),
        () => undefined,
      );
      void chatInFront().then(setFront, () => setFront(null));
      // What is old is read anew. If that fails, or what was found cannot be written down (a full disk, say), what is
      // remembered is shown all the same, with a word.
      void sendToBackground({ type: 'opened' }).catch(fails);
      const timer = setInterval(() => learn({}), TICK_MS);
      return () => {
        clearInterval(timer);
        for (const stop of stops) stop();
      };
    },
  };
}
