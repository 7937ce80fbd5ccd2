import { clockTime, duration, listWords, plural, sentences } from '@/utils/i18n/moments';
import type { Speech } from '@/utils/i18n/speech';
import { lengthShown } from '@/utils/model/episode';
import type { Rewording, Statement, StoredMinute } from '@/utils/model/revisions';
import { type Minute, minuteOf, type StatedIncident } from '@/utils/rules/history/minute';
import { type ListedUpdate, listedUpdates } from '@/utils/ui/text';
import { entryTime } from './timeline';

/** The end as it is stated. */
function endWords(at: number | null, speech: Speech): string {
  return at === null ? speech.t('history_said_open') : speech.t('history_said_end', clockTime(at, speech));
}

/** A beginning that was moved back says by how much. */
function startWords(at: number, first: Statement, speech: Speech): string {
  const { t } = speech;
  if (at >= first.startedAt) return t('history_said_start', clockTime(at, speech));
  return t('history_said_earlier', clockTime(at, speech), duration(lengthShown(at, first.startedAt), speech));
}

/** What of a statement differs from the other one, "“Some errors”, minor impact, began 14:58"; null if nothing does. */
function differing(one: Statement, other: Statement, first: Statement, speech: Speech): string | null {
  const { t } = speech;
  const words = [
    one.title === other.title ? null : t('history_said_title', one.title),
    one.impact === other.impact ? null : t(`history_impact_${one.impact}`),
    one.startedAt === other.startedAt ? null : startWords(one.startedAt, first, speech),
    // Only an end that was given and then changed is a change of what was said.
    first.resolvedAt === null || one.resolvedAt === other.resolvedAt ? null : endWords(one.resolvedAt, speech),
  ].filter((word) => word !== null);
  return words.length === 0 ? null : listWords(words, 'unit', speech);
}

/** "First said (14:58): minor impact. Now said: major impact." and how many updates were rewritten. */
export function rewordingWords({ seenAt, first, now, rewritten }: Rewording, speech: Speech): string {
  const { t } = speech;
  const [was, is] = [differing(first, now, first, speech), differing(now, first, first, speech)];
  const said = seenAt === null ? null : entryTime(seenAt, speech);
  const words = [
    was === null ? null : said === null ? t('history_first_said_sometime', was) : t('history_first_said', said, was),
    is === null ? null : t('history_now_said', is),
    rewritten === 0 ? null : plural('history_rewritten', rewritten, speech),
  ];
  return sentences(words, speech) ?? '';
}

/** An incident as the page stated it at a time. */
export interface StatedView {
  key: string;
  title: string;
  /** "Investigating · minor impact · began 14:43 · first seen 14:58" */
  facts: string;
  updates: ListedUpdate[];
  rewording: string | null;
}

/** The answer for one assistant. */
export interface MinuteView {
  /** Sentences, the first about the page. */
  page: string[];
  stated: StatedView[];
  /** Incidents that the page did not list then, a sentence each, with how they were changed. */
  others: { key: string; words: string; rewording: string | null }[];
  own: string;
}

const rewordingOrNull = ({ rewording }: StatedIncident, speech: Speech): string | null =>
  rewording && rewordingWords(rewording, speech);

function statedView(stated: StatedIncident, then: Statement, speech: Speech): StatedView {
  const { t } = speech;
  const { incident, seenAt } = stated;
  const seen = clockTime(seenAt ?? then.startedAt, speech);
  const impact = t(`history_impact_${then.impact}`);
  return {
    key: incident.id,
    title: then.title,
    facts: t('history_minute_seen', t(`popup_phase_${then.phase}`), impact, clockTime(then.startedAt, speech), seen),
    updates: listedUpdates(then.updates, entryTime, speech),
    rewording: rewordingOrNull(stated, speech),
  };
}

/** What the page showed, as far as it was read. Without a reading of that time, its incidents are those of the last one before. */
function pageWords(
  level: Minute['level'],
  stated: readonly unknown[],
  unrecorded: readonly unknown[],
  { t }: Speech,
): string[] {
  if (level === null) {
    return [t('history_minute_unread'), ...(stated.length === 0 ? [] : [t('history_minute_last_read')])];
  }
  const shown = t('history_minute_level', t(`level_${level}`));
  return stated.length + unrecorded.length === 0 ? [shown, t('history_minute_none')] : [shown];
}

/** What is known of one minute of an assistant, in words. */
export function minuteView(stored: StoredMinute, at: number, speech: Speech): MinuteView {
  const { t } = speech;
  const { level, stated, later, unrecorded, failingSince } = minuteOf(stored, at);
  const title = (one: StatedIncident) => one.incident.title;
  const start = (one: StatedIncident) => clockTime(one.incident.startedAt, speech);
  const seen = (one: StatedIncident) => clockTime(one.seenAt ?? at, speech);
  return {
    page: pageWords(level, stated, unrecorded, speech),
    stated: stated.flatMap((one) => (one.said === null ? [] : [statedView(one, one.said, speech)])),
    others: [
      ...later.map((one) => ({ one, words: t('history_minute_later', title(one), seen(one), start(one)) })),
      ...unrecorded.map((one) => ({ one, words: t('history_minute_unrecorded', title(one)) })),
    ].map(({ one, words }) => ({ key: one.incident.id, words, rewording: rewordingOrNull(one, speech) })),
    own:
      failingSince === null ? t('history_minute_fine') : t('history_minute_failing', clockTime(failingSince, speech)),
  };
}

/** "3 Sep, 14:39" as the heading of an answer, with the minute of the user's time zone. */
export const minuteHeading = (at: number, speech: Speech): string =>
  speech.t('history_minute_answer', entryTime(at, speech));

const MINUTE = 60_000;

/**
 * The end of the minute in a `datetime-local` field, so that whatever happened in it counts, in the user's time zone; null
 * if the field is empty or not complete.
 */
export function fieldTime(value: string): number | null {
  const at = value === '' ? Number.NaN : new Date(value).getTime();
  return Number.isNaN(at) ? null : at + MINUTE - 1;
}
