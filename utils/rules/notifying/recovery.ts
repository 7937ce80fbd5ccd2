import type { Change } from '@/utils/model/episode';
import type { EvidenceEvent } from '@/utils/model/evidence';
import type { Decision, RecoveryKind, RecoveryNotice } from '@/utils/model/notification';
import { type Awaited, lastedMsOf, type Recovery } from '@/utils/model/status';
import type { Verdict } from '@/utils/model/verdict';

const MINUTE = 60_000;
/** Without failures for this long, a cautious recovery is announced. */
const QUIET_AFTER_MS = 15 * MINUTE;
/** No recovery is announced this soon after a failure. */
const DENIED_FOR_MS = 2 * MINUTE;
const DAY = 24 * 60 * MINUTE;
/** Requests expire after this time. */
const FORGOTTEN_AFTER_MS = 3 * DAY;
/** As long as a draft waits. */
const WITH_DRAFT_FORGOTTEN_AFTER_MS = 7 * DAY;

export interface RecoveryInput {
  awaited: Awaited;
  verdict: Verdict;
  /** How the last outage on the page ended; null if there was none. */
  recovery: Recovery | null;
  /** Recent outcomes of the user's own requests. */
  evidence: readonly EvidenceEvent[];
  now: number;
}

/** The end that the page reported after the request; null if none. */
function endSeenSince({ since }: Awaited, recovery: Recovery | null): Recovery | null {
  return (recovery?.episode.lastReadAt ?? 0) > since ? recovery : null;
}

/** Recovery by the page, by a successful message, or because nothing failed for a while; null if not yet. */
function kindOf({ awaited, recovery, evidence, now }: RecoveryInput): RecoveryKind | null {
  const endSeenAt = endSeenSince(awaited, recovery)?.episode.lastReadAt ?? null;
  const met = evidence.filter(({ at }) => at > awaited.since);
  const failedAt = met.findLast(({ outcome }) => outcome === 'failed')?.at ?? 0;
  // Opening the page does not prove that the chat answers.
  const answeredAt = met.findLast(({ what, outcome }) => what === 'send' && outcome === 'ok')?.at ?? 0;
  // Failures after the reported end contradict the page; earlier ones belong to the outage.
  const isProven = answeredAt > failedAt;
  if (endSeenAt !== null && failedAt <= endSeenAt && (isProven || !awaited.needsOwnSuccess)) {
    const isDoubtful = answeredAt < failedAt && now - failedAt < DENIED_FOR_MS;
    return isDoubtful ? null : 'recovered';
  }
  if (isProven) return 'answering';
  return now - Math.max(awaited.since, failedAt, endSeenAt ?? 0) >= QUIET_AFTER_MS ? 'quiet' : null;
}

/**
 * The recovery notification, if it can be sent now: only with a page reading after the request that shows the core
 * components operational, and without failures in the user's own chat. Null if not yet.
 */
function detectRecovery(input: RecoveryInput): RecoveryNotice | null {
  const { awaited, verdict, recovery, now } = input;
  const isWell = verdict.kind === 'up' && !verdict.isStale && (verdict.checkedAt ?? 0) > awaited.since;
  const kind = isWell ? kindOf(input) : null;
  if (kind === null) return null;
  const end = endSeenSince(awaited, recovery);
  return {
    kind,
    assistantId: verdict.assistantId,
    episodeId: end?.episode.id ?? null,
    at: now,
    lastedMs: end === null ? null : lastedMsOf(end),
    bringsForward: awaited.bringsForward,
  };
}

/** What becomes of a recovery request, and of the page's `recovered` change. */
export interface AwaitedStep {
  /** Null once it is answered or has expired. */
  awaited: Awaited | null;
  back: RecoveryNotice | null;
  /** The change that is still announced in the ordinary way. */
  change: Change | null;
  decisions: Decision[];
}

const lifetimeOf = ({ needsOwnSuccess }: Awaited): number =>
  needsOwnSuccess === undefined ? FORGOTTEN_AFTER_MS : WITH_DRAFT_FORGOTTEN_AFTER_MS;

/** Announces a requested recovery once, and not before it is confirmed. */
export function resolveRecoveryAlert(
  awaited: Awaited | undefined,
  change: Change | null,
  input: Omit<RecoveryInput, 'awaited'>,
): AwaitedStep {
  const { verdict, now } = input;
  // Also expires after the clock was set back, so that no request is kept forever.
  if (awaited === undefined || Math.abs(now - awaited.since) >= lifetimeOf(awaited)) {
    return { awaited: null, back: null, change, decisions: [] };
  }
  const back = detectRecovery({ ...input, awaited });
  const hasRecovered = change?.kind === 'recovered';
  const about = { at: now, assistantId: verdict.assistantId, about: 'recovered' } as const;
  const shown: Decision[] = back === null ? [] : [{ ...about, isTold: true, reason: 'awaited' }];
  const reason = awaited.needsOwnSuccess ? 'not_proven' : 'still_failing';
  const held: Decision[] = back === null && hasRecovered ? [{ ...about, isTold: false, reason }] : [];
  return {
    awaited: back === null ? awaited : null,
    back,
    change: hasRecovered ? null : change,
    decisions: [...shown, ...held],
  };
}
