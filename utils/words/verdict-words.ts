import type { Episode } from '@/utils/model/episode';
import { lengthShown } from '@/utils/model/length-shown';
import { isTrouble, type Level } from '@/utils/model/level';
import type { Verdict } from '@/utils/model/verdict';
import { listWords } from './list-words';
import { clockTime, duration } from './moments';
import type { Speech } from './speech';

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
