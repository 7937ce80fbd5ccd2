import { createStore, type StoreApi } from 'zustand/vanilla';
import { fallbackTarget } from '@/utils/assistants/fallback-target';
import { chatPatterns, statusPatterns } from '@/utils/assistants/patterns';
import * as clock from '@/utils/browser/clock';
import { readDrafts, watchDrafts } from '@/utils/browser/drafts-store';
import { readEvidence } from '@/utils/browser/evidence-store';
import { readLog } from '@/utils/browser/failure-log';
import { speechNow, translate } from '@/utils/browser/i18n';
import { sendToBackground } from '@/utils/browser/messages';
import { dropAccess, hasAccess, requestAccess, watchAccess } from '@/utils/browser/permissions';
import { statusItem } from '@/utils/browser/storage';
import { isPrivateWindow, openOptions } from '@/utils/browser/tabs';
import type { AssistantId } from '@/utils/model/assistant';
import type { DraftTransfer } from '@/utils/model/drafts';
import type { FallbackId } from '@/utils/model/fallback';
import type { Options, Preset } from '@/utils/model/options';
import { EMPTY_STATUS, type Reaction, type Status } from '@/utils/model/status';
import type { MarkupElement, PopupSurface } from '@/utils/model/views';
import { orderFallbacks } from '@/utils/rules/fallbacks/rank-fallbacks';
import { withCounted } from '@/utils/rules/settings/own-pages';
import { carryOn, chatInFront } from '@/utils/ui/carry-on';
import type { KeptMemory } from '@/utils/ui/kept-drafts-view';
import {
  type ChoiceActions,
  changeOptions,
  choiceCommands,
  followOptions,
  tellBackground,
} from '@/utils/ui/options-access';
import { assistantOf } from '@/utils/ui/page-registry';
import { goToPage } from '@/utils/ui/text';
import { ACCESS_NOT_KNOWN, isBannerless, type PopupAccess, readAccess } from './access';
import { NO_WAYS_KNOWN, type WaysLearnt } from './fallbacks';
import { saveSnapshot } from './snapshot';
import { hasSamePanels, NOTHING_OPENED, type PanelId, toggled, withPanel } from './state';
import { type PopupInput, type PopupView, popupView } from './view';

/** Calls back with the kept drafts now and after each change; returns how to stop. */
export function followKept(onChange: (memory: KeptMemory) => void): () => void {
  const update = () => {
    // Where the browser refuses the database there are no saved drafts.
    Promise.all([readDrafts('saved'), readEvidence()]).then(
      ([drafts, { events }]) => onChange({ drafts, events }),
      () => undefined,
    );
  };
  update();
  return watchDrafts('saved', update);
}

/** What the user can do in the popup. Results come back through the store unless stated otherwise. None throws. */
export interface PopupActions extends ChoiceActions {
  refresh(): void;
  /** Opens a fallback with the draft of the chat in front. Must be called in the click itself: it writes to the clipboard. */
  continueIn(id: FallbackId): void;
  /** Opens the options page in a tab. */
  openOptions(): void;
  /** Opens another of our pages, in the tab that shows it already if there is one. */
  goToPage(href: string): void;
  /** Includes a component of a status page in the verdict, or excludes it. */
  setCounted(id: AssistantId, partId: string, counts: boolean): void;
  /** Opens or closes a part of the page. */
  toggle(id: PanelId): void;
  /** Must be called in the click: browsers accept a permission request only there. */
  allowBanners(id: AssistantId, console: string | null): void;
  dropBanners(id: AssistantId, console: string | null): void;
  /** Asks for access to the host of a status page. Must be called in the click itself, as above. */
  allowReading(id: AssistantId): void;
  /** Deletes the draft of a transfer. */
  discardTransfer(id: number): void;
  /** `forMs` counts from now; null ends the snooze. */
  snooze(id: AssistantId, forMs: number | null): void;
  /** Null takes the reaction back. */
  react(id: AssistantId, says: Reaction['says'] | null): void;
  /** Requests one notification at recovery; null cancels it. */
  awaitRecovery(id: AssistantId, awaits: { bringsForward: boolean } | null): void;
}

const bannerPatterns = (id: AssistantId, console: string | null): string[] =>
  console === null ? chatPatterns(assistantOf(id)) : [`https://${console}/*`];

/** The actions that need no state of the store. */
export const popupCommands: Omit<PopupActions, 'refresh' | 'toggle'> = {
  ...choiceCommands,
  openOptions: () => void openOptions().catch(() => null),
  goToPage,
  continueIn: (id) => void carryOn(id).catch(() => null),
  // `watchAccess` reports grants and revocations. A refusal changes nothing.
  allowBanners: (id, console) => void requestAccess(bannerPatterns(id, console)).catch(() => false),
  dropBanners: (id, console) => void dropAccess(bannerPatterns(id, console)).catch(() => false),
  allowReading: (id) => void requestAccess(statusPatterns(assistantOf(id))).catch(() => false),
  setCounted: (id, partId, counts) => void changeOptions((options) => withCounted(options, id, partId, counts)),
  snooze: (assistantId, forMs) =>
    tellBackground({ type: 'snooze', assistantId, untilMs: forMs === null ? null : clock.now() + forMs }),
  discardTransfer: (id) => tellBackground({ type: 'discard-transfer', id }),
  react: (assistantId, says) => tellBackground({ type: 'react', assistantId, says }),
  awaitRecovery: (assistantId, awaits) => tellBackground({ type: 'await-recovery', assistantId, awaits }),
};

/** State of the last refresh that the user started. */
export type RefreshState = 'idle' | 'running' | 'failed';

export interface PopupState {
  /** Null until status, options and permissions have been read. */
  view: PopupView | null;
  refresh: RefreshState;
  /** The last announcement about a refresh. */
  said: string;
}

/** The fallbacks into which the user has to paste a draft: not granted, and without an address that fills it in. */
async function readPasted(options: Options): Promise<FallbackId[]> {
  const ids = orderFallbacks(options);
  const pasted = ids.map(async (id) => {
    const target = fallbackTarget(id, options);
    return target !== null && target.prefill === null && !(await hasAccess(target.patterns));
  });
  const isPasted = await Promise.all(pasted);
  return ids.filter((_, index) => isPasted[index]);
}

/** Reads what storage does not hold about the fallbacks, in parallel. `learn` gets each result as soon as it is there. */
export async function readWays(options: Options, learn: (learnt: Partial<WaysLearnt>) => void): Promise<void> {
  const ids = options.localModels;
  const asked = ids.length === 0 ? Promise.resolve({}) : sendToBackground({ type: 'local-models', ids });
  await Promise.allSettled([
    readPasted(options).then((pasted) => learn({ pasted })),
    asked.then((localAnswers) => learn({ localAnswers })),
  ]);
}

/** How often durations like "47 min" are updated. */
const TICK_MS = 30_000;

export interface PopupStore extends StoreApi<PopupState> {
  actions: PopupActions;
  /** Saves `markup`, which React rendered of `view`, as the first paint of the next visit, unless it would be wrong then. */
  saveSnapshot(surface: PopupSurface, view: PopupView, markup: MarkupElement): void;
  /** Follows storage and permissions until the returned function is called. */
  start(): () => void;
}

/** A projection of storage and permissions. Its only state of its own: which parts are open, and the running refresh. */
export function createPopupStore(version: string): PopupStore {
  const store = createStore<PopupState>(() => ({ view: null, refresh: 'idle', said: '' }));
  let known: Partial<PopupInput> = {};
  /** The parts that this page opens without a click, here and on the next visit. */
  let openedByDefault = NOTHING_OPENED;
  let accessReading = 0;

  const learn = (found: Partial<PopupInput>) => {
    known = { ...known, ...found };
    const { status, options, access } = known;
    // Access decides which parts there are. A view without it would be laid out twice.
    if (status && options && access)
      store.setState({ view: popupView({ ...known, status, options, access, version }, speechNow()) });
  };
  const openByDefault = (panel: PanelId) => {
    openedByDefault = withPanel(openedByDefault, panel);
    learn({ opened: withPanel(known.opened ?? NOTHING_OPENED, panel) });
  };
  const setStatus = (status: Status) => learn({ status });
  const setTransfers = (transfers: readonly DraftTransfer[]) => learn({ transfers });
  const setKept = (kept: KeptMemory) => learn({ kept });
  const setFront = (front: AssistantId | null) => learn({ front });
  const learnWays = (learnt: Partial<WaysLearnt>) => learn({ ways: { ...NO_WAYS_KNOWN, ...known.ways, ...learnt } });
  const updateAccess = () => {
    const { options } = known;
    if (options === undefined) return;
    const reading = ++accessReading;
    const use = (access: PopupAccess) => {
      if (reading !== accessReading) return;
      if (known.access === undefined && isBannerless(access)) openByDefault('banners');
      learn({ access });
    };
    // If permissions cannot be read, the popup offers none.
    readAccess(options).then(use, () => use(ACCESS_NOT_KNOWN));
    void readWays(options, learnWays);
  };
  const setOptions = (options: Options, preset: Preset) => {
    // Only at the first read: later the user decides what is open.
    if (known.options === undefined && options.watched.length === 0) openByDefault('watched');
    learn({ options, preset });
    updateAccess();
  };

  const fails = () => store.setState({ refresh: 'failed', said: translate('popup_refresh_failed') });
  const refresh = async () => {
    if (store.getState().refresh === 'running') return;
    store.setState({ refresh: 'running', said: translate('popup_refreshing') });
    try {
      await sendToBackground({ type: 'refresh' });
      // The reply may arrive before the storage event. The announcement must match what is shown.
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
        // A bug report holds the log until now.
        void readLog().then((log) => learn({ log }));
      },
      ...popupCommands,
    },
    saveSnapshot(surface, view, markup) {
      const { status, options, isPrivate } = known;
      if (!status || !options || store.getState().refresh !== 'idle') return;
      // Nothing from a private window is written to disk, and it may be one until the browser has answered.
      if (isPrivate !== false) return;
      // The next visit starts with the default parts open; any other would close under the user's eyes.
      if (!hasSamePanels(view.opened, openedByDefault)) return;
      saveSnapshot(surface, { view, status, options, markup }, speechNow());
    },
    start() {
      // Everything below is requested at once. Watchers come before reads, so that no change in between is lost, and a
      // late read never overwrites a newer value that a watcher has reported.
      const stops = [
        statusItem.watch(setStatus),
        followOptions(setOptions),
        watchDrafts('transfers', setTransfers),
        followKept(setKept),
        watchAccess(updateAccess),
      ];
      // A status that cannot be read is unknown and states the reason.
      const unreadable = (): Status => ({ ...EMPTY_STATUS, storageTrouble: 'failing' });
      void statusItem
        .read()
        .catch(unreadable)
        .then((value) => known.status ?? setStatus(value));
      void readDrafts('transfers').then((value) => known.transfers ?? setTransfers(value));
      void isPrivateWindow().then(
        (isPrivate) => learn({ isPrivate }),
        () => undefined,
      );
      void chatInFront().then(setFront, () => setFront(null));
      // Asks for a round of whatever is due. If that fails, or its result cannot be stored (a full disk), the popup shows
      // the last known state and says that the refresh failed.
      void sendToBackground({ type: 'opened' }).catch(fails);
      const timer = setInterval(() => learn({}), TICK_MS);
      return () => {
        clearInterval(timer);
        for (const stop of stops) stop();
      };
    },
  };
}
