import { isTooOld, type Opinion, type OpinionWord, type SourceAnswer } from '@/utils/model/opinion';

/** What an answer counts as; null for none. */
function countedWord({ isIndependent, answer }: SourceAnswer, now: number): OpinionWord | 'old' | null {
  if (!isIndependent || answer.kind === 'silent') return null;
  return isTooOld(answer, now) ? 'old' : answer.word;
}

/**
 * Counts the words of the independent sources. A source without an answer, or with one that does not tell, is on neither
 * side.
 */
export function decideOpinion(now: number, answers: readonly SourceAnswer[]): Opinion {
  const saying = (word: OpinionWord | 'old') =>
    answers.filter((one) => countedWord(one, now) === word).map(({ id }) => id);
  const [affected, notAffected, unclear] = [saying('affected'), saying('not_affected'), saying('unclear')];
  if (affected.length > notAffected.length) {
    return { kind: 'affected', by: affected, of: affected.length + notAffected.length };
  }
  if (affected.length > 0) return { kind: 'split', affected, notAffected };
  if (notAffected.length > 0) return { kind: 'not_affected', by: notAffected };
  if (unclear.length > 0) return { kind: 'unclear' };
  return { kind: saying('old').length > 0 ? 'old' : 'no_answer' };
}
