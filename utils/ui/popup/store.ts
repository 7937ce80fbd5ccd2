import { createStore, type StoreApi } from 'zustand/vanilla';
import { fallbackTarget } from '@/utils/assistants/fallback-target';
import { assistantOf } from '@/utils/assistants/lookups';
import { chatPatterns, statusPatterns } from '@/utils/assistants/patterns';
import * as clock from '@/utils/browser/clock';
import { readDrafts, watchDrafts } from '@/utils/browser/drafts-store';
import { readEvidence } from '@/utils/browser/evidence-store';
import { readFailures } from '@/utils/browser/failure-log';
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
import type { GlancePlace } from '@/utils/model/views';
import { orderWays } from '@/utils/rules/fallbacks/rank-fallbacks';
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
import { goToPage } from '@/utils/ui/text';
import { ACCESS_NOT_KNOWN, isBannerless, type PopupAccess, readAccess } from './access';
import { NO_WAYS_KNOWN, type WaysLearnt } from './fallbacks';
import { keepGlance } from './glance';
import { NOTHING_OPENED, type PanelId, toggled, withPanel } from './state';
import { type PopupInput, type PopupView, popupView } from './view';

/** Calls back with the saved drafts now and on every change. Returns the function that stops it. */
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

/** The actions of the popup. Unless stated otherwise their results arrive through the store; none throws. */
export interface PopupActions extends ChoiceActions {
  refresh(): void;
  /** Opens a fallback with the draft of the chat in front. Must be called in the click: it uses the clipboard. */
  continueIn(id: FallbackId): void;
  /** Opens the options page in a tab. */
  openOptions(): void;
  /** Goes to another extension page, in its open tab if there is one. */
  goToPage(href: string): void;
  /** Sets whether a component counts for the verdict. */
  setCounted(id: AssistantId, partId: string, counts: boolean): void;
  /** Opens or closes a part of the page. */
  toggle(id: PanelId): void;
  /** Must be called in the click: browsers accept a permission request only there. */
  allowBanners(id: AssistantId, console: string | null): void;
  dropBanners(id: AssistantId, console: string | null): void;
  /** Requests the host of a status page. Must be called in the click. */
  allowReading(id: AssistantId): void;
  /** Deletes the draft of a transfer. */
  discardCarry(id: number): void;
  /** How long from now; null ends the snooze. */
  snooze(id: AssistantId, forMs: number | null): void;
  /** Null withdraws the reaction. */
  react(id: AssistantId, says: Reaction['says'] | null): void;
  /** Notify once on recovery; null cancels it. */
  awaitRecovery(id: AssistantId, awaits: { bringsForward: boolean } | null): void;
}

const bannerPatterns = (id: AssistantId, console: string | null): string[] =>
  console === null ? chatPatterns(assistantOf(id)) : [`https://${console}/*`];

/** Actions that need only the browser and the background. */
export const popupCommands: Omit<PopupActions, 'refresh' | 'toggle'> = {
  ...choiceCommands,
  openOptions: () => void openOptions().catch(() => null),
  goToPage,
  continueIn: (id) => void carryOn(id).catch(() => null),
  // A refusal changes nothing; a grant or its removal arrives through `watchAccess`.
  allowBanners: (id, console) => void requestAccess(bannerPatterns(id, console)).catch(() => false),
  dropBanners: (id, console) => void dropAccess(bannerPatterns(id, console)).catch(() => false),
  allowReading: (id) => void requestAccess(statusPatterns(assistantOf(id))).catch(() => false),
  setCounted: (id, partId, counts) => void changeOptions((options) => withCounted(options, id, partId, counts)),
  snooze: (assistantId, forMs) =>
    tellBackground({ type: 'snooze', assistantId, untilMs: forMs === null ? null : clock.now() + forMs }),
  discardCarry: (id) => tellBackground({ type: 'discard-carry', id }),
  react: (assistantId, says) => tellBackground({ type: 'react', assistantId, says }),
  awaitRecovery: (assistantId, awaits) => tellBackground({ type: 'await-recovery', assistantId, awaits }),
};

/** The progress of the last manual refresh. */
export type RefreshState = 'idle' | 'running' | 'failed';

export interface PopupState {
  /** Null until storage has been read. */
  view: PopupView | null;
  refresh: RefreshState;
  /** The last announcement of a refresh, for screen readers. */
  said: string;
}

/** The fallbacks of Plan B whose draft has to be pasted: not granted, and without a prefill URL. */
async function readPasted(options: Options): Promise<FallbackId[]> {
  const ids = orderWays(options);
  const pasted = ids.map(async (id) => {
    const target = fallbackTarget(id, options.ownChats);
    return target !== null && target.prefill === null && !(await hasAccess(target.patterns));
  });
  const isPasted = await Promise.all(pasted);
  return ids.filter((_, index) => isPasted[index]);
}

/** Reads what is known about the fallbacks outside storage. Each result arrives on its own. */
export async function readWays(options: Options, learn: (learnt: Partial<WaysLearnt>) => void): Promise<void> {
  const ids = options.localModels;
  const asked = ids.length === 0 ? Promise.resolve({}) : sendToBackground({ type: 'local-models', ids });
  await Promise.allSettled([
    readPasted(options).then((pasted) => learn({ pasted })),
    asked.then((localAnswers) => learn({ localAnswers })),
  ]);
}

/** How often relative times are updated. */
const TICK_MS = 30_000;

export interface PopupStore extends StoreApi<PopupState> {
  actions: PopupActions;
  /** Saves a snapshot of the view, to be painted first when the popup opens again. */
  keepGlance(place: GlancePlace): void;
  /** Follows storage and permissions until the returned function is called. */
  start(): () => void;
}

/** Projects stored state into the popup's view. Its own state is the open panels and the refresh. */
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
      if (known.access === undefined && isBannerless(access)) open('banners');
      learn({ access });
    };
    // If access cannot be read, nothing is offered.
    readAccess(options).then(use, () => use(ACCESS_NOT_KNOWN));
    void readWays(options, learnWays);
  };
  const setOptions = (options: Options, preset: Preset) => {
    // Only initially: a panel must not close while it is in use.
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
      // The reply may arrive before the storage event, and the announcement must match the view.
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
        // The bug report includes the failures so far.
        void readFailures().then((failures) => learn({ failures }));
      },
      ...popupCommands,
    },
    keepGlance: (place) => keepGlance(place, store.getState().view, known.status, known.options),
    start() {
      // Listen before reading, or a change in between is lost or overwritten.
      const stops = [
        statusItem.watch(setStatus),
        followOptions(setOptions),
        watchDrafts('transfers', setTransfers),
        followKept(setKept),
        watchAccess(updateAccess),
      ];
      // An unreadable status is shown as unknown, with the reason.
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
      // Refreshes stale readings. If that fails, or cannot be stored, the stored state is shown with a message.
      void sendToBackground({ type: 'opened' }).catch(fails);
      const timer = setInterval(() => learn({}), TICK_MS);
      return () => {
        clearInterval(timer);
        for (const stop of stops) stop();
      };
    },
  };
}
