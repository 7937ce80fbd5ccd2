import type { AssistantId } from '@/utils/model/assistant';
import { gravest, type Sign, signOf } from '@/utils/model/sign';
import type { Status } from '@/utils/model/status';
import type { Verdict } from '@/utils/model/verdict';

export interface BadgeView {
  sign: Sign;
  /** How many watched assistants are in trouble. */
  troubleCount: number;
  /** Verdicts of the watched, in the person's order. */
  verdicts: Verdict[];
  /** When the oldest of the verdicts shown was checked; null when one of them never was. */
  checkedAt: number | null;
}

/** What the toolbar says of everything watched. A browser that is offline knows nothing new and says so. */
export function badgeFor(status: Status, watched: readonly AssistantId[]): BadgeView {
  const verdicts = watched.flatMap((id) => status.verdicts[id] ?? []);
  const times = verdicts.map((verdict) => verdict.checkedAt);
  return {
    sign: status.isOnline ? gravest(verdicts.map(signOf)) : 'offline',
    troubleCount: verdicts.filter((verdict) => verdict.kind === 'trouble').length,
    verdicts,
    checkedAt: times.reduce((a, b) => (a === null || b === null ? null : Math.min(a, b)), times[0] ?? null),
  };
}
