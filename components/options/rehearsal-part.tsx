import { TimedText } from '@/components/timed-text';
import type { OptionsActions } from '@/utils/ui/options/options-actions';
import type { PlanBRehearsal } from '@/utils/ui/options/plan-b-rehearsal';

interface Props {
  rehearsal: PlanBRehearsal;
  /** Why it could not be tried just now; empty when nothing kept it. */
  said: string;
  onTry: OptionsActions['rehearse'];
}

/** Tries the plan with a sample, and says what became of the last one. */
export function RehearsalPart({ rehearsal, said, onTry }: Props) {
  const { heading, why, attempt, nothing, last } = rehearsal;
  return (
    <div className="part">
      <h3>{heading}</h3>
      <p className="quiet">{why}</p>
      <div className="actions">
        {attempt === null ? (
          <p>{nothing}</p>
        ) : (
          <button type="button" className="button primary" onClick={() => onTry(attempt.wayId)}>
            {attempt.label}
          </button>
        )}
      </div>
      <p role="status">{said === '' ? <TimedText value={last} /> : said}</p>
    </div>
  );
}
