import type { Maintenance, StatusComponent } from '@/utils/model/report';
import type { Adapter, Documents, ExpectedPage, Reading } from './adapter';
import { isExpectedPage, type StatedIdentity } from './check-identity';
import { failed } from './failed';
import { impactOfLevel } from './impact-of-level';
import {
  componentsSchema,
  type RawComponent,
  type RawIncident,
  type RawMaintenance,
  type RawNotice,
  type RawSummary,
  summarySchema,
} from './instatus-schema';
import { incidentPhaseOfWord, levelOfWord, maintenancePhaseOfWord } from './instatus-words';
import { linkOf } from './link';
import { mergeComponents, UNREADABLE_PART } from './merge-components';
import { plainLine } from './plain-text';
import { readJson } from './read-json';
import { reported, type StatedIncident } from './reported';
import { writtenTimeOf } from './times';

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

/** A parent is a heading, not a part: its name stands on its children. */
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
 * Older pages give no id: then the end of the link, else the moment of its start, which outlives an edited title. Null:
 * nothing tells it from another.
 */
function idOf({ id, url, name }: RawNotice, startedAt: number | null): string | null {
  const ofLink = url?.split('/').findLast(Boolean);
  return id || ofLink || (startedAt === null ? null : String(startedAt)) || name || null;
}

/** The page says neither what it wrote nor whom it concerns. */
function readIncident(raw: RawIncident): StatedIncident | null {
  const startedAt = writtenTimeOf(raw.started);
  const id = idOf(raw, startedAt);
  if (id === null) return null;
  const phase = incidentPhaseOfWord(raw.status);
  const updatedAt = writtenTimeOf(raw.updatedAt) ?? startedAt;
  return {
    id,
    kind: 'incident',
    title: plainLine(raw.name),
    impact: impactOfLevel(levelOfWord(raw.impact)),
    level: null,
    phase,
    startedAt,
    updatedAt,
    resolvedAt: phase === 'resolved' ? updatedAt : null,
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

/** The page goes by its name or its address; the list of parts bears no identity. */
function identityOf({ page }: RawSummary): StatedIdentity {
  return { mentions: [[page.name, page.url?.replace(/(?<!\/)\/+$/, '')]], url: page.url };
}

const isSomething = <T>(value: T | null): value is T => value !== null;

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
 * Instatus. The summary has the page's own word and what is open, and on some pages (Perplexity's, recorded
 * 2026-08-16) nothing else, so the parts are always read too. The page's word was "UP" over an open incident
 * (2026-08-03): it is not judged by.
 */
export const instatus: Adapter = {
  requests: (origin) => [
    { name: 'summary', url: `${origin}/summary.json` },
    { name: 'components', url: `${origin}/v2/components.json` },
  ],
  parse,
};
