import { Fragment } from 'react';
import { LevelStrip, OutsideLink } from '@/components/small';
import { listWords, plural } from '@/utils/i18n/moments';
import type { Uptime } from '@/utils/model/history';
import type { Known } from '@/utils/ui/history/entries';
import { monthDowntime, promiseOf, promiseWords } from '@/utils/ui/history/promise';
import { useHistory } from '@/utils/ui/history/store';
import {
  knownWords,
  shareWords,
  UPTIME_PERIODS,
  UPTIME_SOURCES,
  type UptimeSource,
  uptimePeriods,
  uptimeStrip,
} from '@/utils/ui/history/uptime';
import { useSpeech, useT } from '@/utils/ui/page-context';
import { ChartTable } from './charts';

/** How much of the time an uptime covers, where that is worth mentioning. */
function Coverage({ uptime }: { uptime: Uptime }) {
  const speech = useSpeech();
  const words = uptime.share === null ? null : knownWords(uptime, speech);
  return words !== null && <span className="quiet said">{words}</span>;
}

interface SourceProps {
  source: UptimeSource;
  known: Known[];
}

/** The uptimes of several assistants from one source, compared. */
function UptimeTable({ source, known }: SourceProps) {
  const speech = useSpeech();
  const { t, now } = speech;
  return (
    <div className="source strip">
      <table className="compared">
        <caption>{t(`history_${source}`)}</caption>
        <thead>
          <tr>
            <th scope="col">{t('history_assistant')}</th>
            {UPTIME_PERIODS.map((days) => (
              <th key={days} scope="col">
                {plural('history_days', days, speech)}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {known.map(({ assistant: { id, name }, [source]: stretches }) => (
            <Fragment key={id}>
              <tr>
                <th scope="row">{name}</th>
                {uptimePeriods(stretches, now).map(({ days, uptime }) => (
                  <td key={days}>
                    {shareWords(uptime, speech)}
                    <Coverage uptime={uptime} />
                  </td>
                ))}
              </tr>
              <tr className="days">
                <td colSpan={UPTIME_PERIODS.length + 1}>
                  <LevelStrip {...uptimeStrip(name, source, stretches, speech)} />
                </td>
              </tr>
            </Fragment>
          ))}
        </tbody>
      </table>
      <p className="quiet said">{t(`history_${source}_why`)}</p>
    </div>
  );
}

/** The uptimes of one assistant from one source, and the days behind them. */
function UptimePanel({ source, known }: SourceProps) {
  const speech = useSpeech();
  const { t, now } = speech;
  return known.map(({ assistant: { id, name }, [source]: stretches }) => {
    const strip = uptimeStrip(name, source, stretches, speech);
    return (
      <div key={id} className="source strip">
        <h3>{t(`history_${source}`)}</h3>
        <dl className="figures">
          {uptimePeriods(stretches, now).map(({ days, uptime }) => (
            <div key={days}>
              <dt>{plural('history_days', days, speech)}</dt>
              <dd>
                <span className={uptime.share === null ? 'quiet' : 'figure'}>{shareWords(uptime, speech)}</span>
                <Coverage uptime={uptime} />
              </dd>
            </div>
          ))}
        </dl>
        <LevelStrip {...strip} />
        <p className="quiet said">{t(`history_${source}_why`)}</p>
        <ChartTable
          caption={listWords([name, t(`history_${source}`)], 'unit', speech)}
          columns={[t('history_from'), t('history_to'), t('history_level')]}
          rows={strip.runs.map(({ from, to, words }) => ({ key: from, cells: [from, to, words] }))}
        />
      </div>
    );
  });
}

/** How uptime is calculated. */
function UptimeHow() {
  const t = useT();
  return (
    <details className="how">
      <summary>{t('history_how')}</summary>
      <ul>
        {(['weights', 'gaps', 'maintenance', 'apart'] as const).map((rule) => (
          <li key={rule}>{t(`history_how_${rule}`)}</li>
        ))}
      </ul>
    </details>
  );
}

/** Uptime from each source. */
export function UptimeSection({ known }: { known: Known[] }) {
  const t = useT();
  const { place } = useHistory();
  const Source = place === 'compare' ? UptimeTable : UptimePanel;
  return (
    <section aria-labelledby="uptime-heading">
      <h2 id="uptime-heading">{t('history_uptime')}</h2>
      <div className="sources">
        {UPTIME_SOURCES.map((source) => (
          <Source key={source} source={source} known={known} />
        ))}
      </div>
      <p className="quiet said">{t('history_strip_key')}</p>
      <UptimeHow />
    </section>
  );
}

/** The uptime that a provider commits to, beside its downtime this month. */
export function PromiseItem({ known: { assistant, told } }: { known: Known }) {
  const speech = useSpeech();
  const { t } = speech;
  const promise = promiseOf(assistant.id);
  const { downtime, coverage } = monthDowntime(told.counted, speech);
  return (
    <>
      <p>
        {downtime} {coverage !== null && t('history_month_known', coverage)}
      </p>
      <p className="quiet">
        {t('history_promise_none', assistant.name)}{' '}
        {promise !== undefined && (
          <>
            {promiseWords(assistant, promise, speech)}{' '}
            <OutsideLink url={promise.url}>{t('history_promise_link')}</OutsideLink>
          </>
        )}
      </p>
    </>
  );
}

export function PromiseList({ known }: { known: Known[] }) {
  const t = useT();
  const { place } = useHistory();
  if (known.length === 0) return null;
  return (
    <section aria-labelledby="promise-heading">
      <h2 id="promise-heading">{t('history_promise')}</h2>
      <ul className="promises">
        {known.map((one) => (
          <li key={one.assistant.id}>
            {place === 'compare' && <h3>{one.assistant.name}</h3>}
            <PromiseItem known={one} />
          </li>
        ))}
      </ul>
    </section>
  );
}
