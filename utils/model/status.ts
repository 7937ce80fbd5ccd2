import { type Assistant, type AssistantId, type StatusPage, statusPageOf } from './assistant';
import type { MaintenanceMemory } from './change';
import type { FallbackTest } from './drafts';
import type { Episode, LocalSignal } from './episode';
import type { Past } from './history';
import { lengthShown } from './length-shown';
import type { Level } from './level';
import type { Decision, Notice } from './notification';
import type { PageMemory } from './page-memory';
import type { Verdict } from './verdict';

/** A dismissal of this episode, up to this level. */
export interface Dismissal {
  episodeId: string;
  level: Level;
}

/** The last episode of an assistant, kept for a while so that its end can be announced. */
export interface Recovery {
  episode: Episode;
  /**
   * Epoch milliseconds: the end that the page states, otherwise the first reading without the outage, or (`isEndKnown`
   * false) the last reading with it.
   */
  endedAt: number;
  /** False if hours passed between the last reading with the outage and the first without it. */
  isEndKnown: boolean;
}

/** Duration of an outage in ms, as the two displayed clock times suggest; null if start or end is unknown. */
export function lastedMsOf({ episode, endedAt, isEndKnown }: Recovery): number | null {
  return isEndKnown && episode.isStartKnown ? lengthShown(episode.startedAt, endedAt) : null;
}

/** The user's opinion on an episode, which may contradict the page. Local only. */
export interface Reaction {
  episodeId: string;
  /** The level at that time; a worse level is news again. */
  level: Level;
  says: 'works' | 'broken';
  /** Epoch milliseconds. */
  at: number;
}

/** A request for one notification when an assistant is back. */
export interface Awaited {
  /** Time of the request, epoch milliseconds. */
  since: number;
  /** Whether the chat tab is then brought to the front. */
  bringsForward: boolean;
}

export const STORAGE_TROUBLES = [
  /**
   * The last write failed: the disk is full or broken. The state is in memory only and is lost when the browser closes.
   */
  'failing',
  /** A newer version of this extension wrote the status. It is not overwritten. */
  'later_status',
  /** A newer version of this extension wrote the options. They are not overwritten. */
  'later_options',
] as const;
export type StorageTrouble = (typeof STORAGE_TROUBLES)[number];

/**
 * The background's whole state, stored as one value under one key, so that a verdict, its changes and the resulting
 * notifications are written together or not at all.
 */
export interface Status {
  /** False if the browser is offline and the last round reached nothing. */
  isOnline: boolean;
  /** When a damaged stored value was last set aside and repaired, epoch milliseconds; null if never. */
  repairedAt: number | null;
  /** Why this cannot be stored; null if it can. Determined at each read, never written to disk. */
  storageTrouble: StorageTrouble | null;
  /** When the last round ended, epoch milliseconds; null before the first. */
  tickedAt: number | null;
  /** Keyed by the assistant that the page belongs to. */
  pages: Partial<Record<AssistantId, PageMemory>>;
  verdicts: Partial<Record<AssistantId, Verdict>>;
  episodes: Partial<Record<AssistantId, Episode>>;
  recoveries: Partial<Record<AssistantId, Recovery>>;
  /** Current or recent suspicions from the user's own requests. Removed once the page reports an outage. */
  sensed: Partial<Record<AssistantId, LocalSignal>>;
  dismissals: Partial<Record<AssistantId, Dismissal>>;
  reactions: Partial<Record<AssistantId, Reaction>>;
  /** End of the snooze, epoch milliseconds. */
  snoozes: Partial<Record<AssistantId, number>>;
  awaited: Partial<Record<AssistantId, Awaited>>;
  /** Upcoming or current maintenances of core components. */
  maintenances: Partial<Record<AssistantId, MaintenanceMemory[]>>;
  past: Partial<Record<AssistantId, Past>>;
  /** The last fifty, newest first. */
  decisions: Decision[];
  /** The last fallback test; null before the first. */
  rehearsal: FallbackTest | null;
  /** Notifications held back by quiet hours, in order. */
  held: Notice[];
  /** Notifications that are decided and not yet shown. */
  outbox: Notice[];
  /** The last notification of a start; outages that begin soon after join it. Null before the first. */
  lastBeginning: Notice | null;
}

export const EMPTY_STATUS: Status = {
  isOnline: true,
  repairedAt: null,
  storageTrouble: null,
  tickedAt: null,
  pages: {},
  verdicts: {},
  episodes: {},
  recoveries: {},
  sensed: {},
  dismissals: {},
  reactions: {},
  snoozes: {},
  awaited: {},
  maintenances: {},
  past: {},
  decisions: [],
  rehearsal: null,
  held: [],
  outbox: [],
  lastBeginning: null,
};

/** A longer snooze is a clock error. */
export const MAX_SNOOZE_MS = 7 * 24 * 3_600_000;

/** Whether the assistant is snoozed now. */
export function isSnoozed({ snoozes }: Pick<Status, 'snoozes'>, id: AssistantId, now: number): boolean {
  const until = snoozes[id] ?? 0;
  return now < until && until <= now + MAX_SNOOZE_MS;
}

/** Has an open episode or a failing verdict, by its page or by the user's own requests. */
export function isInTrouble({ verdicts, episodes }: Status, id: AssistantId): boolean {
  const kind = verdicts[id]?.kind;
  return kind === 'trouble' || kind === 'suspected' || episodes[id] !== undefined;
}

/** The page that an assistant is read from now; null if there is no public one. */
export function currentPageOf({ pages }: Pick<Status, 'pages'>, assistant: Assistant): StatusPage | null {
  return statusPageOf(assistant, pages[assistant.id]?.address);
}

/** Link to the status page for users; null if there is none. */
export function statusLinkOf(status: Pick<Status, 'pages'>, assistant: Assistant): string | null {
  return currentPageOf(status, assistant)?.address ?? assistant.statusLink;
}

/** The current episode, otherwise the last remembered one. */
export function lastEpisodeOf({ episodes, recoveries }: Status, id: AssistantId): Episode | undefined {
  return episodes[id] ?? recoveries[id]?.episode;
}

type ByAssistant<T> = Partial<Record<AssistantId, T>>;

/** Entries of one assistant, by field of `Status`. */
type Entries = {
  [P in keyof Status as Status[P] extends ByAssistant<unknown> ? P : never]?:
    | Status[P][AssistantId & keyof Status[P]]
    | null
    | undefined;
};

function withEntry<T>(record: ByAssistant<T>, id: AssistantId, value: T | null | undefined) {
  const { [id]: _, ...others } = record;
  return value === null || value === undefined ? others : { ...others, [id]: value };
}

/** Returns the status with these entries of one assistant. Null or undefined deletes the entry. */
export function withEntries(status: Status, id: AssistantId, entries: Entries): Status {
  const changed = Object.entries(entries).map(([part, value]) => [
    part,
    withEntry<unknown>(status[part as keyof Entries], id, value),
  ]);
  return { ...status, ...Object.fromEntries(changed) };
}
