import { createRoot } from 'react-dom/client';
import browser from 'webextension-polyfill';
import { PopupApp } from '@/components/popup/popup-page';
import { followTheme } from '@/utils/ui/options-access';
import { PageSpeech } from '@/utils/ui/page-context';
import { createPopupStore } from '@/utils/ui/popup/store';

/** Renders the page into `root`, in place of the snapshot that may be there. */
export function start(root: HTMLElement): void {
  const store = createPopupStore(browser.runtime.getManifest().version);
  followTheme();
  store.start();
  const render = () =>
    createRoot(root).render(
      <PageSpeech store={store}>
        <PopupApp store={store} />
      </PageSpeech>,
    );
  // A part of the page that was asked for by its address reads for itself what it shows.
  if (location.hash !== '') {
    render();
    return;
  }
  // React empties `root` with its first commit, so the snapshot stays until there is something to render.
  const stop = store.subscribe(({ view }) => {
    if (view === null) return;
    stop();
    render();
  });
}
