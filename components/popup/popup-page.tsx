import { lazy, Suspense, useEffect } from 'react';
import { CopyButton } from '@/components/controls';
import { KeptDraftList } from '@/components/kept-draft-list';
import { SignIcon, TimedText } from '@/components/small';
import { clockTime } from '@/utils/i18n/moments';
import type { DraftTransfer } from '@/utils/model/drafts';
import type { Status } from '@/utils/model/status';
import type { Verdict } from '@/utils/model/verdict';
import { keptUntil } from '@/utils/rules/fallbacks/drafts';
import { badgeFor, behindSignIn } from '@/utils/rules/notifying/badge';
import { keptDraftsView } from '@/utils/ui/kept-drafts-view';
import { PageSpeech, useLanguage, useSpeech } from '@/utils/ui/page-context';
import { fallbackChoices, fallbackName } from '@/utils/ui/popup/fallbacks';
import { assistantToCheck, currentStatus, pendingDrafts } from '@/utils/ui/popup/state';
import { PopupContext, type PopupStore, usePopup } from '@/utils/ui/popup/store';
import { lastCheck, popupSummary } from '@/utils/ui/popup/summary';
import { timed } from '@/utils/ui/text';
import { AssistantRow } from './assistant-row';
import { CheckLink, HistoryLink, RefreshButton } from './links';
import { renderedMarkup, surfaceHere } from './snapshot';
import { BannerSwitches, WatchSwitches } from './switches';
import { usePlace } from './use-place';

/** A transferred draft that may not have arrived, to be copied or discarded. Its text is not shown. */
function PendingDraft({ transfer }: { transfer: DraftTransfer }) {
  const speech = useSpeech();
  const { t } = speech;
  const { options, copy, discardTransfer } = usePopup();
  const until = keptUntil(transfer);
  const time = clockTime(until, speech);
  const name = fallbackName(transfer.to, options);
  const said = name === null ? t('popup_carried_plain', time) : t('popup_carried', name, time);
  return (
    <section className="restorable">
      <p>
        <TimedText value={timed(said, until, speech)} />
      </p>
      <div className="actions">
        <CopyButton label={t('popup_carried_copy')} text={transfer.text} copy={copy} />
        <button type="button" className="button plain" onClick={() => discardTransfer(transfer.id)}>
          {t('popup_carried_discard')}
        </button>
      </div>
    </section>
  );
}

/** All drafts that can be restored: those that were transferred, then those that were saved. */
function Drafts() {
  const speech = useSpeech();
  const { transfers, isPrivate, kept, copy, discardKept } = usePopup();
  const saved = keptDraftsView(kept, speech);
  return (
    <>
      {pendingDrafts(transfers, isPrivate === true, speech.now).map((transfer) => (
        <PendingDraft key={transfer.id} transfer={transfer} />
      ))}
      {saved.length > 0 && (
        <section className="restorable">
          <KeptDraftList kept={saved} actions={{ copy, discardKept }} />
        </section>
      )}
    </>
  );
}

/** The fallbacks that are up, in the user's order, or a sentence that there are none. */
function Fallbacks({ status }: { status: Status }) {
  const speech = useSpeech();
  const { t } = speech;
  const { options, fallbacks, front, continueIn } = usePopup();
  const offered = fallbackChoices(status, options, { ...fallbacks, front }, speech);
  if (offered === null) return null;
  const { choices, takesDraft } = offered;
  return (
    <div className="fallbacks">
      {choices.length === 0 && <p className="quiet">{t('banner_nobody')}</p>}
      {choices.length > 0 && (
        <ul>
          {choices.map(({ id, name, kind, note, isAvailable }, index) => (
            <li key={id}>
              {isAvailable ? (
                <button
                  type="button"
                  className={index === 0 ? 'button primary' : 'button'}
                  onClick={() => continueIn(id)}
                >
                  {t(kind === 'local' ? 'popup_copy_for' : 'popup_continue_in', name)}
                </button>
              ) : (
                <span className="fallback-name">{name}</span>
              )}
              {note !== null && <span className="quiet said">{note}</span>}
            </li>
          ))}
        </ul>
      )}
      {takesDraft && <p className="quiet said">{t('banner_takes_draft')}</p>}
    </div>
  );
}

interface PageFootProps {
  checkedAt: number | null;
  verdicts: readonly Verdict[];
}

function PageFoot({ checkedAt, verdicts }: PageFootProps) {
  const speech = useSpeech();
  const { options, front, refreshState, announcement, openOptions } = usePopup();
  const isWatching = verdicts.length > 0;
  return (
    <footer className="foot">
      <div>
        {isWatching && <TimedText value={lastCheck(checkedAt, verdicts, speech)} />}
        <p className={refreshState === 'failed' ? undefined : 'unseen'} role="status">
          {announcement}
        </p>
        <span className="pages">
          <button type="button" className="button plain" onClick={openOptions}>
            {speech.t('popup_options')}
          </button>
          <HistoryLink assistant={null} className="ask" />
        </span>
      </div>
      {isWatching && (
        <>
          <CheckLink assistantId={assistantToCheck(options, front)} className="ask" />
          <RefreshButton />
        </>
      )}
    </footer>
  );
}

/** The summary, then what the user can do, then the rows and settings. */
export function PopupPage() {
  const speech = useSpeech();
  const { t, now } = speech;
  const language = useLanguage();
  const state = usePopup();
  if (!state.isLoaded) return null;
  const { status, verdicts } = currentStatus(state, now);
  const badge = badgeFor(status, state.options.watched, now);
  const summary = popupSummary(status, verdicts, speech);
  // Offline, the summary says something else.
  const explained = status.isOnline ? behindSignIn(verdicts) : [];
  return (
    <main className="popup" {...language} aria-busy={state.refreshState === 'running'}>
      <Drafts />
      <header className="summary">
        <SignIcon sign={badge.sign} size={20} />
        <div>
          <h1>{summary.text}</h1>
          {summary.detail !== null && <p>{summary.detail}</p>}
        </div>
      </header>
      {status.storageTrouble !== null && (
        <p className="storage" role="status">
          {t(`storage_${status.storageTrouble}`)}
        </p>
      )}
      <Fallbacks status={status} />
      {verdicts.length > 0 && (
        <ul className="rows" aria-label={t('popup_watched')}>
          {verdicts.map((verdict) => (
            <AssistantRow
              key={verdict.assistantId}
              status={status}
              verdict={verdict}
              isReasonShown={explained.includes(verdict)}
            />
          ))}
        </ul>
      )}
      <div className="panels">
        <WatchSwitches />
        <BannerSwitches />
      </div>
      <PageFoot checkedAt={badge.checkedAt} verdicts={verdicts} />
    </main>
  );
}

// Loaded on a click, so that the list is painted without them.
const CheckApp = lazy(async () => ({ default: (await import('@/components/check/check-page')).CheckApp }));
const CheckChoice = lazy(async () => ({ default: (await import('@/components/check/check-choice')).CheckChoice }));

/** Shows what the address asks for, and saves each rendering of the list as a snapshot. */
function PopupPlaces({ store }: { store: PopupStore }) {
  const state = usePopup();
  const place = usePlace();
  // The page opens with the list, so "Is it me?" is not saved.
  const isList = place.at === 'list';
  useEffect(() => {
    const markup = isList ? renderedMarkup() : null;
    if (markup !== null) store.saveSnapshot(surfaceHere(), state, markup);
  }, [state, isList, store]);
  if (isList) return <PopupPage />;
  if (place.assistantId !== null) {
    return (
      <Suspense>
        <CheckApp key={place.assistantId} assistantId={place.assistantId} />
      </Suspense>
    );
  }
  if (!state.isLoaded) return null;
  return (
    <Suspense>
      <CheckChoice watched={state.options.watched} />
    </Suspense>
  );
}

export function PopupApp({ store }: { store: PopupStore }) {
  return (
    <PopupContext value={store}>
      <PageSpeech store={store}>
        <PopupPlaces store={store} />
      </PageSpeech>
    </PopupContext>
  );
}
