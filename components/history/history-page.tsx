import { SignIcon } from '@/components/sign-icon';
import type { HistoryActions } from '@/utils/ui/history/history-actions';
import type { HistoryView } from '@/utils/ui/history/history-view';
import { ExportPart } from './export-part';
import { PatternCharts } from './pattern-charts';
import { PromiseList } from './promise-list';
import { TimelineSection } from './timeline-section';
import { UptimeHow } from './uptime-how';
import { UptimePanel } from './uptime-panel';
import { UptimeTable } from './uptime-table';

interface Props {
  view: HistoryView;
  actions: HistoryActions;
}

/** How one assistant was, or several side by side: figures first, then what they are made of. */
export function HistoryPage({ view, actions }: Props) {
  const { labels, place, heads, sources } = view;
  return (
    <main className="history" lang={view.language} dir={view.direction}>
      <header>
        <h1>{labels.heading}</h1>
        <nav aria-label={labels.places}>
          <ul className="places">
            {view.places.map(({ href, label, isHere }) => (
              <li key={href}>
                <a href={href} aria-current={isHere ? 'page' : undefined}>
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </nav>
      </header>
      {view.notes.map((note) => (
        <p key={note} className="note">
          {note}
        </p>
      ))}
      <ul className="heads" aria-label={labels.assistant}>
        {heads.map(({ assistantId, name, kind, level, sign, levelWords }) => (
          <li key={assistantId} data-assistant={assistantId} data-verdict={kind} data-level={level}>
            <SignIcon sign={sign} />
            <span className="name">{name}</span>
            <span className="quiet">{levelWords}</span>
          </li>
        ))}
      </ul>
      <section aria-labelledby="uptime-heading">
        <h2 id="uptime-heading">{labels.uptime}</h2>
        <div className="sources">
          {sources.map(({ source, ...rest }) =>
            place === 'compare' ? (
              <UptimeTable key={source} {...rest} labels={labels} />
            ) : (
              <UptimePanel key={source} {...rest} labels={labels} />
            ),
          )}
        </div>
        <p className="quiet said">{labels.stripKey}</p>
        <UptimeHow labels={labels} />
      </section>
      <PromiseList promises={view.promises} isNamed={place === 'compare'} />
      {view.pattern !== null && <PatternCharts pattern={view.pattern} labels={labels} />}
      <TimelineSection timeline={view.timeline} labels={labels} actions={actions} />
      <ExportPart labels={labels} actions={actions} />
    </main>
  );
}
