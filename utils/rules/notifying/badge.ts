import type { AssistantId } from '@/utils/model/assistant';
import { isSnoozed, type Status } from '@/utils/model/status';
import { hasNoStatusSource, mostSevere, type Sign, signOf, type Verdict } from '@/utils/model/verdict';

export interface BadgeView {
  sign: Sign;
  /** Number of watched assistants with an outage that are not snoozed. */
  troubleCount: number;
  /** Verdicts of the watched assistants, in the user's order. */
  verdicts: Verdict[];
  /** When the oldest of their readings was made; null if there is none. */
  checkedAt: number | null;
}

const signOfMaybe = (verdict: Verdict | undefined): Sign => (verdict === undefined ? 'unknown' : signOf(verdict));

/** The toolbar state for all watched assistants. An offline browser shows `offline`. */
export function badgeFor(status: Status, watched: readonly AssistantId[], now: number): BadgeView {
  const verdicts = watched.flatMap((id) => status.verdicts[id] ?? []);
  // Ignore assistants without a status source, or the icon would always be 'unknown'.
  const told = watched
    .map((id) => status.verdicts[id])
    .filter((verdict) => verdict === undefined || !hasNoStatusSource(verdict));
  const times = verdicts.flatMap((verdict) => (hasNoStatusSource(verdict) ? [] : (verdict.checkedAt ?? [])));
  return {
    // An assistant without a verdict is unknown: the others alone must not make the icon green.
    sign: status.isOnline ? mostSevere(told.map(signOfMaybe)) : 'offline',
    troubleCount: verdicts.filter(
      (verdict) => verdict.kind === 'trouble' && !isSnoozed(status, verdict.assistantId, now),
    ).length,
    verdicts,
    checkedAt: times.length === 0 ? null : Math.min(...times),
  };
}

/**
 * Verdicts that are unknown because a sign-in page answers for all of them while no page can be read. One page may have
 * become private; several at once indicate a captive portal, which is shown once. Empty otherwise.
 */
export function behindSignIn(verdicts: readonly Verdict[]): Verdict[] {
  const isNoneRead = verdicts.every(
    (one) => hasNoStatusSource(one) || (one.kind === 'unknown' && one.failure !== null),
  );
  const behind = verdicts.filter(({ reason }) => reason === 'sign_in');
  return isNoneRead && behind.length > 1 ? behind : [];
}
