import { useEffect, useId, useRef } from 'react';
import { SignIcon } from '@/components/small';
import { opinionSentence, sourceWords } from '@/utils/i18n/diagnosis-words';
import { listWords } from '@/utils/i18n/moments';
import { decideOpinion, isTooOld, type OpinionState, type SourceAnswer } from '@/utils/model/opinion';
import type { Sign } from '@/utils/model/verdict';
import { type AskedSource, sourceName } from '@/utils/ui/ask-others';
import { useSpeech } from '@/utils/ui/page-context';

const OF_WORDS = { affected: 'suspected', not_affected: 'up', unclear: 'unknown' } as const;

/** The sign of a source that counts; all others are neither good nor bad. */
function signOf({ isIndependent, answer }: SourceAnswer, now: number): Sign {
  const counts = isIndependent && answer.kind === 'said' && !isTooOld(answer, now);
  return counts ? OF_WORDS[answer.word] : 'unknown';
}

/** The sentence, then each source with what it measures, its value and its time. */
function Answers({ answers }: { answers: readonly SourceAnswer[] }) {
  const speech = useSpeech();
  return (
    <>
      <p>{opinionSentence(decideOpinion(speech.now, answers), sourceName, speech)}</p>
      <ul className="opinions">
        {answers.map((one) => {
          const { measures, result } = sourceWords(one, speech);
          return (
            <li key={one.id} data-source={one.id} data-counts={one.isIndependent}>
              <SignIcon sign={signOf(one, speech.now)} size={12} />
              <span className="source">{sourceName(one.id)}</span>
              <span className="result">{result}</span>
              <span className="measures">{measures}</span>
            </li>
          );
        })}
      </ul>
    </>
  );
}

interface SecondOpinionProps {
  /** The assistant's name. */
  name: string;
  /** What would be asked. Without any, only an earlier answer is shown. */
  sources: readonly AskedSource[];
  opinion: OpinionState;
  onAsk: () => void;
  /** In a row of the popup: without a heading. */
  isInRow?: boolean;
}

/** "Ask others": what other public sources say about an assistant, read only on a press of its button. */
export function SecondOpinion({ name, sources, opinion, onAsk, isInRow = false }: SecondOpinionProps) {
  const speech = useSpeech();
  const { t } = speech;
  const id = useId();
  const section = useRef<HTMLElement>(null);
  const isAnswered = opinion.kind === 'answered';
  // The answer is longer than the button that asked for it.
  useEffect(() => {
    if (isAnswered) section.current?.scrollIntoView({ block: 'nearest' });
  }, [isAnswered]);
  if (sources.length === 0 && opinion.kind === 'not_asked') return null;
  const isAsking = opinion.kind === 'asking';
  const label = t(isAnswered ? 'opinion_ask_again' : 'opinion_ask');
  const names = listWords(
    sources.map((source) => source.name),
    'conjunction',
    speech,
  );
  return (
    <section
      ref={section}
      className={isInRow ? 'second-opinion' : 'second-opinion part-of-check'}
      data-opinion={opinion.kind}
      {...(isInRow ? { 'aria-label': t('opinion') } : { 'aria-labelledby': id })}
    >
      <div className="asking">
        {!isInRow && <h2 id={id}>{t('opinion')}</h2>}
        {sources.length > 0 && (
          <button
            type="button"
            className="button plain"
            aria-label={isAnswered ? undefined : t('opinion_ask_for', name)}
            aria-disabled={isAsking}
            title={t('opinion_what', names)}
            onClick={isAsking ? undefined : onAsk}
          >
            {label}
          </button>
        )}
      </div>
      <div role="status">
        {isAsking && <p className="quiet">{t('opinion_asking')}</p>}
        {opinion.kind === 'refused' && <p>{t('opinion_refused')}</p>}
        {opinion.kind === 'answered' && <Answers answers={opinion.answers} />}
      </div>
    </section>
  );
}
