import type { Change } from '@/utils/model/change';
import type { EvidenceEvent } from '@/utils/model/evidence';
import type { Decision, RecoveryKind, RecoveryNotice } from '@/utils/model/notification';
import { type Awaited, lastedMsOf, type Recovery } from '@/utils/model/status';
import type { Verdict } from '@/utils/model/verdict';

const MINUTE = 60_000;
/** Nothing having failed for so long is worth a careful word. */
const QUIET_AFTER_MS = 15 * MINUTE;
/** So shortly after a failure nobody is told that it works. */
const DENIED_FOR_MS = 2 * MINUTE;
/** Nobody waits longer than this. */
const FORGOTTEN_AFTER_MS = 3 * 24 * 60 * MINUTE;

export interface RecoveryInput {
  awaited: Awaited;
  verdict: Verdict;
  /** How the last trouble that the page told of ended; null when there was none. */
  recovery: Recovery | null;
  /** What the person's own requests met lately. */
  evidence: readonly EvidenceEvent[];
  now: number;
}

/** The end that the page told after they asked; null where it told none. */
function endSeenSince({ since }: Awaited, recovery: Recovery | null): Recovery | null {
  return (recovery?.episode.lastReadAt ?? 0) > since ? recovery : null;
}

/** By the page's end of trouble, by what went through, or because nothing failed for a while; null: not yet. */
function kindOf({ awaited, recovery, evidence, now }: RecoveryInput): RecoveryKind | null {
  const endSeenAt = endSeenSince(awaited, recovery)?.episode.lastReadAt ?? null;
  const met = evidence.filter(({ at }) => at > awaited.since);
  const failedAt = met.findLast(({ outcome }) => outcome === 'failed')?.at ?? 0;
  // A page that opens does not show that it answers.
  const answeredAt = met.findLast(({ what, outcome }) => what === 'send' && outcome === 'ok')?.at ?? 0;
  // What failed since speaks against a page that says it is over; what failed earlier is what is over.
  if (endSeenAt !== null && failedAt <= endSeenAt) {
    const isDoubtful = answeredAt < failedAt && now - failedAt < DENIED_FOR_MS;
    return isDoubtful ? null : 'recovered';
  }
  if (answeredAt > failedAt) return 'answering';
  return now - Math.max(awaited.since, failedAt) >= QUIET_AFTER_MS ? 'quiet' : null;
}

/**
 * Whether whoever asked to be told can be told now: only a page that was read after they asked and shows the core
 * components well, with nothing failing in their own chat. Null: not yet.
 */
function detectRecovery(input: RecoveryInput): RecoveryNotice | null {
  const { awaited, verdict, recovery, now } = input;
  const isWell = verdict.kind === 'up' && !verdict.isStale && (verdict.checkedAt ?? 0) > awaited.since;
  const kind = isWell ? kindOf(input) : null;
  if (kind === null) return null;
  const told = endSeenSince(awaited, recovery);
  return {
    kind,
    assistantId: verdict.assistantId,
    episodeId: told?.episode.id ?? null,
    at: now,
    lastedMs: told === null ? null : lastedMsOf(told),
    bringsForward: awaited.bringsForward,
  };
}

/** What becomes of a wish, and of the word that its assistant has recovered. */
export interface AwaitedStep {
  /** Null once it is answered or forgotten. */
  awaited: Awaited | null;
  back: RecoveryNotice | null;
  /** What is still to be told in the ordinary way. */
  change: Change | null;
  decisions: Decision[];
}

/** Whoever waits for an assistant is told once that it is back, and not before it is. */
export function resolveRecoveryAlert(
  awaited: Awaited | undefined,
  change: Change | null,
  input: Omit<RecoveryInput, 'awaited'>,
): AwaitedStep {
  const { verdict, now } = input;
  // A clock that was set back must not keep a wish for ever.
  if (awaited === undefined || Math.abs(now - awaited.since) >= FORGOTTEN_AFTER_MS) {
    return { awaited: null, back: null, change, decisions: [] };
  }
  const back = detectRecovery({ ...input, awaited });
  const hasRecovered = change?.kind === 'recovered';
  const about = { at: now, assistantId: verdict.assistantId, about: 'recovered' } as const;
  const told: Decision[] = back === null ? [] : [{ ...about, isTold: true, reason: 'awaited' }];
  const held: Decision[] = back === null && hasRecovered ? [{ ...about, isTold: false, reason: 'still_failing' }] : [];
  return {
    awaited: back === null ? awaited : null,
    back,
    change: hasRecovered ? null : change,
    decisions: [...told, ...held],
  };
}
