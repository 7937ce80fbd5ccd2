import { createStore, type StoreApi } from 'zustand/vanilla';
import { chatPatterns } from '@/utils/assistants/patterns';
import * as clock from '@/utils/browser/clock';
import { readEvidence } from '@/utils/browser/evidence-store';
import { sendToBackground } from '@/utils/browser/messages';
import { probeSite } from '@/utils/browser/page-requests';
import { hasAccess } from '@/utils/browser/permissions';
import { optionsItem, statusItem } from '@/utils/browser/storage';
import { findTab, hasTypedText, openTab, reloadTab, watchFront } from '@/utils/browser/tabs';
import { type AssistantId, homeOf } from '@/utils/model/assistant';
import type { Refusal } from '@/utils/model/conversation';
import type { Symptom } from '@/utils/model/diagnosis';
import type { FallbackId } from '@/utils/model/fallback';
import type { LimitAction } from '@/utils/model/messages';
import { NOT_ASKED } from '@/utils/model/opinion';
import { DEFAULT_OPTIONS } from '@/utils/model/options';
import { EMPTY_STATUS } from '@/utils/model/status';
import { askableSources, askOthers } from '@/utils/ui/ask-others';
import { continueInFallback } from '@/utils/ui/chat-in-front';
import { requestSites, tellBackground } from '@/utils/ui/options-access';
import { createPageStore } from '@/utils/ui/page-context';
import { assistantOf, chatAt, setPageRegistry } from '@/utils/ui/page-registry';
import type { CheckAction, CheckData } from './answer';
import { type CheckSources, runCheck } from './run-check';

/** What the buttons beside the advice do. Calls back with the actions that are possible. */
function checkActions(assistantId: AssistantId, onPossible: (actions: ReadonlySet<CheckAction>) => void) {
  // Looked up with each use: a custom page is known once options were read.
  const assistant = () => assistantOf(assistantId);
  const patterns = () => chatPatterns(assistant());
  let chatTab: number | null = null;
  let possible: ReadonlySet<CheckAction> = new Set();
  const offer = (actions: Iterable<CheckAction>) => {
    possible = new Set(actions);
    onPossible(possible);
  };

  const lookAround = async () => {
    const isOwn = (address: string) => chatAt(address)?.id === assistantId;
    const [tab, isAllowed] = await Promise.all([findTab(isOwn), hasAccess(patterns())]).catch(
      () => [null, true] as const,
    );
    chatTab = tab;
    const actions: CheckAction[] = ['sign_in', 'await_recovery'];
    if (tab !== null) actions.push('reload');
    if (!isAllowed) actions.push('allow_site');
    offer(actions);
  };
  // Looks again first: the tab may have been closed since, or show another page with a draft of its own.
  const reload = async () => {
    await lookAround();
    if (chatTab === null) return;
    if (await hasTypedText(chatTab, assistant().composerHints)) offer([...possible, 'reload_anyway']);
    else await reloadTab(chatTab);
  };
  const reloadAnyway = async () => {
    const confirmed = chatTab;
    // Also ends the confirmation: the chat may get a new draft.
    await lookAround();
    if (chatTab !== null && chatTab === confirmed) await reloadTab(chatTab);
  };
  const signIn = async () => {
    const home = homeOf(assistant());
    if (home !== null) await openTab(home);
  };
  const acts: Record<CheckAction, () => Promise<unknown>> = {
    reload,
    reload_anyway: reloadAnyway,
    sign_in: signIn,
    allow_site: () => requestSites(patterns()),
    await_recovery: () => sendToBackground({ type: 'await-recovery', assistantId, awaits: { bringsForward: false } }),
  };
  return {
    /** Finds out which actions are possible. */
    lookAround,
    /** Browsers grant access only within the click. Resolves to true when more can be checked than before. Never rejects. */
    async act(action: CheckAction): Promise<boolean> {
      const outcome = await acts[action]().catch(() => false);
      if (action !== 'allow_site' || outcome !== true) return false;
      await lookAround();
      return true;
    },
  };
}

/** Has the worker read status pages. Asks twice, because the first worker may be stopped meanwhile. */
async function look(ids: readonly AssistantId[]): Promise<null> {
  const message = { type: 'look' as const, assistantIds: [...ids] };
  return sendToBackground(message).catch(() => sendToBackground(message));
}

/** The sources of the check in a browser. Only the worker reads status pages. */
const realSources: CheckSources = {
  now: clock.now,
  isOnline: () => navigator.onLine,
  readOptions: optionsItem.read,
  readStatus: statusItem.read,
  readEvidence,
  look,
  probeSite,
  orNullAfter: clock.orNullAfter,
};

export interface CheckState extends CheckData {
  /** Why the last press on "Continue in …" has not opened anything. The next press does. */
  refusal: Refusal | null;
  /** Checks again from the beginning. */
  again(): void;
  /** Says what the user sees; the same again takes it back. */
  see(symptom: Symptom): void;
  setText(text: string): void;
  /** Requests one notification at the end of a limit, of which nothing else is stored. Epoch milliseconds. */
  awaitLimitEnd(until: number): void;
  changeLimit(id: AssistantId, does: LimitAction): void;
  /** Continues in a fallback with the draft of the chat in front. Browsers allow copying only within the click. */
  continueIn(to: FallbackId): void;
  /** Browsers grant access only within the click. */
  act(action: CheckAction): void;
  /** Asks other sources, as above. */
  ask(): void;
}

export const { StoreContext: CheckContext, usePageStore: useCheck } = createPageStore<CheckState>();

export interface CheckStore extends StoreApi<CheckState> {
  /** Starts the check, and follows the status until the returned function is called. */
  start(): () => void;
}

/** Runs the check. Its findings and what the user sees are kept in this store only. */
export function createCheckStore(assistantId: AssistantId): CheckStore {
  const store = createStore<CheckState>((set, get) => ({
    assistantId,
    check: null,
    sees: null,
    text: '',
    textAt: 0,
    status: EMPTY_STATUS,
    options: DEFAULT_OPTIONS,
    opinion: NOT_ASKED,
    actions: new Set(),
    refusal: null,
    again() {
      void actions.lookAround();
      void run();
    },
    see: (symptom) => set({ sees: get().sees === symptom ? null : symptom }),
    setText: (text) => set({ text, textAt: clock.now() }),
    awaitLimitEnd: (until) => tellBackground({ type: 'limit-end', assistantId, until }),
    changeLimit: (id, does) => tellBackground({ type: 'limit', assistantId: id, does }),
    continueIn: (to) => void continueIn(to),
    // A newly allowed site is checked next.
    act: (action) => void actions.act(action).then((isNew) => (isNew ? run() : undefined)),
    ask() {
      const { opinion, options } = get();
      if (opinion.kind === 'asking') return;
      void askOthers(assistantId, askableSources(assistantId, options), (state) => set({ opinion: state }));
    },
  }));
  /** Counts the changes of the active tab. */
  let lastFront = 0;
  const continueIn = async (to: FallbackId) => {
    const isWarned = store.getState().refusal !== null;
    store.setState({ refusal: null });
    const pressedIn = lastFront;
    const refusal = await continueInFallback(to, { conversation: false, isWarned }).catch(() => null);
    // In another tab it would count as the warning about the draft there.
    if (pressedIn === lastFront) store.setState({ refusal });
  };
  const actions = checkActions(assistantId, (possible) => store.setState({ actions: possible }));
  let runs = 0;
  const run = async () => {
    const mine = ++runs;
    await runCheck(realSources, assistantId, (check) => {
      // A newer run replaces this one.
      if (mine === runs) store.setState({ check });
    });
  };

  return {
    ...store,
    start() {
      let isOver = false;
      const begin = async () => {
        // The id of a custom page has no name or address until the options are known.
        const options = await optionsItem.read().catch(() => DEFAULT_OPTIONS);
        if (isOver) return;
        setPageRegistry(options);
        store.setState({ options });
        void actions.lookAround();
        void run();
      };
      // Watches before it reads, so that a change in between is not overwritten by an older read.
      const stops = [
        statusItem.watch((status) => store.setState({ status })),
        // A warning is about the draft of one tab, so it ends when the tab changes.
        watchFront(() => {
          lastFront += 1;
          store.setState({ refusal: null });
        }),
      ];
      void statusItem.read().then((status) => {
        if (store.getState().status === EMPTY_STATUS) store.setState({ status });
      });
      void begin();
      return () => {
        isOver = true;
        runs++;
        for (const stop of stops) stop();
      };
    },
  };
}
