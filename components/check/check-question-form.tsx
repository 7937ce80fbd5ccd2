import { useId } from 'react';
import type { CheckActions } from '@/utils/ui/check/store';
import type { CheckQuestion } from '@/utils/ui/check/view';

interface Props {
  question: CheckQuestion;
  see: CheckActions['see'];
  type: CheckActions['type'];
}

/** What the person sees, if they like to say. An answer can be taken back by pressing it once more. */
export function CheckQuestionForm({ question, see, type }: Props) {
  const id = useId();
  const { text } = question;
  return (
    <section className="part-of-check">
      <h2 id={id}>{question.heading}</h2>
      <p className="meta">{question.why}</p>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot be the heading that is listed with the others. */}
      <div className="actions" role="group" aria-labelledby={id}>
        {question.choices.map(({ symptom, label, isChosen }) => (
          <button
            key={symptom}
            type="button"
            className="button small choice"
            aria-pressed={isChosen}
            onClick={() => see(symptom)}
          >
            {label}
          </button>
        ))}
      </div>
      {text !== null && (
        <div className="error-text">
          <label htmlFor={`${id}-text`}>{text.label}</label>
          <input
            id={`${id}-text`}
            className="field"
            type="text"
            list={`${id}-samples`}
            autoComplete="off"
            spellCheck={false}
            value={text.value}
            onChange={(event) => type(event.currentTarget.value)}
          />
          <datalist id={`${id}-samples`}>
            {text.samples.map((sample) => (
              <option key={sample} value={sample} />
            ))}
          </datalist>
          <p aria-live="polite">{text.meaning}</p>
        </div>
      )}
    </section>
  );
}
