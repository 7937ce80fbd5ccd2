import type { AssistantId } from '@/utils/model/assistant';
import type { Verdict } from '@/utils/model/verdict';
import { ageOf } from './judge';

export interface AlternativesInput {
  /** In the person's order. */
  candidates: readonly AssistantId[];
  /** Who is in trouble, or in front, and so is no way out. */
  except: AssistantId;
  verdicts: Partial<Record<AssistantId, Verdict>>;
  now: number;
}

/** Who can be gone on with: up, and read so lately that "up" means now. Never one that we merely do not know. */
export function rankAlternatives({ candidates, except, verdicts, now }: AlternativesInput): AssistantId[] {
  return candidates.filter((id) => {
    const verdict = verdicts[id];
    if (id === except || verdict?.kind !== 'up' || verdict.checkedAt === null) return false;
    return !verdict.isStale && ageOf(verdict.checkedAt, now, 0) === 'fresh';
  });
}
