import * as v from 'valibot';
import type { Level } from '@/utils/model/level';
import { worstOf } from '@/utils/model/level';
import type { Impact, Incident, IncidentPhase, StatusComponent, Update } from '@/utils/model/report';
import type { Adapter, ExpectedPage, Reading } from './adapter';
import { failed } from './failed';
import { linkOf } from './link';
import { lookUp } from './look-up';
import { list, maybe, text } from './maybe';
import { plainLine } from './plain-text';
import { readJson } from './read-json';
import { reported } from './reported';
import { firstTimeOf } from './times';
import { updatesOf } from './updates-of';

const MINUTE = 60_000;

/** Words of Google's published schema for its status feeds. */
const IMPACT_WORDS: Readonly<Record<string, { level: Level; impact: Impact }>> = {
  AVAILABLE: { level: 'operational', impact: 'none' },
  SERVICE_INFORMATION: { level: 'degraded', impact: 'minor' },
  SERVICE_DISRUPTION: { level: 'partial_outage', impact: 'major' },
  SERVICE_OUTAGE: { level: 'major_outage', impact: 'critical' },
};

const updateSchema = v.object({ when: text, created: text, status: text, text });
const incidentSchema = v.object({
  id: v.string(),
  begin: text,
  created: text,
  end: text,
  modified: text,
  external_desc: text,
  status_impact: text,
  uri: text,
  updates: list(updateSchema),
  most_recent_update: maybe(updateSchema),
  affected_products: v.array(
    v.object({
      id: v.pipe(
        v.string(),
        v.check((id) => id !== ''),
      ),
      title: text,
      current_title: text,
    }),
  ),
});
const feedSchema = v.array(incidentSchema);
type RawIncident = v.InferOutput<typeof incidentSchema>;

/** "Available" while an incident is still open means that it is over and waits to be closed. */
function phaseOf(isOpen: boolean, lastStatus: string | null | undefined): IncidentPhase {
  if (!isOpen) return 'resolved';
  return lastStatus === 'AVAILABLE' ? 'monitoring' : 'investigating';
}

function readUpdates(raw: RawIncident): Update<IncidentPhase>[] {
  const raws =
    raw.updates && raw.updates.length > 0 ? raw.updates : raw.most_recent_update ? [raw.most_recent_update] : [];
  return updatesOf(raws, ({ when, created, text }) => ({ at: firstTimeOf(when, created), phase: null, text }));
}

/** The feed's texts begin with a heading of their own; what follows is the title. */
const titleOf = (raw: RawIncident): string =>
  plainLine((raw.external_desc ?? '').replace(/^\s*\*\*(Title|Summary):?\*\*:?\s*/i, ''));

/** Null when it has no beginning: then it cannot be placed. */
function readIncident(raw: RawIncident, origin: string | null): Incident | null {
  const startedAt = firstTimeOf(raw.begin, raw.created);
  if (startedAt === null) return null;
  const endedAt = firstTimeOf(raw.end);
  const updates = readUpdates(raw);
  const lastStatus = raw.most_recent_update?.status ?? raw.updates?.[0]?.status;
  const isOpen = endedAt === null;
  const worst = lookUp(IMPACT_WORDS, raw.status_impact);
  const now = lookUp(IMPACT_WORDS, lastStatus ?? raw.status_impact);
  return {
    id: raw.id,
    kind: 'incident',
    title: titleOf(raw),
    impact: worst?.impact ?? 'unknown',
    level: isOpen ? (now?.level ?? 'unknown') : 'operational',
    phase: phaseOf(isOpen, lastStatus),
    startedAt,
    updatedAt: firstTimeOf(raw.modified) ?? updates[0]?.at ?? startedAt,
    resolvedAt: endedAt,
    isExplained: !isOpen && /incident report/i.test(updates[0]?.text.slice(0, 200) ?? ''),
    componentIds: [...new Set(raw.affected_products.map((product) => product.id))],
    updates,
    url: raw.uri && origin !== null ? linkOf(`${origin}/${raw.uri}`) : null,
  };
}

/** The feed knows products by the trouble they were in: those that any incident names, with what open ones say of them. */
function componentsOf(raws: readonly RawIncident[], incidents: readonly Incident[]): StatusComponent[] {
  const names = new Map<string, string>();
  for (const product of raws.flatMap((raw) => raw.affected_products)) {
    if (!names.has(product.id)) names.set(product.id, plainLine(product.current_title ?? product.title ?? product.id));
  }
  const worst = new Map<string, Level>();
  for (const { componentIds, level } of incidents.filter((incident) => incident.phase !== 'resolved')) {
    for (const id of componentIds) worst.set(id, worstOf([worst.get(id) ?? 'operational', level ?? 'unknown']));
  }
  return [...names].map(([id, name]) => {
    const level = worst.get(id) ?? 'operational';
    return { id, name, group: null, level, word: level };
  });
}

function parse(body: string | undefined, { origin, pageId }: ExpectedPage): Reading {
  const feed = readJson(body, feedSchema);
  if (!feed.ok) return feed;
  const isOurs = feed.value.some(({ affected_products }) => affected_products.some(({ id }) => id === pageId));
  if (pageId !== null && !isOurs) return failed('wrong_page');
  const incidents = feed.value.map((raw) => readIncident(raw, origin));
  if (!incidents.every((incident) => incident !== null)) return failed('wrong_shape');
  return reported({
    platform: 'google',
    lists: 'incidents',
    hasHistory: true,
    components: componentsOf(feed.value, incidents),
    incidents,
  });
}

/**
 * Google's Workspace and Cloud feeds: a history of incidents, about 400 kB, without validators that work. Open
 * is what has no `end`; the last status of an ended one may still say disruption. The two carry no identity; they
 * are told apart by a product that one of them is bound to name.
 */
export const google: Adapter = {
  floors: { troubleMs: 5 * MINUTE, calmMs: 30 * MINUTE, askedMs: 5 * MINUTE },
  requests: (origin) => [{ name: 'incidents', url: `${origin}/incidents.json` }],
  parse: (documents, expected) => parse(documents.incidents, expected),
};
