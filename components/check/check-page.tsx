import { useEffect, useRef } from 'react';
import { SignIcon } from '@/components/sign-icon';
import type { CheckActions } from '@/utils/ui/check/check-actions';
import type { CheckView } from '@/utils/ui/check/check-view';
import { BackLink } from './back-link';
import { CheckAdviceList } from './check-advice-list';
import { CheckQuestionForm } from './check-question-form';
import { CheckSteps } from './check-steps';

interface Props {
  view: CheckView;
  actions: CheckActions;
}

/** One sentence first, then what fits, then what it rests on, and last what the person can add. */
export function CheckPage({ view, actions }: Props) {
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
          {view.sureness !== null && <p className="sureness">{view.sureness}</p>}
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
