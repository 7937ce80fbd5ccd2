import type { AssistantId } from '@/utils/model/assistant';
import { isSnoozed, type Status } from '@/utils/model/status';
import { gravest, hasNoStatusSource, type Sign, signOf, type Verdict } from '@/utils/model/verdict';

export interface BadgeView {
  sign: Sign;
  /** How many watched assistants are in trouble and not snoozed. */
  troubleCount: number;
  /** Verdicts of the watched that there are, in the person's order. */
  verdicts: Verdict[];
  /** When the oldest was read of those that were; null when none was. */
  checkedAt: number | null;
}

const signOfMaybe = (verdict: Verdict | undefined): Sign => (verdict === undefined ? 'unknown' : signOf(verdict));

/** What the toolbar says of everything watched. A browser that is offline knows nothing new and says so. */
export function badgeFor(status: Status, watched: readonly AssistantId[], now: number): BadgeView {
  const verdicts = watched.flatMap((id) => status.verdicts[id] ?? []);
  // Of whom nobody ever tells, the toolbar would be unknown for ever, and trouble that can be known would not stand out.
  const told = watched
    .map((id) => status.verdicts[id])
    .filter((verdict) => verdict === undefined || !hasNoStatusSource(verdict));
  const times = verdicts.flatMap((verdict) => (hasNoStatusSource(verdict) ? [] : (verdict.checkedAt ?? [])));
  return {
    // One that has no verdict yet is unknown: the others alone must not make it green.
    sign: status.isOnline ? gravest(told.map(signOfMaybe)) : 'offline',
    troubleCount: verdicts.filter(
      (verdict) => verdict.kind === 'trouble' && !isSnoozed(status, verdict.assistantId, now),
    ).length,
    verdicts,
    checkedAt: times.length === 0 ? null : Math.min(...times),
  };
}

/**
 * Those of whom nothing is known because a sign-in page answers for all of them, and no page can be read at all. One
 * may have closed its doors; several at once are the network's doing, and that is said once. Empty otherwise.
 */
export function behindSignIn(verdicts: readonly Verdict[]): Verdict[] {
  const isNoneRead = verdicts.every(
    (one) => hasNoStatusSource(one) || (one.kind === 'unknown' && one.failure !== null),
  );
  const behind = verdicts.filter(({ reason }) => reason === 'sign_in');
  return isNoneRead && behind.length > 1 ? behind : [];
}
