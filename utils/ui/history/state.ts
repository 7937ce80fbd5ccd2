import { type Assistant, type AssistantId, isAssistantId } from '@/utils/model/assistant';
import { type History, NO_FILTER, type PastTrouble } from '@/utils/model/history';
import { DEFAULT_OPTIONS, type Options } from '@/utils/model/options';
import type { StoredMinute } from '@/utils/model/revisions';
import { EMPTY_STATUS, type Status } from '@/utils/model/status';
import type { ReportScope } from '@/utils/rules/history/report';
import { allAssistants } from '@/utils/ui/page-registry';
import type { TimelineLook } from './timeline';
import type { UptimeRange } from './uptime';

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
  /** How many days the uptime and the patterns cover. */
  days: UptimeRange;
  /** Whether charts are shown as tables. */
  isTable: boolean;
  isLogOpen: boolean;
  /** Every outage that this browser met. */
  met: Partial<Record<AssistantId, PastTrouble[]>>;
  /** The minute that was asked for; null before. */
  minute: AskedMinute | null;
  /** The report that is shown instead of the history; null for none. */
  report: ReportScope | null;
}

/** A minute, and what is stored of it. */
export interface AskedMinute {
  /** Epoch milliseconds. */
  at: number;
  /** Null if the browser refuses the database. */
  answers: Partial<Record<AssistantId, StoredMinute>> | null;
}

/** How many entries are shown at first, and more with each press. */
export const STEP = 20;

export const FIRST_LOOK: TimelineLook = { filter: NO_FILTER, count: STEP, opened: new Set() };

/** The page before anything has been read. */
export const NOTHING_READ: HistoryData = {
  isLoaded: false,
  status: EMPTY_STATUS,
  options: DEFAULT_OPTIONS,
  place: 'compare',
  histories: {},
  hasOlder: false,
  damaged: 0,
  isRefused: false,
  look: FIRST_LOOK,
  days: 90,
  isTable: false,
  isLogOpen: false,
  met: {},
  minute: null,
  report: null,
};

/** What the history page is about, by the hash of its address: one assistant, or several compared. */
export type HistoryPlace = AssistantId | 'compare';

export const historyHash = (place: HistoryPlace): string => `#${place}`;

/** The address of the history page. */
export const historyUrl = (place: HistoryPlace): string => `history.html${historyHash(place)}`;

/** Leads to the comparison with the notification log open. It is also the id of that section. */
export const LOG_HASH = '#log';

/** Falls back to the comparison. */
export function historyPlaceOf(hash: string): HistoryPlace {
  const id = hash.slice(1);
  return isAssistantId(id) ? id : 'compare';
}

/** The assistants that a place shows: all of them in a comparison when none is watched. */
export function shownAt(place: HistoryPlace, { watched }: Pick<Options, 'watched'>): readonly AssistantId[] {
  if (place !== 'compare') return [place];
  return watched.length > 0 ? watched : allAssistants().map(({ id }) => id);
}

/** The assistants with a history: watched, read at some time, or shown now. */
export function assistantsWithHistory(
  status: Pick<Status, 'pages'>,
  { watched }: Pick<Options, 'watched'>,
  place: HistoryPlace,
): Assistant[] {
  const has = (id: AssistantId) => watched.includes(id) || status.pages[id] !== undefined || id === place;
  return allAssistants().filter(({ id }) => has(id));
}
