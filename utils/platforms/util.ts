import * as v from 'valibot';
import type { ReadFailure, ReadFailureKind } from '@/utils/model/failure';
import { type Level, worstOf } from '@/utils/model/level';
import type { Impact, Incident, IncidentPhase, Maintenance, Report, StatusComponent } from '@/utils/model/report';
import type { ExpectedPage, Reading } from './adapter';
import { explainBody } from './explain-body';
import { hostOf, plainLine, plainText } from './text';

/** What dialects leave out, or write as null, where there is nothing to say. */
export const maybe = <Schema extends v.GenericSchema>(schema: Schema) => v.optional(v.nullable(schema));

export const text = maybe(v.string());

/**
 * The same, but a value of the wrong type counts as not stated. Only for fields whose absence never means that something
 * is well: a component's level word that is absent is unknown, an incident's is open.
 */
export const loose = <Schema extends v.GenericSchema>(schema: Schema) => v.fallback(maybe(schema), null);

export const looseText = loose(v.string());

/**
 * A list whose entries are parsed one by one: an entry of another shape is left out and does not fail the document.
 * A value that is no list at all still fails. Make the fields of an entry `loose` where leaving it out could hide trouble.
 */
export const entries = <Schema extends v.GenericSchema>(item: Schema) =>
  v.pipe(
    v.array(v.unknown()),
    v.transform((raws) =>
      raws.flatMap((raw): v.InferOutput<Schema>[] => {
        const parsed = v.safeParse(item, raw);
        return parsed.success ? [parsed.output] : [];
      }),
    ),
  );

/** The same for a list that may be left out. */
export const list = <Schema extends v.GenericSchema>(item: Schema) => maybe(entries(item));

/** A list inside an entry: one that is no list counts as not stated, so that the entry itself is kept. */
export const looseList = <Schema extends v.GenericSchema>(item: Schema) => loose(entries(item));

/**
 * The same, but an entry of another shape stays in the list as null. For lists that stand for what they leave out: there,
 * an entry that cannot be read must not count as "nothing is wrong".
 */
export const everyEntry = <Schema extends v.GenericSchema>(item: Schema) => v.array(v.fallback(v.nullable(item), null));

/** Such a list inside an entry: one that is no list holds something that cannot be read. */
export const everyEntryIn = <Schema extends v.GenericSchema>(item: Schema) =>
  maybe(v.fallback(everyEntry(item), [null]));

/** An id of a dialect that writes ids as numbers in one place and as text in another: always text. */
export const idSchema = v.pipe(
  v.union([v.string(), v.number()]),
  v.transform((id) => String(id)),
);

/** Looks only at the table's own keys, so that "constructor" is a word like any other. Null when it is not there. */
export function lookUp<T>(table: Readonly<Record<string, T>>, word: string | null | undefined): T | null {
  return typeof word === 'string' && Object.hasOwn(table, word) ? (table[word] ?? null) : null;
}

/** The latest of some moments; null of none. */
export function latestOf(times: readonly number[]): number | null {
  return times.reduce<number | null>((latest, time) => (latest === null || time > latest ? time : latest), null);
}

export interface Failed {
  ok: false;
  failure: ReadFailure;
}

/** A reading that failed for what the documents are, not for how they arrived. */
export const failed = (kind: Exclude<ReadFailureKind, 'http_error' | 'rate_limited'>): Failed => ({
  ok: false,
  failure: { kind },
});

/** What a page says of one update. */
interface SaidUpdate<Phase> {
  /** Null: no time that we can read. */
  at: number | null;
  phase: Phase;
  text: string | null | undefined;
}

/** Newest first, whatever the order on the page. An update without a time cannot be placed and is left out. */
export function updatesOf<Raw, Phase extends string | null>(
  raws: readonly Raw[],
  read: (raw: Raw) => SaidUpdate<Phase>,
): { at: number; phase: Phase; text: string }[] {
  const updates = raws.flatMap((raw) => {
    const { at, phase, text } = read(raw);
    return at === null ? [] : [{ at, phase, text: plainText(text) }];
  });
  // Stable: what the page lists first stays first within one moment.
  return updates.sort((a, b) => b.at - a.at);
}

/**
 * When updates, newest first, say that an incident ended: the first one that closes it after the last open phase. Notes
 * and edits that follow do not move the end. Null when none says so.
 */
export function closedAtBy(updates: readonly { at: number; phase: IncidentPhase | null }[]): number | null {
  const lastOpen = updates.findIndex(({ phase }) => phase !== null && phase !== 'resolved');
  const since = lastOpen === -1 ? updates : updates.slice(0, lastOpen);
  return since.findLast(({ phase }) => phase === 'resolved')?.at ?? null;
}

/** RFC 8259 lets parsers ignore a byte order mark; `JSON.parse` does not. */
const BYTE_ORDER_MARK = /^\uFEFF/;

/** The document in the shape of its schema, or why it is not. A document that is missing is no JSON. */
export function readJson<Schema extends v.GenericSchema>(
  body: string | undefined,
  schema: Schema,
): { ok: true; value: v.InferOutput<Schema> } | Failed {
  let json: unknown;
  try {
    json = JSON.parse((body ?? '').replace(BYTE_ORDER_MARK, ''));
  } catch {
    return failed(explainBody(body ?? ''));
  }
  const parsed = v.safeParse(schema, json);
  return parsed.success ? { ok: true, value: parsed.output } : failed('wrong_shape');
}

/** An incident as a page states it: its times may be missing or unreadable, null then. */
export interface StatedIncident extends Omit<Incident, 'startedAt' | 'updatedAt'> {
  startedAt: number | null;
  updatedAt: number | null;
}

/** What a page said. What is not given here is as most pages have it: a list of parts, the present only, no time of its own. */
interface Said extends Partial<Omit<Report, 'incidents' | 'maintenances'>> {
  platform: Report['platform'];
  components: Report['components'];
  /** Null: an entry that an adapter can neither read nor leave out, for it could hide trouble. It fails the reading. */
  incidents: readonly (StatedIncident | null)[];
  maintenances?: readonly (Maintenance | null)[];
  /** When the documents were read, epoch milliseconds; see `ExpectedPage`. */
  readAt?: number | undefined;
}

/** Clocks of pages and of this machine differ by that much. */
const SLACK_MS = 10 * 60_000;

/** A moment that lies ahead of the reading is a slip of the page: it is neither now nor an end. */
export const pastOrNull = (at: number | null, readAt: number | undefined): number | null =>
  at !== null && readAt !== undefined && at > readAt + SLACK_MS ? null : at;

const isSomething = <T>(value: T | null): value is T => value !== null;

/** Every moment that the page states, but those that lie ahead of the reading. */
function momentsOf({ incidents, sourceUpdatedAt = null, readAt }: Said): number[] {
  const stated = incidents.flatMap((one) => [one?.startedAt ?? null, one?.updatedAt ?? null]);
  return [...stated, sourceUpdatedAt].filter(isSomething).filter((at) => readAt === undefined || at <= readAt);
}

/**
 * An open incident without any time is kept, since leaving it out could hide trouble: it counts as of the latest moment
 * that the page states, else of the reading. A closed one that cannot be placed in time is of no use and is left out.
 */
function placed(stated: StatedIncident, latest: number, readAt: number | undefined): Incident[] {
  const [began, touched, ended] = [stated.startedAt, stated.updatedAt, stated.resolvedAt].map((at) =>
    pastOrNull(at, readAt),
  );
  const isClosed = stated.phase === 'resolved';
  const startedAt = began ?? touched ?? (isClosed ? null : latest);
  if (startedAt === null) return [];
  const told = latestOf(stated.updates.map(({ at }) => pastOrNull(at, readAt)).filter(isSomething));
  const updatedAt = touched ?? told ?? startedAt;
  return [{ ...stated, startedAt, updatedAt, resolvedAt: isClosed ? (ended ?? updatedAt) : null }];
}

/** A reading that went well. An entry that cannot be placed in time does not fail the others. */
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

/** Each part once: one that is listed twice, in documents read moments apart, say, has the worse of both levels. */
export function mergeComponents(listed: readonly StatusComponent[]): StatusComponent[] {
  const components = new Map<string, StatusComponent>();
  for (const component of listed) {
    const known = components.get(component.id);
    const isNews = known === undefined || worstOf([known.level, component.level]) !== known.level;
    if (isNews) components.set(component.id, component);
  }
  return [...components.values()];
}

/**
 * Stands for entries of a list of parts that cannot be read. Without it, a page whose other parts are well would be well
 * as a whole.
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

/** For dialects that have one scale for parts and incidents: how much an incident of that level weighs. */
export const impactOfLevel = (level: Level): Impact => IMPACTS[level];

const schema = v.object({ page: v.object({ name: v.string() }) });

/** What a status page calls itself, in dialects whose documents say so (Statuspage, incident.io, Instatus); else null. */
export function pageNameOf(documents: Readonly<Record<string, string>>): string | null {
  for (const body of Object.values(documents)) {
    const read = readJson(body, schema);
    const name = read.ok ? plainLine(read.value.page.name) : '';
    if (name !== '') return name;
  }
  return null;
}

type Name = string | null | undefined;

/** What one document of a reading says about the page that it is of. */
export interface StatedIdentity {
  /**
   * Every mention of a page in the document. A mention is the list of names that the page goes by there (an id, or
   * a title and an address); names that are not stated are null.
   */
  mentions: readonly (readonly Name[])[];
  /** The page's own address; null where the document does not state one. */
  url?: Name;
  /** The document does not state its page although documents of its kind do. */
  isSilent?: boolean;
}

const isStated = (name: Name): name is string => typeof name === 'string' && name !== '';

/** With an unknown page id, the address is the only check: it has to be on one of the recorded hosts. */
function isOnKnownHost(url: Name, { origin, hosts }: ExpectedPage): boolean {
  const host = hostOf(url);
  const known = [hostOf(origin), ...(hosts ?? [])].filter(isStated);
  return host === null || known.length === 0 || known.includes(host);
}

/**
 * Whether all documents of a reading are of the expected page. A missing identity, another page's, and two that differ
 * within one reading are all refused. Where no page id is expected, the documents have to agree with each other, and the
 * address that they state has to be on a known host.
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
