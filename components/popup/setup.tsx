import { Cross } from '@/components/small';
import { useSpeech } from '@/utils/ui/page-context';
import { bannerOffer } from '@/utils/ui/popup/access';
import { usePopup } from '@/utils/ui/popup/store';
import { wideOf } from '@/utils/ui/text';

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
