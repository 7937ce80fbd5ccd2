import { createStore, type StoreApi } from 'zustand/vanilla';
import { readEvidence, watchEvidence } from '@/utils/browser/evidence-store';
import { readDrafts, watchDrafts } from '@/utils/browser/kept-draft-store';
import { readGrants, watchAccess } from '@/utils/browser/permissions';
import { optionsItem, statusItem } from '@/utils/browser/storage';
import { speechNow } from '@/utils/browser/translate';
import { watchStored } from '@/utils/browser/watch-stored';
import { type EvidenceMemory, NO_EVIDENCE } from '@/utils/model/evidence';
import type { Grants } from '@/utils/model/grants';
import type { KeptDrafts } from '@/utils/model/kept-draft';
import type { LocalAnswers } from '@/utils/model/local-answer';
import { DEFAULT_OPTIONS, type Options } from '@/utils/model/options';
import type { Status } from '@/utils/model/status';
import { grantedWays } from './granted-ways';
import type { OptionsActions } from './options-actions';
import { optionsCommands } from './options-commands';
import { type OptionsView, optionsView } from './options-view';
import { type OwnPagesState, ownPagesCommands } from './own-pages-commands';
import type { OwnPageSearch } from './own-pages-view';
import { planBCommands } from './plan-b-commands';
import type { GrantedWays } from './plan-b-way';
import { settingsCommands } from './settings-commands';

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

/** Projects what is chosen and what is remembered; it holds nothing of its own but what was just found, on this machine or at an address. */
export function createOptionsStore(searchPage: OwnPagesState['searchPage']): OptionsStore {
  const store = createStore<OptionsState>(() => ({ view: null, said: '' }));
  let status: Status | undefined;
  let options: Options | undefined;
  let granted: GrantedWays = null;
  let grants: Grants | null = null;
  let evidence: EvidenceMemory = NO_EVIDENCE;
  let drafts: KeptDrafts = {};
  let localAnswers: LocalAnswers = {};
  let isFinding = false;
  let search: OwnPageSearch | null = null;
  let reading = 0;

  const project = () => {
    if (!status || !options) return;
    const input = { options, status, granted, localAnswers, isFinding, grants, evidence, drafts, search };
    store.setState({ view: optionsView(input, speechNow()) });
  };
  const updateAccess = () => {
    if (options === undefined) return;
    const mine = ++reading;
    const use = (ways: GrantedWays, all: Grants | null) => {
      if (mine !== reading) return;
      granted = ways;
      grants = all;
      project();
    };
    // Where it cannot be told, nothing is asked for.
    Promise.all([grantedWays(options), readGrants()]).then(
      ([ways, all]) => use(ways, all),
      () => use(null, null),
    );
  };
  const setStatus = (value: Status) => {
    status = value;
    project();
  };
  const setEvidence = (value: EvidenceMemory) => {
    evidence = value;
    project();
  };
  const setDrafts = (value: KeptDrafts) => {
    drafts = value;
    project();
  };
  const setOptions = (value: Options) => {
    options = value;
    project();
    updateAccess();
  };

  return {
    ...store,
    actions: {
      ...optionsCommands,
      ...settingsCommands,
      ...ownPagesCommands({
        options: () => options ?? DEFAULT_OPTIONS,
        search: () => search,
        setSearch(value) {
          search = value;
          project();
        },
        searchPage,
      }),
      ...planBCommands({
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
    },
    start() {
      // First listen, then read: a change in between must not be lost, nor overwritten by what was read before it.
      const stops = [
        watchStored(statusItem, setStatus),
        watchStored(optionsItem, setOptions),
        watchAccess(updateAccess),
        watchEvidence(setEvidence),
        watchDrafts(setDrafts),
      ];
      void statusItem.read().then((value) => status ?? setStatus(value));
      void optionsItem.read().then((value) => options ?? setOptions(value));
      void readEvidence().then(setEvidence);
      void readDrafts().then(setDrafts);
      const timer = setInterval(project, TICK_MS);
      return () => {
        clearInterval(timer);
        for (const stop of stops) stop();
      };
    },
  };
}
