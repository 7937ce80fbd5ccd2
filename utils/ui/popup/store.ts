import { createStore, type StoreApi } from 'zustand/vanilla';
import { chatPatterns, statusPatterns } from '@/utils/assistants/patterns';
import * as clock from '@/utils/browser/clock';
import { readDrafts, watchDrafts } from '@/utils/browser/drafts-store';
import type { EarlyReads } from '@/utils/browser/early-reads';
import { readEvidence } from '@/utils/browser/evidence-store';
import { speechNow, translate } from '@/utils/browser/i18n';
import { sendToBackground } from '@/utils/browser/messages';
import {
  dismissBannerOffer,
  isBannerOfferDismissed,
  readGrants,
  requestAccess,
  watchAccess,
} from '@/utils/browser/permissions';
import { readStatus, statusItem } from '@/utils/browser/storage';
import type { ReadSource } from '@/utils/browser/stored-value';
import { isPrivateWindow, openOptions, watchFront } from '@/utils/browser/tabs';
import type { Speech } from '@/utils/i18n/speech';
import type { Grants } from '@/utils/model/address';
import type { AssistantId } from '@/utils/model/assistant';
import type { DraftKey, DraftTransfer } from '@/utils/model/drafts';
import type { FallbackId } from '@/utils/model/fallback';
import type { LimitAction, WaitingAction } from '@/utils/model/messages';
import type { Options, Preset } from '@/utils/model/options';
import { EMPTY_STATUS, type Reaction, type Status } from '@/utils/model/status';
import type { MarkupElement, PopupSurface } from '@/utils/model/views';
import { badgeFor } from '@/utils/rules/notifying/surfaces';
import { askableSources, askOthers } from '@/utils/ui/ask-others';
import { readBugReport } from '@/utils/ui/bug-report';
import {
  type ConversationResult,
  chatInFront,
  continueInFallback,
  copyConversation,
  keepDraftInFront,
  saveConversation,
} from '@/utils/ui/chat-in-front';
import type { KeptMemory } from '@/utils/ui/kept-drafts-view';
import {
  choiceCommands,
  followOptions,
  requestSites,
  setCarriesConversation,
  tellBackground,
} from '@/utils/ui/options-access';
import { assistantOf } from '@/utils/ui/page-registry';
import { saveMaintenance } from '@/utils/ui/save-file';
import { goToPage } from '@/utils/ui/text';
import { ACCESS_NOT_KNOWN, accessOf, readableChats } from './access';
import { pastedFallbacks } from './fallbacks';
import { saveSnapshot } from './snapshot';
import {
  type ConversationProgress,
  currentStatus,
  IDLE_CONVERSATION,
  IDLE_TRANSFER,
  NOTHING_LOADED,
  type PanelId,
  type PopupData,
  readableChat,
  type TransferState,
  toggled,
} from './state';
import { lastCheck, popupSummary } from './summary';

/** Calls back with the kept drafts now and after each change; returns how to stop. */
function followKept(onChange: (memory: KeptMemory) => void): () => void {
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

/** What the user can do in the popup. Effects come back through storage and permissions. None throws. */
const popupActions = {
  copy: choiceCommands.copy,
  readBugReport,
  setTicked: choiceCommands.setTicked,
  discardKept: choiceCommands.discardKept,
  /** Opens the options page in a tab. */
  openOptions: (): void => void openOptions().catch(() => null),
  /** Opens another page of the extension, in its open tab where there is one. */
  goToPage,
  /** Saves a calendar file. */
  saveMaintenance: (...of: Parameters<typeof saveMaintenance>): void => void saveMaintenance(...of).catch(() => null),
  setCarriesConversation,
  // `watchAccess` reports grants and revocations. A refusal changes nothing.
  /** Asks for a chat site. Browsers grant access only within the click. */
  allowBanners: (id: AssistantId): void => void requestSites(chatPatterns(assistantOf(id))).catch(() => false),
  /** Asks for the host of a status page, as above. */
  allowReading: (id: AssistantId): void => void requestAccess(statusPatterns(assistantOf(id))).catch(() => false),
  /** `forMs` counts from now; null ends the snooze. */
  snooze: (assistantId: AssistantId, forMs: number | null): void =>
    tellBackground({ type: 'snooze', assistantId, untilMs: forMs === null ? null : clock.now() + forMs }),
  dismissSpot: (key: string): void => tellBackground({ type: 'dismiss-spot', key }),
  /** Keeps an autosaved draft until its assistant is back, fills a waiting one in, or discards it. */
  changeWaiting: (key: DraftKey, does: WaitingAction): void => tellBackground({ type: 'waiting', key, does }),
  /** Deletes the draft of a transfer. */
  discardTransfer: (id: number): void => tellBackground({ type: 'discard-transfer', id }),
  /** Null takes the reaction back. */
  react: (assistantId: AssistantId, says: Reaction['says'] | null): void =>
    tellBackground({ type: 'react', assistantId, says }),
  /** Requests one notification at the end of the limit, cancels it, or forgets the limit. */
  changeLimit: (assistantId: AssistantId, does: LimitAction): void =>
    tellBackground({ type: 'limit', assistantId, does }),
  /** Requests one notification at recovery; null cancels it. */
  awaitRecovery: (assistantId: AssistantId, awaits: { bringsForward: boolean } | null): void =>
    tellBackground({ type: 'await-recovery', assistantId, awaits }),
};

export interface PopupState extends PopupData, Readonly<typeof popupActions> {
  /**
   * Opens a fallback with the draft of the active chat and, if that is chosen, its conversation. Must be called in the
   * click itself: it writes to the clipboard.
   */
  continueIn(id: FallbackId): void;
  /** Keeps the draft of the active tab, which shows a chat of this assistant, until the assistant is back. */
  keepDraft(id: AssistantId): void;
  /** Copies the conversation of the active tab. Must be called in the click itself. */
  copyConversation(): void;
  /** Saves it as a Markdown file. */
  saveConversation(): void;
  /** Asks other sources about a possible issue. Browsers grant access only within the click. */
  ask(id: AssistantId): void;
  refresh(): void;
  /** Opens or closes a part of the page. */
  toggle(id: PanelId): void;
  /** Dismisses the line that offers the banner, for good. */
  dismissOffer(): void;
}

/** What a refresh has resulted in, for its announcement. */
function resultWords(data: PopupData, speech: Speech): string {
  const { status, verdicts } = currentStatus(data, speech.now);
  if (!status.isOnline) return popupSummary(status, verdicts, speech).text;
  return lastCheck(badgeFor(status, data.options.watched, speech.now).checkedAt, verdicts, speech).text;
}

/** How often durations like "47 min" are updated. */
const TICK_MS = 30_000;

export interface PopupStore extends StoreApi<PopupState> {
  /** Saves `markup`, which React rendered of `data`, as the first paint of the next visit, unless it would be wrong then. */
  saveSnapshot(data: PopupData, markup: MarkupElement): void;
  /**
   * Requests a round of whatever is due. If that fails, or its result cannot be stored (a full disk), the popup shows the
   * last known state and says that the refresh failed.
   */
  requestRound(): void;
  /** Follows storage and permissions until the returned function is called. */
  start(): () => void;
}

/**
 * The store of the popup. Apart from open parts and the running refresh, it mirrors storage and permissions. `early` is what
 * was read of the browser before.
 */
export function createPopupStore(surface: PopupSurface, early: EarlyReads | null = null): PopupStore {
  /** What has been read so far. */
  const loaded = { status: false, options: false, access: false, transfers: false };
  let lastRead = 0;
  /** Undefined until they are read. Null if they cannot be read: then the popup asks for none. */
  let grants: Grants | null | undefined;

  const store = createStore<PopupState>((set, get) => ({
    ...NOTHING_LOADED,
    ...popupActions,
    surface,
    isOfferDismissed: isBannerOfferDismissed(),
    refresh: () => void refresh(),
    continueIn: (id) => void continueIn(id),
    keepDraft: (id) => void keepDraft(id),
    copyConversation: () => void takeConversation(copyConversation),
    saveConversation: () => void takeConversation(saveConversation),
    ask(id) {
      const { opinions, options } = get();
      if (opinions[id]?.kind === 'asking') return;
      void askOthers(id, askableSources(id, options), (state) =>
        set(({ opinions: others }) => ({ opinions: { ...others, [id]: state } })),
      );
    },
    toggle: (id) => set({ opened: toggled(get().opened, id) }),
    dismissOffer() {
      dismissBannerOffer();
      set({ isOfferDismissed: true });
    },
  }));

  const load = (part: keyof typeof loaded, data: Partial<PopupData>) => {
    loaded[part] = true;
    // Permissions decide which parts there are. Without them the page would be laid out twice.
    store.setState({ ...data, isLoaded: loaded.status && loaded.options && loaded.access });
  };
  /** The result of a round that comes after a failed refresh is as new as what the refresh was to bring. */
  const setStatus = (status: Status) => {
    const { refreshState, status: before } = store.getState();
    const isNewer = status.tickedAt !== null && status.tickedAt !== before.tickedAt;
    const isMadeUpFor = refreshState === 'failed' && isNewer;
    load('status', isMadeUpFor ? { status, refreshState: 'idle', announcement: '' } : { status });
  };
  const setTransfers = (transfers: readonly DraftTransfer[]) => {
    loaded.transfers = true;
    // Without drafts, as in most visits, nothing has to be rendered again.
    if (transfers.length > 0 || store.getState().transfers.length > 0) store.setState({ transfers });
  };
  const setKept = (kept: KeptMemory) => {
    if (kept.drafts.length > 0 || store.getState().kept.drafts.length > 0) store.setState({ kept });
  };
  const applyGrants = () => {
    if (grants === undefined || !loaded.options) return;
    const { options, fallbacks } = store.getState();
    load('access', {
      access: grants === null ? ACCESS_NOT_KNOWN : accessOf(options, grants),
      readable: grants === null ? [] : readableChats(grants),
      fallbacks: { ...fallbacks, pasted: grants === null ? [] : pastedFallbacks(options, grants) },
    });
  };
  const updateGrants = (source?: ReadSource) => {
    const read = ++lastRead;
    const use = (found: Grants | null) => {
      if (read !== lastRead) return;
      grants = found;
      applyGrants();
    };
    readGrants(source).then(use, () => use(null));
  };
  const askLocalModels = async (ids: Options['localModels']) => {
    if (ids.length === 0) return;
    // Without an answer they are offered as models of which nothing is known.
    const localAnswers = await sendToBackground({ type: 'local-models', ids }).catch(() => ({}));
    store.setState(({ fallbacks }) => ({ fallbacks: { ...fallbacks, localAnswers } }));
  };
  const setOptions = (options: Options, { parts }: Preset) => {
    load('options', { options, arePartsPreset: parts.includes('parts') });
    applyGrants();
    void askLocalModels(options.localModels);
  };

  /** Counts the changes of the active tab. */
  let lastFront = 0;
  const continueIn = async (id: FallbackId) => {
    const data = store.getState();
    // A second press while the conversation is being read.
    if (data.transferState.kind === 'reading') return;
    const conversation = data.options.carriesConversation && readableChat(data) !== null && data.front !== id;
    const { transferState } = data;
    const isWarned = transferState.kind === 'refused' && ['draft_unreadable', 'files_stay'].includes(transferState.why);
    const started: TransferState = conversation ? { kind: 'reading' } : IDLE_TRANSFER;
    store.setState({ transferState: started });
    const pressedIn = lastFront;
    const why = await continueInFallback(id, { conversation, isWarned }).catch(() => null);
    if (pressedIn === lastFront) {
      store.setState({ transferState: why === null ? IDLE_TRANSFER : { kind: 'refused', why } });
      return;
    }
    // A refusal is about the tab of the press, and would count as the warning in another.
    if (store.getState().transferState === started) store.setState({ transferState: IDLE_TRANSFER });
  };

  const updateFront = () => {
    const asked = ++lastFront;
    const use = (front: AssistantId | null) => {
      if (asked === lastFront && front !== store.getState().front) store.setState({ front });
    };
    void chatInFront().then(use, () => use(null));
  };
  /** What a press came to is about the chat in which it was made, so it ends when the tab changes. */
  const forgetPresses = () =>
    store.setState(({ transferState }) => ({
      transferState: transferState.kind === 'refused' ? IDLE_TRANSFER : transferState,
      keepResult: null,
      conversationProgress: IDLE_CONVERSATION,
    }));
  const keepDraft = async (id: AssistantId) => {
    const pressedIn = lastFront;
    const kept = await keepDraftInFront().catch(() => null);
    // The user may have changed tabs meanwhile.
    if (kept !== null && pressedIn === lastFront) store.setState({ keepResult: { id, ...kept } });
  };
  const takeConversation = async (job: () => Promise<ConversationResult>) => {
    if (store.getState().conversationProgress.kind === 'reading') return;
    const started: ConversationProgress = { kind: 'reading' };
    store.setState({ conversationProgress: started });
    const { said } = await job();
    // Otherwise the user has changed tabs meanwhile.
    if (store.getState().conversationProgress === started) {
      store.setState({ conversationProgress: { kind: 'done', said } });
    }
  };
  const fails = () => store.setState({ refreshState: 'failed', announcement: translate('popup_refresh_failed') });
  const refresh = async () => {
    if (store.getState().refreshState === 'running') return;
    store.setState({ refreshState: 'running', announcement: translate('popup_refreshing') });
    try {
      await sendToBackground({ type: 'refresh' });
      // The reply may arrive before the storage event. The announcement must match what is shown.
      load('status', { status: await statusItem.read() });
      store.setState({ refreshState: 'idle', announcement: resultWords(store.getState(), speechNow()) });
    } catch {
      fails();
    }
  };

  return {
    ...store,
    requestRound: () => void sendToBackground({ type: 'opened' }).catch(fails),
    saveSnapshot(data, markup) {
      if (!data.isLoaded || data.refreshState !== 'idle') return;
      // Nothing from a private window is written to disk, and it may be one until the browser has answered.
      if (data.isPrivate !== false) return;
      // The next visit starts with nothing open; an open part would close while the user looks at it.
      if (data.opened.size > 0) return;
      // The next visit starts with no press on "Continue in …".
      if (data.transferState.kind !== 'idle') return;
      // Nor with one on "Keep draft until … is back".
      if (data.keepResult !== null) return;
      // Nor with what was copied or saved.
      if (data.conversationProgress.kind !== 'idle') return;
      // What others said was asked for, and is not repeated unasked.
      if (Object.keys(data.opinions).length > 0) return;
      saveSnapshot(data.surface, data, markup, speechNow());
    },
    start() {
      const first = early?.take() ?? undefined;
      // Everything below is requested at once. Watchers come before reads, so that no change in between is lost, and a
      // late read never overwrites a newer value that a watcher has reported.
      const stops = [
        statusItem.watch(setStatus),
        followOptions(setOptions, first),
        watchDrafts('transfers', setTransfers),
        followKept(setKept),
        watchAccess(() => updateGrants()),
        // A side panel stays open while the user changes tabs.
        watchFront(() => {
          forgetPresses();
          updateFront();
        }),
      ];
      // A status that cannot be read is unknown and states the reason.
      const unreadable = (): Status => ({ ...EMPTY_STATUS, storageTrouble: 'failing' });
      void readStatus(first)
        .catch(unreadable)
        .then((status) => {
          if (!loaded.status) load('status', { status });
        });
      updateGrants(first);
      void readDrafts('transfers').then((transfers) => {
        if (!loaded.transfers) setTransfers(transfers);
      });
      void isPrivateWindow(first).then(
        (isPrivate) => store.setState({ isPrivate }),
        () => undefined,
      );
      updateFront();
      const timer = setInterval(() => store.setState({}), TICK_MS);
      return () => {
        clearInterval(timer);
        for (const stop of stops) stop();
      };
    },
  };
}
