import { findingWords } from '@/utils/i18n/diagnosis-words';
import type { Speech } from '@/utils/i18n/speech';
import { type Answer, CHECK_STEPS, type CheckStep, type Findings, type SendsFinding } from '@/utils/model/diagnosis';
import type { Check } from '@/utils/model/messages';
import type { Sign } from '@/utils/model/verdict';

/** One step of the check. */
export interface CheckStepView {
  step: CheckStep;
  state: 'waiting' | 'running' | 'done';
  /** What was found, or that the step is running; null while it waits. */
  result: string | null;
  sign: Sign;
}

const OF_ANSWERS: Record<Answer, Sign> = {
  well: 'up',
  error: 'suspected',
  unexpected: 'unknown',
  none: 'offline',
  not_allowed: 'unknown',
  not_known: 'unknown',
};

const OF_SENDS: Record<SendsFinding['kind'], Sign> = {
  well: 'up',
  failed: 'suspected',
  cut: 'suspected',
  cut_everywhere: 'offline',
  unopened: 'suspected',
  conversation: 'suspected',
  conversation_only: 'suspected',
  tool: 'suspected',
  slow: 'suspected',
  slow_maybe: 'unknown',
  slow_everywhere: 'unknown',
  limited_doubtful: 'suspected',
  once: 'unknown',
  brief: 'unknown',
  limited: 'degraded',
  refused: 'degraded',
  none: 'unknown',
};

function signOfProvider(provider: Findings['provider']): Sign {
  if (provider === null || provider.kind === 'unknown' || provider.level === 'unknown') return 'unknown';
  if (provider.kind === 'parts') return 'degraded';
  return provider.level === 'operational' ? 'up' : provider.level;
}

function signOfStep(step: CheckStep, { browser, sends, provider, ...answers }: Findings): Sign {
  switch (step) {
    case 'browser':
      return browser === 'online' ? 'up' : browser === 'offline' ? 'offline' : 'unknown';
    case 'sends':
      return sends === null ? 'unknown' : OF_SENDS[sends.kind];
    case 'provider':
      return signOfProvider(provider);
    default: {
      const answer = answers[step];
      return answer === null ? 'unknown' : OF_ANSWERS[answer];
    }
  }
}

/** The steps in order. Once the check is over, steps that were skipped are left out. */
export function checkSteps({ findings, running }: Check, speech: Speech): CheckStepView[] {
  return CHECK_STEPS.flatMap((step) => {
    const found = findingWords(step, findings, speech);
    if (running === null && found === null) return [];
    const isRunning = running === step;
    const result = isRunning ? speech.t('check_looking') : found;
    const state = isRunning ? 'running' : found === null ? 'waiting' : 'done';
    return [{ step, state, result, sign: signOfStep(step, findings) }];
  });
}
