import { createStore, type StoreApi } from 'zustand/vanilla';
import { chatPatterns } from '@/utils/assistants/patterns';
import * as clock from '@/utils/browser/clock';
import { readEvidence } from '@/utils/browser/evidence-store';
import { speechNow } from '@/utils/browser/i18n';
import { sendToBackground } from '@/utils/browser/messages';
import { hasAccess, requestAccess } from '@/utils/browser/permissions';
import { probeSite } from '@/utils/browser/probe-site';
import { optionsItem, statusItem } from '@/utils/browser/storage';
import { findTab, hasTypedText, openTab, reloadTab } from '@/utils/browser/tabs';
import { withPatience } from '@/utils/browser/with-timeout';
import { type AssistantId, homeOf } from '@/utils/model/assistant';
import type { Symptom } from '@/utils/model/diagnosis';
import type { FallbackId } from '@/utils/model/fallback';
import { DEFAULT_OPTIONS } from '@/utils/model/options';
import { EMPTY_STATUS } from '@/utils/model/status';
import { carryOn } from '@/utils/ui/carry-on';
import { assistantOf, chatAt, setPageRegistry } from '@/utils/ui/page-registry';
import { type CheckSources, runCheck } from './run-check';
import type { CheckDeed } from './steps';
import { type CheckInput, type CheckView, checkView } from './view';

/** What a person can do in "Is it me?". None throws; what it changes comes back through the store. */
export interface CheckActions {
  /** Looks again from the beginning. */
  again(): void;
  /** Says what they see; the same once more takes it back. */
  see(symptom: Symptom): void;
  /** The error text that they see. */
  type(text: string): void;
  /** Goes on with somebody else, and takes along what is typed in the chat in front. In the click itself. */
  goOn(to: FallbackId): void;
  /** In the click itself: one of them asks for a permission. */
  act(deed: CheckDeed): void;
}

export interface CheckDeeds {
  /** Finds out what can be done here. */
  lookAround(): Promise<void>;
  /** Must be called in the click itself. True when more can be looked at than before. Never rejects. */
  act(deed: CheckDeed): Promise<boolean>;
}

/** What the buttons of "Is it me?" do; calls back with those that have something to do. */
export function checkDeeds(assistantId: AssistantId, onPossible: (deeds: ReadonlySet<CheckDeed>) => void): CheckDeeds {
  // Looked up with each use: a custom page is known once options were read.
  const assistant = () => assistantOf(assistantId);
  const patterns = () => chatPatterns(assistant());
  let chatTab: number | null = null;
  let possible: ReadonlySet<CheckDeed> = new Set();
  const offer = (deeds: Iterable<CheckDeed>) => {
    possible = new Set(deeds);
    onPossible(possible);
  };

  const lookAround = async () => {
    const isOwn = (address: string) => chatAt(address)?.id === assistantId;
    const [tab, isAllowed] = await Promise.all([findTab(isOwn), hasAccess(patterns())]).catch(
      () => [null, true] as const,
    );
    chatTab = tab;
    const deeds: CheckDeed[] = ['sign_in', 'await_recovery'];
    if (tab !== null) deeds.push('reload');
    if (!isAllowed) deeds.push('allow_site');
    offer(deeds);
  };
  const reload = async () => {
    if (chatTab === null) return;
    if (await hasTypedText(chatTab, assistant().composerHints)) offer([...possible, 'reload_anyway']);
    else await reloadTab(chatTab);
  };
  const reloadAnyway = async () => {
    if (chatTab === null) return;
    await reloadTab(chatTab);
    // What is typed from now on is another text: it is looked for again.
    offer([...possible].filter((deed) => deed !== 'reload_anyway'));
  };
  const signIn = async () => {
    const home = homeOf(assistant());
    if (home !== null) await openTab(home);
  };
  const acts: Record<CheckDeed, () => Promise<unknown>> = {
    reload,
    reload_anyway: reloadAnyway,
    sign_in: signIn,
    allow_site: () => requestAccess(patterns()),
    await_recovery: () => sendToBackground({ type: 'await-recovery', assistantId, awaits: { bringsForward: false } }),
  };
  return {
    lookAround,
    async act(deed) {
      const outcome = await acts[deed]().catch(() => false);
      if (deed !== 'allow_site' || outcome !== true) return false;
      await lookAround();
      return true;
    },
  };
}

/** A worker may be stopped in the middle of it; then the next one is asked, once. */
async function look(ids: readonly AssistantId[]): Promise<null> {
  const message = { type: 'look' as const, assistantIds: [...ids] };
  return sendToBackground(message).catch(() => sendToBackground(message));
}

/** The browser itself, as "Is it me?" needs it. Status pages are read by the background alone. */
export const realSources: CheckSources = {
  now: clock.now,
  isOnline: () => navigator.onLine,
  readOptions: optionsItem.read,
  readStatus: statusItem.read,
  readEvidence,
  look,
  probeSite,
  withPatience,
};

export interface CheckStore extends StoreApi<{ view: CheckView }> {
  actions: CheckActions;
  /** Begins to look, and follows until the returned function is called. */
  start(): () => void;
}

/** Looks, and shows what is found. That and what the person says they see is kept in here, and nowhere else. */
export function createCheckStore(assistantId: AssistantId): CheckStore {
  let input: CheckInput = {
    assistantId,
    check: null,
    sees: null,
    text: '',
    status: EMPTY_STATUS,
    options: DEFAULT_OPTIONS,
    deeds: new Set(),
  };
  /** Which look it is: another may be begun while one is under way. */
  let looks = 0;
  const store = createStore<{ view: CheckView }>(() => ({ view: checkView(input, speechNow()) }));
  const set = (part: Partial<CheckInput>) => {
    input = { ...input, ...part };
    store.setState({ view: checkView(input, speechNow()) });
  };

  const deeds = checkDeeds(assistantId, (possible) => set({ deeds: possible }));
  const look = async () => {
    const one = ++looks;
    await runCheck(realSources, assistantId, (check) => {
      // What an earlier look found is no answer to this one.
      if (one === looks) set({ check });
    });
  };

  return {
    ...store,
    actions: {
      again: () => void look(),
      see: (symptom) => set({ sees: input.sees === symptom ? null : symptom }),
      type: (text) => set({ text }),
      goOn: (to) => void carryOn(to).catch(() => undefined),
      // What was allowed in the click is looked at next.
      act: (deed) => void deeds.act(deed).then((isNew) => (isNew ? look() : undefined)),
    },
    start() {
      let isOver = false;
      const begin = async () => {
        // The id of a custom page has no name or address until the options are known.
        const options = await optionsItem.read().catch(() => DEFAULT_OPTIONS);
        if (isOver) return;
        setPageRegistry(options);
        set({ options });
        void deeds.lookAround();
        void look();
      };
      // First listen, then read: a change in between must not be overwritten by what was read before it.
      const stop = statusItem.watch((status) => set({ status }));
      void statusItem.read().then((status) => {
        if (input.status === EMPTY_STATUS) set({ status });
      });
      void begin();
      return () => {
        isOver = true;
        looks++;
        stop();
      };
    },
  };
}
