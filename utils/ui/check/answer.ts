import { fallbackTarget } from '@/utils/assistants/lookups';
import { findingWords } from '@/utils/i18n/diagnosis-words';
import type { Speech } from '@/utils/i18n/speech';
import { type AssistantId, homeHostOf } from '@/utils/model/assistant';
import {
  type Advice,
  type Answer,
  type Cause,
  CHECK_STEPS,
  type CheckStep,
  type DiagnosisName,
  type Findings,
  type ProviderFinding,
  type SendsFinding,
  SYMPTOMS,
  type Symptom,
} from '@/utils/model/diagnosis';
import type { FallbackId } from '@/utils/model/fallback';
import type { Check } from '@/utils/model/messages';
import type { OpinionState } from '@/utils/model/opinion';
import type { Options } from '@/utils/model/options';
import type { Status } from '@/utils/model/status';
import type { Sign } from '@/utils/model/verdict';
import { type DiagnosisRow, diagnose } from '@/utils/rules/evidence/diagnose';
import { explainError } from '@/utils/rules/evidence/error-text';
import { rankFallbacks } from '@/utils/rules/fallbacks/plan';
import { allAssistants, assistantOf } from '@/utils/ui/page-registry';

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

/** What "Is it me?" knows. */
export interface CheckData {
  assistantId: AssistantId;
  /** Null before the first step. */
  check: Check | null;
  /** What the user sees; null while they have not said. */
  sees: Symptom | null;
  /** The error message that the user sees. */
  text: string;
  /** When it was entered, epoch milliseconds: "in 2 hours" counts from there. */
  textAt: number;
  status: Status;
  options: Options;
  /** What others say; it changes no diagnosis. */
  opinion: OpinionState;
  /** What the buttons can do now. */
  actions: ReadonlySet<CheckAction>;
}

/** What the button beside an advice does. */
export type CheckAction = 'reload' | 'reload_anyway' | 'sign_in' | 'allow_site' | 'await_recovery';

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

/** The sign beside a diagnosis: the provider's level where the provider reports it, and "up" only where all was checked. */
function signOfDiagnosis({ name, cause }: DiagnosisRow, provider: ProviderFinding | null): Sign {
  if (name === 'all_well') return 'up';
  if (name === 'reported_parts') return 'degraded';
  const isReported = cause === 'them' || name === 'reported_models';
  if (isReported && provider !== null && provider.level !== 'operational') return provider.level;
  return OF_CAUSES[cause];
}

/** What may be asked about an assistant: its name, and the host of its chat. */
export function checkSubject(id: AssistantId): { name: string; host: string } {
  const assistant = assistantOf(id);
  return { name: assistant.name, host: homeHostOf(assistant) };
}

/** Fallbacks that have a page and work as far as is known, the user's first choice first. */
export function workingFallbacks(
  options: Options,
  except: AssistantId,
  status: Pick<Status, 'pages' | 'verdicts'>,
  now: number,
): { id: FallbackId; name: string }[] {
  const assistants = allAssistants();
  const ids = rankFallbacks({ plan: options, except, status, assistants, localAnswers: {}, now });
  return ids.flatMap((id) => {
    const target = fallbackTarget(id, options);
    return target === null || target.url === null ? [] : [{ id, name: target.name }];
  });
}

/** One thing that may help. */
export interface CheckAdvice {
  advice: Advice;
  /** A text that differs from that of the advice: a reload may lose a draft, or a notification is promised already. */
  instead: 'reload_risk' | 'awaited' | null;
  /** What its button does; null where it has none. */
  action: CheckAction | null;
}

const ACTIONS: Partial<Record<Advice, CheckAction>> = {
  wait: 'await_recovery',
  reload: 'reload',
  sign_in: 'sign_in',
  allow_site: 'allow_site',
};

interface AdviceInput {
  advice: readonly Advice[];
  actions: ReadonlySet<CheckAction>;
  hasFallback: boolean;
  /** Whether a notification of the recovery is promised already. */
  isAwaited: boolean;
}

/** The advice that can be followed here and now. */
function possibleAdvice({ advice: all, actions, hasFallback, isAwaited }: AdviceInput): CheckAdvice[] {
  return all.flatMap((advice): CheckAdvice[] => {
    if (advice === 'allow_site' && !actions.has('allow_site')) return [];
    if (advice === 'continue_elsewhere' && !hasFallback) return [];
    // A draft may not survive a reload, so the reload is confirmed first.
    if (advice === 'reload' && actions.has('reload_anyway')) {
      return [{ advice, instead: 'reload_risk', action: 'reload_anyway' }];
    }
    if (advice === 'wait' && isAwaited) return [{ advice, instead: 'awaited', action: null }];
    const action = ACTIONS[advice];
    return [{ advice, instead: null, action: action !== undefined && actions.has(action) ? action : null }];
  });
}

/** What follows from the findings and from what the user sees. */
export interface Conclusion {
  row: DiagnosisRow;
  findings: Findings;
  sign: Sign;
  advice: CheckAdvice[];
}

export const isRunning = (check: Check | null): boolean => check === null || check.running !== null;

/** Here the chat itself works, so there is no recovery to be notified of. */
const WORKING_CHATS = new Set<DiagnosisName>(['reported_parts', 'symptom_history']);

/** Null while the check runs. */
export function conclude(data: CheckData, hasFallback: boolean): Conclusion | null {
  const { check, sees, text, status, options, actions, assistantId } = data;
  if (check === null || isRunning(check)) return null;
  const row = diagnose(check.findings, { sees, meaning: sees === 'error_text' ? explainError(text) : null });
  const isAwaitable = options.watched.includes(assistantId) && !WORKING_CHATS.has(row.name);
  const possible = isAwaitable ? actions : new Set([...actions].filter((action) => action !== 'await_recovery'));
  const isAwaited = status.awaited[assistantId] !== undefined;
  return {
    row,
    findings: check.findings,
    sign: signOfDiagnosis(row, check.findings.provider),
    advice: possibleAdvice({ advice: row.advice, actions: possible, hasFallback, isAwaited }),
  };
}

/**
 * Whether the answer depends on what the user sees. Then the question follows the answer directly, and what changes with
 * it is below the question: nothing moves under the pointer.
 */
export function dependsOnDescription(findings: Findings): boolean {
  const nameOf = (sees: Symptom | null) => diagnose(findings, { sees, meaning: null }).name;
  return SYMPTOMS.some((sees) => nameOf(sees) !== nameOf(null));
}

export interface AnswerActions {
  /** Whether the primary button continues in a fallback. */
  isContinuePrimary: boolean;
  /** The advice to wait, where it has a button or its notification is promised. */
  wait: CheckAdvice | null;
  /** The advice that is listed as text with its button. */
  listed: CheckAdvice[];
  /** The listed advice whose button is the primary one. */
  primary: CheckAdvice | null;
}

/**
 * Sorts the advice into the buttons below the answer and the list. Continuing elsewhere is the primary action unless
 * nothing points to the assistant; otherwise the most promising advice is, if it has a button.
 */
export function answerActions({ row, advice }: Conclusion): AnswerActions {
  const isContinuePrimary =
    row.cause !== 'nothing' && row.cause !== 'unclear' && advice.some((one) => one.advice === 'continue_elsewhere');
  const wait = advice.find(({ action, instead }) => action === 'await_recovery' || instead === 'awaited') ?? null;
  const listed = advice.filter(
    (one) =>
      one !== wait &&
      // The question itself says it.
      one.advice !== 'say_what_you_see' &&
      !(isContinuePrimary && one.advice === 'continue_elsewhere'),
  );
  const [first] = advice;
  const isFirstSafe = first?.action != null && first.action !== 'reload_anyway' && listed.includes(first);
  return { isContinuePrimary, wait, listed, primary: !isContinuePrimary && isFirstSafe ? first : null };
}

/** The steps that deserve a look, and how many others passed. An unknown result has not passed. */
export function sortSteps(steps: readonly CheckStepView[]): { odd: CheckStepView[]; passed: CheckStepView[] } {
  return { odd: steps.filter(({ sign }) => sign !== 'up'), passed: steps.filter(({ sign }) => sign === 'up') };
}
