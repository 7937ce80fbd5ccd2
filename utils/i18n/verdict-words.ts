import type { Assistant } from '@/utils/model/assistant';
import { type Episode, type HeadStart, headStartMs, lengthShown } from '@/utils/model/episode';
import type { EvidenceKind, EvidenceSuspicion, PageSuspicion, SlowSuspicion, Suspicion } from '@/utils/model/evidence';
import type { Experience } from '@/utils/model/history';
import { isTrouble, type Level } from '@/utils/model/level';
import type { IncidentPhase } from '@/utils/model/report';
import type { Status } from '@/utils/model/status';
import type { Verdict } from '@/utils/model/verdict';
import { clockTime, duration, factLine, formatCount, listWords, sentences } from './moments';
import type { MessageKey, Speech } from './speech';

/** When an outage began, and whether the page states that or it is when we first saw it. */
export interface Start {
  at: number;
  isKnown: boolean;
}

/** Prefers the episode: it keeps the start even if the page no longer states it. */
export function startOf(verdict: Verdict, episode: Episode | null, now: number): Start {
  if (episode !== null) return { at: episode.startedAt, isKnown: episode.isStartKnown };
  return { at: verdict.since ?? verdict.checkedAt ?? now, isKnown: verdict.since !== null };
}

/**
 * Subject of a headline: the assistant, or the affected components ("Claude API") if the chat itself works. A host in
 * parentheses after a component's name is left out.
 */
export function subjectOf(name: string, onlyParts: readonly string[], speech: Speech): string {
  if (onlyParts.length === 0) return name;
  const parts = onlyParts.map((part) => part.replace(/ \([^()]*\)$/, ''));
  return listWords(
    parts.map((part) => (part.toLowerCase().includes(name.toLowerCase()) ? part : `${name} ${part}`)),
    'conjunction',
    speech,
  );
}

/** "Claude: partial outage": the title where the other facts follow in lines of their own. */
export function levelTitle(subject: string, level: Level, speech: Speech): string {
  return isTrouble(level) ? speech.t(`title_${level}`, subject) : speech.t(`headline_${level}`, subject);
}

/** "Since 14:26" */
export function sinceWords(start: Start, speech: Speech): string {
  return speech.t(start.isKnown ? 'since' : 'since_at_least', clockTime(start.at, speech));
}

/** "Since 14:26 · 47 min" */
export function sinceAndLength(start: Start, speech: Speech): string {
  return factLine([sinceWords(start, speech), duration(lengthShown(start.at, speech.now), speech)], speech);
}

/** "Claude: partial outage since 14:26 (47 min)" */
export function headline(subject: string, level: Level, start: Start, speech: Speech): string {
  if (!isTrouble(level)) return speech.t(`headline_${level}`, subject);
  const form = start.isKnown ? 'since' : 'since_at_least';
  const length = duration(lengthShown(start.at, speech.now), speech);
  return speech.t(`headline_${level}_${form}`, subject, clockTime(start.at, speech), length);
}

/** The headline without the duration, for texts that are not updated once shown, such as a tooltip. */
export function lastingHeadline(subject: string, level: Level, start: Start, speech: Speech): string {
  if (!isTrouble(level)) return speech.t(`headline_${level}`, subject);
  const form = start.isKnown ? 'from' : 'from_at_least';
  return speech.t(`headline_${level}_${form}`, subject, clockTime(start.at, speech));
}

/** "Claude is back after 1 h 12 min"; `lastedMs` is null if the duration is unknown. */
export function recoveredHeadline(name: string, lastedMs: number | null, speech: Speech): string {
  if (lastedMs === null) return speech.t('headline_recovered_plain', name);
  return speech.t('headline_recovered', name, duration(lastedMs, speech));
}

/** "Affects Opus 5.5. Other Claude models may still work."; null if no model is named. */
export function modelsWords(name: string, verdict: Verdict, speech: Speech): string | null {
  if (verdict.models.length === 0) return null;
  const models = listWords(verdict.models, 'conjunction', speech);
  return speech.t('models_named', models, name);
}

/** "Reported only for Sonnet 5, not for the models that you use."; null if no incident was left out. */
export function otherModelsWords({ otherModels }: Verdict, speech: Speech): string | null {
  if (otherModels.length === 0) return null;
  return speech.t('models_others', listWords(otherModels, 'conjunction', speech));
}

/** Why a verdict is unknown; null if it is known. */
export function reasonWords({ reason, unclearParts }: Verdict, speech: Speech): string | null {
  if (reason === null) return null;
  const [name] = unclearParts;
  const isNamed = name !== undefined && (reason === 'ambiguous_name' || reason === 'similar_name');
  return isNamed ? speech.t(`reason_named_${reason}`, name) : speech.t(`reason_${reason}`);
}

/** "Checked 15:13", and whether later tries failed. */
export function checkedWords(verdict: Verdict, speech: Speech): string {
  if (verdict.checkedAt === null) return speech.t('checked_never');
  // The page is called unreadable only if it was tried; a sleeping device is not the page's fault.
  const key = !verdict.isStale ? 'checked' : verdict.failure === null ? 'checked_old' : 'checked_stale';
  return speech.t(key, clockTime(verdict.checkedAt, speech));
}

/** The failing parts if the chat itself is up; otherwise null. */
export function onlyPartsWords({ onlyParts }: Verdict, speech: Speech): string | null {
  if (onlyParts.length === 0) return null;
  return speech.t('only_parts', listWords(onlyParts, 'conjunction', speech));
}

/** Caveats of a verdict: a missing component, or an incident that is not updated any more. */
export function basisWords(
  { silentSince, missingParts, isMatchedByName, isByWholePage }: Verdict,
  speech: Speech,
): string | null {
  const said = [
    silentSince === null ? null : speech.t('no_update_since', clockTime(silentSince, speech)),
    missingParts.length === 0 ? null : speech.t('parts_missing', listWords(missingParts, 'conjunction', speech)),
    isMatchedByName ? speech.t('matched_by_name') : null,
    isByWholePage ? speech.t('by_whole_page') : null,
  ];
  return sentences(said, speech);
}

/** Messages that timed out, or whose answers ended at once, have their own wording. */
type SuspicionReason = Exclude<EvidenceKind, 'handshake'> | 'silent' | 'at_once';

const HEADLINES: Record<SuspicionReason, MessageKey> = {
  send: 'suspicion_sends',
  silent: 'suspicion_sends_silent',
  at_once: 'suspicion_sends_at_once',
  page: 'suspicion_page',
  sign_in: 'suspicion_sign_ins',
};

const COUNTS: Record<SuspicionReason, MessageKey> = {
  send: 'suspicion_count',
  silent: 'suspicion_count_silent',
  at_once: 'suspicion_count_at_once',
  page: 'suspicion_closed',
  sign_in: 'suspicion_count_sign_ins',
};

function reasonOf({ what, isSilent, isAtOnce }: EvidenceSuspicion): SuspicionReason {
  // Without a connection, no message is sent.
  if (what === 'handshake') return 'send';
  if (what !== 'send') return what;
  return isAtOnce ? 'at_once' : isSilent ? 'silent' : what;
}

function say(keys: Record<SuspicionReason, MessageKey>, suspicion: EvidenceSuspicion, speech: Speech): string {
  const { failed, of } = suspicion;
  return speech.t(keys[reasonOf(suspicion)], formatCount(failed, speech), formatCount(of, speech));
}

/** "14" and "3": whole seconds, at least one. */
function secondsOf({ ms, usualMs }: SlowSuspicion, speech: Speech): [string, string] {
  const seconds = (value: number) => formatCount(Math.max(1, Math.round(value / 1_000)), speech);
  return [seconds(ms), seconds(usualMs)];
}

/** The state in a row: the level, or what there is in its place. */
export function stateLabel({ level, reason, suspicion }: Verdict, { t }: Speech): string {
  if (suspicion !== null) return t(suspicion.source === 'slow' ? 'verdict_slow' : 'verdict_suspected');
  return t(reason === 'not_read_yet' ? 'verdict_not_read_yet' : `level_${level}`);
}

/** So many components are named in a sentence. */
const MAX_NAMED = 3;

/** The components that a whole page shows as not operational; null if it shows an incident only. */
function suspectedParts({ parts }: PageSuspicion, speech: Speech): string | null {
  if (parts.length === 0) return null;
  if (parts.length <= MAX_NAMED) return listWords(parts, 'conjunction', speech);
  const shown = parts.slice(0, MAX_NAMED - 1);
  const more = speech.t('popup_watch_more', formatCount(parts.length - shown.length, speech));
  return listWords([...shown, more], 'conjunction', speech);
}

/** "Possible issue: 4 of your last 5 messages failed." */
export function suspicionHeadline(suspicion: Suspicion, speech: Speech): string {
  if (suspicion.source === 'slow') return speech.t('suspicion_slow', ...secondsOf(suspicion, speech));
  if (suspicion.source === 'evidence') return say(HEADLINES, suspicion, speech);
  const parts = suspectedParts(suspicion, speech);
  return parts === null ? speech.t('suspicion_incident') : speech.t('suspicion_parts', parts);
}

/** "4 of your last 5 messages failed.", next to text that already states what that means. */
export function suspicionCount(suspicion: Suspicion, speech: Speech): string {
  if (suspicion.source === 'slow') return speech.t('suspicion_slow', ...secondsOf(suspicion, speech));
  if (suspicion.source === 'evidence') return say(COUNTS, suspicion, speech);
  const parts = suspectedParts(suspicion, speech);
  return parts === null ? speech.t('suspicion_incident_reported') : speech.t('suspicion_parts_reported', parts);
}

/** "Possible issue with Claude: 4 of your last 5 messages failed." */
export function suspicionSentence(name: string, suspicion: Suspicion, speech: Speech): string {
  const { t } = speech;
  if (suspicion.source === 'slow') return t('suspicion_named_slow', name, ...secondsOf(suspicion, speech));
  if (suspicion.source === 'page') {
    const parts = suspectedParts(suspicion, speech);
    return parts === null ? t('suspicion_named_incident', name) : t('suspicion_named_parts', name, parts);
  }
  const { failed, of } = suspicion;
  return t(`suspicion_named_${reasonOf(suspicion)}`, name, formatCount(failed, speech), formatCount(of, speech));
}

/** What the status page says, and what Understudy does. */
export function evidenceDetail(
  name: string,
  level: Level,
  reported: PageSuspicion | undefined,
  speech: Speech,
): string {
  if (reported !== undefined) return suspicionCount(reported, speech);
  return speech.t(level === 'unknown' ? 'suspicion_unread' : 'suspicion_silent', name);
}

/** Second line of the headline: what the provider says, or why an open incident is not a certain outage. */
export function suspicionDetail(name: string, suspicion: Suspicion, level: Level, speech: Speech): string {
  if (suspicion.source === 'page') return speech.t(`suspicion_${suspicion.why}`, name);
  const reported = suspicion.source === 'evidence' ? suspicion.reported : undefined;
  return evidenceDetail(name, level, reported, speech);
}

/** Planned maintenance period. Epoch milliseconds; null if start or end is not stated. */
export interface MaintenanceWindow {
  startsAt: number | null;
  endsAt: number | null;
}

/** "Scheduled maintenance for Claude from 14:00 to 15:00 (1 h)." */
export function maintenanceHeadline(name: string, { startsAt, endsAt }: MaintenanceWindow, speech: Speech): string {
  if (startsAt === null) return speech.t('maintenance_headline_undated', name);
  const start = clockTime(startsAt, speech);
  if (endsAt === null) return speech.t('maintenance_headline_open', name, start);
  const end = clockTime(endsAt, speech);
  return speech.t('maintenance_headline', name, start, end, duration(lengthShown(startsAt, endsAt), speech));
}

/** Progress of a current maintenance: "Expected end: 15:00." or "Planned to end at 15:00; still in progress." */
export function maintenanceProgress({ endsAt }: MaintenanceWindow, speech: Speech): string | null {
  if (endsAt === null) return null;
  return speech.t(endsAt < speech.now ? 'maintenance_overrun' : 'maintenance_until', clockTime(endsAt, speech));
}

/** A shorter head start is not mentioned. */
const WORTH_A_WORD_MS = 60_000;

/** "You noticed it 18 min before the status page did." Null if there was no head start. */
export function headStartWords(outage: HeadStart, speech: Speech): string | null {
  const headStart = headStartMs(outage);
  if (headStart === null || headStart < WORTH_A_WORD_MS) return null;
  return speech.t('head_start', duration(headStart, speech));
}

/** "Claude: partial outage since 13:26 (6 min)"; an unknown status with its reason. */
export function stateLine(
  { id, name }: Pick<Assistant, 'id' | 'name'>,
  verdict: Verdict,
  status: Status,
  speech: Speech,
) {
  const { kind, level, onlyParts } = verdict;
  const basis = verdict.isByWholePage ? speech.t('by_whole_page') : null;
  if (kind === 'suspected') {
    const said = speech.t('history_labeled_value', name, speech.t('verdict_suspected'));
    return factLine([said, basis], speech);
  }
  const subject = isTrouble(level) ? subjectOf(name, onlyParts, speech) : name;
  const state = headline(subject, level, startOf(verdict, status.episodes[id] ?? null, speech.now), speech);
  const reason = level === 'unknown' ? reasonWords(verdict, speech) : null;
  return sentences([state, reason, basis], speech) ?? '';
}

/** Titles about partial failures; without advice, few users know what they mean for the next message. */
const ERROR_RATE = /\b(?:elevated|increased|higher|high)\b.*\berrors?\b|\berror rates?\b/i;

/** The phase is null if no incident is open; then only the level is known. */
function adviceKey(level: Level, phase: IncidentPhase | null, title: string): MessageKey | null {
  // A monitored fix changes what is worth trying, whatever the level.
  const isBad = level === 'partial_outage' || level === 'major_outage';
  if ((isBad || level === 'degraded') && phase === 'monitoring') return 'advice_monitoring';
  const isIdentified = phase === 'identified';
  switch (level) {
    case 'degraded':
      return ERROR_RATE.test(title) ? 'advice_error_rate' : 'advice_degraded';
    case 'partial_outage':
      return isIdentified ? 'advice_partial_identified' : 'advice_partial';
    case 'major_outage':
      return isIdentified ? 'advice_down_identified' : 'advice_down';
    default:
      return null;
  }
}

/** One line of advice that fits the verdict; null if there is none. */
export function adviceWords({ level, incidents: [leading] }: Verdict, { t }: Speech): string | null {
  const key = adviceKey(level, leading?.phase ?? null, leading?.title ?? '');
  return key === null ? null : t(key);
}

/** "Last 8 similar incidents: usually 25 min, at most 2 h 10 min." Null if there were too few. */
export function experienceWords(lengths: Experience | null, speech: Speech): string | null {
  if (lengths === null) return null;
  const { count, medianMs, longestMs } = lengths;
  const [usual, longest] = [duration(medianMs, speech), duration(longestMs, speech)];
  return speech.t('advice_experience', formatCount(count, speech), usual, longest);
}
