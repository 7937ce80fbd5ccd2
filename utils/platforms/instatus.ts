import * as v from 'valibot';
import type { Level } from '@/utils/model/level';
import type { IncidentPhase, Maintenance, MaintenancePhase, StatusComponent } from '@/utils/model/report';
import type { Adapter, Documents, ExpectedPage, Reading } from './adapters';
import { everyEntry, everyEntryIn, failed, list, loose, looseText, readJson, text } from './read-body';
import { linkOf, plainLine, writtenTimeOf } from './text';
import {
  impactOfLevel,
  isExpectedPage,
  isSomething,
  lookUp,
  mergeComponents,
  reported,
  type StatedIdentity,
  type StatedIncident,
  UNREADABLE_PART,
} from './util';

/**
 * Shapes of Instatus's public data, https://instatus.com/help/api/public-data, as permissive as the recorded pages
 * require: empty lists are omitted, the group is null or an object, and older pages answer with a bare array of parents
 * with children.
 */
const part = { id: v.string(), name: looseText, status: looseText };
const componentSchema = v.object({
  ...part,
  isParent: loose(v.boolean()),
  // Only a heading; another shape counts as missing.
  group: loose(v.object({ name: text })),
  children: everyEntryIn(v.object(part)),
});

const componentsSchema = v.union([
  v.object({ components: everyEntry(componentSchema) }),
  v.pipe(
    everyEntry(componentSchema),
    v.transform((components) => ({ components })),
  ),
]);

const noticeSchema = v.object({ id: looseText, name: looseText, status: looseText, url: looseText });
const incidentSchema = v.object({
  ...noticeSchema.entries,
  started: looseText,
  impact: looseText,
  updatedAt: looseText,
});
/** `duration` is in minutes, as text. */
const maintenanceSchema = v.object({
  ...noticeSchema.entries,
  start: looseText,
  duration: loose(v.union([v.string(), v.number()])),
});

const summarySchema = v.object({
  page: v.object({ name: looseText, url: looseText, status: v.string() }),
  activeIncidents: list(incidentSchema),
  activeMaintenances: list(maintenanceSchema),
});

type RawNotice = v.InferOutput<typeof noticeSchema>;
type RawComponent = v.InferOutput<typeof componentSchema>;
type RawIncident = v.InferOutput<typeof incidentSchema>;
type RawMaintenance = v.InferOutput<typeof maintenanceSchema>;
type RawSummary = v.InferOutput<typeof summarySchema>;

/** Instatus's words for components and the impact of incidents. Other words give unknown, never operational. */
const LEVEL_WORDS: Readonly<Record<string, Level>> = {
  OPERATIONAL: 'operational',
  UNDERMAINTENANCE: 'maintenance',
  DEGRADEDPERFORMANCE: 'degraded',
  // Instatus does not document how a minor outage differs from a partial one.
  MINOROUTAGE: 'partial_outage',
  PARTIALOUTAGE: 'partial_outage',
  MAJOROUTAGE: 'major_outage',
};

const INCIDENT_WORDS: Readonly<Record<string, IncidentPhase>> = {
  INVESTIGATING: 'investigating',
  IDENTIFIED: 'identified',
  MONITORING: 'monitoring',
  RESOLVED: 'resolved',
};

const MAINTENANCE_WORDS: Readonly<Record<string, MaintenancePhase>> = {
  NOTSTARTEDYET: 'scheduled',
  INPROGRESS: 'in_progress',
  COMPLETED: 'completed',
};

type Word = string | null | undefined;
const levelOfWord = (word: Word): Level => lookUp(LEVEL_WORDS, word) ?? 'unknown';
/** An unknown word does not close an incident. */
const incidentPhaseOfWord = (word: Word): IncidentPhase => lookUp(INCIDENT_WORDS, word) ?? 'investigating';
const maintenancePhaseOfWord = (word: Word): MaintenancePhase => lookUp(MAINTENANCE_WORDS, word) ?? 'scheduled';

const MINUTE = 60_000;
const YEAR_IN_MINUTES = 366 * 24 * 60;

type RawPart = Pick<RawComponent, 'id' | 'name' | 'status'>;

const partOf = ({ id, name, status }: RawPart, group: string | null): StatusComponent => ({
  id,
  name: plainLine(name ?? id),
  group,
  level: levelOfWord(status),
  word: plainLine(status),
});

/** A parent is a heading, not a component: its name becomes the group of its children. */
function partsOf(raw: RawComponent | null): StatusComponent[] {
  if (raw === null) return [UNREADABLE_PART];
  const children = raw.children ?? [];
  const isHeading = raw.isParent === true || children.length > 0;
  if (isHeading) {
    return children.map((child) => (child === null ? UNREADABLE_PART : partOf(child, plainLine(raw.name ?? raw.id))));
  }
  return [partOf(raw, raw.group?.name ? plainLine(raw.group.name) : null)];
}

/**
 * Older pages state no id: the end of the link is used, otherwise the start time, which does not change when the title
 * is edited. Null if there is no identity.
 */
function idOf({ id, url, name }: RawNotice, startedAt: number | null): string | null {
  const ofLink = url?.split('/').findLast(Boolean);
  return id || ofLink || (startedAt === null ? null : String(startedAt)) || name || null;
}

/** The page states neither an end, nor updates, nor affected components. */
function readIncident(raw: RawIncident): StatedIncident | null {
  const startedAt = writtenTimeOf(raw.started);
  const id = idOf(raw, startedAt);
  if (id === null) return null;
  return {
    id,
    kind: 'incident',
    title: plainLine(raw.name),
    impact: impactOfLevel(levelOfWord(raw.impact)),
    level: null,
    phase: incidentPhaseOfWord(raw.status),
    startedAt,
    updatedAt: writtenTimeOf(raw.updatedAt) ?? startedAt,
    resolvedAt: null,
    isExplained: false,
    componentIds: [],
    updates: [],
    url: linkOf(raw.url),
  };
}

function readMaintenance(raw: RawMaintenance): Maintenance | null {
  const startsAt = writtenTimeOf(raw.start);
  const id = idOf(raw, startsAt);
  if (id === null) return null;
  const minutes = Number(raw.duration ?? 0);
  return {
    id,
    title: plainLine(raw.name),
    phase: maintenancePhaseOfWord(raw.status),
    startsAt,
    endsAt: startsAt !== null && minutes > 0 && minutes <= YEAR_IN_MINUTES ? startsAt + minutes * MINUTE : null,
    componentIds: [],
    updates: [],
    url: linkOf(raw.url),
  };
}

/** The page is identified by name or address; the list of components has no identity. */
function identityOf({ page }: RawSummary): StatedIdentity {
  return { mentions: [[page.name, page.url?.replace(/(?<!\/)\/+$/, '')]], url: page.url };
}

function parse(documents: Documents, expected: ExpectedPage): Reading {
  if (documents.summary === undefined && documents.components === undefined) return failed('not_json');
  const summary = documents.summary === undefined ? null : readJson(documents.summary, summarySchema);
  const listing = documents.components === undefined ? null : readJson(documents.components, componentsSchema);
  if (summary?.ok === false) return summary;
  if (listing?.ok === false) return listing;
  if (!isExpectedPage(summary === null ? [] : [identityOf(summary.value)], expected)) return failed('wrong_page');

  const incidents = (summary?.value.activeIncidents ?? []).map(readIncident);
  const maintenances = (summary?.value.activeMaintenances ?? []).map(readMaintenance);
  return reported({
    platform: 'instatus',
    components: mergeComponents((listing?.value.components ?? []).flatMap(partsOf)),
    incidents: incidents.filter(isSomething),
    maintenances: maintenances.filter(isSomething),
    readAt: expected.readAt,
  });
}

/**
 * Instatus. The summary has the page's overall status and open incidents, so the components are always read too. On some
 * pages it has only the overall status, as on Perplexity's on 2026-08-16:
 * https://github.com/segevsh/w6w-apps/blob/87e06c56d02cef52be0d38d61ed70263027f1ae0/apps/perplexity/tests/health/service.test.ts
 * The overall status is not used: it was "UP" during an open incident (observed on Manychat's page on 2026-08-03; not
 * published).
 */
export const instatus: Adapter = {
  requests: (origin) => [
    { name: 'summary', url: `${origin}/summary.json` },
    { name: 'components', url: `${origin}/v2/components.json` },
  ],
  parse,
};
