import { SIGHTS, type Sight } from '@/utils/model/diagnosis';
import { ERROR_ROWS, explainError } from '@/utils/rules/explain-error';
import { meaningWords, sightWords } from '@/utils/words/diagnosis-words';
import type { Speech } from '@/utils/words/speech';

/** "What do you see?" Nobody has to answer it. */
export interface CheckQuestion {
  heading: string;
  why: string;
  choices: { sight: Sight; label: string; isChosen: boolean }[];
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

export function checkQuestion(sees: Sight | null, text: string, speech: Speech): CheckQuestion {
  const { t } = speech;
  return {
    heading: t('check_sees'),
    why: t('check_sees_why'),
    choices: SIGHTS.map((sight) => ({ sight, label: sightWords(sight, speech), isChosen: sight === sees })),
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
