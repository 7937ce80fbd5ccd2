import type { AssistantId } from '@/utils/model/assistant';
import type { LocalAnswers } from '@/utils/model/local-answer';
import type { Verdict } from '@/utils/model/verdict';
import { type WayId, wayOf } from '@/utils/model/way';
import { ageOf } from './judge';
import { orderWays, type PlanB } from './order-ways';

export interface AlternativesInput {
  plan: PlanB;
  /** Who is in trouble, or in front, and so is no way out. */
  except: AssistantId;
  verdicts: Partial<Record<AssistantId, Verdict>>;
  localAnswers: LocalAnswers;
  now: number;
}

function isUp(verdict: Verdict | undefined, now: number): boolean {
  if (verdict?.kind !== 'up' || verdict.checkedAt === null) return false;
  return !verdict.isStale && ageOf(verdict.checkedAt, now, 0) === 'fresh';
}

function canBeTaken(id: WayId, { except, verdicts, localAnswers, now }: AlternativesInput): boolean {
  const way = wayOf(id);
  switch (way.kind) {
    case 'assistant':
      return way.assistantId !== except && isUp(verdicts[way.assistantId], now);
    case 'own':
      return true;
    case 'local': {
      const answer = localAnswers[way.modelId];
      return answer?.kind === 'answers' && answer.models > 0;
    }
  }
}

/**
 * What can be gone on with, in the person's order: assistants that are up, and read so lately that "up" means now,
 * never one that we merely do not know; programmes on this machine that have just answered with a model; and chats of
 * one's own, of which nobody can say anything.
 */
export function rankAlternatives(input: AlternativesInput): WayId[] {
  return orderWays(input.plan).filter((id) => canBeTaken(id, input));
}
