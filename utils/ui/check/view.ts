import { diagnosisWords, meaningWords, symptomWords } from '@/utils/i18n/diagnosis-words';
import { directionOf } from '@/utils/i18n/moments';
import type { Speech } from '@/utils/i18n/speech';
import { type AssistantId, homeHostOf } from '@/utils/model/assistant';
import { type Cause, type DiagnosisName, type ProviderFinding, SYMPTOMS, type Symptom } from '@/utils/model/diagnosis';
import type { Check } from '@/utils/model/messages';
import type { Options } from '@/utils/model/options';
import type { Status } from '@/utils/model/status';
import type { Sign } from '@/utils/model/verdict';
import { type DiagnosisRow, diagnose } from '@/utils/rules/evidence/diagnose';
import { ERROR_ROWS, explainError } from '@/utils/rules/evidence/explain-error';
import { assistantOf } from '@/utils/ui/page-registry';
import { type CheckAdvice, type CheckDeed, type CheckStepView, checkAdvice, checkSteps, wayLinks } from './steps';

/** "What do you see?" Nobody has to answer it. */
export interface CheckQuestion {
  heading: string;
  why: string;
  choices: { symptom: Symptom; label: string; isChosen: boolean }[];
  /** Null unless the person sees an error text. */
  text: {
    label: string;
    value: string;
    /** Texts to pick from. */
    samples: string[];
    /** What it means; null while there is none. */
    meaning: string | null;
  } | null;
}

export function checkQuestion(sees: Symptom | null, text: string, speech: Speech): CheckQuestion {
  const { t } = speech;
  return {
    heading: t('check_sees'),
    why: t('check_symptom_why'),
    choices: SYMPTOMS.map((symptom) => ({ symptom, label: symptomWords(symptom, speech), isChosen: symptom === sees })),
    text:
      sees !== 'error_text'
        ? null
        : {
            label: t('check_text'),
            value: text,
            samples: ERROR_ROWS.flatMap(({ samples }) => samples),
            meaning: text.trim() === '' ? null : meaningWords(explainError(text), speech),
          },
  };
}

const OF_CAUSES: Record<Cause, Sign> = {
  them: 'degraded',
  maybe_them: 'suspected',
  maintenance: 'maintenance',
  connection: 'offline',
  between: 'unknown',
  limit: 'unknown',
  signed_out: 'unknown',
  part: 'unknown',
  nothing: 'unknown',
  unclear: 'unknown',
};

/** The shape beside a diagnosis: the provider's own level where it is the provider's word, and "up" only where all was seen. */
export function signOfDiagnosis({ name, cause }: DiagnosisRow, provider: ProviderFinding | null): Sign {
  if (name === 'all_well') return 'up';
  if (name === 'told_parts') return 'degraded';
  const isTold = cause === 'them' || name === 'told_models';
  if (isTold && provider !== null && provider.level !== 'operational') return provider.level;
  return OF_CAUSES[cause];
}

export interface CheckInput {
  assistantId: AssistantId;
  /** Null before the first step. */
  check: Check | null;
  sees: Symptom | null;
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
  confidence: string | null;
  advice: CheckAdvice[];
  steps: CheckStepView[];
  question: CheckQuestion;
  labels: { back: string; advice: string; steps: string; again: string };
}

const isRunning = (check: Check | null): boolean => check === null || check.running !== null;

/** Here the chat itself is up, so there is no “back” that anybody could be told of. */
const CALM_CHATS = new Set<DiagnosisName>(['told_parts', 'symptom_history']);

type Told = Pick<CheckView, 'sign' | 'cause' | 'headline' | 'why' | 'confidence' | 'advice'>;

function toldOf(input: CheckInput, speech: Speech): Told {
  const { check, sees, text, status, options, deeds, assistantId } = input;
  const assistant = assistantOf(assistantId);
  const { name } = assistant;
  if (check === null || isRunning(check)) {
    const headline = speech.t('check_running', name);
    return { sign: 'unknown', cause: null, headline, why: null, confidence: null, advice: [] };
  }
  const row = diagnose(check.findings, { sees, meaning: sees === 'error_text' ? explainError(text) : null });
  const isAwaitable = options.watched.includes(assistantId) && !CALM_CHATS.has(row.name);
  const fitting = isAwaitable ? deeds : new Set([...deeds].filter((deed) => deed !== 'await_recovery'));
  const ways = wayLinks(options, assistantId, status, speech);
  const awaited = status.awaited[assistantId] === undefined ? null : speech.t('popup_awaited', name);
  return {
    sign: signOfDiagnosis(row, check.findings.provider),
    cause: row.cause,
    ...diagnosisWords(name, row, check.findings.provider, speech),
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
