import { useEffect } from 'react';
import { useStore } from 'zustand';
import { SignIcon } from '@/components/small';
import type { HistoryActions } from '@/utils/ui/history/place';
import type { HistoryStore } from '@/utils/ui/history/store';
import type { HistoryLabels, HistoryView } from '@/utils/ui/history/view';
import { PatternCharts } from './charts';
import { TimelineSection } from './timeline';
import { PromiseList, UptimeHow, UptimePanel, UptimeTable } from './uptime';

/** What is kept, as files. */
export function ExportPart({ labels, actions }: { labels: HistoryLabels; actions: HistoryActions }) {
  return (
    <section aria-labelledby="export-heading">
      <h2 id="export-heading">{labels.export}</h2>
      <p className="quiet">{labels.exportWhy}</p>
      <div className="actions">
        <button type="button" className="button" onClick={() => actions.save('csv')}>
          {labels.csv}
        </button>
        <button type="button" className="button" onClick={() => actions.save('json')}>
          {labels.json}
        </button>
      </div>
    </section>
  );
}

interface HistoryPageProps {
  view: HistoryView;
  actions: HistoryActions;
}

/** How one assistant was, or several side by side: figures first, then what they are made of. */
export function HistoryPage({ view, actions }: HistoryPageProps) {
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

/** Ties the page to its store. Nothing is painted before storage has answered, not even a spinner. */
export function HistoryApp({ store }: { store: HistoryStore }) {
  const { view } = useStore(store);
  const title = view?.title;
  useEffect(() => {
    if (title !== undefined) document.title = title;
  }, [title]);
  if (view === null) return null;
  return <HistoryPage view={view} actions={store.actions} />;
}
