import type { Change, LocalSignal } from '@/utils/model/episode';
import type { EvidenceSuspicion } from '@/utils/model/evidence';
import type { Verdict } from '@/utils/model/verdict';
import { episodeIdOf } from '@/utils/rules/judging/episodes';

/** Failures that resume within this time belong to the same issue. */
const GOES_ON_WITHIN_MS = 10 * 60_000;
/** Failures older than this are not related to what a page reports now. */
const FOLLOWED_WITHIN_MS = 60 * 60_000;

export interface LocalSignalStep {
  /** The verdict, with a suspicion that keeps the time of its first failure. */
  verdict: Verdict;
  sensed: LocalSignal | null;
  /** Set only when the issue is first suspected. */
  change: Change | null;
}

function isThatOne(before: LocalSignal | null, { since }: EvidenceSuspicion, now: number): before is LocalSignal {
  return before !== null && before.since <= now && since - before.until < GOES_ON_WITHIN_MS;
}

function changeOf(
  verdict: Verdict,
  { what, reported }: EvidenceSuspicion,
  { since }: LocalSignal,
  now: number,
): Change {
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
    reported,
  };
}

function afterwards(before: LocalSignal | null, { kind }: Verdict, now: number): LocalSignal | null {
  if (before === null || before.since > now || now - before.until > FOLLOWED_WITHIN_MS) return null;
  // Ended before it expired, so requests have succeeded again. Not applicable while the page itself reports something.
  const hasEnded = now < before.until && kind !== 'trouble' && kind !== 'maintenance';
  return hasEnded ? { ...before, isOver: true } : before;
}

/** Updates the issue that only the user's own requests show, and returns what is new about it. */
export function updateLocalSignal(before: LocalSignal | null, verdict: Verdict, now: number): LocalSignalStep {
  const { suspicion } = verdict;
  // An incident on the page is the provider's statement, not an observation of the user's requests.
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

/**
 * When the user's own requests began to fail, if that belongs to the outage a page shows at `readAt`; otherwise null.
 */
export function signalBefore(sensed: LocalSignal | null, readAt: number): number | null {
  if (sensed === null || sensed.isOver || sensed.since >= readAt) return null;
  return readAt - sensed.since <= FOLLOWED_WITHIN_MS ? sensed.since : null;
}
