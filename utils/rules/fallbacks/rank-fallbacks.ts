import type { Assistant, AssistantId } from '@/utils/model/assistant';
import type { LocalAnswers } from '@/utils/model/diagnosis';
import { type FallbackId, localWay, ownWay, parseFallbackId } from '@/utils/model/fallback';
import type { Options } from '@/utils/model/options';
import type { Status } from '@/utils/model/status';
import type { Verdict } from '@/utils/model/verdict';
import { failingDependencyOf } from '@/utils/rules/judging/dependencies';
import { ageOf } from '@/utils/rules/judging/judge';

export type PlanB = Pick<Options, 'planB' | 'ownChats' | 'localModels'>;

/** The person's plan: their order, without what is no longer there; what the order does not name yet comes last. */
export function orderWays({ planB, ownChats, localModels }: PlanB): FallbackId[] {
  const added: FallbackId[] = [...ownChats.map(({ id }) => ownWay(id)), ...localModels.map(localWay)];
  const isThere = (id: FallbackId) => parseFallbackId(id).kind === 'assistant' || added.includes(id);
  return [...new Set([...planB, ...added])].filter(isThere);
}

export interface AlternativesInput {
  plan: PlanB;
  /** Who is in trouble, or in front, and so is no way out. */
  except: AssistantId;
  status: Pick<Status, 'pages' | 'verdicts'>;
  /** What is known of whoever may be in the plan. */
  assistants: readonly Pick<Assistant, 'id' | 'statusPages' | 'dependsOn'>[];
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
  if (assistant === undefined || id === except || failingDependencyOf(assistant, status, now) !== null) return false;
  const verdict = status.verdicts[id];
  // One's own messages may tell what no page does.
  const isFailing = verdict !== undefined && isSuspected(verdict, now);
  return isUp(verdict, now) || (isAtOwnRisk(assistant, status) && !isFailing);
}

function canBeTaken(id: FallbackId, input: AlternativesInput): boolean {
  const way = parseFallbackId(id);
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
export function rankAlternatives(input: AlternativesInput): FallbackId[] {
  return orderWays(input.plan).filter((id) => canBeTaken(id, input));
}

/** So many fallbacks that may well be up are read, and only while somebody is in trouble or looks at them. */
const ALTERNATIVES_READ = 3;

type Known = Pick<Status, 'pages' | 'verdicts'>;

/** A recent reading shows trouble: it is no fallback now, and nothing calls for another reading yet. */
function isKnownToBeDown(id: AssistantId, { verdicts }: Known, now: number): boolean {
  const verdict = verdicts[id];
  const isDown = verdict?.kind === 'trouble' || verdict?.kind === 'suspected' || verdict?.kind === 'maintenance';
  return isDown && verdict.checkedAt !== null && ageOf(verdict.checkedAt, now, 0) === 'fresh';
}

/** What was read last shows that it can be suggested, or nothing was tried yet. */
function mayBeUp(id: AssistantId, { pages, verdicts }: Known): boolean {
  const kind = verdicts[id]?.kind;
  return (pages[id]?.failure ?? null) === null && (kind === undefined || kind === 'up');
}

/**
 * Which of the readable fallbacks are read, in the user's order: the first three that may be up. One that was in
 * trouble, or could not be read, takes none of these places; it is read beside them, so that it is known when that ends.
 */
export function alternativesToRead(readable: readonly AssistantId[], known: Known, now: number): AssistantId[] {
  let places = ALTERNATIVES_READ;
  return readable.filter((id) => {
    if (places === 0 || isKnownToBeDown(id, known, now)) return false;
    if (mayBeUp(id, known)) places -= 1;
    return true;
  });
}
