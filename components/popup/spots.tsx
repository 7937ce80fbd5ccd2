import { Cross } from '@/components/small';
import { blindSpotWords } from '@/utils/i18n/health-words';
import type { AssistantId } from '@/utils/model/assistant';
import { type BlindSpot, keyOfSpot } from '@/utils/model/blind-spot';
import type { Status } from '@/utils/model/status';
import { useSpeech } from '@/utils/ui/page-context';
import { assistantOf } from '@/utils/ui/page-registry';
import { usePopup } from '@/utils/ui/popup/context';

const WHAT_WORKS = 'options.html#what-works';

/** The first of these blind spots that is of an assistant, or with null of the extension. */
export function firstSpotOf(spots: readonly BlindSpot[], assistantId: AssistantId | null): BlindSpot | null {
  // The head of the page says it already.
  const isShown = (spot: BlindSpot) => spot.assistantId === assistantId && spot.kind !== 'storage_failing';
  return spots.find(isShown) ?? null;
}

/** Says in one quiet line what Understudy no longer sees, until the user dismisses it. */
export function SpotLine({ spot, status }: { spot: BlindSpot; status: Status }) {
  const speech = useSpeech();
  const { t } = speech;
  const { goToPage, dismissSpot, allowBanners } = usePopup();
  const { assistantId, kind } = spot;
  const name = assistantId === null ? '' : assistantOf(assistantId).name;
  return (
    <div className="spot" data-spot={kind}>
      <p>
        {blindSpotWords(spot, name, status, speech)}{' '}
        {kind === 'chat_access_lost' && assistantId !== null ? (
          <button
            type="button"
            className="button plain"
            aria-label={t('sites_give_for', name)}
            onClick={() => allowBanners(assistantId)}
          >
            {t('sites_give')}
          </button>
        ) : (
          <button type="button" className="button plain" onClick={() => goToPage(WHAT_WORKS)}>
            {t('what_works')}
          </button>
        )}
      </p>
      <button
        type="button"
        className="button icon"
        aria-label={t('spot_dismiss')}
        title={t('spot_dismiss')}
        onClick={() => dismissSpot(keyOfSpot(spot))}
      >
        <Cross />
      </button>
    </div>
  );
}

/** The line about the extension as a whole, below the rows. */
export function GeneralSpot({ status, spots }: { status: Status; spots: readonly BlindSpot[] }) {
  const spot = firstSpotOf(spots, null);
  return spot && <SpotLine spot={spot} status={status} />;
}

/** Leads to the report with everything that it contains. */
export function ReportLink({ className }: { className: string }) {
  const { t } = useSpeech();
  const { goToPage } = usePopup();
  return (
    <button type="button" className={className} onClick={() => goToPage('options.html#report')}>
      {t('report_problem')}
    </button>
  );
}
