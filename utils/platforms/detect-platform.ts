import * as v from 'valibot';
import type { PlatformId } from '@/utils/model/report';
import { ADAPTERS } from './adapters';
import { PROBES, type Probe } from './probes';
import { readJson } from './read-json';

/** What a registry needs to know of a status page to have it read. */
export interface DetectedPlatform {
  platform: PlatformId;
  /** Without a slash at the end. */
  origin: string;
  /** Null where the dialect's documents carry none. */
  pageId: string | null;
}

const page = <S extends v.GenericSchema<string, string>>(id: S) => v.object({ page: v.object({ id }) });
const statuspageSchema = page(v.pipe(v.string(), v.regex(/^[a-z0-9]{12}$/)));
/** A ULID: Crockford's alphabet. */
const incidentioSchema = page(v.pipe(v.string(), v.regex(/^[0-9A-HJKMNP-TV-Z]{26}$/)));

const INSTATUS_WORD = /^(?:UP|HASISSUES|UNDERMAINTENANCE|(?:ALL|SOME|ONE)[A-Z]*(?:OUTAGE|PERFORMANCE|MAINTENANCE))$/;
const instatusSchema = v.object({
  page: v.object({ name: v.string(), status: v.pipe(v.string(), v.regex(INSTATUS_WORD)) }),
});
const betterstackSchema = v.object({ data: v.object({ id: v.string(), type: v.literal('status_page') }) });

/** Undefined when the document does not carry the identity that this dialect's do. */
function pageIdOf(platform: PlatformId, body: string, host: string): string | null | undefined {
  switch (platform) {
    case 'statuspage':
    case 'incidentio': {
      const read = readJson(body, platform === 'statuspage' ? statuspageSchema : incidentioSchema);
      return read.ok ? read.value.page.id : undefined;
    }
    case 'instatus': {
      const read = readJson(body, instatusSchema);
      return read.ok ? read.value.page.name : undefined;
    }
    case 'betterstack': {
      const read = readJson(body, betterstackSchema);
      return read.ok ? read.value.data.id : undefined;
    }
    case 'xai':
    case 'feed':
      return host;
    default:
      return null;
  }
}

function answerOf(probe: Probe, host: string, body: string | undefined): DetectedPlatform | null {
  if (body === undefined || (probe.hosts !== null && !probe.hosts.includes(host))) return null;
  const pageId = pageIdOf(probe.platform, body, host);
  if (pageId === undefined) return null;
  const origin = `https://${host}${probe.below}`;
  const reading = ADAPTERS[probe.platform].parse({ [probe.document]: body }, { pageId, origin });
  return reading.ok ? { platform: probe.platform, origin, pageId } : null;
}

/**
 * Which dialect the status page of a host speaks, from what the documents of `PROBES` answered, by path; a path that
 * did not answer is left out. A dialect is believed only when its adapter can read the document and finds the
 * identity in it: many hosts answer every path with HTML, and old pages go on answering after a move. Null when
 * nothing is believed.
 */
export function detectPlatform(host: string, bodies: Readonly<Record<string, string>>): DetectedPlatform | null {
  for (const probe of PROBES) {
    const body = Object.hasOwn(bodies, probe.path) ? bodies[probe.path] : undefined;
    const answer = answerOf(probe, host, body);
    if (answer !== null) return answer;
  }
  return null;
}
