/** In `localStorage`, which answers before the popup is painted, so that the line does not flash. */
const KEY = 'popup.banner-offer';
const DISMISSED = 'dismissed';

/** Whether the user dismissed the popup's line that offers the banner. */
export function isBannerOfferDismissed(): boolean {
  try {
    return localStorage.getItem(KEY) === DISMISSED;
  } catch {
    return false;
  }
}

/** Where the browser refuses `localStorage`, the line comes back with the next visit. */
export function dismissBannerOffer(): void {
  try {
    localStorage.setItem(KEY, DISMISSED);
  } catch {
    // Nothing else depends on it.
  }
}

export function forgetBannerOffer(): void {
  try {
    localStorage.removeItem(KEY);
  } catch {
    // There was nothing to remove.
  }
}
