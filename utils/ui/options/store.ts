import { createStore, type StoreApi } from 'zustand/vanilla';
import { chatPatterns, statusPatterns } from '@/utils/assistants/patterns';
import { readDrafts, watchDrafts } from '@/utils/browser/drafts-store';
import { readEvidence, watchEvidence } from '@/utils/browser/evidence-store';
import { sendToBackground } from '@/utils/browser/messages';
import { readGrants, requestAccess, watchAccess } from '@/utils/browser/permissions';
import { statusItem } from '@/utils/browser/storage';
import { watchSyncState } from '@/utils/browser/synced-options';
import type { AssistantId } from '@/utils/model/assistant';
import type { NotificationPrefs, QuietHours } from '@/utils/model/notification';
import { OPINION_SOURCE_IDS, type OpinionSourceId } from '@/utils/model/opinion';
import {
  withCounted,
  withModel,
  withNotificationPrefs,
  withQuietHours,
  withWatchedMove,
} from '@/utils/rules/settings/choices';
import {
  changeOptions,
  choiceCommands,
  dropSites,
  followOptions,
  requestSites,
  tellBackground,
} from '@/utils/ui/options-access';
import { createPageStore } from '@/utils/ui/page-context';
import { assistantOf } from '@/utils/ui/page-registry';
import { ownPagesActions, type SearchPage } from './own-pages';
import { grantedFallbacks, planBActions, saveRunbook } from './plan-b';
import { settingsActions, syncSettings } from './settings';
import { type DataAccess, NOTHING_LOADED, type OptionsData, optionsPlace } from './state';
import { withCommonPrefs } from './watched';

/** What the options page does. A refused permission changes nothing; a granted one comes back through `watchAccess`. */
function optionsActions(access: DataAccess, searchPage: SearchPage) {
  return {
    ...choiceCommands,
    ...planBActions(access),
    ...ownPagesActions(access, searchPage),
    ...settingsActions(access),
    /** Moves an assistant down by so many places, or up by a negative number. */
    moveWatched: (id: AssistantId, by: number): void =>
      void changeOptions((options) => withWatchedMove(options, id, by)),
    /** Includes a component of a status page in the verdict, or excludes it. */
    setCounted: (id: AssistantId, partId: string, counts: boolean): void =>
      void changeOptions((options) => withCounted(options, id, partId, counts)),
    saveRunbook,
    /** Opens the browser's print dialog. */
    print: (): void => window.print(),
    /** Adds a family of models that the user uses, or removes it. */
    setModel: (id: AssistantId, family: string, isUsed: boolean): void =>
      void changeOptions((options) => withModel(options, id, family, isUsed)),
    /** Asks for the hosts of a status page. Browsers grant access only within the click. */
    allowReading: (id: AssistantId): void => void requestAccess(statusPatterns(assistantOf(id))).catch(() => false),
    /** As above, for the chat of an assistant. */
    allowChat: (id: AssistantId): void => void requestSites(chatPatterns(assistantOf(id))).catch(() => false),
    /** As above, for one site. */
    allowSite: (pattern: string): void => void requestSites([pattern]).catch(() => false),
    /** The worker is told first: what the user revokes here is not lost. */
    dropSite: (pattern: string): void =>
      void sendToBackground({ type: 'forget-grant', pattern })
        .catch(() => null)
        .then(() => dropSites([pattern]))
        .catch(() => false),
    /** Whether "Ask others" may read a source. */
    setOpinionSource: (id: OpinionSourceId, isOn: boolean): void =>
      void changeOptions((options) => ({
        ...options,
        opinionSources: OPINION_SOURCE_IDS.filter((one) => (one === id ? isOn : options.opinionSources.includes(one))),
      })),
    setNotificationPrefs: (id: AssistantId, over: Partial<NotificationPrefs>): void =>
      void changeOptions((options) => withNotificationPrefs(options, id, over)),
    setCommonNotificationPrefs: (over: Partial<NotificationPrefs>): void =>
      void changeOptions((options) => withCommonPrefs(options, over)),
    setQuietHours: (over: Partial<QuietHours>): void => void changeOptions((options) => withQuietHours(options, over)),
    endSnooze: (assistantId: AssistantId) => tellBackground({ type: 'snooze', assistantId, untilMs: null }),
  };
}

export type OptionsState = OptionsData & ReturnType<typeof optionsActions>;

export const { StoreContext: OptionsContext, usePageStore: useOptions } = createPageStore<OptionsState>();

export interface OptionsStore extends StoreApi<OptionsState> {
  /** Follows storage, permissions and the address until the returned function is called. */
  start(): () => void;
}

/** How often the page is drawn again, because a test run under way counts as lost after a while. */
const TICK_MS = 30_000;

export function createOptionsStore(searchPage: SearchPage): OptionsStore {
  const store = createStore<OptionsState>((set, get) => ({
    ...NOTHING_LOADED,
    ...optionsActions({ get, set }, searchPage),
  }));
  const loaded = { options: false, status: false };
  let lastRead = 0;

  const load = (part: keyof typeof loaded, data: Partial<OptionsData>) => {
    loaded[part] = true;
    store.setState({ ...data, isLoaded: loaded.options && loaded.status });
  };
  const updateAccess = () => {
    if (!loaded.options) return;
    const read = ++lastRead;
    const use = (access: Pick<OptionsData, 'granted' | 'grants'>) => {
      if (read === lastRead) store.setState(access);
    };
    // Where the permissions cannot be read, the page asks for none.
    Promise.all([grantedFallbacks(store.getState().options), readGrants()]).then(
      ([granted, grants]) => use({ granted, grants }),
      () => use({ granted: null, grants: null }),
    );
  };

  const updateSync = () => void syncSettings().then((sync) => store.setState({ sync }));

  return {
    ...store,
    start() {
      const updatePlace = () => store.setState({ place: optionsPlace(location.hash) });
      updatePlace();
      addEventListener('hashchange', updatePlace);
      // Watches before it reads, so that no change in between is lost, nor overwritten by an older read.
      const stops = [
        statusItem.watch((status) => load('status', { status })),
        followOptions((options, preset) => {
          load('options', { options, preset });
          updateAccess();
        }),
        watchAccess(updateAccess),
        watchEvidence((evidence) => store.setState({ evidence })),
        watchDrafts('saved', (drafts) => store.setState({ drafts })),
        watchSyncState(updateSync),
      ];
      void statusItem.read().then((status) => {
        if (!loaded.status) load('status', { status });
      });
      void readEvidence().then((evidence) => store.setState({ evidence }));
      // A browser that refuses the database saves no drafts.
      readDrafts('saved').then(
        (drafts) => store.setState({ drafts }),
        () => undefined,
      );
      updateSync();
      const timer = setInterval(() => store.setState({}), TICK_MS);
      return () => {
        clearInterval(timer);
        removeEventListener('hashchange', updatePlace);
        for (const stop of stops) stop();
      };
    },
  };
}
