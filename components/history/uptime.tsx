import { type ReactNode, useId, useState } from 'react';
import { AssistantMark } from '@/components/assistant-mark';
import { LevelStrip, OutsideLink } from '@/components/small';
import { listWords, sentences } from '@/utils/i18n/moments';
import type { MessageKey } from '@/utils/i18n/speech';
import { useHistory } from '@/utils/ui/history/store';
import type { Known } from '@/utils/ui/history/timeline';
import {
  claimWords,
  type HistoryStrip,
  monthDowntime,
  promiseWords,
  UPTIME_SOURCES,
  type UptimeFigure,
  type UptimeSource,
  uptimeFigures,
  uptimeStrip,
} from '@/utils/ui/history/uptime';
import { useSpeech, useT } from '@/utils/ui/page-context';
import { areUnknown } from '@/utils/ui/text';
import { ChartTable } from './charts';

/** How each figure is calculated. */
const RULES: Record<UptimeSource, readonly MessageKey[]> = {
  reported: ['history_reported_why', 'history_how_weights', 'history_how_gaps', 'history_strip_key'],
  seen: ['history_seen_why', 'history_how_maintenance', 'history_how_apart'],
};

interface ExplainedProps {
  /** What is explained, for screen readers. */
  name: string;
  rules: readonly MessageKey[];
  /** Comes first in the line, and stays when the words wrap. */
  figure?: ReactNode;
  children: ReactNode;
}

/** A line with a button that explains it below. */
function Explained({ name, rules, figure, children }: ExplainedProps) {
  const t = useT();
  const id = useId();
  const [isOpen, setOpen] = useState(false);
  const label = t('history_labeled_value', t('history_how'), name);
  return (
    <div>
      <div className="line">
        {figure}
        <div className="asked">
          {children}
          <button
            type="button"
            className="about"
            aria-label={label}
            title={label}
            aria-expanded={isOpen}
            aria-controls={isOpen ? id : undefined}
            onClick={() => setOpen(!isOpen)}
          >
            <svg viewBox="0 0 16 16" width="16" height="16" fill="none" stroke="currentColor" aria-hidden="true">
              <circle cx="8" cy="8" r="6.25" strokeWidth="1.5" />
              <path d="M8 7.2v4M8 4.4v1.6" strokeWidth="1.6" />
            </svg>
          </button>
        </div>
      </div>
      {isOpen && (
        <ul id={id} className="quiet said rules">
          {rules.map((rule) => (
            <li key={rule}>{t(rule)}</li>
          ))}
        </ul>
      )}
    </div>
  );
}

/** "From reported incidents · 86% covered", or that there is no figure. */
function SourceWords({ figure: { source, share, isKnown, coverage } }: { figure: UptimeFigure }) {
  const t = useT();
  const fact = isKnown ? coverage : share;
  return (
    <span>
      {t(`history_${source}`)}
      {fact !== null && <span className="quiet"> · {fact}</span>}
    </span>
  );
}

/** Days as bars; nothing where the figure beside them says that there is no data. */
function DayStrip({ strip }: { strip: HistoryStrip }) {
  if (areUnknown(strip.cells)) return null;
  return (
    <div className="strip">
      <LevelStrip {...strip} />
    </div>
  );
}

/** The days behind the leading figure of an assistant, as a strip or as a table. */
function Days({ known, source }: { known: Known; source: UptimeSource }) {
  const speech = useSpeech();
  const { t } = speech;
  const { days, isTable } = useHistory();
  const { name } = known.assistant;
  const strip = uptimeStrip(name, source, known[source], days, speech);
  if (!isTable) return <DayStrip strip={strip} />;
  return (
    <ChartTable
      caption={listWords([name, t(`history_${source}`)], 'unit', speech)}
      columns={[t('history_from'), t('history_to'), t('history_level')]}
      rows={strip.runs.map(({ from, to, words }) => ({ key: from, cells: [from, to, words] }))}
    />
  );
}

/** The uptime of one assistant: the figure to lead with, the other one below it, and the days behind the first. */
function UptimePanel({ known }: { known: Known }) {
  const speech = useSpeech();
  const { t } = speech;
  const { days } = useHistory();
  const [lead, other] = uptimeFigures(known, days, speech);
  return (
    <>
      <Explained
        name={t(`history_${lead.source}`)}
        rules={RULES[lead.source]}
        figure={lead.isKnown && <span className="figure">{lead.share}</span>}
      >
        <SourceWords figure={lead} />
      </Explained>
      <Explained
        name={t(`history_${other.source}`)}
        rules={RULES[other.source]}
        figure={other.isKnown && <span className="figure-second">{other.share}</span>}
      >
        <SourceWords figure={other} />
      </Explained>
      <Days known={known} source={lead.source} />
    </>
  );
}

/** "Seen by this browser · 45% covered 99.53%" */
function SourceLine({ figure }: { figure: UptimeFigure }) {
  return (
    <span className="source">
      <SourceWords figure={figure} /> {figure.isKnown && <span className="figure-second">{figure.share}</span>}
    </span>
  );
}

/** The uptimes of several assistants, each with its days. */
function UptimeRows({ known }: { known: Known[] }) {
  const speech = useSpeech();
  const { days } = useHistory();
  return (
    <ul className="compared">
      {known.map((one) => {
        const { id, name } = one.assistant;
        const [lead, other] = uptimeFigures(one, days, speech);
        return (
          <li key={id} data-assistant={id}>
            <div className="line">
              <h3 className="marked">
                <AssistantMark assistant={one.assistant} />
                {name}
              </h3>
              <SourceLine figure={lead} />
            </div>
            <DayStrip strip={uptimeStrip(name, lead.source, one[lead.source], days, speech)} />
            <p className="line">
              <SourceLine figure={other} />
            </p>
          </li>
        );
      })}
    </ul>
  );
}

/** The same as text. */
function UptimeTable({ known }: { known: Known[] }) {
  const speech = useSpeech();
  const { t } = speech;
  const { days } = useHistory();
  return (
    <ChartTable
      caption={t('history_uptime')}
      columns={[t('history_assistant'), ...UPTIME_SOURCES.map((source) => t(`history_${source}`))]}
      rows={known.map((one) => {
        const figures = uptimeFigures(one, days, speech);
        const cells = UPTIME_SOURCES.map((source) => {
          const figure = figures.find((each) => each.source === source);
          return [figure?.share, figure?.coverage].filter((words) => typeof words === 'string').join(' · ');
        });
        return { key: one.assistant.id, cells: [one.assistant.name, ...cells] };
      })}
    />
  );
}

/** Uptime from each source, and the days behind it. */
export function UptimeSection({ known }: { known: Known[] }) {
  const t = useT();
  const { place, isTable } = useHistory();
  const [first] = known;
  const heading = <h2 id="uptime-heading">{t('history_uptime')}</h2>;
  if (place !== 'compare') {
    return (
      <section aria-labelledby="uptime-heading" className="uptime">
        {heading}
        {first !== undefined && <UptimePanel known={first} />}
      </section>
    );
  }
  return (
    <section aria-labelledby="uptime-heading" className="uptime">
      <Explained name={t('history_uptime')} rules={[...RULES.reported, ...RULES.seen]}>
        {heading}
      </Explained>
      {isTable ? <UptimeTable known={known} /> : <UptimeRows known={known} />}
    </section>
  );
}

/** The uptime that a provider commits to, beside its downtime this month. Nothing where no commitment is known. */
export function PromiseItem({ known: { assistant, reported } }: { known: Known }) {
  const speech = useSpeech();
  const { t } = speech;
  const { promise } = assistant;
  if (promise === null) return null;
  const { downtime, coverage } = monthDowntime(reported.counted, speech);
  return (
    <>
      <p>
        {sentences([t('history_promise_none', assistant.name), promiseWords(assistant, promise, speech)], speech)}{' '}
        <OutsideLink url={promise.url}>
          {t(promise.source === 'agreement' ? 'history_promise_link' : 'history_promise_source')}
        </OutsideLink>
      </p>
      <p className="quiet">{sentences(claimWords(promise, speech), speech)}</p>
      <p className="quiet">
        {sentences([downtime, coverage === null ? null : t('history_month_known', coverage)], speech)}
      </p>
    </>
  );
}

/** The commitments to the shown assistants; nothing where none is known. */
export function PromiseList({ known }: { known: Known[] }) {
  const t = useT();
  const { place } = useHistory();
  const promised = known.filter(({ assistant }) => assistant.promise !== null);
  if (promised.length === 0) return null;
  return (
    <section aria-labelledby="promise-heading">
      <h2 id="promise-heading">{t('history_promise')}</h2>
      <ul className="promises">
        {promised.map((one) => (
          <li key={one.assistant.id}>
            {place === 'compare' && <h3>{one.assistant.name}</h3>}
            <PromiseItem known={one} />
          </li>
        ))}
      </ul>
    </section>
  );
}
