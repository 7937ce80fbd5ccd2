import { createStore, type StoreApi } from 'zustand/vanilla';
import { readDrafts, watchDrafts } from '@/utils/browser/drafts-store';
import { readEvidence, watchEvidence } from '@/utils/browser/evidence-store';
import { speechNow } from '@/utils/browser/i18n';
import { dropAccess, readGrants, requestAccess, watchAccess } from '@/utils/browser/permissions';
import { statusItem } from '@/utils/browser/storage';
import type { SavedDraft } from '@/utils/model/drafts';
import { type EvidenceMemory, NO_EVIDENCE } from '@/utils/model/evidence';
import type { Grants } from '@/utils/model/grants';
import {
  DEFAULT_OPTIONS,
  NO_PRESET,
  type Options,
  type Preset,
  SYNC_OFF,
  type SyncReport,
} from '@/utils/model/options';
import type { Status } from '@/utils/model/status';
import { withLoudness, withQuietHours } from '@/utils/rules/notifying/gather-notifications';
import { withWatchedMove } from '@/utils/rules/settings/own-pages';
import {
  type ChoiceActions,
  changeOptions,
  choiceCommands,
  followOptions,
  tellBackground,
} from '@/utils/ui/options-access';
import type { NoticeActions, OptionsActions, WatchingActions } from './actions';
import { type OwnPagesState, ownPagesCommands } from './own-pages';
import { type GrantedWays, grantedWays, planBCommands } from './plan-b';
import { setSyncing, settingsCommands, syncSettings } from './settings';
import { type OptionsInput, type OptionsView, optionsView } from './view';

/** Actions of all sections but "Plan B". A refusal changes nothing; a grant arrives through `watchAccess`. */
export const optionsCommands: ChoiceActions & WatchingActions & NoticeActions = {
  ...choiceCommands,
  moveWatched: (id, by) => void changeOptions((options) => withWatchedMove(options, id, by)),
  allowSite: (pattern) => void requestAccess([pattern]).catch(() => false),
  dropSite: (pattern) => void dropAccess([pattern]).catch(() => false),
  setLoudness: (id, over) => void changeOptions((options) => withLoudness(options, id, over)),
  setQuietHours: (over) => void changeOptions((options) => withQuietHours(options, over)),
  endSnooze: (assistantId) => tellBackground({ type: 'snooze', assistantId, untilMs: null }),
};

/** How often a running fallback test is checked. */
const TICK_MS = 30_000;

export interface OptionsState {
  /** Null until storage has been read. */
  view: OptionsView | null;
  /** The last error message; empty if there is none. */
  said: string;
}

export interface OptionsStore extends StoreApi<OptionsState> {
  actions: OptionsActions;
  /** Follows storage and permissions until the returned function is called. */
  start(): () => void;
}

const NOTHING_KNOWN: Omit<OptionsInput, 'options' | 'status'> = {
  granted: null,
  grants: null,
  evidence: NO_EVIDENCE,
  drafts: [],
  localAnswers: {},
  isFinding: false,
  search: null,
  preset: NO_PRESET,
  sync: SYNC_OFF,
};

/** Projects stored state into the settings view. Its own state is what a search just found, locally or at a URL. */
export function createOptionsStore(searchPage: OwnPagesState['searchPage']): OptionsStore {
  const store = createStore<OptionsState>(() => ({ view: null, said: '' }));
  let known: Omit<OptionsInput, 'options' | 'status'> & Partial<OptionsInput> = NOTHING_KNOWN;
  let reading = 0;

  const learn = (found: Partial<OptionsInput>) => {
    known = { ...known, ...found };
    const { options, status } = known;
    if (status && options) store.setState({ view: optionsView({ ...known, options, status }, speechNow()) });
  };
  const updateAccess = () => {
    if (known.options === undefined) return;
    const mine = ++reading;
    const use = (granted: GrantedWays, grants: Grants | null) => {
      if (mine === reading) learn({ granted, grants });
    };
    // If access cannot be read, nothing is requested.
    Promise.all([grantedWays(known.options), readGrants()]).then(
      ([ways, all]) => use(ways, all),
      () => use(null, null),
    );
  };
  const setStatus = (status: Status) => learn({ status });
  const setEvidence = (evidence: EvidenceMemory) => learn({ evidence });
  const setDrafts = (drafts: readonly SavedDraft[]) => learn({ drafts });
  const setSync = (sync: SyncReport) => learn({ sync });
  const setOptions = (options: Options, preset: Preset) => {
    learn({ options, preset });
    updateAccess();
  };
  const optionsNow = () => known.options ?? DEFAULT_OPTIONS;

  return {
    ...store,
    actions: {
      ...optionsCommands,
      ...settingsCommands,
      ...ownPagesCommands({
        options: optionsNow,
        search: () => known.search,
        setSearch: (search) => learn({ search }),
        searchPage,
      }),
      setSyncing: (isOn) => void setSyncing(isOn).then(setSync),
      ...planBCommands({
        options: optionsNow,
        setFinding: (isFinding) => learn({ isFinding }),
        setLocalAnswers: (localAnswers) => learn({ localAnswers }),
        say: (said) => store.setState({ said }),
      }),
    },
    start() {
      // Listen before reading, or a change in between is lost or overwritten.
      const stops = [
        statusItem.watch(setStatus),
        followOptions(setOptions),
        watchAccess(updateAccess),
        watchEvidence(setEvidence),
        watchDrafts('saved', setDrafts),
      ];
      void statusItem.read().then((value) => known.status ?? setStatus(value));
      void readEvidence().then(setEvidence);
      // Where the browser refuses the database there are no saved drafts.
      readDrafts('saved').then(setDrafts, () => undefined);
      void syncSettings().then(setSync);
      const timer = setInterval(() => learn({}), TICK_MS);
      return () => {
        clearInterval(timer);
        for (const stop of stops) stop();
      };
    },
  };
}
