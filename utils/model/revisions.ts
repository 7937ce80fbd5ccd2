import type { PastTrouble, Signal, Span } from './history';
import { DERIVED_IMPACT, type Incident, type PlatformId } from './report';

/** What a page says of an incident: the fields whose changes are recorded. */
export type Statement = Pick<Incident, 'title' | 'impact' | 'phase' | 'startedAt' | 'resolvedAt' | 'updates'>;

type Fields = Omit<Statement, 'updates'>;

/**
 * One change of a statement, as the way back: what the fields were before. Fields that stayed the same are absent, so an
 * update that was only added costs its position.
 */
export interface Revision extends Partial<Fields> {
  /** The reading that first showed it, epoch milliseconds. The page made the change between the reading before and this one. */
  readAt: number;
  /** Positions in the later list of the updates that were added, ascending. */
  added?: number[] | undefined;
  /** Updates that the page took away or rewrote. */
  lost?: Statement['updates'] | undefined;
  /** Updates that the page still has and that are no longer stored, because there are too many. */
  cut?: Statement['updates'] | undefined;
  /**
   * The first change that was merged into this one, epoch milliseconds: what the page said from then to `readAt` is not known.
   * Absent: nothing was merged.
   */
  mergedFrom?: number | undefined;
}

/** How an incident was stated over time, as this browser read it. */
export interface IncidentRevisions {
  /** The incident's id. */
  id: string;
  /**
   * The format that was read. Another one words the same incident differently, which is no change of the page's. Null if
   * it was stored before revisions were, and not read since.
   */
  platform: PlatformId | null;
  /** The first reading that listed it, epoch milliseconds; null if it was stored before revisions were. */
  seenAt: number | null;
  /** Oldest first. They lead back from the stored incident to its first form. */
  changes: Revision[];
  /** When the page did not list it although it had not ended, oldest first. Absent: never. */
  absences?: Absence[];
}

/** A time in which the readings of a page left an open incident out: it was deleted, or its end was not read. */
export interface Absence {
  /** The first reading without it, epoch milliseconds. */
  from: number;
  /** The reading that listed it again; null if none did. */
  to: number | null;
}

/** One reading of an incident. */
export interface IncidentReading {
  incident: Incident;
  platform: PlatformId;
  /** Epoch milliseconds. */
  readAt: number;
}

/** An incident as it is stored, and how it came to be so. */
export interface KeptIncident {
  incident: Incident;
  revisions: IncidentRevisions;
}

export const statementOf = ({ title, impact, phase, startedAt, resolvedAt, updates }: Incident): Statement => ({
  title,
  impact,
  phase,
  startedAt,
  resolvedAt,
  updates,
});

/** One update of an incident. */
export type Post = Statement['updates'][number];

export const newestFirst = (posts: Post[]): Post[] => posts.sort((a, b) => b.at - a.at);

/** The statement before a revision. */
export function undone(after: Statement, revision: Revision): Statement {
  const { readAt: _, mergedFrom: __, added = [], lost = [], cut = [], ...fields } = revision;
  const left = after.updates.filter((___, index) => !added.includes(index));
  const isWhole = lost.length + cut.length === 0;
  return { ...after, ...fields, updates: isWhole ? left : newestFirst([...lost, ...left, ...cut]) };
}

/**
 * What the page said at a time, as far as this browser had read it; null if it had not read of the incident, or if it is
 * not known what it read. `now` is the stored incident.
 */
export function statementAt({ seenAt, changes }: IncidentRevisions, now: Incident, at: number): Statement | null {
  if (seenAt === null || at < seenAt) return null;
  const later = changes.filter(({ readAt }) => readAt > at);
  const [next] = later;
  if (next?.mergedFrom !== undefined && next.mergedFrom <= at) return null;
  return later.reduceRight(undone, statementOf(now));
}

/** Whether the last reading before a time left the incident out. */
export const isAbsentAt = ({ absences = [] }: IncidentRevisions, at: number): boolean =>
  absences.some(({ from, to }) => from <= at && (to === null || at < to));

const WEEK_MS = 7 * 24 * 3_600_000;

/** The number of the week since 1970 that holds a time. Incidents are found by their weeks. */
export const weekOf = (at: number): number => Math.floor(at / WEEK_MS);

/** Two years and a week. A page may date an incident to any time. */
const MAX_WEEKS = 106;

/** Every week in which the incident was open, according to any of its forms, or in which this browser read of a change. */
export function weeksOf({ seenAt, changes }: IncidentRevisions, incident: Incident, readAt: number): number[] {
  const starts = [incident, ...changes].map((form) => form.startedAt ?? incident.startedAt);
  const ends = [incident, ...changes].map((form) => form.resolvedAt ?? 0);
  const from = weekOf(Math.min(...starts));
  const to = weekOf(Math.max(...starts, ...ends, ...(incident.resolvedAt === null ? [readAt] : [])));
  const open = Array.from({ length: Math.min(to - from + 1, MAX_WEEKS) }, (_, index) => to - index);
  const read = [...(seenAt === null ? [] : [seenAt]), ...changes.map((change) => change.readAt)].map(weekOf);
  return [...new Set([...open, ...read])].sort((a, b) => a - b);
}

/** A changed incident: how it was first stated, and how now. */
export interface Rewording {
  seenAt: number | null;
  first: Statement;
  now: Statement;
  /** How many updates the page rewrote or took away. */
  rewritten: number;
}

/** Whether a title is the beginning of a text, as readers make one where a post has none. */
const isFromText = ({ title, updates }: Statement): boolean =>
  updates.some(({ text }) => text.replace(/\s+/g, ' ').startsWith(title.replace(/…$/, '')));

/**
 * What the page has changed in what it had said, beyond going on: title, impact, beginning, a given end, or the words of an
 * update. Null if it only went on. Phases and new updates are how an incident goes on, and what is derived is not the page's:
 * times, the impact in some formats, and the words of updates whose times are derived, as each text replaces the one before,
 * also as the title where the page states none.
 */
export function rewordingOf({ platform, seenAt, changes }: IncidentRevisions, incident: Incident): Rewording | null {
  const { derivedTimes = [] } = incident;
  const now = statementOf(incident);
  const formed = changes.reduceRight(undone, now);
  // Unknown is what a reader says where the page states none.
  const isImpactStated =
    (platform === null || !DERIVED_IMPACT.has(platform)) && ![formed.impact, now.impact].includes('unknown');
  const isTitleDerived = derivedTimes.includes('updates') && isFromText(formed) && isFromText(now);
  const first: Statement = {
    ...formed,
    ...(isTitleDerived && { title: now.title }),
    ...(!isImpactStated && { impact: now.impact }),
    ...(derivedTimes.includes('startedAt') && { startedAt: now.startedAt }),
    ...(derivedTimes.includes('resolvedAt') && { resolvedAt: now.resolvedAt }),
  };
  const isOther = first.title !== now.title || first.impact !== now.impact || first.startedAt !== now.startedAt;
  const isEndMoved = first.resolvedAt !== null && first.resolvedAt !== now.resolvedAt;
  const rewritten = derivedTimes.includes('updates') ? 0 : changes.reduce((sum, { lost = [] }) => sum + lost.length, 0);
  return isOther || isEndMoved || rewritten > 0 ? { seenAt, first, now, rewritten } : null;
}

/** What is stored of one minute of an assistant. */
export interface StoredMinute {
  /** The level that the readings around it showed; null if there were none. */
  span: Span | null;
  /** When the user's own requests failed, before the page reported anything; null if they did not. */
  signal: Signal | null;
  /** Incidents of about that time, with how they were stated. */
  incidents: KeptIncident[];
  /** Outages of about that time that this browser met. */
  troubles: PastTrouble[];
}
