import type { AssistantId } from '@/utils/model/assistant';
import { gravest, type Sign, signOf } from '@/utils/model/sign';
import { isSnoozed, type Status } from '@/utils/model/status';
import { isUntold, type Verdict } from '@/utils/model/verdict';

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
    .filter((verdict) => verdict === undefined || !isUntold(verdict));
  const times = verdicts.flatMap((verdict) => (isUntold(verdict) ? [] : (verdict.checkedAt ?? [])));
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
