import type { Assistant, AssistantId } from '@/utils/model/assistant';
import type { LocalAnswers } from '@/utils/model/local-answer';
import type { Status } from '@/utils/model/status';
import type { Verdict } from '@/utils/model/verdict';
import { type WayId, wayOf } from '@/utils/model/way';
import { ageOf } from './judge';
import { leaningOf } from './leaning';
import { orderWays, type PlanB } from './order-ways';

export interface AlternativesInput {
  plan: PlanB;
  /** Who is in trouble, or in front, and so is no way out. */
  except: AssistantId;
  status: Pick<Status, 'pages' | 'verdicts'>;
  /** What is known of whoever may be in the plan. */
  assistants: readonly Pick<Assistant, 'id' | 'statusPages' | 'leansOn'>[];
  localAnswers: LocalAnswers;
  now: number;
}

/** Evidence counts for a limited time, also where no round has dropped it since: every surface must rank alike. */
function isSuspected({ kind, suspicion }: Verdict, now: number): boolean {
  return kind === 'suspected' && (suspicion?.source !== 'evidence' || now < suspicion.until);
}

function isUp(verdict: Verdict | undefined, now: number): boolean {
  if (verdict === undefined || verdict.checkedAt === null) return false;
  const isOver = verdict.kind === 'suspected' && verdict.level === 'operational' && !isSuspected(verdict, now);
  if (verdict.kind !== 'up' && !isOver) return false;
  return !verdict.isStale && ageOf(verdict.checkedAt, now, 0) === 'fresh';
}

/**
 * Whether nobody tells of an assistant how it is: it has no page that can be read, or one on which nobody can find the
 * chat. It may be gone on with at one's own risk.
 */
export function isAtOwnRisk(
  { id, statusPages }: Pick<Assistant, 'id' | 'statusPages'>,
  { verdicts }: Pick<Status, 'verdicts'>,
) {
  return statusPages.length === 0 || verdicts[id]?.reason === 'part_not_known';
}

function isWayOut(id: AssistantId, { except, status, assistants, now }: AlternativesInput): boolean {
  const assistant = assistants.find((one) => one.id === id);
  if (assistant === undefined || id === except || leaningOf(assistant, status, now) !== null) return false;
  const verdict = status.verdicts[id];
  // One's own messages may tell what no page does.
  const isFailing = verdict !== undefined && isSuspected(verdict, now);
  return isUp(verdict, now) || (isAtOwnRisk(assistant, status) && !isFailing);
}

function canBeTaken(id: WayId, input: AlternativesInput): boolean {
  const way = wayOf(id);
  switch (way.kind) {
    case 'assistant':
      return isWayOut(way.assistantId, input);
    case 'own':
      return true;
    case 'local': {
      const answer = input.localAnswers[way.modelId];
      return answer?.kind === 'answers' && answer.models > 0;
    }
  }
}

/**
 * What can be gone on with, in the person's order: assistants that are up, and read so lately that "up" means now, and
 * do not lean on somebody in trouble; programmes on this machine that have just answered with a model; and chats of
 * one's own and assistants without a page, of which nobody can say anything.
 */
export function rankAlternatives(input: AlternativesInput): WayId[] {
  return orderWays(input.plan).filter((id) => canBeTaken(id, input));
}
