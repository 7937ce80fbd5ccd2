import { type Level, worstOf } from '@/utils/model/level';
import type {
  DerivedTime,
  Impact,
  Incident,
  IncidentPhase,
  Maintenance,
  Report,
  StatusComponent,
} from '@/utils/model/report';
import type { ExpectedPage, Reading } from './adapters';
import { failed } from './read-body';
import { hostOf, plainText } from './text';

/** Looks at own keys only, so that "constructor" is an ordinary word. Null if the word is not in the table. */
export function lookUp<T>(table: Readonly<Record<string, T>>, word: string | null | undefined): T | null {
  return typeof word === 'string' && Object.hasOwn(table, word) ? (table[word] ?? null) : null;
}

/** The latest of some times; null for an empty list. */
export function latestOf(times: readonly number[]): number | null {
  return times.reduce<number | null>((latest, time) => (latest === null || time > latest ? time : latest), null);
}

/** One update as stated by the page. */
interface SaidUpdate<Phase> {
  /** Null: no valid time. */
  at: number | null;
  phase: Phase;
  text: string | null | undefined;
}

/** Newest first, whatever the order on the page. Updates without a time are left out. */
export function updatesOf<Raw, Phase extends string | null>(
  raws: readonly Raw[],
  read: (raw: Raw) => SaidUpdate<Phase>,
): { at: number; phase: Phase; text: string }[] {
  const updates = raws.flatMap((raw) => {
    const { at, phase, text } = read(raw);
    return at === null ? [] : [{ at, phase, text: plainText(text) }];
  });
  // The sort is stable: at the same time, the page's order is kept.
  return updates.sort((a, b) => b.at - a.at);
}

/**
 * When updates, newest first, say that an incident ended: the first closing one after the last open phase. Later notes
 * and edits do not move the end. Null if none says so.
 */
export function closedAtBy(updates: readonly { at: number; phase: IncidentPhase | null }[]): number | null {
  const lastOpen = updates.findIndex(({ phase }) => phase !== null && phase !== 'resolved');
  const since = lastOpen === -1 ? updates : updates.slice(0, lastOpen);
  return since.findLast(({ phase }) => phase === 'resolved')?.at ?? null;
}

/**
 * An incident as stated by a page; null for a missing or unreadable time. An adapter that derives a time itself names it in
 * `derivedTimes`.
 */
export interface StatedIncident extends Omit<Incident, 'startedAt' | 'updatedAt' | 'derivedTimes'> {
  startedAt: number | null;
  updatedAt: number | null;
  derivedTimes?: Incident['derivedTimes'] | undefined;
}

/** Input of `reported`. Defaults: a list of components, current incidents only, no time of its own. */
interface Said extends Partial<Omit<Report, 'incidents' | 'maintenances'>> {
  platform: Report['platform'];
  components: Report['components'];
  /**
   * Null: an entry that an adapter can neither parse nor skip, because it could hide an outage. It fails the reading.
   */
  incidents: readonly (StatedIncident | null)[];
  maintenances?: readonly (Maintenance | null)[];
  /** When the documents were read, epoch milliseconds; see `ExpectedPage`. */
  readAt?: number | undefined;
}

/** Allowed difference between the clocks of pages and of this device. */
const SLACK_MS = 10 * 60_000;

/** A time in the future is an error of the page: it is neither now nor an end. */
export const pastOrNull = (at: number | null, readAt: number | undefined): number | null =>
  at !== null && readAt !== undefined && at > readAt + SLACK_MS ? null : at;

/** As a filter: an entry that could be read. */
export const isSomething = <T>(value: T | null): value is T => value !== null;

/** All times that the page states, except those in the future. */
function momentsOf({ incidents, sourceUpdatedAt = null, readAt }: Said): number[] {
  const stated = incidents.flatMap((one) => [one?.startedAt ?? null, one?.updatedAt ?? null]);
  return [...stated, sourceUpdatedAt].filter(isSomething).filter((at) => readAt === undefined || at <= readAt);
}

/**
 * An open incident without a time is kept, since skipping it could hide an outage: it gets the latest time that the
 * page states, otherwise that of the reading. A closed one without a time is left out. An end that is not stated is that of
 * the last change.
 */
function placed({ derivedTimes, ...stated }: StatedIncident, latest: number, readAt: number | undefined): Incident[] {
  const [began, touched, ended] = [stated.startedAt, stated.updatedAt, stated.resolvedAt].map((at) =>
    pastOrNull(at, readAt),
  );
  const isClosed = stated.phase === 'resolved';
  const startedAt = began ?? touched ?? (isClosed ? null : latest);
  if (startedAt === null) return [];
  const told = latestOf(stated.updates.map(({ at }) => pastOrNull(at, readAt)).filter(isSomething));
  const updatedAt = touched ?? told ?? startedAt;
  const times = { startedAt, updatedAt, resolvedAt: isClosed ? (ended ?? updatedAt) : null };
  const derived = new Set<DerivedTime>(derivedTimes);
  if (began === null) derived.add('startedAt');
  if (isClosed && ended === null) derived.add('resolvedAt');
  return [{ ...stated, ...times, ...(derived.size > 0 && { derivedTimes: [...derived] }) }];
}

/** A successful reading. An entry without a time does not fail the others. */
export function reported(said: Said): Reading {
  const { incidents, maintenances = [], readAt, ...rest } = said;
  if (!incidents.every(isSomething) || !maintenances.every(isSomething)) return failed('wrong_shape');
  const latest = latestOf(momentsOf(said)) ?? readAt ?? 0;
  const known = incidents.flatMap((one) => placed(one, latest, readAt));
  return {
    ok: true,
    report: {
      lists: 'components',
      hasHistory: false,
      sourceUpdatedAt: latestOf(known.map(({ updatedAt }) => updatedAt)),
      ...rest,
      incidents: known.sort((a, b) => b.startedAt - a.startedAt),
      maintenances: [...maintenances],
    },
  };
}

/**
 * Removes duplicate components, for example from documents that were read at different times. The worse level counts.
 */
export function mergeComponents(listed: readonly StatusComponent[]): StatusComponent[] {
  const components = new Map<string, StatusComponent>();
  for (const component of listed) {
    const known = components.get(component.id);
    const isNews = known === undefined || worstOf([known.level, component.level]) !== known.level;
    if (isNews) components.set(component.id, component);
  }
  return [...components.values()];
}

/** The components of an open incident without those that have recovered, unless none would remain. */
export function withoutRecovered<T>(named: readonly T[], hasRecovered: (component: T) => boolean): readonly T[] {
  const unwell = named.filter((component) => !hasRecovered(component));
  return unwell.length > 0 ? unwell : named;
}

/**
 * Stands for unreadable entries of a list of components. Without it, a page whose other components are operational
 * would be operational as a whole.
 */
export const UNREADABLE_PART: StatusComponent = {
  id: 'unreadable',
  name: '?',
  group: null,
  level: 'unknown',
  word: '',
};

const IMPACTS: Readonly<Record<Level, Impact>> = {
  operational: 'none',
  maintenance: 'maintenance',
  degraded: 'minor',
  partial_outage: 'major',
  major_outage: 'critical',
  unknown: 'unknown',
};

/** Impact for platforms with one scale for components and incidents. */
export const impactOfLevel = (level: Level): Impact => IMPACTS[level];

type Name = string | null | undefined;

/** The page identity that one document states. */
export interface StatedIdentity {
  /**
   * Every mention of a page in the document. A mention is the list of names of the page there (an id, or a title and an
   * address); names that are not stated are null.
   */
  mentions: readonly (readonly Name[])[];
  /** The page's own address; null if the document states none. */
  url?: Name;
  /** The document states no identity although documents of its kind do. */
  isSilent?: boolean;
}

const isStated = (name: Name): name is string => typeof name === 'string' && name !== '';

/** Whether an address that a document states as the page's own is on a recorded host; true if either is unknown. */
export function isOnKnownHost(url: Name, { origin, hosts }: ExpectedPage): boolean {
  const host = hostOf(url);
  const known = [hostOf(origin), ...(hosts ?? [])].filter(isStated);
  return host === null || known.length === 0 || known.includes(host);
}

/**
 * Whether all documents of a reading belong to the expected page. A missing identity, another page's, and two different
 * ones are all rejected. If no page id is expected, the documents have to agree with each other, and the stated address
 * must be on a known host.
 */
export function isExpectedPage(documents: readonly StatedIdentity[], expected: ExpectedPage): boolean {
  const stated = documents.flatMap(({ mentions }) => mentions.map((names) => names.filter(isStated)));
  const mentions = stated.filter((names) => names.length > 0);
  const { pageId } = expected;
  if (pageId === null) {
    const [first] = mentions;
    const doAgree = mentions.every((names) => names.some((name) => first?.includes(name)));
    return doAgree && documents.every(({ url }) => isOnKnownHost(url, expected));
  }
  const isAnySilent = documents.some(({ isSilent }) => isSilent === true);
  return !isAnySilent && mentions.length > 0 && mentions.every((names) => names.includes(pageId));
}
