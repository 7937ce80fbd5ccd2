import * as v from 'valibot';
import type { Level } from '@/utils/model/level';
import {
  type Impact,
  type IncidentPhase,
  MAINTENANCE_PHASE_OF,
  type Maintenance,
  type MaintenancePhase,
  type PlatformId,
  type StatusComponent,
  type Update,
} from '@/utils/model/report';
import type { Adapter, Documents, ExpectedPage, Reading } from './adapters';
import { everyEntry, failed, list, loose, looseList, looseText, maybe, readJson, text } from './read-body';
import { firstTimeOf, hostOf, linkOf, plainLine, timeOf } from './text';
import {
  isExpectedPage,
  isSomething,
  latestOf,
  lookUp,
  mergeComponents,
  reported,
  type StatedIdentity,
  type StatedIncident,
  UNREADABLE_PART,
  updatesOf,
} from './util';

/**
 * Shapes of Statuspage's public API v2, as permissive as the recorded pages require: keys may be absent (incident.io
 * omits empty lists), null, or empty. A field of the wrong type counts as missing, so that its entry is kept: a
 * component without a word is unknown, an incident without one is open. Words are interpreted later.
 */
const componentSchema = v.object({
  id: v.string(),
  name: looseText,
  status: looseText,
  group: loose(v.boolean()),
  group_id: looseText,
  page_id: looseText,
});

/** `code` is the component's id. The words state what the update changed. */
const affectedSchema = v.object({ code: looseText, old_status: looseText, new_status: looseText });

const updateSchema = v.object({
  status: looseText,
  body: looseText,
  created_at: looseText,
  updated_at: looseText,
  display_at: looseText,
  affected_components: looseList(affectedSchema),
});

const incidentSchema = v.object({
  id: looseText,
  name: looseText,
  status: looseText,
  impact: looseText,
  created_at: looseText,
  started_at: looseText,
  updated_at: looseText,
  resolved_at: looseText,
  shortlink: looseText,
  page_id: looseText,
  components: looseList(v.object({ id: looseText })),
  incident_updates: looseList(updateSchema),
  scheduled_for: looseText,
  scheduled_until: looseText,
});

const documentSchema = v.object({
  page: maybe(v.object({ id: text, url: looseText, updated_at: looseText })),
  components: maybe(everyEntry(componentSchema)),
  incidents: list(incidentSchema),
  scheduled_maintenances: list(incidentSchema),
});

type RawComponent = v.InferOutput<typeof componentSchema>;
type RawUpdate = v.InferOutput<typeof updateSchema>;
type RawIncident = v.InferOutput<typeof incidentSchema>;
type RawDocument = v.InferOutput<typeof documentSchema>;

/** Words of Statuspage and of incident.io's imitation. Other words give unknown, never operational. */
const LEVEL_WORDS: Readonly<Record<string, Level>> = {
  operational: 'operational',
  under_maintenance: 'maintenance',
  degraded_performance: 'degraded',
  partial_outage: 'partial_outage',
  major_outage: 'major_outage',
  // incident.io's native word for the same level.
  full_outage: 'major_outage',
};

const INCIDENT_WORDS: Readonly<Record<string, IncidentPhase>> = {
  investigating: 'investigating',
  identified: 'identified',
  // incident.io has "fixing" between identified and monitoring.
  fixing: 'identified',
  monitoring: 'monitoring',
  resolved: 'resolved',
  // Follows resolved; used on real pages although the documented list lacks it.
  postmortem: 'resolved',
};

const MAINTENANCE_WORDS: Readonly<Record<string, MaintenancePhase>> = {
  scheduled: 'scheduled',
  in_progress: 'in_progress',
  verifying: 'verifying',
  completed: 'completed',
  cancelled: 'cancelled',
  canceled: 'cancelled',
  // incident.io's words (api-docs.incident.io, "Status Pages": maintenance updates).
  maintenance_scheduled: 'scheduled',
  maintenance_in_progress: 'in_progress',
  maintenance_complete: 'completed',
};

const IMPACT_WORDS: Readonly<Record<string, Impact>> = {
  none: 'none',
  minor: 'minor',
  major: 'major',
  critical: 'critical',
  maintenance: 'maintenance',
};

type Word = string | null | undefined;
export const levelOfWord = (word: Word): Level => lookUp(LEVEL_WORDS, word) ?? 'unknown';
export const incidentPhaseOfWord = (word: Word): IncidentPhase | null => lookUp(INCIDENT_WORDS, word);
export const maintenancePhaseOfWord = (word: Word): MaintenancePhase | null => lookUp(MAINTENANCE_WORDS, word);
const impactOfWord = (word: Word): Impact => lookUp(IMPACT_WORDS, word) ?? 'unknown';

/** Groups are headings, not components: they are left out, and their names become the groups of their members. */
function readOne(raw: RawComponent, groupNames: ReadonlyMap<string, string>): StatusComponent {
  return {
    id: raw.id,
    name: plainLine(raw.name ?? raw.id),
    group: groupNames.get(raw.group_id ?? '') ?? null,
    level: levelOfWord(raw.status),
    word: plainLine(raw.status),
  };
}

/** Null: an entry that cannot be read. */
function readComponents(raws: readonly (RawComponent | null)[]): StatusComponent[] {
  const groups = raws.filter(isSomething).filter((raw) => raw.group === true);
  const groupNames = new Map(groups.map((raw) => [raw.id, plainLine(raw.name ?? raw.id)]));
  const listed = raws.filter((raw) => raw?.group !== true);
  return mergeComponents(listed.map((raw) => (raw === null ? UNREADABLE_PART : readOne(raw, groupNames))));
}

/** What parsing an incident needs to know about the rest. */
interface AroundIncident {
  /** The page's own address, without a trailing slash. */
  pageUrl: string | null;
  /** When the documents were read, epoch milliseconds. */
  readAt?: number | undefined;
}

/** The displayed time. `display_at` may be set to before the time of posting. */
const shownAt = ({ display_at, created_at, updated_at }: RawUpdate) => firstTimeOf(display_at, created_at, updated_at);

/** Sort key for updates: the time of posting. `updated_at` comes last, because a later edit moves it. */
const postedAt = ({ created_at, display_at, updated_at }: RawUpdate) => firstTimeOf(created_at, display_at, updated_at);

function readUpdates<Phase extends string>(
  raws: readonly RawUpdate[],
  phaseOfWord: (word: string | null | undefined) => Phase | null,
): Update<Phase>[] {
  return updatesOf(raws, (raw) => ({ at: shownAt(raw), phase: phaseOfWord(raw.status), text: raw.body }));
}

/** Newest first, by time of posting; updates without a time count as the oldest. */
const byPosting = (raws: readonly RawUpdate[]): RawUpdate[] =>
  raws.toSorted((a, b) => (postedAt(b) ?? Number.NEGATIVE_INFINITY) - (postedAt(a) ?? Number.NEGATIVE_INFINITY));

/**
 * The incident's own list plus the components that its updates name. Updates are deltas: for a component that only they
 * name, the newest word counts, so a recovered one is removed while the incident is open, unless none would remain.
 */
function componentIdsOf(raw: RawIncident, isOpen: boolean): string[] {
  const own = (raw.components ?? []).flatMap((component) => component.id || []);
  const named = new Map<string, boolean>();
  for (const { affected_components } of byPosting(raw.incident_updates ?? [])) {
    for (const { code, old_status, new_status } of affected_components ?? []) {
      const hasRecovered = new_status === 'operational' && old_status !== 'operational';
      if (code && !named.has(code)) named.set(code, hasRecovered);
    }
  }
  const unwell = [...named].filter(([, hasRecovered]) => !(isOpen && hasRecovered)).map(([code]) => code);
  const ids = [...new Set([...own, ...unwell])];
  return ids.length > 0 ? ids : [...named.keys()];
}

/** An unknown word does not close an incident: the newest known open phase counts, otherwise `investigating`. */
function phaseOf(raw: RawIncident, updates: readonly Update<IncidentPhase>[]): IncidentPhase {
  const stated = incidentPhaseOfWord(raw.status);
  const lastOpen = updates.find(({ phase }) => phase !== null && phase !== 'resolved')?.phase;
  return stated ?? lastOpen ?? 'investigating';
}

/** Pages give every incident an id; if it is not readable, link or name is used. Null: the entry has no identity. */
const idOf = (raw: RawIncident): string | null =>
  [raw.id, raw.shortlink, raw.name, raw.created_at].find((name) => typeof name === 'string' && name !== '') ?? null;

function urlOf(raw: RawIncident, pageUrl: string | null): string | null {
  const own = pageUrl === null || !raw.id ? null : linkOf(`${pageUrl}/incidents/${raw.id}`);
  return linkOf(raw.shortlink) ?? own;
}

/** The page writes `resolved_at` and the displayed time of the closing update in two steps. */
const SLACK_MS = 60_000;

/**
 * When a closed incident ended. Updates count in the order of posting, since the displayed end may be set to before the
 * previous update. A reopened incident keeps the `resolved_at` of its first end, so the last closing update counts. An
 * end in the future is ignored.
 */
function endOf(raw: RawIncident, readAt: number | undefined): number | null {
  const isPast = (at: number | null): at is number => at !== null && (readAt === undefined || at <= readAt + SLACK_MS);
  const stated = firstTimeOf(raw.resolved_at);
  const posted = byPosting(raw.incident_updates ?? []);
  const lastOpen = posted.findIndex(({ status }) => {
    const phase = incidentPhaseOfWord(status);
    return phase !== null && phase !== 'resolved';
  });
  const closing = posted
    .slice(0, lastOpen === -1 ? posted.length : lastOpen)
    .findLast(({ status }) => incidentPhaseOfWord(status) === 'resolved');
  const closedAt = closing === undefined ? null : shownAt(closing);
  const openAt = posted[lastOpen] === undefined ? null : shownAt(posted[lastOpen]);
  const isOfThisEnd =
    stated !== null &&
    (closedAt !== null ? stated >= closedAt - SLACK_MS || stated >= (openAt ?? stated) : stated >= (openAt ?? stated));
  return [isOfThisEnd ? stated : null, closedAt].find(isPast) ?? null;
}

/**
 * If the page has no `started_at` (incident.io), the start is the earliest displayed time: updates are often backdated
 * to before the incident was declared. Null for an entry without identity.
 */
function readIncident(raw: RawIncident, { pageUrl, readAt }: AroundIncident): StatedIncident | null {
  const id = idOf(raw);
  if (id === null) return null;
  const updates = readUpdates(raw.incident_updates ?? [], incidentPhaseOfWord);
  const createdAt = firstTimeOf(raw.created_at, raw.updated_at);
  const moments = [...updates.map((update) => update.at), ...(createdAt === null ? [] : [createdAt])];
  const phase = phaseOf(raw, updates);
  const lastMoment = moments.length > 0 ? Math.max(...moments) : null;
  const startedAt = firstTimeOf(raw.started_at) ?? (moments.length > 0 ? Math.min(...moments) : null);
  const updatedAt = firstTimeOf(raw.updated_at) ?? lastMoment ?? startedAt;
  return {
    id,
    kind: 'incident',
    title: plainLine(raw.name),
    impact: impactOfWord(raw.impact),
    level: null,
    phase,
    startedAt,
    updatedAt,
    resolvedAt: phase === 'resolved' ? endOf(raw, readAt) : null,
    // A list of updates that is cut at its old end moves the earliest time; that of the creation holds it.
    derivedTimes: firstTimeOf(raw.started_at, raw.created_at) === null ? ['startedAt'] : undefined,
    isExplained: [raw, ...(raw.incident_updates ?? [])].some(({ status }) => status === 'postmortem'),
    componentIds: componentIdsOf(raw, phase !== 'resolved'),
    updates,
    url: urlOf(raw, pageUrl),
  };
}

/** Null for an unknown word. Incidents of impact "maintenance" use the words of either kind. */
export function maintenancePhaseIn(word: string | null | undefined): MaintenancePhase | null {
  const asIncident = incidentPhaseOfWord(word);
  return maintenancePhaseOfWord(word) ?? (asIncident === null ? null : MAINTENANCE_PHASE_OF[asIncident]);
}

/** An incident whose impact is maintenance, so it is planned. */
const isPlannedWork = (raw: RawIncident): boolean => raw.impact === 'maintenance';

/**
 * `started_at` and `created_at` of a scheduled maintenance are the time of its announcement: without a period, no start
 * is known. A maintenance that is posted as an incident has no period; it began when it was posted.
 */
function readMaintenance(
  raw: RawIncident,
  { pageUrl }: AroundIncident,
  isPostedAsIncident = false,
): Maintenance | null {
  const id = idOf(raw);
  if (id === null) return null;
  const updates = readUpdates(raw.incident_updates ?? [], maintenancePhaseIn);
  const lastPhase = updates.find((update) => update.phase !== null)?.phase;
  const begun = isPostedAsIncident ? firstTimeOf(raw.started_at, raw.created_at) : null;
  const phase = maintenancePhaseIn(raw.status) ?? lastPhase ?? (isPostedAsIncident ? 'in_progress' : 'scheduled');
  return {
    id,
    title: plainLine(raw.name),
    phase,
    startsAt: firstTimeOf(raw.scheduled_for) ?? begun,
    endsAt: firstTimeOf(raw.scheduled_until),
    componentIds: componentIdsOf(raw, false),
    updates,
    url: urlOf(raw, pageUrl),
  };
}

/** A Statuspage document has at least one of its lists; `{}` and unrelated JSON have none. */
function readDocument(body: string) {
  const read = readJson(body, documentSchema);
  if (!read.ok) return read;
  const { page, components, incidents, scheduled_maintenances } = read.value;
  return page || components || incidents || scheduled_maintenances ? read : failed('wrong_shape');
}

/** The page's own id, and those in its entries. */
function identityIn(
  name: string,
  { page, components, incidents, scheduled_maintenances }: RawDocument,
): StatedIdentity {
  const listed = (components ?? []).filter(isSomething);
  const entries = [...listed, ...(incidents ?? []), ...(scheduled_maintenances ?? [])];
  const mentions = [page?.id, ...entries.map(({ page_id }) => page_id)].map((id) => [id]);
  // Only incident.io omits the page, and only in the list of components (recorded on 2026-09-19):
  // https://github.com/hani-sul/Wakz/blob/5cb9cae3736df13fdf25f551a383ff70fbe0579e/tools/research/raw/openai__api-v2-components-json.json
  return { mentions, url: page?.url, isSilent: name === 'summary' && !page?.id };
}

/**
 * Summary and history may both contain an incident, read at different times: the one updated last counts. For the same
 * state, components that either of them names are combined: a list that is unreadable in one hides nothing.
 */
function newestById(items: readonly StatedIncident[]): StatedIncident[] {
  const newest = new Map<string, StatedIncident>();
  for (const item of items) {
    const known = newest.get(item.id);
    const [was, is] = [known, item].map((one) => one?.updatedAt ?? Number.NEGATIVE_INFINITY);
    if (known === undefined || (is ?? 0) > (was ?? 0)) newest.set(item.id, item);
    else if (is === was) {
      newest.set(item.id, { ...known, componentIds: [...new Set([...known.componentIds, ...item.componentIds])] });
    }
  }
  return [...newest.values()];
}

/** Parses any set of Statuspage-shaped documents: each contributes the lists that it has. */
export function parseStatuspage(platform: PlatformId, bodies: Documents, expected: ExpectedPage): Reading {
  const reads = Object.entries(bodies).map(([name, body]) => ({ name, read: readDocument(body) }));
  if (reads.length === 0) return failed('not_json');
  const broken = reads.find(({ read }) => !read.ok)?.read;
  if (broken !== undefined && !broken.ok) return broken;
  const named = reads.flatMap(({ name, read }) => (read.ok ? [{ name, document: read.value }] : []));
  const documents = named.map(({ document }) => document);
  const identities = named.map(({ name, document }) => identityIn(name, document));
  if (!isExpectedPage(identities, expected)) return failed('wrong_page');

  const address = documents.map((document) => linkOf(document.page?.url)).find(isSomething) ?? expected.origin;
  const around = { pageUrl: address?.replace(/\/+$/, '') ?? null, readAt: expected.readAt };
  const posts = documents.flatMap((document) => document.incidents ?? []);
  const incidents = posts.filter((raw) => !isPlannedWork(raw)).map((raw) => readIncident(raw, around));
  const planned = [
    ...posts.filter(isPlannedWork).map((raw) => readMaintenance(raw, around, true)),
    ...documents
      .flatMap((document) => document.scheduled_maintenances ?? [])
      .map((raw) => readMaintenance(raw, around)),
  ];

  return reported({
    platform,
    hasHistory: 'incidents' in bodies,
    pageHost: documents.map((document) => hostOf(document.page?.url)).find(isSomething) ?? null,
    sourceUpdatedAt: latestOf(documents.map((document) => timeOf(document.page?.updated_at)).filter(isSomething)),
    components: readComponents(documents.flatMap((document) => document.components ?? [])),
    incidents: newestById(incidents.filter(isSomething)),
    maintenances: [...new Map(planned.filter(isSomething).map((one) => [one.id, one])).values()],
    readAt: expected.readAt,
  });
}

/**
 * Atlassian Statuspage, public API v2 (documented on each page under `/api`). The summary lists open incidents only;
 * `incidents.json` has the newest fifty, with their ends.
 */
export const statuspage: Adapter = {
  requests: (origin) => [
    { name: 'summary', url: `${origin}/api/v2/summary.json` },
    { name: 'incidents', url: `${origin}/api/v2/incidents.json`, need: 'history' },
  ],
  parse: (documents, expected) => parseStatuspage('statuspage', documents, expected),
};
