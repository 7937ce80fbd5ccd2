import { lazy, Suspense, useEffect, useRef, useSyncExternalStore } from 'react';
import { Cross } from '@/components/small';
import { unseenBlindSpots } from '@/utils/rules/sightings/blind-spots';
import { PageSpeech, useLanguage, useSpeech, useT } from '@/utils/ui/page-context';
import { bannerOffer } from '@/utils/ui/popup/access';
import { PopupContext, usePopup } from '@/utils/ui/popup/context';
import { describedIssue, worstIssue } from '@/utils/ui/popup/row';
import { assistantToCheck, currentStatus, linksBack, type PopupPlace, placeOf } from '@/utils/ui/popup/state';
import type { PopupStore } from '@/utils/ui/popup/store';
import { explainedAbove } from '@/utils/ui/popup/summary';
import { wideOf } from '@/utils/ui/text';
import { AssistantRow } from './assistant-row';
import { FrontConversation } from './conversation';
import { Drafts } from './drafts';
import { Header } from './header';
import { CheckLink, HistoryLink } from './links';
import { renderedMarkup } from './snapshot';
import { firstSpotOf, GeneralSpot } from './spots';

function subscribe(onChange: () => void): () => void {
  addEventListener('hashchange', onChange);
  return () => removeEventListener('hashchange', onChange);
}

/** What the popup shows. When the user goes back to the list, the focus returns to the link that led away. */
export function usePlace(): PopupPlace {
  const hash = useSyncExternalStore(subscribe, () => location.hash);
  const before = useRef(hash);
  useEffect(() => {
    const links = linksBack(before.current, hash);
    before.current = hash;
    links
      .map((selector) => document.querySelector<HTMLElement>(selector))
      .find((link) => link !== null)
      ?.focus();
  }, [hash]);
  return placeOf(hash);
}

/** Offers the banner in one line while no chat site is allowed, until the user dismisses it. */
export function BannerOffer() {
  const speech = useSpeech();
  const { t } = speech;
  const { options, access, isOfferDismissed, allowBanners, dismissOffer } = usePopup();
  const offer = isOfferDismissed ? null : bannerOffer(options, access);
  if (offer === null) return null;
  const { assistantId, site } = offer;
  const wide = wideOf(assistantId, speech);
  return (
    <section className="setup">
      <p>{t('popup_setup', site)}</p>
      <button
        type="button"
        className="button small"
        aria-label={t('popup_setup_allow_for', site)}
        onClick={() => allowBanners(assistantId)}
      >
        {t('popup_setup_allow')}
      </button>
      <button
        type="button"
        className="button icon"
        aria-label={t('popup_setup_dismiss')}
        title={t('popup_setup_dismiss')}
        onClick={dismissOffer}
      >
        <Cross />
      </button>
      {wide !== null && <p className="meta">{wide}</p>}
    </section>
  );
}

/** Links to the other pages. They stay in view while the rows scroll. */
function PageFoot() {
  const t = useT();
  const { options, front, openOptions } = usePopup();
  return (
    <footer className="foot links">
      <CheckLink assistantId={assistantToCheck(options, front)} className="button" />
      <HistoryLink assistant={null} className="button" />
      <button type="button" className="button" onClick={openOptions}>
        {t('popup_options')}
      </button>
    </footer>
  );
}

/** The summary with what the user can do, then drafts and rows. */
export function PopupPage() {
  const speech = useSpeech();
  const { t, now } = speech;
  const language = useLanguage();
  const state = usePopup();
  if (!state.isLoaded) return null;
  const { status, verdicts } = currentStatus(state, now);
  const issue = describedIssue(status, verdicts);
  const worst = worstIssue(verdicts);
  const explained = explainedAbove(status, verdicts, speech);
  const spots = unseenBlindSpots(now, status, state.options);
  return (
    <main className="popup overview" {...language} aria-busy={state.refreshState === 'running'}>
      <Header status={status} verdicts={verdicts} issue={issue} spots={spots} />
      <div className="scroll">
        <Drafts />
        {verdicts.length > 0 && (
          <ul className="rows" aria-label={t('popup_watched')}>
            {verdicts.map((verdict) => (
              <AssistantRow
                key={verdict.assistantId}
                status={status}
                verdict={verdict}
                spot={firstSpotOf(spots, verdict.assistantId)}
                isReasonShown={explained.includes(verdict)}
                isDescribed={verdict === issue}
                isBrief={worst !== null && verdict !== worst}
              />
            ))}
          </ul>
        )}
        <FrontConversation />
        <GeneralSpot status={status} spots={spots} />
        <BannerOffer />
      </div>
      <PageFoot />
    </main>
  );
}

// Loaded on a click, so that the list is painted without them.
const CheckApp = lazy(async () => ({ default: (await import('@/components/check/check-page')).CheckApp }));
const CheckChoice = lazy(async () => ({ default: (await import('@/components/check/check-page')).CheckChoice }));

/** The snapshot of a popup that is closed soon is one behind. */
const SAVED_WITHIN_MS = 1_000;

/** Shows what the address asks for, and saves each rendering of the list as a snapshot. */
function PopupPlaces({ store }: { store: PopupStore }) {
  const state = usePopup();
  const place = usePlace();
  // The page opens with the list, so "Is it me?" is not saved.
  const isList = place.at === 'list';
  useEffect(() => {
    if (!isList) return;
    // Nobody waits for it, and clicks come first. A page that draws nothing may have no idle time for minutes.
    const save = () => {
      const markup = renderedMarkup();
      if (markup !== null) store.saveSnapshot(state, markup);
    };
    const waiting = requestIdleCallback(save, { timeout: SAVED_WITHIN_MS });
    return () => cancelIdleCallback(waiting);
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
