import type { PlatformId } from '@/utils/model/report';
import type { Documents, ExpectedPage, Reading } from './adapter';
import { failed } from './failed';
import { latestOf } from './latest-of';
import { linkOf } from './link';
import { readJson } from './read-json';
import { readComponents } from './read-statuspage-components';
import { readIncident, readMaintenance } from './read-statuspage-incidents';
import { reported } from './reported';
import { documentSchema, type RawDocument } from './statuspage-schema';
import { timeOf } from './times';

/** A document of this dialect has at least one of its lists; `{}` or a stranger's JSON has none. */
function readDocument(body: string) {
  const read = readJson(body, documentSchema);
  if (!read.ok) return read;
  const { page, components, incidents, scheduled_maintenances } = read.value;
  return page || components || incidents || scheduled_maintenances ? read : failed('wrong_shape');
}

/** Every page id that the documents carry. */
function pageIdsOf(documents: readonly RawDocument[]): Set<string> {
  const ids = documents.flatMap((document) => [
    document.page?.id,
    ...(document.components ?? []).map((component) => component.page_id),
    ...(document.incidents ?? []).map((incident) => incident.page_id),
  ]);
  return new Set(ids.filter((id) => typeof id === 'string'));
}

/** Summary and history may both hold an incident, read moments apart: the one that was touched last counts. */
function newestById<T extends { id: string; updatedAt: number }>(items: readonly T[]): T[] {
  const newest = new Map<string, T>();
  for (const item of items) {
    if (item.updatedAt > (newest.get(item.id)?.updatedAt ?? Number.NEGATIVE_INFINITY)) newest.set(item.id, item);
  }
  return [...newest.values()];
}

const isSomething = <T>(value: T | null): value is T => value !== null;

/** Reads any set of Statuspage-shaped documents: each adds the lists that it has. */
export function parseStatuspage(platform: PlatformId, bodies: Documents, expected: ExpectedPage): Reading {
  const reads = Object.values(bodies).map(readDocument);
  if (reads.length === 0) return failed('not_json');
  const broken = reads.find((read) => !read.ok);
  if (broken !== undefined) return broken;
  const documents = reads.flatMap((read) => (read.ok ? [read.value] : []));

  const pageIds = pageIdsOf(documents);
  if (expected.pageId !== null && (pageIds.size !== 1 || !pageIds.has(expected.pageId))) return failed('wrong_page');

  const address = documents.map((document) => linkOf(document.page?.url)).find(isSomething) ?? expected.origin;
  const pageUrl = address?.replace(/\/+$/, '') ?? null;
  const incidents = documents.flatMap((document) => document.incidents ?? []).map((raw) => readIncident(raw, pageUrl));
  const maintenances = documents
    .flatMap((document) => document.scheduled_maintenances ?? [])
    .map((raw) => readMaintenance(raw, pageUrl));
  // An incident that cannot be placed in time is a shape that we do not know; to drop it could hide trouble.
  if (!incidents.every(isSomething) || !maintenances.every(isSomething)) return failed('wrong_shape');

  return reported({
    platform,
    hasHistory: 'incidents' in bodies,
    sourceUpdatedAt: latestOf(documents.map((document) => timeOf(document.page?.updated_at)).filter(isSomething)),
    components: readComponents(documents.flatMap((document) => document.components ?? [])),
    incidents: newestById(incidents),
    maintenances: [...new Map(maintenances.map((maintenance) => [maintenance.id, maintenance])).values()],
  });
}
