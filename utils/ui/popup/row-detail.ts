import { duration, fullTime, shortDate } from '@/utils/i18n/moments';
import type { Speech } from '@/utils/i18n/speech';
import { headStartWords } from '@/utils/i18n/verdict-words';
import { type Assistant, type AssistantPart, statusPageOf } from '@/utils/model/assistant';
import type { UnknownReason } from '@/utils/model/failure';
import { type HistorySummary, NO_HISTORY_SUMMARY, type PastTrouble } from '@/utils/model/history';
import { lengthShown } from '@/utils/model/length-shown';
import type { Level } from '@/utils/model/level';
import type { PageMemory } from '@/utils/model/page-memory';
import type { Report } from '@/utils/model/report';
import type { Status } from '@/utils/model/status';
import type { Sign, Verdict } from '@/utils/model/verdict';
import { knownSince, type Ongoing, type StripDay, stripOf } from '@/utils/rules/history/strip';
import { type HistoryLink, historyLink } from '@/utils/ui/history/place';
import { assistantOf } from '@/utils/ui/page-registry';
import { countWords, dayStarts, dayWriter, runsOf } from '@/utils/ui/text';
import { type RowMaintenance, rowMaintenances } from './row-maintenance';
import { type CheckLink, checkLink } from './state';

const DAYS = 90;

/** The last 90 days of one assistant, as a picture and in words. */
export interface DayStrip {
  heading: string;
  /** What the picture sums up to. */
  alt: string;
  cells: { at: number; level: Level; title: string }[];
  /** The same as text: one line for each run of days that are alike. */
  runs: string[];
  from: string;
  to: string;
  /** Where our knowledge ends; null when every day is known. */
  note: string | null;
}

function noteOf(days: readonly StripDay[], since: number | null, write: (at: number) => string, { t }: Speech) {
  if (!days.some((day) => day.level === 'unknown')) return null;
  if (since === null || days.every((day) => day.level === 'unknown')) return t('popup_strip_nothing');
  const isWithin = since > (days[0]?.at ?? 0);
  return isWithin ? t('popup_strip_since', write(since)) : t('popup_strip_gaps');
}

export function dayStrip(
  name: string,
  past: HistorySummary = NO_HISTORY_SUMMARY,
  ongoing: Ongoing | null,
  speech: Speech,
): DayStrip {
  const { t, now } = speech;
  const days = stripOf(past, dayStarts(now, DAYS), now, ongoing);
  const write = dayWriter(speech);
  return {
    heading: t('popup_strip'),
    alt: t('popup_strip_alt', name, countWords(days, speech)),
    cells: days.map(({ at, level }) => ({ at, level, title: t('popup_strip_day', write(at), t(`level_${level}`)) })),
    runs: runsOf(days).map(([first, last]) => {
      const words = t(`level_${first.level}`);
      if (first === last) return t('popup_strip_day', write(first.at), words);
      return t('popup_strip_days', write(first.at), write(last.at), words);
    }),
    from: write(days[0]?.at ?? now),
    to: t('popup_strip_today'),
    note: noteOf(days, knownSince(past), write, speech),
  };
}

/** A status component that concerns the assistant. */
export interface RowPart {
  id: string;
  name: string;
  sign: Sign;
  levelWords: string;
}

/** One that counts if the person wants it to. */
export interface OptionalPart extends RowPart {
  counts: boolean;
  /** "Claude API counts for me" */
  countsFor: string;
}

/** Core parts make the verdict, and of the others those that the person counts too. */
export interface RowParts {
  heading: string;
  core: RowPart[];
  othersHeading: string;
  others: OptionalPart[];
  /** What counting does. */
  why: string;
  presetNote: string | undefined;
}

/** Unknown because of what the report says, not because there is no report that could be believed now. */
const SAID_BY_THE_REPORT = new Set<UnknownReason>(['missing_component', 'unknown_word']);

function levelOfPart(report: Report, id: string): Level {
  const listed = report.components.find((component) => component.id === id);
  // A page that lists trouble only says of a part that it does not name that it is well.
  return listed?.level ?? (report.lists === 'incidents' ? 'operational' : 'unknown');
}

/** The page's own word on each part. Null when no reading holds for now. */
export function rowParts(
  assistant: Assistant,
  memory: PageMemory | undefined,
  verdict: Verdict,
  { counted, presetNote }: { counted: readonly string[]; presetNote: string | undefined },
  { t }: Speech,
): RowParts | null {
  const report = memory?.report ?? null;
  const page = statusPageOf(assistant, memory?.address);
  if (page === null || report === null || (verdict.reason !== null && !SAID_BY_THE_REPORT.has(verdict.reason)))
    return null;
  const partOf = ({ id, name }: AssistantPart): RowPart => {
    const level = levelOfPart(report, id);
    const shown = report.components.find((component) => component.id === id)?.name ?? name;
    return {
      id,
      name: shown,
      sign: level === 'operational' ? 'up' : level,
      levelWords: t(`level_${level}`),
    };
  };
  return {
    heading: t('popup_parts'),
    core: page.core.map(partOf),
    othersHeading: t('popup_parts_others'),
    others: page.features.map((feature) => {
      const part = partOf(feature);
      return { ...part, counts: counted.includes(part.id), countsFor: t('popup_part_counts', part.name) };
    }),
    why: t('popup_parts_why'),
    presetNote,
  };
}

const SHOWN = 3;

/** A trouble that is over, in one line. */
export interface RowTrouble {
  id: string;
  title: string;
  url: string | null;
  /** "12 Sep, 47 min, Partly down" */
  line: string;
  full: string;
}

function rowTrouble(trouble: PastTrouble, speech: Speech): RowTrouble {
  const { t } = speech;
  const { id, title, url, startedAt, endedAt, isEndKnown, isExplained, peak } = trouble;
  const length = isEndKnown ? duration(lengthShown(startedAt, endedAt), speech) : t('popup_past_length_unknown');
  const line = t('popup_past_line', shortDate(startedAt, speech), length, t(`level_${peak}`));
  const also = [headStartWords(trouble, speech), isExplained ? t('popup_past_explained') : null].filter(Boolean);
  return {
    id,
    title: title ?? t('popup_past_seen'),
    url,
    line: also.length > 0 ? `${line}. ${also.join(' ')}` : line,
    full: fullTime(startedAt, speech),
  };
}

/** The last ones, newest first. */
export function rowTroubles(past: HistorySummary | undefined, speech: Speech): RowTrouble[] {
  const newest = [...(past?.troubles ?? [])].sort((a, b) => b.startedAt - a.startedAt);
  return newest.slice(0, SHOWN).map((trouble) => rowTrouble(trouble, speech));
}

const HOUR = 3_600_000;
const CHOICES = [1, 8, 24] as const;

/** Peace for a while. */
export interface RowSnooze {
  heading: string;
  why: string;
  choices: { forMs: number; label: string; name: string }[];
}

export function rowSnooze(name: string, { t, locale }: Speech): RowSnooze {
  const number = new Intl.NumberFormat(locale);
  return {
    heading: t('popup_snooze'),
    why: t('popup_snooze_why'),
    choices: CHOICES.map((hours) => ({
      forMs: hours * HOUR,
      label: t('popup_snooze_hours', number.format(hours)),
      name: t('popup_snooze_for', name, number.format(hours)),
    })),
  };
}

/** What a row shows once it is opened. */
export interface RowDetail {
  /** To "Is it me?" for this one. */
  check: CheckLink;
  history: HistoryLink;
  /** Null when no reading holds for now. */
  parts: RowParts | null;
  maintenances: RowMaintenance[];
  strip: DayStrip;
  troubles: RowTrouble[];
  /** Null while it is snoozed: then the row itself says so. */
  snooze: RowSnooze | null;
  labels: { maintenance: string; troubles: string };
}

export interface DetailInput {
  status: Status;
  verdict: Verdict;
  /** Parts that the person counts beside the chat itself. */
  counted: readonly string[];
  /** That these are preset. */
  presetNote: string | undefined;
  isSnoozed: boolean;
}

export function rowDetail({ status, verdict, counted, presetNote, isSnoozed }: DetailInput, speech: Speech): RowDetail {
  const assistant = assistantOf(verdict.assistantId);
  const { id, name } = assistant;
  const { t } = speech;
  return {
    check: checkLink(id, speech),
    history: historyLink(assistant, speech),
    parts: rowParts(assistant, status.pages[id], verdict, { counted, presetNote }, speech),
    maintenances: rowMaintenances(verdict, speech),
    strip: dayStrip(name, status.past[id], status.episodes[id] ?? null, speech),
    troubles: rowTroubles(status.past[id], speech),
    snooze: isSnoozed ? null : rowSnooze(name, speech),
    labels: { maintenance: t('popup_maintenance'), troubles: t('popup_past') },
  };
}
