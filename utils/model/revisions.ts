import type { PastTrouble, Signal, Span } from './history';
import type { Incident, PlatformId } from './report';

/** What a page says of an incident: the fields whose changes are recorded. */
export type Statement = Pick<Incident, 'title' | 'impact' | 'phase' | 'startedAt' | 'resolvedAt' | 'updates'>;

type Fields = Omit<Statement, 'updates'>;

/** One change of a statement. Fields that stayed the same are absent. */
export interface Revision extends Partial<Fields> {
  /** The reading that first showed it, epoch milliseconds. The page made the change between the reading before and this one. */
  readAt: number;
  /** Positions in the previous list of updates that the page took away or rewrote, ascending. */
  gone?: number[] | undefined;
  /** Updates that were added, or that replace those in `gone`. */
  posted?: Statement['updates'] | undefined;
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
  /** The first form; null while nothing has changed, because the stored incident is that form then. */
  first: Statement | null;
  /** Oldest first. */
  changes: Revision[];
}

export const statementOf = ({ title, impact, phase, startedAt, resolvedAt, updates }: Incident): Statement => ({
  title,
  impact,
  phase,
  startedAt,
  resolvedAt,
  updates,
});

type Post = Statement['updates'][number];

const isSame = (a: Post, b: Post): boolean => a.at === b.at && a.phase === b.phase && a.text === b.text;

/** Takes the first element that matches out of a list, and tells whether there was one. */
function take<T>(list: T[], matches: (one: T) => boolean): boolean {
  const index = list.findIndex(matches);
  if (index >= 0) list.splice(index, 1);
  return index >= 0;
}

/**
 * What changed in a list of updates. Pages shorten long lists at their old end, and stored reports do too, so an update
 * counts as taken away only if the page still lists an older one.
 */
function updateChanges(before: readonly Post[], after: readonly Post[]): Pick<Revision, 'gone' | 'posted'> {
  const posted = [...after];
  const missing = before
    .map((post, index) => ({ post, index }))
    .filter(({ post }) => !take(posted, (one) => isSame(one, post)));
  const replacements = posted.map(({ at }) => at);
  const oldest = Math.min(...after.map(({ at }) => at));
  const gone = missing
    .filter(({ post }) => take(replacements, (at) => at === post.at) || post.at > oldest)
    .map(({ index }) => index);
  return { ...(gone.length > 0 && { gone }), ...(posted.length > 0 && { posted }) };
}

const FIELDS = ['title', 'impact', 'phase', 'startedAt', 'resolvedAt'] as const satisfies readonly (keyof Fields)[];

/** Null if both say the same. */
export function revisionBetween(before: Statement, after: Statement, readAt: number): Revision | null {
  const changed = FIELDS.filter((field) => before[field] !== after[field]).map((field) => [field, after[field]]);
  const revision = { ...Object.fromEntries(changed), ...updateChanges(before.updates, after.updates) };
  return Object.keys(revision).length === 0 ? null : { readAt, ...revision };
}

function revised(before: Statement, { readAt: _, gone = [], posted = [], ...fields }: Revision): Statement {
  const left = before.updates.filter((__, index) => !gone.includes(index));
  return { ...before, ...fields, updates: [...posted, ...left].sort((a, b) => b.at - a.at) };
}

/** The last form of a changed incident; null if it never changed. */
const lastOf = ({ first, changes }: IncidentRevisions): Statement | null => first && changes.reduce(revised, first);

/**
 * What the page said at a time, as far as this browser had read it; null if it had not read of the incident, or if it is
 * not known what it read. `now` is the stored incident.
 */
export function statementAt(revisions: IncidentRevisions, now: Incident, at: number): Statement | null {
  const { seenAt, first, changes } = revisions;
  if (seenAt === null || at < seenAt) return null;
  return first === null ? statementOf(now) : changes.filter(({ readAt }) => readAt <= at).reduce(revised, first);
}

/** No recorded incident has as many changes or characters. They protect the disk against a page that never stops. */
const MAX_CHANGES = 200;
const MAX_CHARACTERS = 50_000;

function isFull({ changes }: IncidentRevisions): boolean {
  const posts = changes.flatMap(({ posted = [] }) => posted);
  return changes.length >= MAX_CHANGES || posts.reduce((sum, { text }) => sum + text.length, 0) > MAX_CHARACTERS;
}

/** One reading of an incident. */
export interface IncidentReading {
  incident: Incident;
  platform: PlatformId;
  /** Epoch milliseconds. */
  readAt: number;
}

/**
 * The revisions after a reading. `stored` is the incident as it was stored before the reading; null if it was not. The
 * same reading twice changes nothing, and neither does one that is older than the last change: a worker that was killed
 * passes on both.
 */
export function revisionsAfter(
  known: IncidentRevisions | null,
  stored: Incident | null,
  { incident, platform, readAt }: IncidentReading,
): IncidentRevisions {
  if (known === null) {
    return { id: incident.id, platform, seenAt: stored === null ? readAt : null, first: null, changes: [] };
  }
  const lastAt = known.changes.at(-1)?.readAt ?? known.seenAt ?? 0;
  const before = lastOf(known) ?? (stored && statementOf(stored));
  const isOther = known.platform !== null && platform !== known.platform;
  if (isOther || readAt <= lastAt || before === null || isFull(known)) return known;
  const change = revisionBetween(before, statementOf(incident), readAt);
  if (change === null) return known.platform === platform ? known : { ...known, platform };
  return { ...known, platform, first: known.first ?? before, changes: [...known.changes, change] };
}

const WEEK_MS = 7 * 24 * 3_600_000;

/** The number of the week since 1970 that holds a time. Incidents are found by their weeks. */
export const weekOf = (at: number): number => Math.floor(at / WEEK_MS);

/** Two years and a week. A page may date an incident to any time. */
const MAX_WEEKS = 106;

/** Every week in which the incident was open, according to any of its forms, or in which this browser read of a change. */
export function weeksOf({ seenAt, first, changes }: IncidentRevisions, incident: Incident, readAt: number): number[] {
  const starts = [first, incident, ...changes].map((form) => form?.startedAt ?? incident.startedAt);
  const ends = [first, incident, ...changes].map((form) => form?.resolvedAt ?? 0);
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

/**
 * What the page has changed in what it had said, beyond going on: title, impact, beginning, a given end, or the words of an
 * update. Null if it only went on. Phases and new updates are how an incident goes on.
 */
export function rewordingOf(revisions: IncidentRevisions | null): Rewording | null {
  if (revisions?.first == null) return null;
  const { first, changes, seenAt } = revisions;
  const now = changes.reduce(revised, first);
  const isOther = first.title !== now.title || first.impact !== now.impact || first.startedAt !== now.startedAt;
  const isEndMoved = first.resolvedAt !== null && first.resolvedAt !== now.resolvedAt;
  const rewritten = changes.reduce((sum, { gone = [] }) => sum + gone.length, 0);
  return isOther || isEndMoved || rewritten > 0 ? { seenAt, first, now, rewritten } : null;
}

/** What is stored of one minute of an assistant. */
export interface StoredMinute {
  /** The level that the readings around it showed; null if there were none. */
  span: Span | null;
  /** When the user's own requests failed, before the page reported anything; null if they did not. */
  signal: Signal | null;
  /** Incidents of about that time, with how they were stated. */
  incidents: { incident: Incident; revisions: IncidentRevisions }[];
  /** Outages of about that time that this browser met. */
  troubles: PastTrouble[];
}
