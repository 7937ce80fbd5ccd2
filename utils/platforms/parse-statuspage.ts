import * as v from 'valibot';
import type { ReadFailureKind } from '@/utils/model/failure';
import type { PlatformId } from '@/utils/model/report';
import type { Documents, ExpectedPage, Reading } from './adapter';
import { linkOf } from './link';
import { readComponents } from './read-components';
import { readIncident, readMaintenance } from './read-incidents';
import { documentSchema, type RawDocument } from './statuspage-schema';
import { timeOf } from './times';

const failed = (kind: Exclude<ReadFailureKind, 'http_error' | 'rate_limited'>): Reading => ({
  ok: false,
  failure: { kind },
});

/** `undefined` is no JSON value, so it can mean "not JSON". */
function jsonOf(body: string): unknown {
  try {
    return JSON.parse(body);
  } catch {
    return undefined;
  }
}

/** A document of this dialect has at least one of its lists; `{}` or a stranger's JSON has none. */
function parseDocument(json: unknown): RawDocument | null {
  const parsed = v.safeParse(documentSchema, json);
  if (!parsed.success) return null;
  const { page, components, incidents, scheduled_maintenances } = parsed.output;
  return page || components || incidents || scheduled_maintenances ? parsed.output : null;
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
const lastTime = (times: number[]): number | null => (times.length > 0 ? Math.max(...times) : null);

/** Reads any set of Statuspage-shaped documents: each adds the lists that it has. */
export function parseStatuspage(platform: PlatformId, bodies: Documents, expected: ExpectedPage): Reading {
  const jsons = Object.values(bodies).map(jsonOf);
  if (jsons.length === 0 || jsons.includes(undefined)) return failed('not_json');
  const documents = jsons.map(parseDocument);
  if (!documents.every(isSomething)) return failed('wrong_shape');

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

  return {
    ok: true,
    report: {
      platform,
      lists: 'components',
      hasHistory: 'incidents' in bodies,
      sourceUpdatedAt: lastTime(documents.map((document) => timeOf(document.page?.updated_at)).filter(isSomething)),
      components: readComponents(documents.flatMap((document) => document.components ?? [])),
      incidents: newestById(incidents).sort((a, b) => b.startedAt - a.startedAt),
      maintenances: [...new Map(maintenances.map((maintenance) => [maintenance.id, maintenance])).values()],
    },
  };
}
