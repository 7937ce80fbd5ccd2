import { type Findings, SYMPTOMS, type Symptom } from '@/utils/model/diagnosis';
import { diagnose } from '@/utils/rules/evidence/diagnose';
import type { CheckAdvice, Conclusion } from './conclusion';
import type { CheckStepView } from './steps';

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
  const wait = advice.find(({ deed, instead }) => deed === 'await_recovery' || instead === 'awaited') ?? null;
  const listed = advice.filter(
    (one) =>
      one !== wait &&
      // The question itself says it.
      one.advice !== 'say_what_you_see' &&
      !(isContinuePrimary && one.advice === 'continue_elsewhere'),
  );
  const [first] = advice;
  const isFirstSafe = first?.deed != null && first.deed !== 'reload_anyway' && listed.includes(first);
  return { isContinuePrimary, wait, listed, primary: !isContinuePrimary && isFirstSafe ? first : null };
}

/** The steps that deserve a look, and how many others passed. An unknown result has not passed. */
export function sortSteps(steps: readonly CheckStepView[]): { odd: CheckStepView[]; passed: CheckStepView[] } {
  return { odd: steps.filter(({ sign }) => sign !== 'up'), passed: steps.filter(({ sign }) => sign === 'up') };
}
