import type { Episode } from '@/utils/model/episode';
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

function sinceWords(start: Start, speech: Speech): string {
  const key = start.isKnown ? 'since_told' : 'since_seen';
  return speech.t(key, clockTime(start.at, speech), duration(speech.now - start.at, speech));
}

/** One sentence: "Claude is partly down since 14:26 (47 min)." */
export function headline(name: string, level: Level, start: Start, speech: Speech): string {
  if (!isTrouble(level)) return speech.t(`headline_${level}`, name);
  return speech.t(`headline_${level}`, name, sinceWords(start, speech));
}

/** The same for what freezes once it is shown, such as a tooltip: "Claude is partly down since 14:26." */
export function lastingHeadline(name: string, level: Level, start: Start, speech: Speech): string {
  if (!isTrouble(level)) return speech.t(`headline_${level}`, name);
  const key = start.isKnown ? 'since_told_lasting' : 'since_seen_lasting';
  return speech.t(`headline_${level}`, name, speech.t(key, clockTime(start.at, speech)));
}

/** "Claude is back, after 1 h 12 min."; the length is null where nobody knows it. */
export function recoveredHeadline(name: string, lastedMs: number | null, speech: Speech): string {
  if (lastedMs === null) return speech.t('headline_recovered_plain', name);
  return speech.t('headline_recovered', name, duration(lastedMs, speech));
}

/** What the maker is doing, by the phase of the leading incident; null when no incident is open. */
export function phaseWords(name: string, verdict: Verdict, speech: Speech): string | null {
  const phase = verdict.incidents[0]?.phase;
  return phase === undefined ? null : speech.t(`phase_${phase}`, name);
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
