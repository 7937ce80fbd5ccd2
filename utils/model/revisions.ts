import type { PastTrouble, Signal, Span } from './history';
import {
  byWorstImpact,
  DERIVED_IMPACT,
  DERIVED_TIMES,
  type DerivedTime,
  type Impact,
  type Incident,
  isOpen,
  type PlatformId,
} from './report';

/** What a page says of an incident: the fields whose changes are recorded. */
export type Statement = Pick<Incident, 'title' | 'impact' | 'phase' | 'startedAt' | 'resolvedAt' | 'updates'>;

type Fields = Omit<Statement, 'updates'>;

/**
 * One change of a statement, as the way back: what the fields were before. Fields that stayed the same are absent, so an
 * update that was only added costs its position.
 */
interface Revision extends Partial<Fields> {
  /** The reading that first showed it, epoch milliseconds. The page made the change between the reading before and this one. */
  readAt: number;
  /** Positions of the updates that were added, in the later list in its one order (`inOneOrder`), ascending. */
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
type Post = Statement['updates'][number];

const newestFirst = (posts: Post[]): Post[] => posts.sort((a, b) => b.at - a.at);

/** Newest first, and those of the same time by their words: a page's own order of these may change, and is not recorded. */
function inOneOrder(posts: readonly Post[]): { post: Post; index: number }[] {
  return posts
    .map((post, index) => ({ post, index, name: `${post.text} ${post.phase}` }))
    .sort((a, b) => b.post.at - a.post.at || Number(a.name > b.name) - Number(a.name < b.name));
}

/** The statement before a revision. */
function undone(after: Statement, revision: Revision): Statement {
  const { readAt: _, mergedFrom: __, added = [], lost = [], cut = [], ...fields } = revision;
  const ordered = inOneOrder(after.updates);
  const gone = new Set(added.map((place) => ordered[place]?.index));
  const left = after.updates.filter((___, index) => !gone.has(index));
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

const isSame = (a: Post, b: Post): boolean => a.at === b.at && a.phase === b.phase && a.text === b.text;

/** Takes the first element that matches out of a list, and tells whether there was one. */
function take<T>(list: T[], matches: (one: T) => boolean): boolean {
  const index = list.findIndex(matches);
  if (index >= 0) list.splice(index, 1);
  return index >= 0;
}

/** The elements of `posts` that are not in `others`, each with its position. */
function missingIn(others: readonly Post[], posts: readonly Post[]): { post: Post; index: number }[] {
  const left = [...others];
  return posts.map((post, index) => ({ post, index })).filter(({ post }) => !take(left, (one) => isSame(one, post)));
}

/** Those of `posts` that `others` hold. */
const heldIn = (others: readonly Post[], posts: readonly Post[]): Post[] =>
  posts.filter((post) => others.some((one) => isSame(one, post)));

/** More than any recorded incident has. Protects the disk against a page that never stops writing. */
const MAX_UPDATES = 100;

/**
 * The updates after a reading, and those that are no longer stored. Pages shorten long lists at their old end, and stored
 * reports do too, so an update counts as taken away only if the page still lists an older one, or if another took its place.
 * One whose time is derived never does: the page shows its present text only, and may come back to an earlier one.
 */
function updatesAfter(
  before: readonly Post[],
  read: readonly Post[],
  areTimesDerived: boolean,
): { updates: Post[]; cut: Post[] } {
  const posted = missingIn(before, read).map(({ post }) => post);
  const replacements = posted.map(({ at }) => at);
  const oldest = Math.min(...read.map(({ at }) => at));
  const lost = missingIn(read, before).filter(({ post }) => {
    return !areTimesDerived && (take(replacements, (at) => at === post.at) || post.at > oldest);
  });
  const left = before.filter((_, index) => !lost.some((one) => one.index === index));
  // The page's own order where the lists are the same: two posts may have the same time.
  const all = left.length + posted.length === read.length ? [...read] : newestFirst([...posted, ...left]);
  const updates = all.slice(0, MAX_UPDATES);
  return { updates, cut: heldIn(before, all.slice(MAX_UPDATES)) };
}

const FIELDS = ['title', 'impact', 'phase', 'startedAt', 'resolvedAt'] as const satisfies readonly (keyof Statement)[];

/** The way back from one statement to the one before; null if both say the same. */
function revisionBetween(before: Statement, after: Statement, readAt: number, cut: Post[] = []): Revision | null {
  const changed = FIELDS.filter((field) => before[field] !== after[field]).map((field) => [field, before[field]]);
  const ordered = inOneOrder(after.updates).map(({ post }) => post);
  const added = missingIn(before.updates, ordered).map(({ index }) => index);
  const lost = missingIn([...after.updates, ...cut], before.updates).map(({ post }) => post);
  const updates = {
    ...(added.length > 0 && { added }),
    ...(lost.length > 0 && { lost }),
    ...(cut.length > 0 && { cut }),
  };
  const revision = { ...Object.fromEntries(changed), ...updates };
  return Object.keys(revision).length === 0 ? null : { readAt, ...revision };
}

/** When the log last changed, epoch milliseconds. */
function changedAt({ seenAt, changes, absences = [] }: IncidentRevisions): number {
  const last = absences.at(-1);
  return Math.max(changes.at(-1)?.readAt ?? seenAt ?? 0, last?.to ?? last?.from ?? 0);
}

/** A page that answers with old copies leaves an incident out again and again. The oldest absences are dropped. */
const MAX_ABSENCES = 50;

/**
 * The log after a reading that did not list the incident. Only the format that listed it can show that it is gone: another
 * one may give it another id.
 */
export function logWithout(
  log: IncidentRevisions,
  incident: Incident,
  { platform, readAt }: Pick<IncidentReading, 'platform' | 'readAt'>,
): IncidentRevisions {
  const { absences = [] } = log;
  const isGone = absences.at(-1)?.to === null;
  if (!isOpen(incident) || isGone || log.platform !== platform || readAt <= changedAt(log)) return log;
  return { ...log, absences: [...absences, { from: readAt, to: null }].slice(-MAX_ABSENCES) };
}

/** The log after a reading that lists the incident again. */
function logWith(log: IncidentRevisions, readAt: number): IncidentRevisions {
  const { absences = [] } = log;
  const last = absences.at(-1);
  return last?.to === null ? { ...log, absences: [...absences.slice(0, -1), { ...last, to: readAt }] } : log;
}

/** No recorded incident has more changes or characters. They protect the disk against a page that never stops. */
const MAX_CHANGES = 200;
const MAX_CHARACTERS = 50_000;

function isTooLong(changes: readonly Revision[]): boolean {
  const texts = changes.flatMap(({ title = '', lost = [], cut = [] }) => [
    title,
    ...[...lost, ...cut].map(({ text }) => text),
  ]);
  return changes.length > MAX_CHANGES || texts.reduce((sum, text) => sum + text.length, 0) > MAX_CHARACTERS;
}

/**
 * Merges the oldest two changes until the log is short enough. So the first form stays known, and the latest ones; what the
 * page said between the merged changes is forgotten. `now` is the incident after the last change.
 */
function shortened(changes: Revision[], now: Statement): Revision[] {
  const [first, second, ...others] = changes;
  if (first === undefined || second === undefined || !isTooLong(changes)) return changes;
  const after = others.reduceRight(undone, now);
  const before = [first, second].reduceRight(undone, after);
  const cut = [...(first.cut ?? []), ...(second.cut ?? [])];
  const merged = revisionBetween(before, after, second.readAt, heldIn(before.updates, cut));
  return shortened(
    [{ readAt: second.readAt, ...merged, mergedFrom: first.mergedFrom ?? first.readAt }, ...others],
    now,
  );
}

const longer = <T>(a: T[], b: T[]): T[] => (a.length > b.length ? a : b);

/** A derived time moves without an edit, so the first one is kept: the earliest beginning, the first end, a post's time. */
function withStoredTimes(stored: Incident, incident: Incident): Incident {
  const { derivedTimes = [] } = incident;
  const isDerived = (time: DerivedTime) => derivedTimes.includes(time);
  const isOver = stored.resolvedAt !== null && incident.resolvedAt !== null;
  const known = new Map(isDerived('updates') ? stored.updates.map((post) => [post.text, post]) : []);
  return {
    ...incident,
    startedAt: isDerived('startedAt') ? Math.min(stored.startedAt, incident.startedAt) : incident.startedAt,
    resolvedAt: isDerived('resolvedAt') && isOver ? stored.resolvedAt : incident.resolvedAt,
    updates: incident.updates.map((post) => known.get(post.text) ?? post),
  };
}

/** Once a time was derived, the log does not tell a correction of the page's from one of its reader. */
function derivedTimesOf(...incidents: readonly Incident[]): readonly DerivedTime[] {
  const derived = new Set(incidents.flatMap(({ derivedTimes = [] }) => derivedTimes));
  return DERIVED_TIMES.filter((time) => derived.has(time));
}

/** A derived impact is that of the moment, so the worst one is kept: at its end an incident would have had none. */
function impactAfter(stored: Incident, incident: Incident, platform: PlatformId): Impact {
  if (!DERIVED_IMPACT.has(platform)) return incident.impact;
  return byWorstImpact(stored.impact, incident.impact) < 0 ? stored.impact : incident.impact;
}

/** What a reading adds. Another format may end an incident; its own words for the rest are no change of the page's. */
function readingOf(
  stored: Incident,
  { incident, platform }: IncidentReading,
  isOtherFormat: boolean,
): { incident: Incident; cut: Post[] } {
  const read = withStoredTimes(stored, incident);
  const { title, startedAt } = isOtherFormat ? stored : read;
  const impact = isOtherFormat ? stored.impact : impactAfter(stored, incident, platform);
  const derived = derivedTimesOf(stored, incident).filter(
    (time) => !isOtherFormat || time === 'resolvedAt' || stored.derivedTimes?.includes(time),
  );
  const { updates, cut } = updatesAfter(
    stored.updates,
    isOtherFormat ? stored.updates : read.updates,
    derived.includes('updates'),
  );
  const componentIds = longer(stored.componentIds, incident.componentIds);
  const { derivedTimes: _, ...own } = read;
  const times = derived.length > 0 ? { derivedTimes: derived } : {};
  return { incident: { ...own, title, impact, startedAt, ...times, componentIds, updates }, cut };
}

/**
 * What is stored after a reading; `stored` and `known` are null if nothing is. The same reading twice changes nothing, and
 * neither does one that is older than the last change: a worker that was killed passes on both.
 */
export function incidentAfter(
  stored: Incident | null,
  known: IncidentRevisions | null,
  { incident, platform, readAt }: IncidentReading,
): KeptIncident {
  const none = { id: incident.id, platform, changes: [] };
  if (stored === null) {
    const updates = incident.updates.slice(0, MAX_UPDATES);
    return { incident: { ...incident, updates }, revisions: { ...none, seenAt: known?.seenAt ?? readAt } };
  }
  const log = known ?? { ...none, seenAt: null };
  if (readAt <= changedAt(log)) return { incident: stored, revisions: log };
  const isOtherFormat = log.platform !== null && log.platform !== platform;
  const { incident: read, cut } = readingOf(stored, { incident, platform, readAt }, isOtherFormat);
  const change = revisionBetween(statementOf(stored), statementOf(read), readAt, cut);
  const revisions = logWith(log.platform === null ? { ...log, platform } : log, readAt);
  if (change === null) return { incident: read, revisions };
  const changes = shortened([...log.changes, change], statementOf(read));
  return { incident: read, revisions: { ...revisions, changes } };
}
