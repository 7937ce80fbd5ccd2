import * as v from 'valibot';
import type { DetectedPlatformId } from '@/utils/model/page-memory';
import { isFeedBody } from './explain-body';
import { maybe, text } from './maybe';
import { readJson } from './read-json';

const schema = v.object({
  page: maybe(v.object({ id: text, name: text, status: text })),
  data: maybe(v.object({ id: text, type: text })),
});

const STATUSPAGE_ID = /^[a-z0-9]{12}$/;
/** A ULID: Crockford's alphabet. */
const INCIDENTIO_ID = /^[0-9A-HJKMNP-TV-Z]{26}$/;
const INSTATUS_WORD = /^(?:UP|HASISSUES|UNDERMAINTENANCE|(?:ALL|SOME|ONE)[A-Z]*(?:OUTAGE|PERFORMANCE|MAINTENANCE))$/;

export interface PageIdentity {
  platform: DetectedPlatformId;
  pageId: string;
}

/**
 * Whose status page a document says that it is of, and in which dialect; null when it says neither. Statuspage and
 * incident.io are told apart by the page's id; a feed is its host's.
 */
export function identifyPage(body: string, host: string): PageIdentity | null {
  if (isFeedBody(body)) return { platform: 'feed', pageId: host };
  const read = readJson(body, schema);
  if (!read.ok) return null;
  const { page, data } = read.value;
  const id = page?.id ?? '';
  if (STATUSPAGE_ID.test(id)) return { platform: 'statuspage', pageId: id };
  if (INCIDENTIO_ID.test(id)) return { platform: 'incidentio', pageId: id };
  if (page?.name && INSTATUS_WORD.test(page.status ?? '')) return { platform: 'instatus', pageId: page.name };
  return data?.id && data.type === 'status_page' ? { platform: 'betterstack', pageId: data.id } : null;
}
