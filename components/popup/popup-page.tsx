import { SignIcon } from '@/components/sign-icon';
import { TimedText } from '@/components/timed-text';
import type { PopupActions } from '@/utils/ui/popup/popup-actions';
import type { RefreshState } from '@/utils/ui/popup/popup-state';
import type { PopupView } from '@/utils/ui/popup/popup-view';
import { AssistantRow } from './assistant-row';
import { BannerSwitches } from './banner-switches';
import { CarriedDraft } from './carried-draft';
import { CheckAsk } from './check-ask';
import { HistoryAsk } from './history-ask';
import { KeptDrafts } from './kept-drafts';
import { RefreshButton } from './refresh-button';
import { WatchSwitches } from './watch-switches';
import { WaysOn } from './ways-on';
import { WhyTold } from './why-told';

interface Props {
  view: PopupView;
  refresh: RefreshState;
  /** Announced politely whenever it changes; seen as well when the refresh failed. */
  said: string;
  actions: PopupActions;
}

/** One sentence first, then what can be done, then the detail. */
export function PopupPage({ view, refresh, said, actions }: Props) {
  const { labels, summary, opened } = view;
  return (
    <main className="popup" lang={view.language} dir={view.direction} aria-busy={refresh === 'running'}>
      {view.carried.map((carried) => (
        <CarriedDraft key={carried.id} carried={carried} labels={labels} actions={actions} />
      ))}
      {view.kept.length > 0 && <KeptDrafts kept={view.kept} labels={labels} actions={actions} />}
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
