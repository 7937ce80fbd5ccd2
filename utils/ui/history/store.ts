import { createStore, type StoreApi } from 'zustand/vanilla';
import * as clock from '@/utils/browser/clock';
import { readHistory, readMinute } from '@/utils/browser/history';
import { statusItem } from '@/utils/browser/storage';
import type { TimelineFilter } from '@/utils/model/history';
import type { Options } from '@/utils/model/options';
import { EMPTY_STATUS, type Status } from '@/utils/model/status';
import type { ReportScope } from '@/utils/rules/history/report';
import { readBugReport } from '@/utils/ui/bug-report';
import { followOptions } from '@/utils/ui/options-access';
import { createPageStore } from '@/utils/ui/page-context';
import { saveFile, saveMaintenance } from '@/utils/ui/save-file';
import { copyText } from '@/utils/ui/text';
import { historyCsv, historyJson } from './export';
import { FIRST_LOOK, type HistoryData, historyPlaceOf, LOG_HASH, NOTHING_READ, STEP, shownAt } from './state';
import { knownOf, type TimelineLook } from './timeline';
import type { UptimeRange } from './uptime';

export interface HistoryState extends HistoryData {
  setDays(days: UptimeRange): void;
  setTable(isTable: boolean): void;
  toggleLog(): void;
  /** Resolves to whether it worked. Browsers allow copying only within the click. */
  copy(text: string): Promise<boolean>;
  readBugReport(): Promise<string>;
  filter(change: Partial<TimelineFilter>): void;
  showMore(): void;
  /** Looks up what is known of a minute, epoch milliseconds, of the shown assistants. */
  askMinute(at: number): void;
  /** Opens or closes an entry of the timeline. */
  toggle(key: string): void;
  /** Shows a report, or the history again. */
  openReport(report: ReportScope | null): void;
  saveReport(markdown: string): void;
  print(): void;
  /** Saves everything stored about the shown assistants as a file. */
  save(format: 'csv' | 'json'): void;
  /** Saves a maintenance as a calendar file. */
  saveMaintenance(...of: Parameters<typeof saveMaintenance>): void;
}

export const { StoreContext: HistoryContext, usePageStore: useHistory } = createPageStore<HistoryState>();

export interface HistoryStore extends StoreApi<HistoryState> {
  /** Follows storage and the page's address until the returned function is called. */
  start(): () => void;
}

/** Covers the strip, and incidents that began before it. Older entries are read when they are asked for. */
const FIRST_READ_MS = 100 * 24 * 3_600_000;

async function saveHistory(format: 'csv' | 'json', { status, options, place }: HistoryData): Promise<void> {
  const [now, ids] = [clock.now(), shownAt(place, options)];
  const read = await readHistory(ids, 0);
  const histories = read.kind === 'read' ? read.histories : {};
  const entries = ids.flatMap((id) => knownOf(id, status, histories[id], now, options.parts[id]).entries);
  const name = `understudy-history-${place}.${format}`;
  if (format === 'csv') saveFile(name, 'text/csv', historyCsv(entries));
  else saveFile(name, 'application/json', historyJson(entries, now));
}

const NOTHING = { histories: {}, met: {}, damaged: 0, hasOlder: false };

export function createHistoryStore(): HistoryStore {
  const loaded = { status: false, options: false, history: false };
  let isAllRead = false;
  let lastRead = 0;
  let lastAsked = 0;
  const store = createStore<HistoryState>((set, get) => {
    const look = (change: Partial<TimelineLook>) => set({ look: { ...get().look, ...change } });
    return {
      ...NOTHING_READ,
      place: historyPlaceOf(location.hash),
      readBugReport,
      setDays: (days) => set({ days }),
      setTable: (isTable) => set({ isTable }),
      toggleLog: () => (get().isLogOpen ? set({ isLogOpen: false }) : openLog()),
      copy: copyText,
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
      askMinute(at) {
        const { place, options } = get();
        const mine = ++lastAsked;
        void readMinute(shownAt(place, options), at).then((answers) => {
          if (mine === lastAsked && get().place === place) set({ minute: { at, answers } });
        });
      },
      openReport(report) {
        set({ report });
        readAll();
      },
      saveReport: (markdown) => saveFile(`understudy-report-${get().place}.md`, 'text/markdown', markdown),
      print: () => print(),
      save: (format) => void saveHistory(format, get()),
      saveMaintenance: (...of) => void saveMaintenance(...of).catch(() => null),
    };
  });

  const openLog = () => store.setState({ isLogOpen: true });
  const openLinkedLog = () => {
    if (location.hash === LOG_HASH) openLog();
  };
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
    const { kind: _, ...data } = answer.kind === 'refused' ? { ...NOTHING, kind: 'refused' } : answer;
    // Another place begins with its own look, and its minute has not been asked for.
    const fresh = place === store.getState().place ? {} : { look: FIRST_LOOK, minute: null, report: null };
    load('history', { place, ...data, isRefused, ...fresh });
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
    load('options', { options });
    void read();
  };
  const move = () => {
    openLinkedLog();
    isAllRead = false;
    void read();
  };

  return {
    ...store,
    start() {
      // Watches before it reads, so that no change in between is lost, nor overwritten by an older read.
      const stops = [statusItem.watch(setStatus), followOptions(setOptions)];
      addEventListener('hashchange', move);
      openLinkedLog();
      // The notification log explains a status that cannot be read, so the page must load without one.
      const unreadable = (): Status => ({ ...EMPTY_STATUS, storageTrouble: 'failing' });
      void statusItem
        .read()
        .catch(unreadable)
        .then((status) => {
          if (!loaded.status) setStatus(status);
        });
      return () => {
        removeEventListener('hashchange', move);
        for (const stop of stops) stop();
      };
    },
  };
}
