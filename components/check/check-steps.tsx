import { useId } from 'react';
import { SignIcon } from '@/components/sign-icon';
import type { CheckStepView } from '@/utils/ui/check/check-steps';

/** What is looked at, and what was found, as it comes. */
export function CheckSteps({ heading, steps }: { heading: string; steps: CheckStepView[] }) {
  const id = useId();
  if (steps.length === 0) return null;
  return (
    <section className="part-of-check">
      <h2 id={id}>{heading}</h2>
      <ol className="steps" aria-labelledby={id} aria-live="polite">
        {steps.map(({ step, label, state, result, sign }) => (
          <li key={step} data-step={step} data-state={state}>
            {state === 'done' ? <SignIcon sign={sign} size={12} /> : <span className="no-sign" aria-hidden="true" />}
            <span className="label">{label}</span>
            <span className="result" dir="auto">
              {result}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}
