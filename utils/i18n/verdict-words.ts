import { type Episode, type HeadStart, headStartMs } from '@/utils/model/episode';
import type { EvidenceKind, EvidenceSuspicion, Suspicion } from '@/utils/model/evidence';
import { lengthShown } from '@/utils/model/length-shown';
import { isTrouble, type Level } from '@/utils/model/level';
import type { Verdict } from '@/utils/model/verdict';
import { clockTime, duration, listWords } from './moments';
import type { MessageKey, Speech } from './speech';

/** When trouble began, and whether that is the page's word or only when we first saw it. */
export interface Start {
  at: number;
  isKnown: boolean;
}

/** The episode knows best: it remembers the start even where the page no longer says it. */
export function startOf(verdict: Verdict, episode: Episode | null, now: number): Start {
  if (episode !== null) return { at: episode.startedAt, isKnown: episode.isStartKnown };
  return { at: verdict.since ?? verdict.checkedAt ?? now, isKnown: verdict.since !== null };
}

/**
 * What a headline is about: the assistant, or the only components of it that are affected ("Claude API"), so that a
 * chat that works is not called down. A host in brackets behind a component's name is left out.
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

/** "Claude: partial outage since 14:26 (47 min)" */
export function headline(subject: string, level: Level, start: Start, speech: Speech): string {
  if (!isTrouble(level)) return speech.t(`headline_${level}`, subject);
  const form = start.isKnown ? 'since' : 'since_at_least';
  const length = duration(lengthShown(start.at, speech.now), speech);
  return speech.t(`headline_${level}_${form}`, subject, clockTime(start.at, speech), length);
}

/** The same without the length, for text that is not updated once it is shown, such as a tooltip. */
export function lastingHeadline(subject: string, level: Level, start: Start, speech: Speech): string {
  if (!isTrouble(level)) return speech.t(`headline_${level}`, subject);
  const form = start.isKnown ? 'from' : 'from_at_least';
  return speech.t(`headline_${level}_${form}`, subject, clockTime(start.at, speech));
}

/** "Claude is back after 1 h 12 min."; `lastedMs` is null where the length is not known. */
export function recoveredHeadline(name: string, lastedMs: number | null, speech: Speech): string {
  if (lastedMs === null) return speech.t('headline_recovered_plain', name);
  return speech.t('headline_recovered', name, duration(lastedMs, speech));
}

/** "Anthropic is investigating.", by the phase of the leading incident; null when no incident is open. */
export function phaseWords(provider: string, verdict: Verdict, speech: Speech): string | null {
  const phase = verdict.incidents[0]?.phase;
  return phase === undefined ? null : speech.t(`phase_${phase}`, provider);
}

/** "It names Opus 5.5; another model of Claude may still work."; null when no model is named. */
export function modelsWords(name: string, verdict: Verdict, speech: Speech): string | null {
  if (verdict.models.length === 0) return null;
  const models = listWords(verdict.models, 'conjunction', speech);
  return speech.t('models_named', models, name);
}

/** Why a verdict is unknown; null when it is known. */
export function reasonWords(verdict: Verdict, { t }: Speech): string | null {
  return verdict.reason === null ? null : t(`reason_${verdict.reason}`);
}

/** "Checked 15:13.", and when later tries failed, that. */
export function checkedWords(verdict: Verdict, speech: Speech): string {
  if (verdict.checkedAt === null) return speech.t('checked_never');
  // The page is called unreadable only when it was tried: a sleeping browser is nobody's fault.
  const key = !verdict.isStale ? 'checked' : verdict.failure === null ? 'checked_old' : 'checked_stale';
  return speech.t(key, clockTime(verdict.checkedAt, speech));
}

/** Which parts are in trouble where the chat itself is not; null where that is not so. */
export function onlyPartsWords({ onlyParts }: Verdict, speech: Speech): string | null {
  if (onlyParts.length === 0) return null;
  return speech.t('only_parts', listWords(onlyParts, 'conjunction', speech));
}

/** What to know about how the verdict came about: a component that is gone, or an incident that nobody updates. */
export function basisWords({ silentSince, missingParts, isMatchedByName }: Verdict, speech: Speech): string | null {
  const said = [
    silentSince === null ? null : speech.t('no_update_since', clockTime(silentSince, speech)),
    missingParts.length === 0 ? null : speech.t('parts_missing', listWords(missingParts, 'conjunction', speech)),
    isMatchedByName ? speech.t('matched_by_name') : null,
  ];
  return said.filter(Boolean).join(' ') || null;
}

/** A message that only waited is told as that. */
type Told = EvidenceKind | 'silent';

const HEADLINES: Record<Told, MessageKey> = {
  send: 'suspicion_sends',
  silent: 'suspicion_sends_silent',
  page: 'suspicion_page',
  sign_in: 'suspicion_sign_ins',
};

const COUNTS: Record<Told, MessageKey> = {
  send: 'suspicion_count',
  silent: 'suspicion_count_silent',
  page: 'suspicion_closed',
  sign_in: 'suspicion_count_sign_ins',
};

function say(
  keys: Record<Told, MessageKey>,
  { what, isSilent, failed, of }: EvidenceSuspicion,
  { t, locale }: Speech,
): string {
  const number = new Intl.NumberFormat(locale);
  return t(keys[what === 'send' && isSilent ? 'silent' : what], number.format(failed), number.format(of));
}

/** "Possible trouble: 4 of your last 5 messages failed." Counts, and no more than they say. */
export function suspicionHeadline(suspicion: Suspicion, speech: Speech): string {
  return suspicion.source === 'page' ? speech.t('suspicion_incident') : say(HEADLINES, suspicion, speech);
}

/** "4 of your last 5 messages failed.", beside words that say already what that means. */
export function suspicionCount(suspicion: Suspicion, speech: Speech): string {
  return suspicion.source === 'page' ? speech.t('suspicion_incident_reported') : say(COUNTS, suspicion, speech);
}

/** "Possible issue with Claude: 4 of your last 5 messages failed." */
export function suspicionSentence(name: string, suspicion: Suspicion, { t, locale }: Speech): string {
  if (suspicion.source === 'page') return t('suspicion_named_incident', name);
  const { what, isSilent, failed, of } = suspicion;
  const number = new Intl.NumberFormat(locale);
  const kind = what === 'send' && isSilent ? 'silent' : what;
  return t(`suspicion_named_${kind}`, name, number.format(failed), number.format(of));
}

/** What the status page says meanwhile, and what Understudy does. */
export function evidenceDetail(name: string, level: Level, { t }: Speech): string {
  return t(level === 'unknown' ? 'suspicion_unread' : 'suspicion_silent', name);
}

/** What qualifies the headline: what the provider says meanwhile, or why an open incident is no certain outage. */
export function suspicionDetail(name: string, suspicion: Suspicion, level: Level, speech: Speech): string {
  return suspicion.source === 'page'
    ? speech.t(`suspicion_${suspicion.why}`, name)
    : evidenceDetail(name, level, speech);
}

/** A window of planned work. Epoch milliseconds; null when no start or no end is named. */
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

/** How a maintenance under way stands: "Expected to end at 15:00." or "It should have ended at 15:00." */
export function maintenanceProgress({ endsAt }: MaintenanceWindow, speech: Speech): string | null {
  if (endsAt === null) return null;
  return speech.t(endsAt < speech.now ? 'maintenance_overrun' : 'maintenance_until', clockTime(endsAt, speech));
}

/** Less than this is no lead to speak of. */
const WORTH_A_WORD_MS = 60_000;

/** "You saw it 18 min before the status page." Null where they did not. */
export function leadWords(led: HeadStart, speech: Speech): string | null {
  const lead = headStartMs(led);
  return lead === null || lead < WORTH_A_WORD_MS ? null : speech.t('lead', duration(lead, speech));
}
