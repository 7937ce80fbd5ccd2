import { lazy, Suspense, useEffect } from 'react';
import { useStore } from 'zustand';
import { CopyButton } from '@/components/controls';
import { KeptDraftList } from '@/components/kept-draft-list';
import { SignIcon, TimedText } from '@/components/small';
import type { KeptDraftView } from '@/utils/ui/kept-drafts-view';
import type { PopupWays } from '@/utils/ui/popup/fallbacks';
import type { PopupActions, PopupStore, RefreshState } from '@/utils/ui/popup/store';
import type { PopupCarried, PopupView } from '@/utils/ui/popup/view';
import { AssistantRow } from './assistant-row';
import { CheckAsk, HistoryAsk, RefreshButton } from './links';
import { renderedMarkup, surfaceHere } from './snapshot';
import { BannerSwitches, WatchSwitches } from './switches';
import { usePlace } from './use-place';
import { WhyTold } from './why-told';

interface CarriedDraftProps {
  carried: PopupCarried;
  actions: PopupActions;
}

/** A draft that may not have arrived: to be fetched, or to be thrown away. Its text is not shown. */
export function CarriedDraft({ carried, actions }: CarriedDraftProps) {
  return (
    <section className="carried">
      <p>
        <TimedText value={carried.said} />
      </p>
      <div className="actions">
        <CopyButton label={carried.copy} text={carried.text} copy={actions.copy} />
        <button type="button" className="button plain" onClick={() => actions.discardCarry(carried.id)}>
          {carried.discard}
        </button>
      </div>
    </section>
  );
}

interface KeptDraftsProps {
  kept: KeptDraftView[];
  actions: PopupActions;
}

/** What was typed while an assistant was in trouble, framed like a draft that waits. */
export function KeptDrafts({ kept, actions }: KeptDraftsProps) {
  return (
    <section className="carried">
      <KeptDraftList kept={kept} actions={actions} />
    </section>
  );
}

/** What can be gone on with, the person's first choice foremost, or that nobody is known to be up. */
export function WaysOn({ ways, actions }: { ways: PopupWays; actions: PopupActions }) {
  return (
    <div className="ways">
      {ways.nobody !== null && <p className="quiet">{ways.nobody}</p>}
      {ways.choices.length > 0 && (
        <ul>
          {ways.choices.map(({ fallbackId, label, note, isAvailable }, index) => (
            <li key={fallbackId}>
              {isAvailable ? (
                <button
                  type="button"
                  className={index === 0 ? 'button primary' : 'button'}
                  onClick={() => actions.continueIn(fallbackId)}
                >
                  {label}
                </button>
              ) : (
                <span className="way-name">{label}</span>
              )}
              {note !== null && <span className="quiet said">{note}</span>}
            </li>
          ))}
        </ul>
      )}
      {ways.takesDraft !== null && <p className="quiet said">{ways.takesDraft}</p>}
    </div>
  );
}

interface PopupPageProps {
  view: PopupView;
  refresh: RefreshState;
  /** Announced politely whenever it changes; seen as well when the refresh failed. */
  said: string;
  actions: PopupActions;
}

/** One sentence first, then what can be done, then the detail. */
export function PopupPage({ view, refresh, said, actions }: PopupPageProps) {
  const { labels, summary, opened } = view;
  return (
    <main className="popup" lang={view.language} dir={view.direction} aria-busy={refresh === 'running'}>
      {view.carried.map((carried) => (
        <CarriedDraft key={carried.id} carried={carried} actions={actions} />
      ))}
      {view.kept.length > 0 && <KeptDrafts kept={view.kept} actions={actions} />}
      <header className="summary">
        <SignIcon sign={view.sign} size={20} />
        <div>
          <h1>{summary.text}</h1>
          {summary.detail !== null && <p>{summary.detail}</p>}
        </div>
      </header>
      {view.storage !== null && (
        <p className="storage" role="status">
          {view.storage}
        </p>
      )}
      {view.ways !== null && <WaysOn ways={view.ways} actions={actions} />}
      {view.rows.length > 0 && (
        <ul className="rows" aria-label={labels.watched}>
          {view.rows.map((row) => (
            <AssistantRow key={row.assistantId} row={row} labels={labels} actions={actions} />
          ))}
        </ul>
      )}
      <div className="panels">
        <WatchSwitches watched={view.watched} preset={view.preset} isOpen={opened.has('watched')} actions={actions} />
        <BannerSwitches
          banners={view.banners}
          presetNote={view.preset.keepsDrafts}
          isOpen={opened.has('banners')}
          actions={actions}
        />
        <WhyTold why={view.why} labels={labels} actions={actions} />
      </div>
      <footer className="foot">
        <div>
          {/* Where nobody is watched there is nothing to look at anew. */}
          {view.rows.length > 0 && <TimedText value={view.checked} />}
          <p className={refresh === 'failed' ? undefined : 'unseen'} role="status">
            {said}
          </p>
          <span className="pages">
            <button type="button" className="button plain" onClick={actions.openOptions}>
              {labels.options}
            </button>
            <HistoryAsk link={view.history} className="ask" actions={actions} />
          </span>
        </div>
        {view.rows.length > 0 && (
          <>
            <CheckAsk link={view.check.link} className="ask" />
            <RefreshButton isRefreshing={refresh === 'running'} labels={labels} onClick={actions.refresh} />
          </>
        )}
      </footer>
    </main>
  );
}

// Behind a click: the list is painted without them.
const CheckApp = lazy(async () => ({ default: (await import('@/components/check/check-page')).CheckApp }));
const CheckChoice = lazy(async () => ({ default: (await import('@/components/check/check-choice')).CheckChoice }));

/** Connects the page to its store. Renders nothing until storage has answered. */
export function PopupApp({ store }: { store: PopupStore }) {
  const { view, refresh, said } = useStore(store);
  const place = usePlace();
  // The page opens with the list, so "Is it me?" is not saved.
  const isList = place.at === 'list';
  useEffect(() => {
    const markup = isList ? renderedMarkup() : null;
    if (view !== null && markup !== null) store.saveSnapshot(surfaceHere(), view, markup);
  }, [view, isList, store]);
  if (place.at === 'check' && place.assistantId !== null) {
    return (
      <Suspense>
        <CheckApp key={place.assistantId} assistantId={place.assistantId} />
      </Suspense>
    );
  }
  if (view === null) return null;
  if (place.at === 'check') {
    return (
      <Suspense>
        <CheckChoice choice={view.check.choice} page={view} />
      </Suspense>
    );
  }
  return <PopupPage view={view} refresh={refresh} said={said} actions={store.actions} />;
}
