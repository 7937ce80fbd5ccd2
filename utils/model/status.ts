import { type Assistant, type AssistantId, type StatusPage, statusPageOf } from './assistant';
import type { MissedAlarm, Sightings } from './blind-spot';
import type { FallbackTest } from './drafts';
import { type Episode, type LocalSignal, lengthShown, type MaintenanceMemory } from './episode';
import type { HistorySummary } from './history';
import type { Level } from './level';
import type { LimitEnd } from './limit';
import type { Decision, Notice } from './notification';
import type { PageMemory } from './status-page';
import type { Verdict } from './verdict';

/** The user closed the banner. A worse level of the same episode shows it again. */
interface Dismissal {
  /** Of the episode, maintenance or suspicion (`suspicionId`) that the banner was about. */
  episodeId: string;
  level: Level;
}

/** The last episode of an assistant, kept for a while so that its end can be shown. */
export interface Recovery {
  episode: Episode;
  /**
   * The end by the page, or the first reading without the outage, or (`isEndKnown` false) the last reading with it; epoch
   * milliseconds.
   */
  endedAt: number;
  /** False when hours lie between the last reading with the outage and the first without. */
  isEndKnown: boolean;
}

/** The length of an outage in ms, as the difference of the two displayed times; null when its start or end is not known. */
export function lastedMsOf({ episode, endedAt, isEndKnown }: Recovery): number | null {
  return isEndKnown && episode.isStartKnown ? lengthShown(episode.startedAt, endedAt) : null;
}

/** What the user says about an episode. It stays on this device. */
export interface Reaction {
  episodeId: string;
  /** The worst level that was known or announced until then. A worse level is news again. */
  level: Level;
  says: 'works' | 'broken';
  /** Epoch milliseconds. */
  at: number;
}

/** The user asked for one notification when an assistant is back. */
export interface Awaited {
  /** When the user asked, epoch milliseconds. */
  since: number;
  /** Whether the chat comes to the front then. */
  bringsForward: boolean;
  /**
   * Set if a draft waits: whether messages of this assistant can be seen, so that the page alone is not believed before one
   * has gone through.
   */
  needsOwnSuccess?: boolean | undefined;
}

export const STORAGE_TROUBLES = [
  /** The last write failed: the disk is full or broken. The status is in session storage until the browser ends. */
  'failing',
  /** A newer version of this extension wrote the status, so it is not overwritten. */
  'later_status',
  /** A newer version wrote the options. */
  'later_options',
] as const;
export type StorageTrouble = (typeof STORAGE_TROUBLES)[number];

/**
 * Everything that the background knows. One value under one key, so that a verdict, its changes and the notifications
 * about them are written together or not at all.
 */
export interface Status {
  /** False if the browser is offline and the last round reached nothing. */
  isOnline: boolean;
  /** When a damaged stored value was last repaired, epoch milliseconds; null for never. */
  repairedAt: number | null;
  /** What keeps the status from being stored; null when it is stored. Set by each read, never on disk. */
  storageTrouble: StorageTrouble | null;
  /** When the last round was committed, epoch milliseconds; null before the first of this browser session. Not on disk. */
  tickedAt: number | null;
  /** Status pages by assistant. */
  pages: Partial<Record<AssistantId, PageMemory>>;
  verdicts: Partial<Record<AssistantId, Verdict>>;
  episodes: Partial<Record<AssistantId, Episode>>;
  recoveries: Partial<Record<AssistantId, Recovery>>;
  /** Signs of an issue in the user's own requests. Removed once the page reports the outage. */
  sensed: Partial<Record<AssistantId, LocalSignal>>;
  dismissals: Partial<Record<AssistantId, Dismissal>>;
  reactions: Partial<Record<AssistantId, Reaction>>;
  /** The end of each snooze, epoch milliseconds. */
  snoozes: Partial<Record<AssistantId, number>>;
  awaited: Partial<Record<AssistantId, Awaited>>;
  /** Usage limits of the user whose end is known. */
  limits: Partial<Record<AssistantId, LimitEnd>>;
  /** Announced and current maintenances of core components. */
  maintenances: Partial<Record<AssistantId, MaintenanceMemory[]>>;
  /** The cached summary that the popup shows; the full history is in IndexedDB. */
  past: Partial<Record<AssistantId, HistorySummary>>;
  /** The last fifty, newest first. */
  decisions: Decision[];
  /** The last test of a fallback; null before the first. */
  rehearsal: FallbackTest | null;
  /** Notifications that quiet hours hold back, oldest first. */
  held: Notice[];
  /** Notifications that are decided and not yet shown. */
  outbox: Notice[];
  /** What has been seen working, by assistant. */
  sightings: Partial<Record<AssistantId, Sightings>>;
  /** Null while alarms start rounds. */
  missedAlarm: MissedAlarm | null;
  /** Keys of the blind spots that the user has dismissed. */
  dismissedSpots: string[];
  /** The last notification about the start of an outage; outages that start soon after join it. Null before the first. */
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
  limits: {},
  maintenances: {},
  past: {},
  decisions: [],
  rehearsal: null,
  held: [],
  outbox: [],
  sightings: {},
  missedAlarm: null,
  dismissedSpots: [],
  lastBeginning: null,
};

/** A snooze that is longer was set before the clock was changed, and does not count. */
export const MAX_SNOOZE_MS = 7 * 24 * 3_600_000;

/** Whether the user has snoozed this assistant. */
export function isSnoozed({ snoozes }: Pick<Status, 'snoozes'>, id: AssistantId, now: number): boolean {
  const until = snoozes[id] ?? 0;
  return now < until && until <= now + MAX_SNOOZE_MS;
}

/**
 * Whether there is or may be an issue, by the page, by the user's own requests, or by the last episode if the page can't be
 * read.
 */
export function isInTrouble({ verdicts, episodes }: Status, id: AssistantId): boolean {
  const kind = verdicts[id]?.kind;
  return kind === 'trouble' || kind === 'suspected' || episodes[id] !== undefined;
}

/** The status page that is read now; null when there is no public one. */
export function currentPageOf({ pages }: Pick<Status, 'pages'>, assistant: Assistant): StatusPage | null {
  return statusPageOf(assistant, pages[assistant.id]?.address);
}

/** The status page to show to the user; null when there is none. */
export function statusLinkOf(status: Pick<Status, 'pages'>, assistant: Assistant): string | null {
  return currentPageOf(status, assistant)?.address ?? assistant.statusLink;
}

/** The current episode, or the last one that is stored. */
export function lastEpisodeOf({ episodes, recoveries }: Status, id: AssistantId): Episode | undefined {
  return episodes[id] ?? recoveries[id]?.episode;
}

type ByAssistant<T> = Partial<Record<AssistantId, T>>;

/** What the status may hold about one assistant, by part. */
type Entries = {
  [P in keyof Status as Status[P] extends ByAssistant<unknown> ? P : never]?:
    | Status[P][AssistantId & keyof Status[P]]
    | null
    | undefined;
};

function withEntry<T>(record: ByAssistant<T>, id: AssistantId, value: T | null | undefined) {
  if ((value === null || value === undefined) && !(id in record)) return record;
  const { [id]: _, ...others } = record;
  return value === null || value === undefined ? others : { ...others, [id]: value };
}

/** The status with these entries of one assistant, by part. An entry of null or undefined is removed. */
export function withEntries(status: Status, id: AssistantId, entries: Entries): Status {
  const changed = Object.entries(entries).map(([part, value]) => [
    part,
    withEntry<unknown>(status[part as keyof Entries], id, value),
  ]);
  return { ...status, ...Object.fromEntries(changed) };
}

/**
 * The times that every round changes. They are stored apart from the status, so that a round in which nothing else
 * changes need not write it.
 */
export interface PollTimes {
  tickedAt: number | null;
  /** `triedAtStored` is the time in the stored status that these times replace. */
  pages: ByAssistant<Pick<PageMemory, 'readAt' | 'triedAt' | 'answeredMs'> & { triedAtStored: number | null }>;
}

/** The status without its poll times, for comparison. */
export function withoutPollTimes(status: Status): Status {
  const untimed = <T extends object>(record: ByAssistant<T>, times: Partial<T>) =>
    Object.fromEntries(Object.entries(record).map(([id, entry]) => [id, { ...(entry as T), ...times }]));
  return {
    ...status,
    tickedAt: null,
    pages: untimed<PageMemory>(status.pages, { readAt: null, triedAt: null, answeredMs: null }),
    verdicts: untimed<Verdict>(status.verdicts, { checkedAt: null }),
  };
}

/** The poll times of a status, for use over a stored one. */
export function pollTimesOf({ tickedAt, pages }: Status, stored: Status): PollTimes {
  const ids = Object.keys(pages) as AssistantId[];
  const timesOf = (id: AssistantId) => {
    const { readAt = null, triedAt = null, answeredMs = null } = pages[id] ?? {};
    return { readAt, triedAt, answeredMs, triedAtStored: stored.pages[id]?.triedAt ?? null };
  };
  return { tickedAt, pages: Object.fromEntries(ids.map((id) => [id, timesOf(id)])) };
}

/** A stored status with later poll times. Those of a page are ignored if that page was stored again since. */
export function withPollTimes(stored: Status, times: PollTimes): Status {
  let status: Status = { ...stored, tickedAt: times.tickedAt };
  for (const [id, page] of Object.entries(times.pages) as [AssistantId, PollTimes['pages'][AssistantId]][]) {
    const memory = stored.pages[id];
    if (page === undefined || memory === undefined || memory.triedAt !== page.triedAtStored) continue;
    const { readAt, triedAt, answeredMs } = page;
    const verdict = stored.verdicts[id];
    status = withEntries(status, id, {
      pages: { ...memory, readAt, triedAt, answeredMs },
      verdicts: verdict && { ...verdict, checkedAt: readAt },
    });
  }
  return status;
}
