import './check.css';
import { useEffect, useId, useLayoutEffect, useRef, useState } from 'react';
import { AssistantMark } from '@/components/assistant-mark';
import { SecondOpinion } from '@/components/second-opinion';
import { Chevron, SignIcon } from '@/components/small';
import { refusalWords } from '@/utils/i18n/conversation-words';
import { diagnosisWords } from '@/utils/i18n/diagnosis-words';
import { formatCount, plural } from '@/utils/i18n/moments';
import type { MessageKey } from '@/utils/i18n/speech';
import type { AssistantId } from '@/utils/model/assistant';
import { askableSources } from '@/utils/ui/ask-others';
import {
  answerActions,
  type CheckAction,
  type CheckAdvice,
  type CheckStepView,
  type Conclusion,
  checkSteps,
  checkSubject,
  conclude,
  dependsOnDescription,
  isRunning,
  sortSteps,
  workingFallbacks,
} from '@/utils/ui/check/answer';
import { CheckContext, createCheckStore, useCheck } from '@/utils/ui/check/store';
import { PageSpeech, useLanguage, useSpeech, useT } from '@/utils/ui/page-context';
import { allAssistants, assistantOf } from '@/utils/ui/page-registry';
import { checkHash, LIST_HASH } from '@/utils/ui/popup/state';
import { CheckQuestionForm } from './check-question-form';

/** Goes back to the list of the popup, also by Escape outside of a field. */
function BackLink() {
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

type Fallbacks = ReturnType<typeof workingFallbacks>;

const ACTION_LABELS: Record<CheckAction, MessageKey> = {
  reload: 'check_do_reload',
  reload_anyway: 'check_do_reload_anyway',
  sign_in: 'check_do_sign_in',
  allow_site: 'check_do_allow',
  await_recovery: 'check_do_await',
};

/** The answer. It stays in view, because what the user says they see may change it. */
function AnswerHeading({ conclusion }: { conclusion: Conclusion | null }) {
  const speech = useSpeech();
  const { assistantId } = useCheck();
  const { name } = checkSubject(assistantId);
  const heading = useRef<HTMLHeadingElement>(null);
  const isOver = conclusion !== null;
  // A new run removes the button that started it, so the focus moves to the heading.
  useEffect(() => {
    if (!isOver) heading.current?.focus();
  }, [isOver]);
  return (
    <header className="answer" aria-live="polite">
      <SignIcon sign={conclusion?.sign ?? 'unknown'} size={20} />
      <h1 ref={heading} tabIndex={-1}>
        {conclusion === null
          ? speech.t('check_running', name)
          : diagnosisWords(name, conclusion.row, conclusion.findings, speech).headline}
      </h1>
    </header>
  );
}

/** The reason, and how certain it is. */
function AnswerReason({ conclusion: { row, findings } }: { conclusion: Conclusion }) {
  const speech = useSpeech();
  const { assistantId } = useCheck();
  const { why, confidence } = diagnosisWords(checkSubject(assistantId).name, row, findings, speech);
  return (
    <p className="reason" aria-live="polite">
      {why}
      {confidence !== null && <> {confidence}</>}
    </p>
  );
}

/** Buttons that continue in a fallback: the first one, and the rest when opened. */
function ContinueButtons({ fallbacks: [first, ...others] }: { fallbacks: Fallbacks }) {
  const t = useT();
  const { continueIn } = useCheck();
  if (first === undefined) return null;
  return (
    <>
      <button
        type="button"
        className="button primary"
        data-advice="continue_elsewhere"
        onClick={() => continueIn(first.id)}
      >
        {t('popup_continue_in', first.name)}
      </button>
      {others.length > 0 && (
        <details className="more-fallbacks">
          <summary>{t('check_more_fallbacks')}</summary>
          <div className="actions">
            {others.map(({ id, name }) => (
              <button key={id} type="button" className="button small" onClick={() => continueIn(id)}>
                {t('popup_continue_in', name)}
              </button>
            ))}
          </div>
        </details>
      )}
    </>
  );
}

/** The advice to wait, with the button that promises a notification, or that it is promised. */
function WaitButton({ action }: CheckAdvice) {
  const t = useT();
  const { act } = useCheck();
  if (action === null) return null;
  return (
    <button type="button" className="button" onClick={() => act(action)}>
      {t(ACTION_LABELS[action])}
    </button>
  );
}

function WaitText({ instead }: CheckAdvice) {
  const t = useT();
  const { assistantId } = useCheck();
  const text = useRef<HTMLParagraphElement>(null);
  const isAwaited = instead === 'awaited';
  // The focused button is gone once it was pressed. Before `keepFocus` looks for another control.
  useLayoutEffect(() => {
    if (isAwaited && document.activeElement === document.body) text.current?.focus();
  }, [isAwaited]);
  return (
    <p ref={text} tabIndex={-1} className="quiet said" role="status" data-advice="wait">
      {isAwaited ? t('popup_awaited', checkSubject(assistantId).name) : t('check_advice_wait')}
    </p>
  );
}

interface AdviceItemProps {
  advice: CheckAdvice;
  isPrimary: boolean;
  fallbacks: Fallbacks;
}

function AdviceItem({ advice: { advice, instead, action }, isPrimary, fallbacks }: AdviceItemProps) {
  const t = useT();
  const { assistantId, act, continueIn } = useCheck();
  const { host } = checkSubject(assistantId);
  const [fallback] = fallbacks;
  return (
    <li data-advice={advice}>
      <p>{instead === 'reload_risk' ? t('check_reload_risk') : t(`check_advice_${advice}`, host)}</p>
      {action !== null && (
        <button type="button" className={`button small${isPrimary ? ' primary' : ''}`} onClick={() => act(action)}>
          {t(ACTION_LABELS[action], host)}
        </button>
      )}
      {advice === 'continue_elsewhere' && fallback !== undefined && (
        <button type="button" className="button small" onClick={() => continueIn(fallback.id)}>
          {t('popup_continue_in', fallback.name)}
        </button>
      )}
    </li>
  );
}

/** The rest is opened, unless it is a single line. */
const ADVICE_SHOWN = 2;

interface AnswerActionsProps {
  conclusion: Conclusion;
  fallbacks: Fallbacks;
}

/** What the user can do: the buttons first, then what else may help, the most promising first. */
function AnswerActions({ conclusion, fallbacks }: AnswerActionsProps) {
  const speech = useSpeech();
  const { t } = speech;
  const { refusal } = useCheck();
  const { isContinuePrimary, wait, listed, primary } = answerActions(conclusion);
  const shown = listed.slice(0, listed.length > ADVICE_SHOWN + 1 ? ADVICE_SHOWN : undefined);
  const folded = listed.slice(shown.length);
  const item = (advice: CheckAdvice) => (
    <AdviceItem key={advice.advice} advice={advice} isPrimary={advice === primary} fallbacks={fallbacks} />
  );
  const hasButtons = isContinuePrimary || wait?.action != null;
  if (!hasButtons && wait === null && listed.length === 0) return null;
  return (
    <section className="answer-actions" aria-label={t('check_advice')}>
      {hasButtons && (
        <div className="actions">
          {isContinuePrimary && <ContinueButtons fallbacks={fallbacks} />}
          {wait !== null && <WaitButton {...wait} />}
        </div>
      )}
      <p className="said" role="status">
        {refusal !== null && refusalWords(refusal, speech)}
      </p>
      {wait !== null && <WaitText {...wait} />}
      {shown.length > 0 && <ol className="advice">{shown.map(item)}</ol>}
      {folded.length > 0 && (
        <details>
          <summary>{t('check_more_advice')}</summary>
          <ol className="advice">{folded.map(item)}</ol>
        </details>
      )}
    </section>
  );
}

function StepItem({ step: { step, state, result, sign } }: { step: CheckStepView }) {
  const t = useT();
  const { assistantId } = useCheck();
  return (
    <li data-step={step} data-state={state}>
      {state === 'done' ? <SignIcon sign={sign} size={12} /> : <span className="no-sign" aria-hidden="true" />}
      <span className="label">{t(`check_step_${step}`, checkSubject(assistantId).host)}</span>
      <span className="result" dir="auto">
        {result}
      </span>
    </li>
  );
}

/** Each check has its line from the beginning, so nothing moves when it ends. */
function CheckProgress({ steps }: { steps: readonly CheckStepView[] }) {
  const t = useT();
  return (
    <ol className="steps progress" aria-label={t('check_steps')} aria-live="polite">
      {steps.map((step) => (
        <StepItem key={step.step} step={step} />
      ))}
    </ol>
  );
}

/** What was found: the checks that did not pass, and the others behind their number. */
function CheckResults({ steps }: { steps: readonly CheckStepView[] }) {
  const id = useId();
  const speech = useSpeech();
  const { again } = useCheck();
  const { odd, passed } = sortSteps(steps);
  return (
    <section className="part-of-check" aria-labelledby={id}>
      <div className="checked">
        <h2 id={id}>{speech.t('check_steps')}</h2>
        <button type="button" className="button plain" onClick={again}>
          {speech.t('check_again')}
        </button>
      </div>
      {odd.length > 0 && (
        <ol className="steps" aria-labelledby={id}>
          {odd.map((step) => (
            <StepItem key={step.step} step={step} />
          ))}
        </ol>
      )}
      {passed.length > 0 && (
        <details className="passed">
          <summary>
            <SignIcon sign="up" size={12} />
            <span className="name">
              {odd.length === 0
                ? speech.t('check_passed_all', formatCount(passed.length, speech))
                : plural('check_passed', passed.length, speech)}
            </span>
            <span className="turning">
              <Chevron />
            </span>
          </summary>
          <ol className="steps">
            {passed.map((step) => (
              <StepItem key={step.step} step={step} />
            ))}
          </ol>
        </details>
      )}
    </section>
  );
}

/** The answer first, then what the user can do and add, and what was checked. */
export function CheckPage() {
  const speech = useSpeech();
  const language = useLanguage();
  const data = useCheck();
  const { check } = data;
  const fallbacks = workingFallbacks(data.options, data.assistantId, data.status, speech.now);
  const conclusion = conclude(data, fallbacks.length > 0);
  const steps = check === null ? [] : checkSteps(check, speech);
  const isAsked = check !== null && !isRunning(check) && dependsOnDescription(check.findings);
  return (
    <main
      className="popup check"
      {...language}
      data-assistant={data.assistantId}
      data-cause={conclusion?.row.cause}
      data-asked={isAsked || undefined}
    >
      <BackLink />
      <AnswerHeading conclusion={conclusion} />
      {conclusion === null ? (
        <CheckProgress steps={steps} />
      ) : (
        <div className="scroll">
          <AnswerReason conclusion={conclusion} />
          {isAsked && <CheckQuestionForm isAsked />}
          <AnswerActions conclusion={conclusion} fallbacks={fallbacks} />
          {!isAsked && <CheckQuestionForm isAsked={false} />}
          <SecondOpinion
            name={checkSubject(data.assistantId).name}
            sources={askableSources(data.assistantId, data.options)}
            opinion={data.opinion}
            onAsk={data.ask}
          />
          <CheckResults steps={steps} />
        </div>
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

function AssistantLinks({ ids }: { ids: readonly AssistantId[] }) {
  return (
    <ul className="assistant-links">
      {ids.map(assistantOf).map((assistant) => (
        <li key={assistant.id}>
          <a href={checkHash(assistant.id)}>
            <AssistantMark assistant={assistant} />
            <span className="name">{assistant.name}</span>
            <Chevron />
          </a>
        </li>
      ))}
    </ul>
  );
}

/** Asks which assistant to check, where that cannot be known: the watched ones, then all others when opened. */
export function CheckChoice({ watched }: { watched: readonly AssistantId[] }) {
  const t = useT();
  const language = useLanguage();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => heading.current?.focus(), []);
  const others = allAssistants().flatMap(({ id }) => (watched.includes(id) ? [] : [id]));
  return (
    <main className="popup check choice-page" {...language}>
      <BackLink />
      <header className="answer">
        <h1 ref={heading} tabIndex={-1}>
          {t('check_choose')}
        </h1>
      </header>
      <div className="scroll">
        <AssistantLinks ids={watched} />
        <details className="other-assistants" open={watched.length === 0}>
          <summary>
            <span className="name">{t('check_others')}</span>
            <span className="turning">
              <Chevron />
            </span>
          </summary>
          <AssistantLinks ids={others} />
        </details>
      </div>
    </main>
  );
}
