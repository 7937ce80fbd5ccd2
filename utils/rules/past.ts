import type { AssistantId } from '@/utils/model/assistant';
import { isTrouble, type KnownLevel, type Level, worstOf } from '@/utils/model/level';
import { type Experience, NO_PAST, type Past, type PastTrouble, type SeenDay } from '@/utils/model/past';
import type { Impact, Incident, Report } from '@/utils/model/report';
import type { Recovery } from '@/utils/model/status';
import type { Verdict } from '@/utils/model/verdict';

const DAY = 24 * 3_600_000;
/** A little more than the strip shows. */
const KEPT_FOR_MS = 95 * DAY;
const MAX_TROUBLES = 200;

/** Statuspage reckons an incident's impact from the worst of its components; this goes back from it. */
const PEAK_OF_IMPACT: Readonly<Record<Impact, KnownLevel | null>> = {
  critical: 'major_outage',
  major: 'partial_outage',
  minor: 'degraded',
  none: null,
  maintenance: null,
  unknown: null,
};

function troubleOf(assistantId: AssistantId, incident: Incident): PastTrouble[] {
  const peak = PEAK_OF_IMPACT[incident.impact];
  if (peak === null || incident.resolvedAt === null) return [];
  const { id, title, startedAt, resolvedAt, isExplained, url } = incident;
  return [{ id, assistantId, source: 'page', title, peak, startedAt, endedAt: resolvedAt, isExplained, url }];
}

function keepNewest(troubles: readonly PastTrouble[], now: number): PastTrouble[] {
  const byId = new Map(troubles.map((trouble) => [trouble.id, trouble]));
  return [...byId.values()]
    .filter((trouble) => now - trouble.endedAt < KEPT_FOR_MS)
    .sort((a, b) => b.startedAt - a.startedAt)
    .slice(0, MAX_TROUBLES);
}

/**
 * Adds what the page's own list tells of the core components, where the report holds that list. One whose incidents name no components cannot say which of them were the chat's: it teaches nothing.
 */
export function learnFromPage(
  past: Past,
  assistantId: AssistantId,
  report: Report,
  coreIds: readonly string[],
  now: number,
): Past {
  if (!report.hasHistory) return past;
  const closed = report.incidents.filter((incident) => incident.resolvedAt !== null);
  const naming = closed.filter((incident) => incident.componentIds.length > 0);
  const ofCore = naming.filter((incident) => incident.componentIds.some((id) => coreIds.includes(id)));
  const oldest = naming.length > 0 ? Math.min(...naming.map((incident) => incident.startedAt)) : null;
  const listedSince = oldest === null ? past.listedSince : Math.min(oldest, past.listedSince ?? oldest);
  return {
    ...past,
    troubles: keepNewest([...past.troubles, ...ofCore.flatMap((incident) => troubleOf(assistantId, incident))], now),
    listedSince,
    listedAt: now,
  };
}

/** Adds a trouble that this browser saw end, unless the page's list has it under its incident already. */
export function learnFromRecovery(
  past: Past,
  assistantId: AssistantId,
  { episode, endedAt }: Recovery,
  title: string | null,
  now: number,
): Past {
  const isListed = past.troubles.some(
    (trouble) => trouble.source === 'page' && episode.incidentIds.includes(trouble.id),
  );
  if (isListed) return past;
  const { id, peak, startedAt } = episode;
  const seen: PastTrouble = {
    id,
    assistantId,
    source: 'seen',
    title,
    peak,
    startedAt,
    endedAt,
    isExplained: false,
    url: null,
  };
  return { ...past, troubles: keepNewest([...past.troubles, seen], now) };
}

/** Marks the day of a good reading with the worst that it saw. `dayStart` is the first moment of the person's day. */
export function learnFromReading(past: Past, verdict: Verdict, dayStart: number): Past {
  if (verdict.kind === 'unknown' || verdict.isStale) return past;
  const last = past.days.at(-1);
  const worst = last?.at === dayStart ? worstOf([last.worst, verdict.level]) : verdict.level;
  if (last?.at === dayStart && last.worst === worst) return past;
  const others = past.days.filter((day) => day.at !== dayStart && dayStart - day.at < KEPT_FOR_MS);
  return { ...past, days: [...others, { at: dayStart, worst }] };
}

export interface StripDay {
  /** The day's first moment, epoch milliseconds. */
  at: number;
  /** Unknown where neither the page's list nor this browser's own readings reach. */
  level: Level;
}

/** The last days, oldest first, each with the worst that is known of it. `dayStarts` are their first moments. */
export function stripOf(past: Past = NO_PAST, dayStarts: readonly number[], now: number): StripDay[] {
  return dayStarts.map((at, index) => {
    const end = dayStarts[index + 1] ?? now;
    const seen = past.days.find((day: SeenDay) => day.at === at);
    const isListed =
      past.listedSince !== null && past.listedSince <= at && (past.listedAt ?? 0) >= Math.min(end, now) - DAY;
    const levels = past.troubles
      .filter((trouble) => trouble.startedAt < end && trouble.endedAt >= at && isTrouble(trouble.peak))
      .map((trouble) => trouble.peak);
    const known: Level[] = [...levels, ...(seen === undefined ? [] : [seen.worst])];
    if (isListed) known.push('operational');
    return { at, level: worstOf(known) };
  });
}

/** Since when the strip knows anything; null when it knows nothing. */
export function knownSince(past: Past): number | null {
  const firsts = [past.listedSince, past.days[0]?.at ?? null].filter((at) => at !== null);
  return firsts.length > 0 ? Math.min(...firsts) : null;
}

/** Fewer than these are no experience to speak of. */
const ENOUGH = 5;

/** How troubles of the same assistant with the same peak lasted: the last ten, at least five. Null when there are fewer. */
export function experienceOf(past: Past, peak: Level): Experience | null {
  const alike = past.troubles.filter((trouble) => trouble.peak === peak).slice(0, 10);
  if (alike.length < ENOUGH) return null;
  const lengths = alike.map((trouble) => trouble.endedAt - trouble.startedAt).sort((a, b) => a - b);
  const middle = Math.floor(lengths.length / 2);
  const upper = lengths[middle] ?? 0;
  const lower = lengths[middle - 1] ?? upper;
  const medianMs = lengths.length % 2 === 1 ? upper : (lower + upper) / 2;
  return { count: lengths.length, medianMs, longestMs: lengths.at(-1) ?? 0 };
}
