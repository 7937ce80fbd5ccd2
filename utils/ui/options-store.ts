import { createStore, type StoreApi } from 'zustand/vanilla';
import { wayTarget } from '@/utils/assistants/way-target';
import { readEvidence, watchEvidence } from '@/utils/browser/evidence-store';
import { readDrafts, watchDrafts } from '@/utils/browser/kept-draft-store';
import { hasAccess, readGrants, watchAccess } from '@/utils/browser/permissions';
import { statusItem } from '@/utils/browser/storage';
import { speechNow } from '@/utils/browser/translate';
import { NO_EVIDENCE } from '@/utils/model/evidence';
import type { Grants } from '@/utils/model/grants';
import type { LocalAnswers } from '@/utils/model/local-answer';
import { DEFAULT_OPTIONS, type Options } from '@/utils/model/options';
import { NO_PRESET, type Preset } from '@/utils/model/preset';
import type { Status } from '@/utils/model/status';
import { SYNC_OFF } from '@/utils/model/sync';
import type { WayId } from '@/utils/model/way';
import { orderWays } from '@/utils/rules/order-ways';
import { followOptions } from './follow-options';
import type { OptionsActions } from './options-actions';
import { optionsCommands } from './options-commands';
import { type OptionsInput, type OptionsView, optionsView } from './options-view';
import { planBCommands } from './plan-b-commands';
import type { GrantedWays } from './plan-b-way';
import { settingsCommands } from './settings-commands';
import { setSyncing, syncSettings } from './sync-settings';

/** How often "on its way" is looked at anew. */
const TICK_MS = 30_000;

/** What comes in by itself, beside options, status and permissions. */
type Learnt = Pick<OptionsInput, 'evidence' | 'drafts' | 'preset' | 'sync'>;

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
  let grants: Grants | null = null;
  let localAnswers: LocalAnswers = {};
  let isFinding = false;
  let learnt: Learnt = { evidence: NO_EVIDENCE, drafts: {}, preset: NO_PRESET, sync: SYNC_OFF };
  let reading = 0;

  const project = () => {
    if (!status || !options) return;
    const input = { options, status, granted, localAnswers, isFinding, grants, ...learnt };
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
  const learn = (value: Partial<Learnt>) => {
    learnt = { ...learnt, ...value };
    project();
  };
  const setOptions = (value: Options, holds: Preset) => {
    options = value;
    learn({ preset: holds });
    updateAccess();
  };

  return {
    ...store,
    actions: {
      ...optionsCommands,
      ...settingsCommands,
      setSyncing: (isOn) => void setSyncing(isOn).then((sync) => learn({ sync })),
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
        statusItem.watch(setStatus),
        followOptions(setOptions),
        watchAccess(updateAccess),
        watchEvidence((evidence) => learn({ evidence })),
        watchDrafts((drafts) => learn({ drafts })),
      ];
      void statusItem.read().then((value) => status ?? setStatus(value));
      void readEvidence().then((evidence) => learn({ evidence }));
      void readDrafts().then((drafts) => learn({ drafts }));
      void syncSettings().then((sync) => learn({ sync }));
      const timer = setInterval(project, TICK_MS);
      return () => {
        clearInterval(timer);
        for (const stop of stops) stop();
      };
    },
  };
}
