import type { PlatformId } from '@/utils/model/report';
import type { Documents, ExpectedPage, Reading } from './adapter';
import { isExpectedPage, type StatedIdentity } from './check-identity';
import { failed } from './failed';
import { latestOf } from './latest-of';
import { linkOf } from './link';
import { readJson } from './read-json';
import { readComponents } from './read-statuspage-components';
import { isPlannedWork, readIncident, readMaintenance } from './read-statuspage-incidents';
import { reported, type StatedIncident } from './reported';
import { documentSchema, type RawDocument } from './statuspage-schema';
import { timeOf } from './times';

/** A document of this dialect has at least one of its lists; `{}` or a stranger's JSON has none. */
function readDocument(body: string) {
  const read = readJson(body, documentSchema);
  if (!read.ok) return read;
  const { page, components, incidents, scheduled_maintenances } = read.value;
  return page || components || incidents || scheduled_maintenances ? read : failed('wrong_shape');
}

/** The page's own id, and the one that each entry carries. */
function identityIn(
  name: string,
  { page, components, incidents, scheduled_maintenances }: RawDocument,
): StatedIdentity {
  const entries = [...(components ?? []), ...(incidents ?? []), ...(scheduled_maintenances ?? [])];
  const mentions = [page?.id, ...entries.map(({ page_id }) => page_id)].map((id) => [id]);
  // Only incident.io leaves the page out, and only where it lists components alone (recorded 2026-09-19).
  return { mentions, url: page?.url, isSilent: name === 'summary' && !page?.id };
}

/**
 * Summary and history may both hold an incident, read moments apart: the one that was touched last counts. Of one state
 * of it, a component that either of them names is named: a list that cannot be read in one hides nothing.
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

const isSomething = <T>(value: T | null): value is T => value !== null;

/** Reads any set of Statuspage-shaped documents: each adds the lists that it has. */
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
    sourceUpdatedAt: latestOf(documents.map((document) => timeOf(document.page?.updated_at)).filter(isSomething)),
    components: readComponents(documents.flatMap((document) => document.components ?? [])),
    incidents: newestById(incidents.filter(isSomething)),
    maintenances: [...new Map(planned.filter(isSomething).map((one) => [one.id, one])).values()],
    readAt: expected.readAt,
  });
}
