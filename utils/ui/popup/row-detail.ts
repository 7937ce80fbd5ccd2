import { clockTime, duration, factLine, sentences, shortDate } from '@/utils/i18n/moments';
import type { Speech } from '@/utils/i18n/speech';
import { headStartWords } from '@/utils/i18n/verdict-words';
import { type Assistant, type AssistantPart, isCoreKnown, statusPageOf } from '@/utils/model/assistant';
import { lengthShown } from '@/utils/model/episode';
import type { UnknownReason } from '@/utils/model/failure';
import { type HistorySummary, NO_HISTORY_SUMMARY, type PastTrouble, type Stretch } from '@/utils/model/history';
import type { Level } from '@/utils/model/level';
import { isUnderWay, type Maintenance, type Report } from '@/utils/model/report';
import { NEVER_READ, type PageMemory } from '@/utils/model/status-page';
import type { Verdict } from '@/utils/model/verdict';
import { knownSince, type Ongoing, ongoingUntil, type StripDay, stripOf } from '@/utils/rules/history/past';
import { listedStretches, uptimeOf } from '@/utils/rules/history/uptime';
import { withFoundCore } from '@/utils/rules/judging/find-core';
import { shareOf, shareWords } from '@/utils/ui/history/uptime';
import { areUnknown, countWords, dayStarts, runsOf } from '@/utils/ui/text';

const DAYS = 90;
const DAY_MS = 24 * 3_600_000;

/** The last 90 days of one assistant, as a chart and as text. */
export interface DayStrip {
  /** A summary of the chart. */
  alt: string;
  cells: { at: number; level: Level; title: string }[];
  /** The chart as text: one line for each run of days of the same level. */
  runs: string[];
  /** The first day. */
  from: string;
  /** Since when days are known; null when every day is known. */
  note: string | null;
  /** "98.90%", from the incidents on the status page; null where its list does not cover all days. */
  uptime: string | null;
}

/** The page lists incidents without gaps since `listedSince`; an issue that goes on is in no list yet. */
function reportedUptime(past: HistorySummary, ongoing: Ongoing | null, speech: Speech): string | null {
  const { now } = speech;
  const from = now - DAYS * DAY_MS;
  const { listedSince, listedAt } = past;
  if (listedSince === null || listedAt === null || listedSince > from) return null;
  const reported: Stretch[] = [
    { from: listedSince, to: listedAt, level: 'operational' },
    ...past.troubles.flatMap(({ source, startedAt, endedAt, peak }) =>
      source === 'page' && peak !== 'unknown' ? [{ from: startedAt, to: endedAt, level: peak }] : [],
    ),
  ];
  if (ongoing !== null && ongoing.level !== 'unknown') {
    reported.push({ from: ongoing.startedAt, to: ongoingUntil(ongoing, now), level: ongoing.level });
  }
  const uptime = uptimeOf(listedStretches(reported, past, now), from, now);
  return shareOf(uptime, DAYS) === null ? null : shareWords(uptime, DAYS, speech);
}

function noteOf(days: readonly StripDay[], since: number | null, speech: Speech) {
  const { t } = speech;
  if (!days.some((day) => day.level === 'unknown')) return null;
  if (since === null || areUnknown(days)) return t('popup_strip_nothing');
  const isWithin = since > (days[0]?.at ?? 0);
  return isWithin ? t('popup_strip_since', shortDate(since, speech)) : t('popup_strip_gaps');
}

export function dayStrip(
  name: string,
  past: HistorySummary = NO_HISTORY_SUMMARY,
  ongoing: Ongoing | null,
  speech: Speech,
): DayStrip {
  const { t, now } = speech;
  const days = stripOf(past, dayStarts(now, DAYS), now, ongoing);
  return {
    alt: t('popup_strip_alt', name, countWords(days, speech)),
    cells: days.map(({ at, level }) => ({
      at,
      level,
      title: t('popup_strip_day', shortDate(at, speech), t(`level_${level}`)),
    })),
    runs: runsOf(days).map(([first, last]) => {
      const words = t(`level_${first.level}`);
      if (first === last) return t('popup_strip_day', shortDate(first.at, speech), words);
      return t('popup_strip_days', shortDate(first.at, speech), shortDate(last.at, speech), words);
    }),
    from: shortDate(days[0]?.at ?? now, speech),
    note: noteOf(days, knownSince(past), speech),
    uptime: reportedUptime(past, ongoing, speech),
  };
}

/** A component of the status page with its level on the page. */
export interface ListedPart {
  id: string;
  name: string;
  level: Level;
}

/** Reasons for "unknown" that come from a valid report, so its components can still be listed. */
const FROM_THE_REPORT = new Set<UnknownReason>([
  'missing_component',
  'ambiguous_name',
  'similar_name',
  'no_identity',
  'unknown_word',
]);

function listedPart({ id, name }: AssistantPart, { components, lists }: Report): ListedPart {
  const listed = components.find((component) => component.id === id);
  // A page that lists only incidents implies that everything else is operational.
  const level = listed?.level ?? (lists === 'incidents' ? 'operational' : 'unknown');
  return { id, name: listed?.name ?? name, level };
}

/** Whether a verdict comes from a current report. The last good one is kept when it is too old, or the page fails. */
const isReportCurrent = ({ reason }: Pick<Verdict, 'reason'>): boolean =>
  reason === null || FROM_THE_REPORT.has(reason);

/** The components as the status page lists them, core components first. Null when there is no current report. */
export function listedParts(
  assistant: Assistant,
  memory: PageMemory | undefined,
  verdict: Pick<Verdict, 'reason'>,
): ListedPart[] | null {
  const { address, report } = memory ?? NEVER_READ;
  const recorded = statusPageOf(assistant, address);
  const page = recorded && withFoundCore(recorded, memory ?? NEVER_READ);
  if (page === null || report === null || !isReportCurrent(verdict)) return null;
  return [...page.core, ...page.features].map((part) => listedPart(part, report));
}

/** A component that the user can tick. */
export interface TickablePart extends ListedPart {
  isTicked: boolean;
}

/**
 * The components of a page on which the chat is not known, those that are not operational first. Ticked ones that the
 * page no longer lists come last. Their levels are unknown without a current report. Null if the chat is known, or there is
 * no report.
 */
export function tickableParts(
  assistant: Assistant,
  { address, report }: Pick<PageMemory, 'address' | 'report'>,
  verdict: Pick<Verdict, 'reason'>,
  ticked: readonly string[],
  { t }: Speech,
): TickablePart[] | null {
  const page = statusPageOf(assistant, address);
  if (page === null || isCoreKnown(page) || report === null) return null;
  const listed = report.components.map(({ id, name, group, level }) => ({
    id,
    // Components of the same name are told apart by their groups.
    name: group === null ? name : `${group}: ${name}`,
    level: isReportCurrent(verdict) ? level : ('unknown' as const),
    isTicked: ticked.includes(id),
  }));
  const gone = ticked.filter((id) => !report.components.some((component) => component.id === id));
  return [
    ...listed.filter(({ level }) => level !== 'operational'),
    ...listed.filter(({ level }) => level === 'operational'),
    ...gone.map((id) => ({ id, name: t('popup_counted_gone'), level: 'unknown' as const, isTicked: true })),
  ];
}

const SHOWN = 3;

/** The last outages, newest first. */
export function lastOutages(past: HistorySummary | undefined): PastTrouble[] {
  return [...(past?.troubles ?? [])].sort((a, b) => b.startedAt - a.startedAt).slice(0, SHOWN);
}

/** "12 Sep · 47 min", and whether the user was affected earlier or the provider has explained it. */
export function outageFacts(outage: PastTrouble, speech: Speech): { line: string; also: string | null } {
  const { t } = speech;
  const { startedAt, endedAt, isEndKnown, isExplained } = outage;
  const length = isEndKnown ? duration(lengthShown(startedAt, endedAt), speech) : t('popup_past_length_unknown');
  const also = [headStartWords(outage, speech), isExplained ? t('popup_past_explained') : null];
  return { line: factLine([shortDate(startedAt, speech), length], speech), also: sentences(also, speech) };
}

function underWayWords(endsAt: number | null, speech: Speech): string {
  const { t, now } = speech;
  if (endsAt === null) return t('popup_maintenance_no_end');
  const key = endsAt < now ? 'popup_maintenance_overrun' : 'popup_maintenance_under_way';
  return t(key, clockTime(endsAt, speech), duration(Math.abs(lengthShown(endsAt, now)), speech));
}

function aheadWords({ startsAt, endsAt }: Maintenance, speech: Speech): string {
  const { t, now } = speech;
  if (startsAt === null) return t('popup_maintenance_undated');
  const start = clockTime(startsAt, speech);
  if (startsAt <= now) return t('popup_maintenance_due', start);
  const wait = duration(lengthShown(now, startsAt), speech);
  if (endsAt === null) return t('popup_maintenance_ahead_open', wait, start);
  // Relative to the start, so that an end on the same day is shown without its weekday.
  const end = clockTime(endsAt, { ...speech, now: startsAt });
  return t('popup_maintenance_ahead', wait, start, end, duration(lengthShown(startsAt, endsAt), speech));
}

/** When maintenance starts and ends: "Maintenance in 3 h, 14:00 to 15:00 (1 h)." */
export function maintenanceWhen(maintenance: Maintenance, speech: Speech): string {
  return isUnderWay(maintenance) ? underWayWords(maintenance.endsAt, speech) : aheadWords(maintenance, speech);
}

/** Maintenance in progress, then scheduled maintenance, without the one that the closed row already describes. */
export function listedMaintenances({ incidents, maintenances, ahead }: Verdict): Maintenance[] {
  return [...(incidents.length === 0 ? maintenances.slice(1) : maintenances), ...ahead];
}

/** Maintenance further ahead than this is shown in the open row only. */
const NEAR_MS = 24 * 3_600_000;

/** The next scheduled maintenance in one line; null where none is near. */
export function nearMaintenance({ ahead: [next] }: Verdict, speech: Speech): string | null {
  if (next === undefined || (next.startsAt !== null && next.startsAt - speech.now > NEAR_MS)) return null;
  return maintenanceWhen(next, speech);
}
