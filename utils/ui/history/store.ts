import { createStore, type StoreApi } from 'zustand/vanilla';
import * as clock from '@/utils/browser/clock';
import { readHistory } from '@/utils/browser/history';
import { saveFile } from '@/utils/browser/settings-file';
import { optionsItem, statusItem } from '@/utils/browser/storage';
import type { AssistantId } from '@/utils/model/assistant';
import { type History, NO_FILTER, type TimelineFilter } from '@/utils/model/history';
import { DEFAULT_OPTIONS, type Options } from '@/utils/model/options';
import { EMPTY_STATUS, type Status } from '@/utils/model/status';
import { createPageStore } from '@/utils/ui/page-context';
import { setPageRegistry } from '@/utils/ui/page-registry';
import { knownOf } from './entries';
import { historyCsv, historyJson } from './export';
import { type HistoryPlace, historyPlaceOf, shownAt } from './place';
import type { TimelineLook } from './timeline';

/** What the history page knows, and how its timeline is looked at. */
export interface HistoryData {
  /** False until storage and the database have answered. The page paints nothing before. */
  isLoaded: boolean;
  status: Status;
  options: Options;
  place: HistoryPlace;
  histories: Partial<Record<AssistantId, History>>;
  /** Whether the database may hold older entries than were read. */
  hasOlder: boolean;
  /** How many stored entries could not be read. */
  damaged: number;
  /** Whether the browser refuses the database. */
  isRefused: boolean;
  look: TimelineLook;
}

export interface HistoryState extends HistoryData {
  filter(change: Partial<TimelineFilter>): void;
  showMore(): void;
  /** Opens or closes an entry of the timeline. */
  toggle(key: string): void;
  /** Saves everything stored about the shown assistants as a file. */
  save(format: 'csv' | 'json'): void;
}

export const { StoreContext: HistoryContext, usePageStore: useHistory } = createPageStore<HistoryState>();

export interface HistoryStore extends StoreApi<HistoryState> {
  /** Follows storage and the page's address until the returned function is called. */
  start(): () => void;
}

/** Covers the strip, and incidents that began before it. Older entries are read when they are asked for. */
const FIRST_READ_MS = 100 * 24 * 3_600_000;
/** How many entries are shown at first, and more with each press. */
const STEP = 20;

const FIRST_LOOK: TimelineLook = { filter: NO_FILTER, count: STEP, opened: new Set() };

async function saveHistory(format: 'csv' | 'json', { status, options, place }: HistoryData): Promise<void> {
  const [now, ids] = [clock.now(), shownAt(place, options)];
  const read = await readHistory(ids, 0);
  const histories = read.kind === 'read' ? read.histories : {};
  const entries = ids.flatMap((id) => knownOf(id, status, histories[id], now).entries);
  const name = `understudy-history-${place}.${format}`;
  if (format === 'csv') saveFile(name, 'text/csv', historyCsv(entries));
  else saveFile(name, 'application/json', historyJson(entries, now));
}

export function createHistoryStore(): HistoryStore {
  const loaded = { status: false, options: false, history: false };
  let isAllRead = false;
  let lastRead = 0;
  const store = createStore<HistoryState>((set, get) => {
    const look = (change: Partial<TimelineLook>) => set({ look: { ...get().look, ...change } });
    return {
      isLoaded: false,
      status: EMPTY_STATUS,
      options: DEFAULT_OPTIONS,
      place: historyPlaceOf(location.hash),
      histories: {},
      hasOlder: false,
      damaged: 0,
      isRefused: false,
      look: FIRST_LOOK,
      filter(change) {
        look({ count: STEP, filter: { ...get().look.filter, ...change } });
        readAll();
      },
      showMore() {
        look({ count: get().look.count + STEP });
        readAll();
      },
      toggle(key) {
        const opened = new Set(get().look.opened);
        if (!opened.delete(key)) opened.add(key);
        look({ opened });
      },
      save: (format) => void saveHistory(format, get()),
    };
  });

  const load = (part: keyof typeof loaded, data: Partial<HistoryData>) => {
    loaded[part] = true;
    store.setState({ ...data, isLoaded: loaded.status && loaded.options && loaded.history });
  };
  /** Reads the history of the place in the page's address. Until then the page shows the place before. */
  const read = async () => {
    if (!loaded.options) return;
    const mine = ++lastRead;
    const place = historyPlaceOf(location.hash);
    const since = isAllRead ? 0 : clock.now() - FIRST_READ_MS;
    const answer = await readHistory(shownAt(place, store.getState().options), since);
    if (mine !== lastRead) return;
    const isRefused = answer.kind === 'refused';
    const { histories, damaged, hasOlder } = isRefused ? { histories: {}, damaged: 0, hasOlder: false } : answer;
    const look = place === store.getState().place ? store.getState().look : FIRST_LOOK;
    load('history', { place, histories, damaged, hasOlder, isRefused, look });
  };
  const readAll = () => {
    if (isAllRead) return;
    isAllRead = true;
    void read();
  };
  const setStatus = (status: Status) => {
    const isNewer = loaded.status && store.getState().status.tickedAt !== status.tickedAt;
    load('status', { status });
    if (isNewer) void read();
  };
  const setOptions = (options: Options) => {
    setPageRegistry(options);
    load('options', { options });
    void read();
  };
  const move = () => {
    isAllRead = false;
    void read();
  };

  return {
    ...store,
    start() {
      // Watches before it reads, so that no change in between is lost, nor overwritten by an older read.
      const stops = [statusItem.watch(setStatus), optionsItem.watch(setOptions)];
      addEventListener('hashchange', move);
      void statusItem.read().then((status) => {
        if (!loaded.status) setStatus(status);
      });
      void optionsItem.read().then((options) => {
        if (!loaded.options) setOptions(options);
      });
      return () => {
        removeEventListener('hashchange', move);
        for (const stop of stops) stop();
      };
    },
  };
}
