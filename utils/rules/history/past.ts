import type { AssistantId } from '@/utils/model/assistant';
import { headStartMs } from '@/utils/model/episode';
import { type Experience, type HistorySummary, MAX_SILENCE_MS, type PastTrouble } from '@/utils/model/history';
import { isTrouble, type Level, worstOf } from '@/utils/model/level';
import type { Incident, Report } from '@/utils/model/report';
import type { Recovery, Status } from '@/utils/model/status';
import type { Verdict } from '@/utils/model/verdict';
import { isOfCore, PEAK_OF_IMPACT } from '@/utils/rules/judging/level';
import { LIST_HOLDS_FOR_MS } from './uptime';

const overlap = (a: PastTrouble, b: PastTrouble): boolean => a.startedAt <= b.endedAt && b.startedAt <= a.endedAt;

/** The page's incident that replaces an outage seen by this browser; undefined if none does. */
export function findMatchingIncident(seen: PastTrouble, reported: readonly PastTrouble[]): PastTrouble | undefined {
  const at = seen.seenAt ?? seen.startedAt;
  const matches = reported.filter((one) => overlap(one, seen)).sort((a, b) => a.startedAt - b.startedAt);
  return matches.find((one) => one.startedAt <= at && at <= one.endedAt) ?? matches[0];
}

/** Keeps the page's description and adds the times at which this browser noticed the outage. */
function withTimesOf(reported: PastTrouble, known: PastTrouble | undefined): PastTrouble {
  if (known === undefined) return reported;
  return { ...reported, sensedAt: known.sensedAt ?? reported.sensedAt, seenAt: known.seenAt ?? reported.seenAt };
}

/** Merges outages that both this browser and the page recorded: the page's description stays, with our times added. */
function dedupe(troubles: readonly PastTrouble[]): PastTrouble[] {
  const reported = troubles.filter(({ source }) => source === 'page');
  const seen = troubles
    .filter(({ source }) => source === 'seen')
    .map((one) => ({ one, match: findMatchingIncident(one, reported) }));
  const isLeft = new Set(seen.filter(({ match }) => match === undefined).map(({ one }) => one));
  return troubles
    .filter((one) => one.source === 'page' || isLeft.has(one))
    .map((one) => withTimesOf(one, seen.find(({ match }) => match === one)?.one));
}

const DAY = 24 * 3_600_000;
/** Slightly more than the strip shows. */
const KEPT_FOR_MS = 95 * DAY;
const MAX_TROUBLES = 200;

const isKept = (at: number, now: number): boolean => now - at < KEPT_FOR_MS;

/** Drops what is too old, also of assistants that are no longer read. Returns the same object if nothing changed. */
export function withoutOld(past: Status['past'], now: number): Status['past'] {
  const isCurrent = ({ troubles, days }: HistorySummary) =>
    troubles.every(({ endedAt }) => isKept(endedAt, now)) && days.every(({ at }) => isKept(at, now));
  const entries = Object.entries(past) as [AssistantId, HistorySummary][];
  if (entries.every(([, one]) => isCurrent(one))) return past;
  const kept = entries.map(([id, one]) => [
    id,
    {
      ...one,
      troubles: one.troubles.filter(({ endedAt }) => isKept(endedAt, now)),
      days: one.days.filter(({ at }) => isKept(at, now)),
    },
  ]);
  return Object.fromEntries(kept);
}

function troubleOf(assistantId: AssistantId, incident: Incident): PastTrouble[] {
  const peak = PEAK_OF_IMPACT[incident.impact];
  if (peak === null || incident.resolvedAt === null) return [];
  const { id, title, startedAt, resolvedAt, isExplained, url } = incident;
  const reported = { id, assistantId, source: 'page', title, peak, startedAt, endedAt: resolvedAt } as const;
  return [{ ...reported, sensedAt: null, seenAt: null, isEndKnown: true, isExplained, url }];
}

function keepNewest(troubles: readonly PastTrouble[], now: number): PastTrouble[] {
  const byId = new Map(troubles.map((trouble) => [trouble.id, trouble]));
  return [...byId.values()]
    .filter((trouble) => isKept(trouble.endedAt, now))
    .sort((a, b) => b.startedAt - a.startedAt)
    .slice(0, MAX_TROUBLES);
}

/**
 * Adds the core components' incidents from the page's list, if the report contains that list. A page whose incidents
 * name no components adds nothing: they cannot be assigned to the chat.
 */
export function learnFromPage(
  past: HistorySummary,
  assistantId: AssistantId,
  report: Report,
  coreIds: readonly string[],
  now: number,
): HistorySummary {
  if (!report.hasHistory) return past;
  // If the chat's components are unknown, a list of incidents does not prove that the chat was up.
  if (coreIds.length === 0) return { ...past, listedSince: null, listedAt: now };
  const closed = report.incidents.filter((incident) => incident.resolvedAt !== null);
  const naming = closed.filter((incident) => incident.componentIds.length > 0);
  const ofCore = naming.filter((incident) => isOfCore(incident, coreIds));
  const oldest = naming.length > 0 ? Math.min(...naming.map((incident) => incident.startedAt)) : null;
  // A list that does not reach back to the previous one leaves a gap; nothing before the gap is known. An empty one reaches
  // back nowhere, so after a pause it may have lost what happened meanwhile.
  const isReaching = (listedAt: number) => (oldest === null ? now - listedAt < LIST_HOLDS_FOR_MS : oldest <= listedAt);
  const isGap = past.listedAt !== null && !isReaching(past.listedAt);
  const reach = Math.min(
    oldest ?? Number.POSITIVE_INFINITY,
    isGap ? Number.POSITIVE_INFINITY : (past.listedSince ?? Number.POSITIVE_INFINITY),
  );
  const listedSince = Number.isFinite(reach) ? reach : null;
  const reported = ofCore
    .flatMap((incident) => troubleOf(assistantId, incident))
    .map((trouble) =>
      withTimesOf(
        trouble,
        past.troubles.find(({ id }) => id === trouble.id),
      ),
    );
  return {
    ...past,
    troubles: dedupe(keepNewest([...past.troubles, ...reported], now)),
    listedSince,
    listedAt: now,
  };
}

/** Adds an outage whose end this browser saw. If the page's list already has it, only our times are added. */
export function learnFromRecovery(
  past: HistorySummary,
  assistantId: AssistantId,
  { episode, endedAt, isEndKnown }: Recovery,
  title: string | null,
  now: number,
): HistorySummary {
  const { id, peak, startedAt, sensedAt, seenAt } = episode;
  const seen: PastTrouble = {
    id,
    assistantId,
    source: 'seen',
    title,
    peak,
    startedAt,
    sensedAt,
    seenAt,
    endedAt,
    isEndKnown,
    isExplained: false,
    url: null,
  };
  const reported = past.troubles.filter((one) => one.source === 'page' && episode.incidentIds.includes(one.id));
  const match = findMatchingIncident(seen, reported) ?? reported[0];
  if (match === undefined) return { ...past, troubles: keepNewest([...past.troubles, seen], now) };
  return { ...past, troubles: past.troubles.map((one) => (one === match ? withTimesOf(one, seen) : one)) };
}

/** Records the level of a good reading for its day. `dayStart` is the first moment of the user's day. */
export function learnFromReading(past: HistorySummary, verdict: Verdict, dayStart: number): HistorySummary {
  if (verdict.level === 'unknown' || verdict.isStale) return past;
  const last = past.days.at(-1);
  const worst = last?.at === dayStart ? worstOf([last.worst, verdict.level]) : verdict.level;
  if (last?.at === dayStart && last.worst === worst) return past;
  const others = past.days.filter((day) => day.at !== dayStart && isKept(day.at, dayStart));
  return { ...past, days: [...others, { at: dayStart, worst }] };
}

/** Fewer outages do not give a useful statistic. */
const ENOUGH = 5;

/** Statistics of durations in milliseconds, which must be sorted and not empty. */
export function experienceIn(lengths: readonly number[]): Experience {
  const middle = Math.floor(lengths.length / 2);
  const upper = lengths[middle] ?? 0;
  const lower = lengths[middle - 1] ?? upper;
  const medianMs = lengths.length % 2 === 1 ? upper : (lower + upper) / 2;
  return { count: lengths.length, medianMs, longestMs: lengths.at(-1) ?? 0 };
}

/**
 * How much later the page was than the user's own failing messages, over the outages in which it followed them; null if
 * there is none.
 */
export function delaysOf(troubles: readonly PastTrouble[]): Experience | null {
  // An outage may be stored twice: as this browser saw it, and by the id that the page gave it later.
  const outages = new Map(troubles.map((trouble) => [trouble.sensedAt, trouble]));
  const delays = [...outages.values()].map(headStartMs).filter((ms) => ms !== null);
  return delays.length === 0 ? null : experienceIn(delays.sort((a, b) => a - b));
}

/** How long the last ten outages with the same peak lasted; null if there are fewer than five. */
export function experienceOf(past: HistorySummary, peak: Level): Experience | null {
  const alike = past.troubles.filter((trouble) => trouble.peak === peak && trouble.isEndKnown).slice(0, 10);
  if (alike.length < ENOUGH) return null;
  return experienceIn(alike.map((trouble) => trouble.endedAt - trouble.startedAt).sort((a, b) => a - b));
}

/** The current outage. */
export interface Ongoing {
  startedAt: number;
  level: Level;
  /** The last reading that showed it, epoch milliseconds. */
  lastReadAt: number;
}

/** Until when the current outage is known to have lasted: not beyond a reading that is too old. */
export const ongoingUntil = ({ lastReadAt }: Ongoing, now: number): number =>
  now - lastReadAt > MAX_SILENCE_MS ? lastReadAt : now;

export interface StripDay {
  /** Start of the day, epoch milliseconds. */
  at: number;
  /** Unknown if neither the page's list nor this browser's readings cover the day. */
  level: Level;
}

/**
 * The last days, oldest first, each with its worst known level. `dayStarts` are the starts of the days. The current
 * outage counts for every day since its start, as long as it is read, although no list contains it yet.
 */
export function stripOf(
  past: HistorySummary,
  dayStarts: readonly number[],
  now: number,
  ongoing: Ongoing | null,
): StripDay[] {
  return dayStarts.map((at, index) => {
    const end = dayStarts[index + 1] ?? now;
    const seen = past.days.find((day) => Math.abs(day.at - at) < DAY / 2);
    // The list of yesterday says nothing of today.
    const isListed = past.listedSince !== null && past.listedSince <= at && (past.listedAt ?? 0) >= at;
    const levels = past.troubles
      .filter((trouble) => trouble.startedAt < end && trouble.endedAt >= at && isTrouble(trouble.peak))
      .map((trouble) => trouble.peak);
    const known: Level[] = [...levels, ...(seen === undefined ? [] : [seen.worst])];
    if (isListed) known.push('operational');
    // On days without a reading it may have gone on, so the list of the page does not make them operational.
    if (ongoing !== null && ongoing.startedAt < end) {
      known.push(ongoingUntil(ongoing, now) >= at ? ongoing.level : 'unknown');
    }
    return { at, level: worstOf(known) };
  });
}

/** The first time with a known level, epoch milliseconds; null if there is none. */
export function knownSince(past: HistorySummary): number | null {
  const firsts = [past.listedSince, past.days[0]?.at ?? null].filter((at) => at !== null);
  return firsts.length > 0 ? Math.min(...firsts) : null;
}
