import type { Change } from '@/utils/model/change';
import type { LocalSignal } from '@/utils/model/episode';
import type { EvidenceSuspicion } from '@/utils/model/evidence';
import type { Verdict } from '@/utils/model/verdict';
import { episodeIdOf } from '@/utils/rules/judging/episodes';

/** Failures that begin again this soon are the old trouble going on. */
const GOES_ON_WITHIN_MS = 10 * 60_000;
/** What was met longer ago than this is not what a page tells of now. */
const FOLLOWED_WITHIN_MS = 60 * 60_000;

export interface LocalSignalStep {
  /** With a suspicion that keeps its first failure, however many follow. */
  verdict: Verdict;
  sensed: LocalSignal | null;
  /** Null unless something is possible for the first time. */
  change: Change | null;
}

function isThatOne(before: LocalSignal | null, { since }: EvidenceSuspicion, now: number): before is LocalSignal {
  return before !== null && before.since <= now && since - before.until < GOES_ON_WITHIN_MS;
}

function changeOf(verdict: Verdict, { what }: EvidenceSuspicion, { since }: LocalSignal, now: number): Change {
  return {
    kind: what === 'page' ? 'unopened' : 'suspected',
    assistantId: verdict.assistantId,
    episodeId: episodeIdOf(verdict.assistantId, since),
    at: now,
    level: verdict.level,
    from: verdict.level,
    startedAt: since,
    isStartKnown: false,
    endedAt: null,
    reopened: 0,
    phase: null,
    title: null,
    onlyParts: [],
  };
}

function afterwards(before: LocalSignal | null, { kind }: Verdict, now: number): LocalSignal | null {
  if (before === null || before.since > now || now - before.until > FOLLOWED_WITHIN_MS) return null;
  // Given up before its time: so it was not for want of trying. While the page tells something nobody asks.
  const hasEnded = now < before.until && kind !== 'trouble' && kind !== 'maintenance';
  return hasEnded ? { ...before, isOver: true } : before;
}

/** What is remembered of a trouble that only the person's own requests show, and what of it is news. */
export function updateLocalSignal(before: LocalSignal | null, verdict: Verdict, now: number): LocalSignalStep {
  const { suspicion } = verdict;
  // An incident on the page is the provider's word, not something that the user's requests met.
  if (suspicion?.source !== 'evidence') return { verdict, sensed: afterwards(before, verdict, now), change: null };
  const { what, until } = suspicion;
  const known = isThatOne(before, suspicion, now) ? before : null;
  const since = known?.since ?? suspicion.since;
  const decided = known?.decided ?? [];
  const isNews = !decided.includes(what);
  const sensed: LocalSignal = { since, until, isOver: false, decided: isNews ? [...decided, what] : decided };
  return {
    verdict: { ...verdict, suspicion: { ...suspicion, since } },
    sensed,
    change: isNews ? changeOf(verdict, suspicion, sensed, now) : null,
  };
}

/** When the person's own requests began to fail, if that may be the trouble that a page shows at `readAt`; else null. */
export function sensedBefore(sensed: LocalSignal | null, readAt: number): number | null {
  if (sensed === null || sensed.isOver || sensed.since >= readAt) return null;
  return readAt - sensed.since <= FOLLOWED_WITHIN_MS ? sensed.since : null;
}
