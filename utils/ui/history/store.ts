import { createStore, type StoreApi } from 'zustand/vanilla';
import * as clock from '@/utils/browser/clock';
import { type HistoryRead, readHistory } from '@/utils/browser/history';
import { speechNow } from '@/utils/browser/i18n';
import { saveFile } from '@/utils/browser/settings-file';
import { optionsItem, statusItem } from '@/utils/browser/storage';
import { NO_FILTER } from '@/utils/model/history';
import type { Options } from '@/utils/model/options';
import type { Status } from '@/utils/model/status';
import { setPageRegistry } from '@/utils/ui/page-registry';
import { knownOf } from './entries';
import { historyCsv, historyJson } from './export';
import { type HistoryActions, historyPlaceOf } from './place';
import type { TimelineLook } from './timeline';
import { type HistoryView, historyView, shownAt } from './view';

/** What is read at first: the longest strip, and what had begun before it. The rest is read when it is wanted. */
const FIRST_READ_MS = 100 * 24 * 3_600_000;
/** Entries that are shown at first, and more with each press. */
const STEP = 20;

const FIRST_LOOK: TimelineLook = { filter: NO_FILTER, count: STEP, opened: new Set(), hasOlder: false };

export interface HistoryStore extends StoreApi<{ view: HistoryView | null }> {
  actions: HistoryActions;
  /** Follows storage and the page's address until the returned function is called. */
  start(): () => void;
}

/** Projects what is kept and remembered; it holds nothing of its own but how the timeline is looked at. */
export function createHistoryStore(): HistoryStore {
  const store = createStore<{ view: HistoryView | null }>(() => ({ view: null }));
  let status: Status | undefined;
  let options: Options | undefined;
  let read: HistoryRead | undefined;
  let look = FIRST_LOOK;
  let isWhole = false;
  let reading = 0;
  const place = () => historyPlaceOf(location.hash);

  const project = () => {
    if (!status || !options || !read) return;
    const { histories, damaged } = read.kind === 'read' ? read : { histories: {}, damaged: 0 };
    const seen = { ...look, hasOlder: read.kind === 'read' && read.hasOlder };
    const input = {
      status,
      options,
      place: place(),
      histories,
      damaged,
      isRefused: read.kind === 'refused',
      look: seen,
    };
    store.setState({ view: historyView(input, speechNow()) });
  };
  const load = async () => {
    if (!options) return;
    const mine = ++reading;
    const since = isWhole ? 0 : clock.now() - FIRST_READ_MS;
    const answer = await readHistory(shownAt(place(), options), since);
    if (mine !== reading) return;
    read = answer;
    project();
  };
  /** Also of what was not read at first. */
  const loadAll = () => {
    if (isWhole) return;
    isWhole = true;
    void load();
  };
  const setStatus = (value: Status) => {
    const isNewer = status !== undefined && status.tickedAt !== value.tickedAt;
    status = value;
    project();
    if (isNewer) void load();
  };
  const setOptions = (value: Options) => {
    options = value;
    setPageRegistry(value);
    void load();
  };
  const move = () => {
    look = FIRST_LOOK;
    isWhole = false;
    read = undefined;
    void load();
  };
  const save = async (format: 'csv' | 'json') => {
    if (!status || !options) return;
    const [now, ids, from] = [clock.now(), shownAt(place(), options), place()];
    const answer = await readHistory(ids, 0);
    const histories = answer.kind === 'read' ? answer.histories : {};
    const known = status;
    const entries = ids.flatMap((id) => knownOf(id, known, histories[id], now).entries);
    const name = `understudy-history-${from}.${format}`;
    if (format === 'csv') saveFile(name, 'text/csv', historyCsv(entries));
    else saveFile(name, 'application/json', historyJson(entries, now));
  };

  return {
    ...store,
    actions: {
      filter(change) {
        look = { ...look, count: STEP, filter: { ...look.filter, ...change } };
        project();
        loadAll();
      },
      showMore() {
        look = { ...look, count: look.count + STEP };
        project();
        loadAll();
      },
      toggle(key) {
        const opened = new Set(look.opened);
        if (!opened.delete(key)) opened.add(key);
        look = { ...look, opened };
        project();
      },
      save: (format) => void save(format),
    },
    start() {
      // First listen, then read: a change in between must not be lost, nor overwritten by what was read before it.
      const stops = [statusItem.watch(setStatus), optionsItem.watch(setOptions)];
      addEventListener('hashchange', move);
      void statusItem.read().then((value) => status ?? setStatus(value));
      void optionsItem.read().then((value) => options ?? setOptions(value));
      return () => {
        removeEventListener('hashchange', move);
        for (const stop of stops) stop();
      };
    },
  };
}
