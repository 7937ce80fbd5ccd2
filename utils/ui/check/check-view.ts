import { assistantOf } from '@/utils/assistants/everyone';
import type { AssistantId } from '@/utils/model/assistant';
import type { Check } from '@/utils/model/check';
import type { Cause, DiagnosisName, Sight } from '@/utils/model/diagnosis';
import { homeHostOf } from '@/utils/model/home-of';
import type { Options } from '@/utils/model/options';
import type { Sign } from '@/utils/model/sign';
import type { Status } from '@/utils/model/status';
import { diagnose } from '@/utils/rules/diagnose';
import { explainError } from '@/utils/rules/explain-error';
import { diagnosisWords } from '@/utils/words/diagnosis-words';
import { directionOf } from '@/utils/words/direction-of';
import type { Speech } from '@/utils/words/speech';
import { type CheckAdvice, type CheckDeed, checkAdvice } from './check-advice';
import { type CheckQuestion, checkQuestion } from './check-question';
import { signOfDiagnosis } from './check-sign';
import { type CheckStepView, checkSteps } from './check-steps';
import { wayLinks } from './way-links';

export interface CheckInput {
  assistantId: AssistantId;
  /** Null before the first step. */
  check: Check | null;
  sees: Sight | null;
  /** The error text that the person typed or picked. */
  text: string;
  status: Status;
  options: Options;
  deeds: ReadonlySet<CheckDeed>;
}

/** All that "Is it me?" shows, in finished sentences. */
export interface CheckView {
  language: string;
  direction: 'ltr' | 'rtl';
  assistantId: AssistantId;
  isRunning: boolean;
  sign: Sign;
  /** Null until there is one. */
  cause: Cause | null;
  headline: string;
  why: string | null;
  sureness: string | null;
  advice: CheckAdvice[];
  steps: CheckStepView[];
  question: CheckQuestion;
  labels: { back: string; advice: string; steps: string; again: string };
}

const isRunning = (check: Check | null): boolean => check === null || check.running !== null;

/** Here the chat itself is up, so there is no “back” that anybody could be told of. */
const CALM_CHATS = new Set<DiagnosisName>(['told_parts', 'sees_history']);

type Told = Pick<CheckView, 'sign' | 'cause' | 'headline' | 'why' | 'sureness' | 'advice'>;

function toldOf(input: CheckInput, speech: Speech): Told {
  const { check, sees, text, status, options, deeds, assistantId } = input;
  const assistant = assistantOf(assistantId);
  const { name } = assistant;
  if (check === null || isRunning(check)) {
    const headline = speech.t('check_running', name);
    return { sign: 'unknown', cause: null, headline, why: null, sureness: null, advice: [] };
  }
  const row = diagnose(check.findings, { sees, meaning: sees === 'error_text' ? explainError(text) : null });
  const isAwaitable = options.watched.includes(assistantId) && !CALM_CHATS.has(row.name);
  const fitting = isAwaitable ? deeds : new Set([...deeds].filter((deed) => deed !== 'await_recovery'));
  const ways = wayLinks(options, assistantId, status, speech);
  const awaited = status.awaited[assistantId] === undefined ? null : speech.t('popup_awaited', name);
  return {
    sign: signOfDiagnosis(row, check.findings.maker),
    cause: row.cause,
    ...diagnosisWords(name, row, check.findings.maker, speech),
    advice: checkAdvice({ row, host: homeHostOf(assistant), deeds: fitting, ways, awaited }, speech),
  };
}

/** What was found so far and, once that is all, what follows from it and from what the person sees. Pure. */
export function checkView(input: CheckInput, speech: Speech): CheckView {
  const { assistantId, check, sees, text } = input;
  const { t } = speech;
  const language = t('popup_language');
  return {
    language,
    direction: directionOf(language),
    assistantId,
    isRunning: isRunning(check),
    ...toldOf(input, speech),
    steps: checkSteps(check, homeHostOf(assistantOf(assistantId)), speech),
    question: checkQuestion(sees, text, speech),
    labels: {
      back: t('check_back'),
      advice: t('check_advice'),
      steps: t('check_steps'),
      again: t('check_again'),
    },
  };
}
