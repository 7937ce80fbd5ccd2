import { useEffect, useId, useRef, useState } from 'react';
import { Chevron, SignIcon } from '@/components/small';
import type { CheckAdvice, CheckStepView } from '@/utils/ui/check/steps';
import { type CheckActions, createCheckStore } from '@/utils/ui/check/store';
import type { CheckView } from '@/utils/ui/check/view';
import { LIST_HASH } from '@/utils/ui/popup/state';
import { CheckQuestionForm } from './check-question-form';
import './check.css';
import { useStore } from 'zustand';
import type { AssistantId } from '@/utils/model/assistant';

/** Back to the popup's list, also by Escape; in a field Escape belongs to the field. */
export function BackLink({ label }: { label: string }) {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.target instanceof HTMLInputElement) return;
      // Else the browser closes the popup.
      event.preventDefault();
      location.hash = LIST_HASH;
    };
    document.addEventListener('keydown', onKeyDown);
    return () => document.removeEventListener('keydown', onKeyDown);
  }, []);
  return (
    <nav className="back">
      <a href={LIST_HASH}>
        <Chevron />
        {label}
      </a>
    </nav>
  );
}

interface CheckAdviceListProps {
  heading: string;
  advice: CheckAdvice[];
  act: CheckActions['act'];
  goOn: CheckActions['goOn'];
}

/** What may help, the most promising first, each with its button where one can do it. */
export function CheckAdviceList({ heading, advice, act, goOn }: CheckAdviceListProps) {
  const id = useId();
  return (
    <section className="part-of-check">
      <h2 id={id}>{heading}</h2>
      <ol className="advice" aria-labelledby={id}>
        {advice.map(({ advice: kind, text, deed, links }) => (
          <li key={kind} data-advice={kind}>
            <p>{text}</p>
            {deed !== null && (
              <button type="button" className="button small" onClick={() => act(deed.kind)}>
                {deed.label}
              </button>
            )}
            {links.length > 0 && (
              <div className="actions">
                {links.map((link) => (
                  <button
                    key={link.fallbackId}
                    type="button"
                    className="button small"
                    onClick={() => goOn(link.fallbackId)}
                  >
                    {link.label}
                  </button>
                ))}
              </div>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}

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

interface CheckPageProps {
  view: CheckView;
  actions: CheckActions;
}

/** One sentence first, then what fits, then what it rests on, and last what the person can add. */
export function CheckPage({ view, actions }: CheckPageProps) {
  const { labels, isRunning, advice } = view;
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <main
      className="popup check"
      lang={view.language}
      dir={view.direction}
      data-assistant={view.assistantId}
      data-cause={view.cause ?? undefined}
    >
      <BackLink label={labels.back} />
      <header className="summary" aria-live="polite">
        <SignIcon sign={view.sign} size={20} />
        <div>
          <h1 ref={heading} tabIndex={-1}>
            {view.headline}
          </h1>
          {view.why !== null && <p>{view.why}</p>}
          {view.confidence !== null && <p className="confidence">{view.confidence}</p>}
        </div>
      </header>
      {advice.length > 0 && (
        <CheckAdviceList heading={labels.advice} advice={advice} act={actions.act} goOn={actions.goOn} />
      )}
      <CheckSteps heading={labels.steps} steps={view.steps} />
      <CheckQuestionForm question={view.question} see={actions.see} type={actions.type} />
      {!isRunning && (
        <footer className="foot">
          <button type="button" className="button" onClick={actions.again}>
            {labels.again}
          </button>
        </footer>
      )}
    </main>
  );
}

/** Ties "Is it me?" to a store of its own, which begins to look at once. */
export function CheckApp({ assistantId }: { assistantId: AssistantId }) {
  const [store] = useState(() => createCheckStore(assistantId));
  useEffect(() => store.start(), [store]);
  const { view } = useStore(store);
  return <CheckPage view={view} actions={store.actions} />;
}
