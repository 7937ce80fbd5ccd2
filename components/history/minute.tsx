import { type FormEvent, useId } from 'react';
import { UpdateList } from '@/components/small';
import { sentences } from '@/utils/i18n/moments';
import type { StoredMinute } from '@/utils/model/revisions';
import { fieldTime, minuteHeading, minuteView, type StatedView } from '@/utils/ui/history/revisions';
import { useHistory } from '@/utils/ui/history/store';
import type { Known } from '@/utils/ui/history/timeline';
import { useSpeech, useT } from '@/utils/ui/page-context';

/** An incident as it was stated then, with the words of that time. */
function StatedItem({ stated: { title, facts, updates, rewording } }: { stated: StatedView }) {
  const t = useT();
  return (
    <li className="report">
      <p className="name" dir="auto">
        {title}
      </p>
      <p className="quiet">{facts}</p>
      {rewording !== null && <p>{rewording}</p>}
      {updates.length > 0 && <UpdateList updates={updates} label={t('popup_updates')} />}
    </li>
  );
}

/** What is known of the minute: the page, its incidents, then the user's own requests. */
function Answer({ stored, at, name }: { stored: StoredMinute; at: number; name: string | null }) {
  const speech = useSpeech();
  const { page, stated, others, own } = minuteView(stored, at, speech);
  return (
    <li className="minute-answer">
      {name !== null && <h3>{name}</h3>}
      <p>{sentences(page, speech)}</p>
      {(stated.length > 0 || others.length > 0) && (
        <ul className="answers">
          {stated.map((one) => (
            <StatedItem key={one.key} stated={one} />
          ))}
          {others.map(({ key, words, rewording }) => (
            <li key={key}>
              <p>{words}</p>
              {rewording !== null && <p className="quiet">{rewording}</p>}
            </li>
          ))}
        </ul>
      )}
      <p>{own}</p>
    </li>
  );
}

function Answers({ known }: { known: Known[] }) {
  const speech = useSpeech();
  const { t } = speech;
  const { minute, place } = useHistory();
  if (minute === null) return null;
  const { at, answers } = minute;
  if (answers === null) return <p>{t('history_minute_refused')}</p>;
  return (
    <>
      <p className="quiet">{minuteHeading(at, speech)}</p>
      <ul className="answers">
        {known.map(({ assistant: { id, name } }) => {
          const stored = answers[id];
          if (stored === undefined) return null;
          return <Answer key={id} stored={stored} at={at} name={place === 'compare' ? name : null} />;
        })}
      </ul>
    </>
  );
}

/** Asks for a minute, and says what the page said then. */
export function MinuteSection({ known }: { known: Known[] }) {
  const t = useT();
  const id = useId();
  const { askMinute } = useHistory();
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const at = fieldTime(String(new FormData(event.currentTarget).get('at')));
    if (at !== null) askMinute(at);
  };
  return (
    <section aria-labelledby="minute-heading">
      <h2 id="minute-heading">{t('history_minute')}</h2>
      <form className="line minute" onSubmit={onSubmit}>
        <label htmlFor={id}>{t('history_minute_at')}</label>
        <input id={id} className="field" type="datetime-local" name="at" required />
        <button type="submit" className="button">
          {t('history_minute_show')}
        </button>
      </form>
      <div aria-live="polite" className="answered">
        <Answers known={known} />
      </div>
    </section>
  );
}
