import { delaysOf } from '@/utils/rules/history/past';
import { useHistory } from '@/utils/ui/history/store';
import { delayWords, type Known } from '@/utils/ui/history/timeline';
import { useSpeech } from '@/utils/ui/page-context';

/** How much later the status pages were than the user's own messages. In a comparison only where that happened. */
export function DelaySection({ known }: { known: Known[] }) {
  const speech = useSpeech();
  const { t } = speech;
  const { place, met } = useHistory();
  const delays = known.map(({ assistant }) => ({ ...assistant, delays: delaysOf(met[assistant.id] ?? []) }));
  const shown = place === 'compare' ? delays.filter((one) => one.delays !== null) : delays;
  if (shown.length === 0) return null;
  return (
    <section aria-labelledby="delay-heading">
      <h2 id="delay-heading">{t('history_delay_heading')}</h2>
      <ul className="promises">
        {shown.map(({ id, name, delays: found }) => (
          <li key={id} data-assistant={id}>
            {place === 'compare' && <h3>{name}</h3>}
            <p>{found === null ? t('history_delay_none') : delayWords(found, speech)}</p>
          </li>
        ))}
      </ul>
      {shown.some((one) => one.delays !== null) && <p className="quiet said">{t('history_delay_how')}</p>}
    </section>
  );
}
