import type { Check } from '@/utils/model/check';
import { type Answer, CHECK_STEPS, type CheckStep, type Findings, type SendsFinding } from '@/utils/model/findings';
import type { Sign } from '@/utils/model/sign';
import { findingWords, stepWords } from '@/utils/words/finding-words';
import type { Speech } from '@/utils/words/speech';

/** One thing that is looked at. */
export interface CheckStepView {
  step: CheckStep;
  label: string;
  state: 'waiting' | 'running' | 'done';
  /** What was found, or that it is being looked at; null while it waits. */
  result: string | null;
  sign: Sign;
}

const OF_ANSWERS: Record<Answer, Sign> = {
  well: 'up',
  sick: 'suspected',
  odd: 'unknown',
  none: 'offline',
  not_allowed: 'unknown',
  not_known: 'unknown',
};

const OF_SENDS: Record<SendsFinding['kind'], Sign> = {
  well: 'up',
  failed: 'suspected',
  cut: 'suspected',
  once: 'unknown',
  limited: 'degraded',
  refused: 'degraded',
  none: 'unknown',
};

function signOfMaker(maker: Findings['maker']): Sign {
  if (maker === null || maker.kind === 'unknown' || maker.level === 'unknown') return 'unknown';
  if (maker.kind === 'parts') return 'degraded';
  return maker.level === 'operational' ? 'up' : maker.level;
}

function signOfStep(step: CheckStep, { browser, sends, maker, ...answers }: Findings): Sign {
  switch (step) {
    case 'browser':
      return browser === 'online' ? 'up' : browser === 'offline' ? 'offline' : 'unknown';
    case 'sends':
      return sends === null ? 'unknown' : OF_SENDS[sends.kind];
    case 'maker':
      return signOfMaker(maker);
    default: {
      const answer = answers[step];
      return answer === null ? 'unknown' : OF_ANSWERS[answer];
    }
  }
}

/** The steps as they go. Once it is over, those that made no sense are left out. */
export function checkSteps(check: Check | null, host: string, speech: Speech): CheckStepView[] {
  if (check === null) return [];
  const { findings, running } = check;
  const isOver = running === null;
  return CHECK_STEPS.flatMap((step) => {
    const found = findingWords(step, findings, speech);
    if (isOver && found === null) return [];
    const isRunning = running === step;
    const result = isRunning ? speech.t('check_looking') : found;
    const state = isRunning ? 'running' : found === null ? 'waiting' : 'done';
    return [{ step, label: stepWords(step, host, speech), state, result, sign: signOfStep(step, findings) }];
  });
}
