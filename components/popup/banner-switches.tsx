import type { PopupActions } from '@/utils/ui/popup-actions';
import type { PopupBanners } from '@/utils/ui/popup-banners';

/** Where banners can be switched on, with the reason why it asks, and where they are on. */
export function BannerSwitches({ banners, actions }: { banners: PopupBanners; actions: PopupActions }) {
  if (banners.offers.length + banners.grants.length === 0) return null;
  return (
    <section className="banners" aria-label={banners.heading}>
      {banners.why !== null && <p className="quiet">{banners.why}</p>}
      {banners.offers.length > 0 && (
        <div className="offers">
          {banners.offers.map((offer) => (
            <button
              key={offer.assistantId}
              type="button"
              className="button"
              onClick={() => actions.allowBanners(offer.assistantId)}
            >
              {offer.ask}
            </button>
          ))}
        </div>
      )}
      {banners.grants.map((grant) => (
        <p key={grant.assistantId} className="grant">
          <span>{grant.text}</span>
          <button
            type="button"
            className="button plain"
            aria-label={grant.offFor}
            onClick={() => actions.dropBanners(grant.assistantId)}
          >
            {grant.off}
          </button>
        </p>
      ))}
    </section>
  );
}
