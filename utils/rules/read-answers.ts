import type { ReadFailureKind } from '@/utils/model/failure';
import type { Answer, SiteProbe } from '@/utils/model/findings';
import type { PageMemory } from '@/utils/model/page-memory';

const SILENT = new Set<ReadFailureKind>(['unreachable', 'timeout']);

const isSick = (status: number): boolean => status >= 500;

/** How a status page answered when it was last asked. */
export function answerOfPage(memory: PageMemory | undefined): Answer {
  if (memory?.triedAt == null) return 'not_known';
  const { failure } = memory;
  if (failure === null) return 'well';
  if (failure.kind === 'not_allowed') return 'not_allowed';
  if (SILENT.has(failure.kind)) return 'none';
  return failure.kind === 'http_error' && isSick(failure.status) ? 'sick' : 'odd';
}

/** How several answered together: one that answers speaks for the line, however the others do. */
export function answerOfSeveral(answers: readonly Answer[]): Answer {
  if (answers.includes('well')) return 'well';
  if (answers.includes('sick') || answers.includes('odd')) return 'odd';
  return answers.includes('none') ? 'none' : 'not_known';
}

/** How a chat site answered a stranger: that it asks to sign in, refuses or sends on is an answer like any other. */
export function answerOfSite(probe: SiteProbe): Answer {
  switch (probe.kind) {
    case 'not_allowed':
      return 'not_allowed';
    case 'silent':
      return 'none';
    case 'answered':
      return probe.status !== null && isSick(probe.status) ? 'sick' : 'well';
  }
}
