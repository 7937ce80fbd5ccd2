import { createRoot } from 'react-dom/client';
import browser from 'webextension-polyfill';
import { PopupApp } from '@/components/popup/popup-page';
import { followTheme } from '@/utils/ui/options-access';
import { PageSpeech } from '@/utils/ui/page-context';
import { createPopupStore } from '@/utils/ui/popup/store';

/** What was painted first stays until there is something to take its place. */
export function start(root: HTMLElement): void {
  const store = createPopupStore(browser.runtime.getManifest().version);
  followTheme();
  store.start();
  const show = () =>
    createRoot(root).render(
      <PageSpeech store={store}>
        <PopupApp store={store} />
      </PageSpeech>,
    );
  // A part of the page that was asked for by its address reads for itself what it shows.
  if (location.hash !== '') {
    show();
    return;
  }
  const stop = store.subscribe(({ view }) => {
    if (view === null) return;
    stop();
    show();
  });
}
