import { type FocusEvent, type KeyboardEvent, lazy, Suspense, useEffect, useId, useRef, useState } from 'react';
import { AssistantMark } from '@/components/assistant-mark';
import { Disclosure } from '@/components/controls';
import { Chevron, SignIcon } from '@/components/small';
import { stateLine } from '@/utils/i18n/verdict-words';
import type { Assistant } from '@/utils/model/assistant';
import { signOf } from '@/utils/model/verdict';
import { type ReportScope, reportedEntries } from '@/utils/rules/history/report';
import { assistantsWithHistory, historyHash, LOG_HASH, shownAt } from '@/utils/ui/history/state';
import { HistoryContext, type HistoryStore, useHistory } from '@/utils/ui/history/store';
import { isNothingKnown, knownOf, thisMonth } from '@/utils/ui/history/timeline';
import { UPTIME_RANGES } from '@/utils/ui/history/uptime';
import { PageSpeech, useLanguage, useSpeech, useT } from '@/utils/ui/page-context';
import { verdictNow } from '@/utils/ui/verdict-now';
import { PatternCharts } from './charts';
import { MinuteSection } from './minute';
import { DelaySection, MaintenanceSection, TimelineSection } from './timeline';
import { PromiseList, UptimeSection } from './uptime';

/** Links to the histories of all assistants, and to the comparison. */
function Places() {
  const t = useT();
  const { status, options, place } = useHistory();
  return (
    <nav aria-label={t('history_places')}>
      <ul className="places">
        <li>
          <a href={historyHash('compare')} aria-current={place === 'compare' ? 'page' : undefined}>
            {t('history_compare')}
          </a>
        </li>
        {assistantsWithHistory(status, options, place).map(({ id, name }) => (
          <li key={id}>
            <a href={historyHash(id)} aria-current={id === place ? 'page' : undefined}>
              <AssistantMark assistant={{ id, name }} />
              {name}
            </a>
          </li>
        ))}
      </ul>
    </nav>
  );
}

/** How many days the uptime and the patterns cover. */
function Ranges() {
  const t = useT();
  const { days, setDays } = useHistory();
  return (
    <fieldset className="ranges">
      <legend className="unseen">{t('history_range')}</legend>
      {UPTIME_RANGES.map((range) => (
        <button key={range} type="button" aria-pressed={range === days} onClick={() => setDays(range)}>
          {t('duration_days', String(range))}
        </button>
      ))}
    </fieldset>
  );
}

/** Shows the data of all charts as text. */
function TableChoice() {
  const t = useT();
  const { isTable, setTable } = useHistory();
  return (
    <label className="check">
      <input type="checkbox" checked={isTable} onChange={(event) => setTable(event.currentTarget.checked)} />
      {t('history_as_table')}
    </label>
  );
}

/** The current state of an assistant: in a sentence, or in a word beside its name where several are compared. */
function Head({ assistant }: { assistant: Assistant }) {
  const speech = useSpeech();
  const { t, now } = speech;
  const { status, options, place } = useHistory();
  const { id, name } = assistant;
  const verdict = verdictNow(status, id, now, options);
  const { kind, level } = verdict;
  return (
    <li data-assistant={id} data-verdict={kind} data-level={level}>
      <SignIcon sign={signOf(verdict)} />
      {place === 'compare' ? (
        <span>
          <span className="name">{name}</span>{' '}
          <span className="quiet">{t(kind === 'suspected' ? 'verdict_suspected' : `level_${level}`)}</span>
        </span>
      ) : (
        <span>{stateLine(assistant, verdict, status, speech)}</span>
      )}
    </li>
  );
}

// Loaded when it is opened: most visits are about incidents.
const NotificationLog = lazy(async () => ({ default: (await import('./notification-log')).NotificationLog }));

const ReportView = lazy(async () => ({ default: (await import('./report')).ReportView }));

/** The notification log, closed at first. */
function LogSection() {
  const t = useT();
  const { isLogOpen, toggleLog } = useHistory();
  return (
    <div id={LOG_HASH.slice(1)}>
      <Disclosure heading={t('popup_why')} gist={null} isOpen={isLogOpen} onToggle={toggleLog}>
        <Suspense>
          <NotificationLog />
        </Suspense>
      </Disclosure>
    </div>
  );
}

/** The formats in which the history can be saved. Closes with Escape, and when the focus leaves it. */
function ExportMenu() {
  const { t, now } = useSpeech();
  const id = useId();
  const { save, openReport } = useHistory();
  const [isOpen, setOpen] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const close = () => {
    setOpen(false);
    opener.current?.focus();
  };
  const onKeyDown = ({ key }: KeyboardEvent) => {
    if (isOpen && key === 'Escape') close();
  };
  const onBlur = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (!currentTarget.contains(relatedTarget)) setOpen(false);
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: handles what its buttons pass up, and cannot be used itself
    <div className="export" onKeyDown={onKeyDown} onBlur={onBlur}>
      <button
        type="button"
        className="button opener-button"
        ref={opener}
        data-report="month"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setOpen(!isOpen)}
      >
        {t('history_export')}
        <Chevron />
      </button>
      {isOpen && (
        // Takes the focus on a click, so that a click on the text does not close it.
        <div id={id} className="menu" tabIndex={-1}>
          {(['csv', 'json'] as const).map((format) => (
            <button
              key={format}
              type="button"
              onClick={() => {
                save(format);
                close();
              }}
            >
              {t(`history_export_${format}`)}
            </button>
          ))}
          <button
            type="button"
            onClick={() => {
              openReport({ kind: 'month', ...thisMonth(now) });
              setOpen(false);
            }}
          >
            {t('report_open_month')}
          </button>
          <p className="quiet said">{t('history_export_why')}</p>
        </div>
      )}
    </div>
  );
}

/** Gives the focus back to the button that opened a report. It is not on the page while the report is shown. */
function useReturningFocus(report: ReportScope | null): void {
  const opened = useRef<string | null>(null);
  useEffect(() => {
    const before = opened.current;
    opened.current = report?.kind === 'outage' ? report.key : (report?.kind ?? null);
    if (report !== null || before === null) return;
    document.querySelector<HTMLElement>(`[data-report="${CSS.escape(before)}"]`)?.focus();
  }, [report]);
}

/** The history of one assistant, or of several compared: the state now and uptime first, then the incidents behind it. */
export function HistoryPage() {
  const { t, now } = useSpeech();
  const language = useLanguage();
  const { isLoaded, isRefused, damaged, status, options, place, histories, report } = useHistory();
  const title = t('history_title');
  useReturningFocus(report);
  useEffect(() => {
    document.title = title;
  }, [title]);
  // No spinner: storage answers within a few milliseconds.
  if (!isLoaded) return null;
  const known = shownAt(place, options).map((id) => knownOf(id, status, histories[id], now, options.parts[id]));
  const entries = known.flatMap((one) => one.entries).sort((a, b) => b.startedAt - a.startedAt);
  const isEmpty = isNothingKnown(known);
  // An outage may be gone while its report is open.
  if (report !== null && (report.kind === 'month' || reportedEntries(entries, report, now).length > 0)) {
    return (
      <main className="history" {...language}>
        <Suspense>
          <ReportView known={known} scope={report} />
        </Suspense>
      </main>
    );
  }
  return (
    <main className="history" {...language}>
      <header>
        <div className="bar">
          <h1>{t('history_heading')}</h1>
          <Places />
          {!isEmpty && <Ranges />}
          {!isEmpty && <ExportMenu />}
        </div>
        <div className="bar">
          <ul className="heads" aria-label={t('history_now')}>
            {known.map(({ assistant }) => (
              <Head key={assistant.id} assistant={assistant} />
            ))}
          </ul>
          {!isEmpty && <TableChoice />}
        </div>
      </header>
      {isRefused && <p className="note">{t('history_refused')}</p>}
      {damaged > 0 && <p className="note">{t('history_damaged')}</p>}
      {isEmpty ? (
        <>
          <p className="empty">{t('history_empty')}</p>
          <MaintenanceSection known={known} />
        </>
      ) : (
        <>
          <UptimeSection known={known} />
          <MaintenanceSection known={known} />
          <TimelineSection entries={entries} known={known} />
          <MinuteSection known={known} />
          <DelaySection known={known} />
          {place !== 'compare' && entries.length > 0 && <PatternCharts entries={entries} />}
        </>
      )}
      <PromiseList known={known} />
      <LogSection />
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
