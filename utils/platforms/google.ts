import * as v from 'valibot';
import { type Level, worstOf } from '@/utils/model/level';
import type { Impact, IncidentPhase, StatusComponent } from '@/utils/model/report';
import type { Adapter, ExpectedPage, Reading } from './adapters';
import { everyEntry, everyEntryIn, failed, looseText, maybe, readJson } from './read-body';
import { firstTimeOf, linkOf, plainLine } from './text';
import { isSomething, latestOf, lookUp, pastOrNull, reported, type StatedIncident, updatesOf } from './util';

const MINUTE = 60_000;

/**
 * Words of Google's published schema for its status feeds, https://status.cloud.google.com/incidents.schema.json.
 * Information says neither that a product works nor that it does not.
 */
const IMPACT_WORDS: Readonly<Record<string, { level: Level; impact: Impact }>> = {
  AVAILABLE: { level: 'operational', impact: 'none' },
  SERVICE_INFORMATION: { level: 'unknown', impact: 'none' },
  SERVICE_DISRUPTION: { level: 'partial_outage', impact: 'major' },
  SERVICE_OUTAGE: { level: 'major_outage', impact: 'critical' },
};

const updateSchema = v.object({ when: looseText, created: looseText, status: looseText, text: looseText });
const incidentSchema = v.object({
  id: looseText,
  begin: looseText,
  created: looseText,
  end: looseText,
  modified: looseText,
  external_desc: looseText,
  status_impact: looseText,
  uri: looseText,
  updates: everyEntryIn(updateSchema),
  most_recent_update: v.fallback(maybe(updateSchema), null),
  affected_products: everyEntryIn(v.object({ id: looseText, title: looseText, current_title: looseText })),
});
const feedSchema = everyEntry(incidentSchema);
type RawIncident = v.InferOutput<typeof incidentSchema>;
type RawUpdate = v.InferOutput<typeof updateSchema>;
type RawProduct = { id: string; name: string };

/** When the update was written. */
const writtenAt = ({ when, created }: RawUpdate) => firstTimeOf(when, created);

/** The list of updates, plus the most recent one if the list does not contain it. */
function rawUpdatesOf({ updates, most_recent_update: recent }: RawIncident): RawUpdate[] {
  const listed = (updates ?? []).filter(isSomething);
  const isListed = listed.some((one) => recent && one.when === recent.when && one.text === recent.text);
  return recent && !isListed ? [recent, ...listed] : listed;
}

/**
 * Words that apply now: that of the newest update. An update without a usable time may be the newest, so its word
 * counts as well. Without either, that of the incident.
 */
function wordsOfNow(raw: RawIncident, readAt: number | undefined): (string | null)[] {
  const updates = rawUpdatesOf(raw).map((update) => ({ update, at: pastOrNull(writtenAt(update), readAt) }));
  const newestAt = latestOf(updates.map(({ at }) => at).filter(isSomething));
  const isAhead = (update: RawUpdate) => writtenAt(update) !== null;
  const newest = updates.filter(({ update, at }) => (at === null ? !isAhead(update) : at === newestAt));
  const words = newest.map(({ update }) => update.status ?? raw.status_impact ?? null);
  const isAnyUnread = (raw.updates ?? []).includes(null);
  return words.length === 0 || isAnyUnread ? [...words, raw.status_impact ?? null] : words;
}

/** A product without a readable id is identified by its title. Null: the entry does not say which product it is. */
function productsOf({ affected_products }: RawIncident): (RawProduct | null)[] {
  return (affected_products ?? []).map((product) => {
    const id = product?.id || product?.current_title || product?.title;
    return id ? { id, name: plainLine(product?.current_title ?? product?.title ?? id) } : null;
  });
}

/** Google's texts begin with a heading; the title follows it. */
const titleOf = (raw: RawIncident): string =>
  plainLine((raw.external_desc ?? '').replace(/^\s*\*\*(Title|Summary):?\*\*:?\s*/i, ''));

/** An end in the future does not close the incident. */
const endOf = (raw: RawIncident, readAt: number | undefined) => pastOrNull(firstTimeOf(raw.end), readAt);

const idOf = (raw: RawIncident): string | null =>
  [raw.id, raw.uri, raw.begin, raw.created].find((name) => typeof name === 'string' && name !== '') ?? null;

/** "Available" while an incident is open means that it is resolved but not closed yet. */
function phaseOf(isOpen: boolean, now: Level): IncidentPhase {
  if (!isOpen) return 'resolved';
  return now === 'operational' ? 'monitoring' : 'investigating';
}

/** Words from least to most severe. */
const WORDS = Object.keys(IMPACT_WORDS);

/** The most severe word of the incident and its updates; null if none is known. */
function worstWordOf(raw: RawIncident): string | null {
  const words = [raw.status_impact, ...rawUpdatesOf(raw).map(({ status }) => status)];
  return WORDS.findLast((word) => words.includes(word)) ?? null;
}

/** Null if the entry has no identity. */
function readIncident(raw: RawIncident, { origin, readAt }: ExpectedPage): StatedIncident | null {
  const id = idOf(raw);
  if (id === null) return null;
  const endedAt = endOf(raw, readAt);
  const isOpen = endedAt === null;
  const updates = updatesOf(rawUpdatesOf(raw), (one) => ({ at: writtenAt(one), phase: null, text: one.text }));
  const words = wordsOfNow(raw, readAt);
  const worst = lookUp(IMPACT_WORDS, worstWordOf(raw));
  const said = isOpen ? words : rawUpdatesOf(raw).map(({ status }) => status ?? 'AVAILABLE');
  // For a closed incident the last word only says that it is over.
  const isInformation =
    raw.status_impact === 'SERVICE_INFORMATION' &&
    said.every((word) => word === 'SERVICE_INFORMATION' || (!isOpen && word === 'AVAILABLE'));
  // Information during a disruption does not say whether the disruption continues.
  const levels = words.map((word) => (word === 'SERVICE_INFORMATION' ? 'degraded' : lookUp(IMPACT_WORDS, word)?.level));
  const now = worstOf(levels.map((level) => level ?? 'unknown'));
  return {
    id,
    kind: isInformation ? 'information' : 'incident',
    title: titleOf(raw),
    impact: worst === null || (isOpen && worst.impact === 'none' && !isInformation) ? 'unknown' : worst.impact,
    level: isInformation ? null : isOpen ? now : 'operational',
    phase: phaseOf(isOpen, now),
    startedAt: firstTimeOf(raw.begin, raw.created),
    updatedAt: pastOrNull(firstTimeOf(raw.modified), readAt),
    resolvedAt: endedAt,
    isExplained: !isOpen && /incident report/i.test(updates[0]?.text.slice(0, 200) ?? ''),
    componentIds: [...new Set(productsOf(raw).flatMap((product) => product?.id ?? []))],
    updates,
    url: raw.uri && origin !== null ? linkOf(`${origin}/${raw.uri}`) : null,
  };
}

/**
 * The feed mentions products only in incidents: returns all that any incident names, with their level by the open ones.
 */
function componentsOf(products: readonly RawProduct[], incidents: readonly StatedIncident[], others: Level) {
  const names = new Map<string, string>();
  for (const { id, name } of products) if (!names.has(id)) names.set(id, name);
  const worst = new Map<string, Level>();
  for (const { componentIds, level } of incidents.filter((incident) => incident.phase !== 'resolved')) {
    for (const id of componentIds) worst.set(id, worstOf([worst.get(id) ?? 'operational', level ?? 'unknown']));
  }
  return [...names].map(([id, name]): StatusComponent => {
    const level = worst.get(id) ?? others;
    return { id, name, group: null, level, word: level };
  });
}

/** Whether an entry may be an outage of a product that cannot be read. */
function mayHideTrouble(raw: RawIncident | null, readAt: number | undefined): boolean {
  if (raw === null) return true;
  const isNameless = raw.affected_products?.every((product) => product?.id) !== true || idOf(raw) === null;
  return endOf(raw, readAt) === null && isNameless;
}

function parse(body: string | undefined, expected: ExpectedPage): Reading {
  const { pageId, readAt } = expected;
  const feed = readJson(body, feedSchema);
  if (!feed.ok) return feed;
  const entries = feed.value.filter(isSomething);
  const products = entries.flatMap((raw) => productsOf(raw).filter(isSomething));
  if (pageId !== null && !products.some(({ id }) => id === pageId)) return failed('wrong_page');
  if (entries.length === 0 && feed.value.length > 0) return failed('wrong_shape');
  const incidents = entries.flatMap((raw) => readIncident(raw, expected) ?? []);
  // If an entry is unreadable, products that the list does not name may be affected.
  const isWhole = !feed.value.some((raw) => mayHideTrouble(raw, readAt));
  return reported({
    platform: 'google',
    lists: isWhole ? 'incidents' : 'components',
    hasHistory: true,
    components: componentsOf(products, incidents, isWhole ? 'operational' : 'unknown'),
    incidents,
    readAt,
  });
}

/**
 * Google's Workspace and Cloud feeds: a history of incidents, about 400 kB, without working cache validators. Incidents
 * without `end` are open; the last status of an ended one may still say disruption. The feeds state no identity; they
 * are identified by a product that only one of them names.
 */
export const google: Adapter = {
  floors: { troubleMs: 5 * MINUTE, calmMs: 30 * MINUTE, askedMs: 5 * MINUTE },
  requests: (origin) => [{ name: 'incidents', url: `${origin}/incidents.json` }],
  parse: (documents, expected) => parse(documents.incidents, expected),
};
