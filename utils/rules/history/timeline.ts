import type { Assistant, AssistantId } from '@/utils/model/assistant';
import type { Experience, History, PastTrouble, TimelineEntry, TimelineFilter } from '@/utils/model/history';
import { isTrouble, type KnownLevel } from '@/utils/model/level';
import type { Incident } from '@/utils/model/report';
import { type IncidentRevisions, rewordingOf } from '@/utils/model/revisions';
import { endOfIncident, isOfCore, levelOfIncident, modelsOf } from '@/utils/rules/judging/level';
import { experienceIn, findMatchingIncident } from './past';

export interface TimelineInput {
  assistant: Pick<Assistant, 'id' | 'modelNames'>;
  /** Ids of the core components. */
  coreIds: readonly string[];
  /** Known component names by id. */
  partNames: ReadonlyMap<string, string>;
  history: Pick<History, 'incidents' | 'troubles' | 'revisions'>;
  /** Outages remembered in `status`: the last weeks, even if no history is kept. */
  troubles: readonly PastTrouble[];
  /** Ids of incidents that are open according to the last reading. */
  open: ReadonlySet<string>;
  /** When that reading was, if it is too old to say what is open now; otherwise null. */
  expiredAt: number | null;
  now: number;
}

/** Up to when the incidents that are open according to the last reading are known to be. */
const openUntil = ({ expiredAt, now }: TimelineInput): number => expiredAt ?? now;

const knownOf = ({ peak }: PastTrouble): KnownLevel | null => (peak === 'unknown' ? null : peak);

function entryOfIncident(
  input: TimelineInput,
  incident: Incident,
  met: PastTrouble | undefined,
  revisions: IncidentRevisions | undefined,
): TimelineEntry {
  const { assistant, coreIds, partNames, open, expiredAt } = input;
  const isGoingOn = expiredAt === null && open.has(incident.id) && incident.resolvedAt === null;
  return {
    key: `${assistant.id} ${incident.id}`,
    metKey: met === undefined ? null : `${assistant.id} ${met.id}`,
    assistantId: assistant.id,
    source: 'page',
    title: incident.title,
    level: levelOfIncident(incident),
    startedAt: incident.startedAt,
    isStartStated: !(incident.derivedTimes ?? []).includes('startedAt'),
    endedAt: isGoingOn ? null : endOfIncident(incident, open, openUntil(input)),
    isEndKnown: incident.resolvedAt !== null,
    isEndStated: incident.resolvedAt !== null && !(incident.derivedTimes ?? []).includes('resolvedAt'),
    isCore: isOfCore(incident, coreIds),
    sensedAt: met?.sensedAt ?? null,
    seenAt: met?.seenAt ?? null,
    isExplained: incident.isExplained,
    url: incident.url,
    parts: incident.componentIds.flatMap((id) => partNames.get(id) ?? []),
    namesParts: incident.componentIds.length > 0,
    models: modelsOf(incident, assistant.modelNames),
    updates: incident.updates,
    rewording: revisions === undefined ? null : rewordingOf(revisions, incident),
  };
}

function entryOfTrouble(assistantId: AssistantId, trouble: PastTrouble): TimelineEntry {
  const { id, source, title, startedAt, endedAt, isEndKnown, sensedAt, seenAt, isExplained, url } = trouble;
  return {
    key: `${assistantId} ${id}`,
    metKey: null,
    assistantId,
    source,
    title,
    level: knownOf(trouble),
    startedAt,
    // That of an outage that only this browser saw may be the time of a reading.
    isStartStated: source === 'page',
    endedAt,
    isEndKnown,
    // It is remembered with the end that a reading showed, whether or not the page stated one.
    isEndStated: false,
    // Only outages of core components are remembered.
    isCore: true,
    sensedAt,
    seenAt,
    isExplained,
    url,
    parts: [],
    namesParts: false,
    models: [],
    updates: [],
    rewording: null,
  };
}

/** An incident of the page in the form that `findMatchingIncident` compares. */
function asSeenOutage(assistantId: AssistantId, incident: Incident, end: number): PastTrouble {
  const { id, title, startedAt, isExplained, url } = incident;
  const peak = levelOfIncident(incident) ?? 'unknown';
  const times = { startedAt, endedAt: end, sensedAt: null, seenAt: null, isEndKnown: true };
  return { id, assistantId, source: 'page', title, peak, ...times, isExplained, url };
}

/**
 * All known outages of an assistant, newest first, without duplicates: the page's description if there is one, with the
 * times at which this browser noticed it, and outages that only this browser saw.
 */
export function timelineOf(input: TimelineInput): TimelineEntry[] {
  const { assistant, coreIds, history, open } = input;
  const remembered = new Map([...history.troubles, ...input.troubles].map((one) => [one.id, one]));
  // An incident without a stated level does not stand for an outage that this browser saw: its level would be lost.
  const reported = history.incidents
    .filter((incident) => isOfCore(incident, coreIds) && levelOfIncident(incident) !== null)
    .map((incident) => asSeenOutage(assistant.id, incident, endOfIncident(incident, open, openUntil(input))));
  const met = new Map<string, PastTrouble>();
  const alone: PastTrouble[] = [];
  const revisions = new Map(history.revisions.map((one) => [one.id, one]));
  const reportedIds = new Set(history.incidents.map(({ id }) => id));
  for (const trouble of remembered.values()) {
    const match = reportedIds.has(trouble.id)
      ? trouble
      : trouble.source === 'seen'
        ? findMatchingIncident(trouble, reported)
        : undefined;
    if (match === undefined) alone.push(trouble);
    else if (met.get(match.id)?.seenAt == null) met.set(match.id, trouble);
  }
  return [
    ...history.incidents.map((incident) =>
      entryOfIncident(input, incident, met.get(incident.id), revisions.get(incident.id)),
    ),
    ...alone.map((trouble) => entryOfTrouble(assistant.id, trouble)),
  ].sort((a, b) => b.startedAt - a.startedAt);
}

/**
 * The assistants whose status page names components in none of its incidents, so that their effect on the chat is unknown.
 * An assistant without reported incidents is not among them.
 */
export function assistantsWithoutParts(entries: readonly TimelineEntry[]): ReadonlySet<AssistantId> {
  const reported = entries.filter(({ source }) => source === 'page');
  const naming = new Set(reported.filter((entry) => entry.namesParts).map(({ assistantId }) => assistantId));
  return new Set(reported.map(({ assistantId }) => assistantId).filter((id) => !naming.has(id)));
}

/** Whether the entry's texts contain every search word, in any order. */
function holds(entry: TimelineEntry, words: readonly string[]): boolean {
  if (words.length === 0) return true;
  const texts = [entry.title ?? '', ...entry.parts, ...entry.models, ...entry.updates.map(({ text }) => text)];
  const all = texts.join('\n').toLocaleLowerCase();
  return words.every((word) => all.includes(word));
}

/** Entries that match the filter, in the same order. */
export function filterTimeline(entries: readonly TimelineEntry[], filter: TimelineFilter): TimelineEntry[] {
  const words = filter.text.toLocaleLowerCase().split(/\s+/).filter(Boolean);
  return entries.filter(
    (entry) =>
      (filter.level === null || entry.level === filter.level) &&
      (!filter.isCoreOnly || entry.isCore) &&
      holds(entry, words),
  );
}

const HOUR = 3_600_000;
const DAY_HOURS = 24;

/** Durations of outages of one level. */
export interface Lengths extends Experience {
  level: KnownLevel;
  /** All durations in milliseconds, shortest first. */
  all: number[];
}

type Ended = TimelineEntry & { endedAt: number };

const hasEnded = (entry: TimelineEntry): entry is Ended => entry.endedAt !== null && entry.isEndKnown;

/** Durations of the chat's own outages by level, worst first. Outages without a known end are left out. */
export function lengthsOf(entries: readonly TimelineEntry[]): Lengths[] {
  const levels = ['major_outage', 'partial_outage', 'degraded'] as const;
  return levels.flatMap((level) => {
    const all = entries
      .filter((entry) => entry.isCore && entry.level === level)
      .filter(hasEnded)
      .map(({ startedAt, endedAt }) => endedAt - startedAt)
      .sort((a, b) => a - b);
    return all.length === 0 ? [] : [{ level, ...experienceIn(all), all }];
  });
}

/**
 * Number of the chat's own outages in each local hour of the day, from 0 to 23. `hourOf` returns the local hour of a
 * time. An outage of several days counts once per hour.
 */
export function hoursOf(entries: readonly TimelineEntry[], now: number, hourOf: (at: number) => number): number[] {
  const hours = Array.from({ length: DAY_HOURS }, () => 0);
  for (const { isCore, level, startedAt, endedAt } of entries) {
    if (!isCore || level === null || !isTrouble(level)) continue;
    const end = Math.min(endedAt ?? now, startedAt + (DAY_HOURS - 1) * HOUR);
    const met = new Set<number>();
    for (let at = startedAt; at < end; at += HOUR) met.add(hourOf(at));
    met.add(hourOf(end));
    for (const hour of met) hours[hour] = (hours[hour] ?? 0) + 1;
  }
  return hours;
}
