import { useId } from 'react';
import { LimitLine } from '@/components/small';
import { meaningWords } from '@/utils/i18n/diagnosis-words';
import { SYMPTOMS } from '@/utils/model/diagnosis';
import { currentLimit } from '@/utils/model/limit';
import { ERROR_ROWS, explainError, limitEndIn } from '@/utils/rules/evidence/error-text';
import { useCheck } from '@/utils/ui/check/store';
import { useSpeech, useT } from '@/utils/ui/page-context';
import { assistantOf } from '@/utils/ui/page-registry';

/** When the limit ends that the error message names; null if it names none. */
function useStatedEnd(): number | null {
  const { timeZone } = useSpeech();
  const { text, textAt, options, assistantId } = useCheck();
  return options.watched.includes(assistantId) ? limitEndIn(text, textAt, timeZone) : null;
}

/**
 * That end is stored only with the request for a notification. Until one is requested, an end that is stored already may be
 * that of another limit: a site that slows down requests names one within minutes.
 */
function StatedLimit({ until }: { until: number }) {
  const { now } = useSpeech();
  const { status, assistantId, changeLimit, awaitLimitEnd } = useCheck();
  const stored = currentLimit(status, assistantId, now);
  const requested = stored?.isAwaited ? stored : null;
  return (
    <LimitLine
      limit={requested ?? { until, isAwaited: false }}
      name={assistantOf(assistantId).name}
      isUnsaved={requested === null}
      onDo={(does) => (requested === null ? awaitLimitEnd(until) : changeLimit(assistantId, does))}
    />
  );
}

/** A field for the error message that the user sees, and what it means. */
function ErrorText() {
  const id = useId();
  const speech = useSpeech();
  const { text, setText } = useCheck();
  const until = useStatedEnd();
  return (
    <div className="error-text">
      <input
        className="field"
        aria-label={speech.t('check_text')}
        placeholder={speech.t('check_text')}
        type="text"
        list={`${id}-samples`}
        autoComplete="off"
        spellCheck={false}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      <datalist id={`${id}-samples`}>
        {ERROR_ROWS.flatMap(({ samples }) => samples).map((sample) => (
          <option key={sample} value={sample} />
        ))}
      </datalist>
      {until === null ? (
        <p aria-live="polite">{text.trim() !== '' && meaningWords(explainError(text), speech)}</p>
      ) : (
        <StatedLimit until={until} />
      )}
    </div>
  );
}

/**
 * What the user sees. The answer is optional, and pressing it again takes it back. `isAsked`: it may change the diagnosis.
 */
export function CheckQuestionForm({ isAsked }: { isAsked: boolean }) {
  const id = useId();
  const t = useT();
  const { sees, see } = useCheck();
  return (
    <section className="part-of-check" aria-labelledby={id}>
      <h2 id={id}>{t('check_sees')}</h2>
      <p className="quiet said">{t(isAsked ? 'check_advice_say_what_you_see' : 'check_symptom_why')}</p>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot be the heading that is listed with the others. */}
      <div className="symptoms" role="group" aria-labelledby={id}>
        {SYMPTOMS.map((symptom) => (
          <button
            key={symptom}
            type="button"
            className="button small choice"
            aria-pressed={symptom === sees}
            onClick={() => see(symptom)}
          >
            {t(`check_symptom_${symptom}`)}
          </button>
        ))}
      </div>
      {sees === 'error_text' && <ErrorText />}
    </section>
  );
}
