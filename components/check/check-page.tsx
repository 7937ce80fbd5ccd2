import './check.css';
import { type ReactNode, useEffect, useId, useRef, useState } from 'react';
import { Chevron, SignIcon } from '@/components/small';
import { diagnosisWords } from '@/utils/i18n/diagnosis-words';
import type { MessageKey } from '@/utils/i18n/speech';
import type { AssistantId } from '@/utils/model/assistant';
import {
  type CheckAdvice,
  type CheckDeed,
  type Conclusion,
  checkSubject,
  conclude,
  isRunning,
  workingFallbacks,
} from '@/utils/ui/check/conclusion';
import { checkSteps } from '@/utils/ui/check/steps';
import { CheckContext, createCheckStore, useCheck } from '@/utils/ui/check/store';
import { PageSpeech, useLanguage, useSpeech, useT } from '@/utils/ui/page-context';
import { LIST_HASH } from '@/utils/ui/popup/state';
import { CheckQuestionForm } from './check-question-form';

/** Goes back to the list of the popup, also by Escape outside of a field. */
export function BackLink() {
  const t = useT();
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      if (event.key !== 'Escape' || event.target instanceof HTMLInputElement) return;
      // Keeps the browser from closing the popup.
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
        {t('check_back')}
      </a>
    </nav>
  );
}

const DEED_LABELS: Record<CheckDeed, MessageKey> = {
  reload: 'check_do_reload',
  reload_anyway: 'check_do_reload_anyway',
  sign_in: 'check_do_sign_in',
  allow_site: 'check_do_allow',
  await_recovery: 'check_do_await',
};

interface AdviceItemProps {
  advice: CheckAdvice;
  /** Further buttons. */
  children: ReactNode;
}

function AdviceItem({ advice: { advice, instead, deed }, children }: AdviceItemProps) {
  const t = useT();
  const { assistantId, act } = useCheck();
  const { name, host } = checkSubject(assistantId);
  return (
    <li data-advice={advice}>
      <p>
        {instead === null && t(`check_advice_${advice}`, host)}
        {instead === 'reload_risk' && t('check_reload_risk')}
        {instead === 'awaited' && t('popup_awaited', name)}
      </p>
      {deed !== null && (
        <button type="button" className="button small" onClick={() => act(deed)}>
          {t(DEED_LABELS[deed], host)}
        </button>
      )}
      {children}
    </li>
  );
}

interface CheckAdviceListProps {
  advice: CheckAdvice[];
  fallbacks: ReturnType<typeof workingFallbacks>;
}

/** What may help, the most promising first. */
function CheckAdviceList({ advice: all, fallbacks }: CheckAdviceListProps) {
  const id = useId();
  const t = useT();
  const { continueIn } = useCheck();
  return (
    <section className="part-of-check">
      <h2 id={id}>{t('check_advice')}</h2>
      <ol className="advice" aria-labelledby={id}>
        {all.map((advice) => (
          <AdviceItem key={advice.advice} advice={advice}>
            {advice.advice === 'continue_elsewhere' && (
              <div className="actions">
                {fallbacks.map((fallback) => (
                  <button
                    key={fallback.id}
                    type="button"
                    className="button small"
                    onClick={() => continueIn(fallback.id)}
                  >
                    {t('popup_continue_in', fallback.name)}
                  </button>
                ))}
              </div>
            )}
          </AdviceItem>
        ))}
      </ol>
    </section>
  );
}

/** What is checked and what was found, step by step. */
function CheckSteps() {
  const id = useId();
  const speech = useSpeech();
  const { assistantId, check } = useCheck();
  const { host } = checkSubject(assistantId);
  const steps = check === null ? [] : checkSteps(check, speech);
  if (steps.length === 0) return null;
  return (
    <section className="part-of-check">
      <h2 id={id}>{speech.t('check_steps')}</h2>
      <ol className="steps" aria-labelledby={id} aria-live="polite">
        {steps.map(({ step, state, result, sign }) => (
          <li key={step} data-step={step} data-state={state}>
            {state === 'done' ? <SignIcon sign={sign} size={12} /> : <span className="no-sign" aria-hidden="true" />}
            <span className="label">{speech.t(`check_step_${step}`, host)}</span>
            <span className="result" dir="auto">
              {result}
            </span>
          </li>
        ))}
      </ol>
    </section>
  );
}

/** The diagnosis in a sentence, why, and how certain it is. */
function CheckSummary({ conclusion }: { conclusion: Conclusion | null }) {
  const speech = useSpeech();
  const { assistantId } = useCheck();
  const { name } = checkSubject(assistantId);
  const words = conclusion === null ? null : diagnosisWords(name, conclusion.row, conclusion.provider, speech);
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  return (
    <header className="summary" aria-live="polite">
      <SignIcon sign={conclusion?.sign ?? 'unknown'} size={20} />
      <div>
        <h1 ref={heading} tabIndex={-1}>
          {words?.headline ?? speech.t('check_running', name)}
        </h1>
        {words !== null && <p>{words.why}</p>}
        {words !== null && words.confidence !== null && <p className="confidence">{words.confidence}</p>}
      </div>
    </header>
  );
}

/** The diagnosis first, then what may help, what was checked, and what the user can add. */
export function CheckPage() {
  const { t, now } = useSpeech();
  const language = useLanguage();
  const { again, ...data } = useCheck();
  const fallbacks = workingFallbacks(data.options, data.assistantId, data.status, now);
  const conclusion = conclude(data, fallbacks.length > 0);
  return (
    <main className="popup check" {...language} data-assistant={data.assistantId} data-cause={conclusion?.row.cause}>
      <BackLink />
      <CheckSummary conclusion={conclusion} />
      {conclusion !== null && conclusion.advice.length > 0 && (
        <CheckAdviceList advice={conclusion.advice} fallbacks={fallbacks} />
      )}
      <CheckSteps />
      <CheckQuestionForm />
      {!isRunning(data.check) && (
        <footer className="foot">
          <button type="button" className="button" onClick={again}>
            {t('check_again')}
          </button>
        </footer>
      )}
    </main>
  );
}

/** "Is it me?" with a store of its own, which starts the check at once. */
export function CheckApp({ assistantId }: { assistantId: AssistantId }) {
  const [store] = useState(() => createCheckStore(assistantId));
  useEffect(() => store.start(), [store]);
  return (
    <CheckContext value={store}>
      <PageSpeech store={store}>
        <CheckPage />
      </PageSpeech>
    </CheckContext>
  );
}
