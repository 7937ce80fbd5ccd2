import { type Assistant, type AssistantId, type StatusPage, statusPageOf } from './assistant';
import type { MaintenanceMemory } from './change';
import type { FallbackTest } from './drafts';
import type { Episode, LocalSignal } from './episode';
import type { HistorySummary } from './history';
import { lengthShown } from './length-shown';
import type { Level } from './level';
import type { Decision, Notice } from './notification';
import type { PageMemory } from './page-memory';
import type { Verdict } from './verdict';

/** What was dismissed: this episode, up to this level. */
export interface Dismissal {
  episodeId: string;
  level: Level;
}

/** What the last episode of an assistant was, kept for a while so that its end can be told. */
export interface Recovery {
  episode: Episode;
  /** When it was over by the page, or when we first saw it over, or (`isEndKnown` false) when it was last seen going on; epoch milliseconds. */
  endedAt: number;
  /** False when hours lay between the last reading of the trouble and the first without: nobody knows when it ended. */
  isEndKnown: boolean;
}

/** How long an outage lasted in ms, as the two times read on a clock; null when its start or its end is not known. */
export function lastedMsOf({ episode, endedAt, isEndKnown }: Recovery): number | null {
  return isEndKnown && episode.isStartKnown ? lengthShown(episode.startedAt, endedAt) : null;
}

/** What the person says of an episode, against or beside the page. Local only. */
export interface Reaction {
  episodeId: string;
  /** The level that it was said of; what gets worse than that is news again. */
  level: Level;
  says: 'works' | 'broken';
  /** Epoch milliseconds. */
  at: number;
}

/** The person asked to be told once when an assistant is back. */
export interface Awaited {
  /** When they asked, epoch milliseconds. */
  since: number;
  /** Whether the chat is brought to the front then. */
  bringsForward: boolean;
}

export const STORAGE_TROUBLES = [
  /** The last write failed: the disk is full or broken. What is known is in memory and gone with the browser. */
  'failing',
  /** A newer version of this extension wrote the status. It is left as it is. */
  'later_status',
  /** The same of the options. */
  'later_options',
] as const;
export type StorageTrouble = (typeof STORAGE_TROUBLES)[number];

/**
 * Everything that the background knows, and the only thing that it writes. One value under one key, so that
 * a verdict, what it changed and what is owed to the person are written together or not at all.
 */
export interface Status {
  /** False when the browser says that it is offline and the last round reached nothing. */
  isOnline: boolean;
  /** When a damaged value of storage was last set aside and mended, epoch milliseconds; null when none ever was. */
  repairedAt: number | null;
  /** What keeps this from being stored; null when it is stored. Found at each read, never written to disk. */
  storageTrouble: StorageTrouble | null;
  /** When the last tick ended, epoch milliseconds; null before the first. */
  tickedAt: number | null;
  /** By assistant whose page it is. */
  pages: Partial<Record<AssistantId, PageMemory>>;
  verdicts: Partial<Record<AssistantId, Verdict>>;
  episodes: Partial<Record<AssistantId, Episode>>;
  recoveries: Partial<Record<AssistantId, Recovery>>;
  /** What the person's own requests make possible, or lately did. Gone once the page tells of trouble. */
  sensed: Partial<Record<AssistantId, LocalSignal>>;
  dismissals: Partial<Record<AssistantId, Dismissal>>;
  reactions: Partial<Record<AssistantId, Reaction>>;
  /** Until when an assistant is snoozed, epoch milliseconds. */
  snoozes: Partial<Record<AssistantId, number>>;
  awaited: Partial<Record<AssistantId, Awaited>>;
  /** Maintenances of core components that are ahead or under way. */
  maintenances: Partial<Record<AssistantId, MaintenanceMemory[]>>;
  /** The cached summary that the popup shows; the full history is in IndexedDB. */
  past: Partial<Record<AssistantId, HistorySummary>>;
  /** The last fifty, newest first. */
  decisions: Decision[];
  /** The last time that plan B was tried; null before the first. */
  rehearsal: FallbackTest | null;
  /** What quiet hours hold back, in order. */
  held: Notice[];
  /** Notifications that are owed. */
  outbox: Notice[];
  /** The last that told of a beginning; what begins soon after joins it. Null before the first. */
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

/** A snooze longer than this is a slip of a clock, not a wish. */
export const MAX_SNOOZE_MS = 7 * 24 * 3_600_000;

/** Whether the person wants no word of this assistant now. */
export function isSnoozed({ snoozes }: Pick<Status, 'snoozes'>, id: AssistantId, now: number): boolean {
  const until = snoozes[id] ?? 0;
  return now < until && until <= now + MAX_SNOOZE_MS;
}

/** By its page, by what the person's own messages meet, or when last it could be read. */
export function isInTrouble({ verdicts, episodes }: Status, id: AssistantId): boolean {
  const kind = verdicts[id]?.kind;
  return kind === 'trouble' || kind === 'suspected' || episodes[id] !== undefined;
}

/** The page that an assistant is read from now; null where there is no public one. */
export function currentPageOf({ pages }: Pick<Status, 'pages'>, assistant: Assistant): StatusPage | null {
  return statusPageOf(assistant, pages[assistant.id]?.address);
}

/** Where a person can read for themselves how an assistant is; null where there is no such page. */
export function statusLinkOf(status: Pick<Status, 'pages'>, assistant: Assistant): string | null {
  return currentPageOf(status, assistant)?.address ?? assistant.statusLink;
}

/** The trouble that goes on or, when none does, the last that is remembered. */
export function lastEpisodeOf({ episodes, recoveries }: Status, id: AssistantId): Episode | undefined {
  return episodes[id] ?? recoveries[id]?.episode;
}

type ByAssistant<T> = Partial<Record<AssistantId, T>>;

/** What the status may hold of one assistant, by part. */
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

/**
 * The status with these entries of one assistant, by part. One of null or undefined is dropped instead of kept as that:
 * what is stored says only what is.
 */
export function withEntries(status: Status, id: AssistantId, entries: Entries): Status {
  const changed = Object.entries(entries).map(([part, value]) => [
    part,
    withEntry<unknown>(status[part as keyof Entries], id, value),
  ]);
  return { ...status, ...Object.fromEntries(changed) };
}
