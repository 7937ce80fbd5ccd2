import { useEffect } from 'react';
import { SignIcon } from '@/components/small';
import type { Assistant } from '@/utils/model/assistant';
import { signOf } from '@/utils/model/verdict';
import { knownOf } from '@/utils/ui/history/entries';
import { assistantsWithHistory, historyHash, shownAt } from '@/utils/ui/history/place';
import { HistoryContext, type HistoryStore, useHistory } from '@/utils/ui/history/store';
import { PageSpeech, useLanguage, useSpeech, useT } from '@/utils/ui/page-context';
import { verdictNow } from '@/utils/ui/verdict-now';
import { PatternCharts } from './charts';
import { TimelineSection } from './timeline';
import { PromiseList, UptimeSection } from './uptime';

/** Links to the histories of all assistants, and to the comparison. */
function Places() {
  const t = useT();
  const { status, options, place } = useHistory();
  const assistants = assistantsWithHistory(status, options, place).map(({ id, name }) => ({ to: id, name }));
  return (
    <nav aria-label={t('history_places')}>
      <ul className="places">
        {[{ to: 'compare' as const, name: t('history_compare') }, ...assistants].map(({ to, name }) => (
          <li key={to}>
            <a href={historyHash(to)} aria-current={to === place ? 'page' : undefined}>
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** The current verdict on an assistant. */
function Head({ assistant: { id, name } }: { assistant: Assistant }) {
  const { t, now } = useSpeech();
  const { status } = useHistory();
  const verdict = verdictNow(status, id, now);
  const { kind, level } = verdict;
  return (
    <li data-assistant={id} data-verdict={kind} data-level={level}>
      <SignIcon sign={signOf(verdict)} />
      <span className="name">{name}</span>
      <span className="quiet">{t(kind === 'suspected' ? 'verdict_suspected' : `level_${level}`)}</span>
    </li>
  );
}

function ExportPart() {
  const t = useT();
  const { save } = useHistory();
  return (
    <section aria-labelledby="export-heading">
      <h2 id="export-heading">{t('history_export')}</h2>
      <p className="quiet">{t('history_export_why')}</p>
      <div className="actions">
        {(['csv', 'json'] as const).map((format) => (
          <button key={format} type="button" className="button" onClick={() => save(format)}>
            {t(`history_export_${format}`)}
          </button>
        ))}
      </div>
    </section>
  );
}

/** The history of one assistant, or of several compared: uptime first, then the incidents behind it. */
export function HistoryPage() {
  const { t, now } = useSpeech();
  const language = useLanguage();
  const { isLoaded, isRefused, damaged, status, options, place, histories } = useHistory();
  const title = t('history_title');
  useEffect(() => {
    document.title = title;
  }, [title]);
  // No spinner: storage answers within a few milliseconds.
  if (!isLoaded) return null;
  const known = shownAt(place, options).map((id) => knownOf(id, status, histories[id], now));
  const entries = known.flatMap((one) => one.entries).sort((a, b) => b.startedAt - a.startedAt);
  return (
    <main className="history" {...language}>
      <header>
        <h1>{t('history_heading')}</h1>
        <Places />
      </header>
      {isRefused && <p className="note">{t('history_refused')}</p>}
      {damaged > 0 && <p className="note">{t('history_damaged')}</p>}
      <ul className="heads" aria-label={t('history_assistant')}>
        {known.map(({ assistant }) => (
          <Head key={assistant.id} assistant={assistant} />
        ))}
      </ul>
      <UptimeSection known={known} />
      <PromiseList known={known} />
      {place !== 'compare' && <PatternCharts entries={entries} />}
      <TimelineSection entries={entries} known={known} />
      <ExportPart />
    </main>
  );
}

export function HistoryApp({ store }: { store: HistoryStore }) {
  return (
    <HistoryContext value={store}>
      <PageSpeech store={store}>
        <HistoryPage />
      </PageSpeech>
    </HistoryContext>
  );
}
