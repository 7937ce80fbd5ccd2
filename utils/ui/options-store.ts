import { createStore, type StoreApi } from 'zustand/vanilla';
import { wayTarget } from '@/utils/assistants/way-target';
import { hasAccess, watchAccess } from '@/utils/browser/permissions';
import { optionsItem, statusItem } from '@/utils/browser/storage';
import { speechNow } from '@/utils/browser/translate';
import type { LocalAnswers } from '@/utils/model/local-answer';
import { DEFAULT_OPTIONS, type Options } from '@/utils/model/options';
import type { Status } from '@/utils/model/status';
import type { WayId } from '@/utils/model/way';
import { orderWays } from '@/utils/rules/order-ways';
import type { OptionsActions } from './options-actions';
import { type OptionsView, optionsView } from './options-view';
import { planBCommands } from './plan-b-commands';
import type { GrantedWays } from './plan-b-way';

/** How often "on its way" is looked at anew. */
const TICK_MS = 30_000;

export interface OptionsState {
  /** Null until storage has answered. */
  view: OptionsView | null;
  /** What was last said about something that did not work; empty when nothing is to be said. */
  said: string;
}

export interface OptionsStore extends StoreApi<OptionsState> {
  actions: OptionsActions;
  /** Follows storage and permissions until the returned function is called. */
  start(): () => void;
}

/** The ways of the plan at which a draft may be filled in. */
async function grantedWays(options: Options): Promise<WayId[]> {
  const ids = orderWays(options);
  const isGranted = await Promise.all(
    ids.map(async (id) => {
      const target = wayTarget(id, options.ownChats);
      return target !== null && target.url !== null && (await hasAccess(target.patterns));
    }),
  );
  return ids.filter((_, index) => isGranted[index]);
}

/** Projects what is chosen and what is remembered; it holds nothing of its own but what was just found on this machine. */
export function createOptionsStore(): OptionsStore {
  const store = createStore<OptionsState>(() => ({ view: null, said: '' }));
  let status: Status | undefined;
  let options: Options | undefined;
  let granted: GrantedWays = null;
  let localAnswers: LocalAnswers = {};
  let isFinding = false;
  let reading = 0;

  const project = () => {
    if (!status || !options) return;
    store.setState({ view: optionsView({ options, status, granted, localAnswers, isFinding }, speechNow()) });
  };
  const updateAccess = () => {
    if (options === undefined) return;
    const mine = ++reading;
    const use = (value: GrantedWays) => {
      if (mine !== reading) return;
      granted = value;
      project();
    };
    // Where it cannot be told, nothing is asked for.
    grantedWays(options).then(use, () => use(null));
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

  return {
    ...store,
    actions: planBCommands({
      options: () => options ?? DEFAULT_OPTIONS,
      setFinding(value) {
        isFinding = value;
        project();
      },
      setLocalAnswers(value) {
        localAnswers = value;
        project();
      },
      say: (said) => store.setState({ said }),
    }),
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
