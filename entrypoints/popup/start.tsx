import { createRoot } from 'react-dom/client';
import { PopupApp } from '@/components/popup/popup-page';
import { afterPaint, surfaceHere } from '@/components/popup/snapshot';
import type { EarlyReads } from '@/utils/browser/early-reads';
import { followTheme } from '@/utils/ui/options-access';
import { keepFocus } from '@/utils/ui/page-context';
import { createPopupStore } from '@/utils/ui/popup/store';

/** Renders the page into `root`, where it replaces the snapshot, if there is one. `early` has what it shows first. */
export function start(root: HTMLElement, early: EarlyReads): void {
  const store = createPopupStore(surfaceHere(), early);
  followTheme(store);
  store.start();
  keepFocus(root);
  const render = () => {
    createRoot(root).render(<PopupApp store={store} />);
    // A round keeps the browser busy, so it begins once the page is there.
    afterPaint(store.requestRound);
  };
  // With a hash, the page may show a check, which reads its own data.
  if (location.hash !== '') {
    render();
    return;
  }
  // React empties `root` with its first commit, so the snapshot stays until there is something to render.
  const stop = store.subscribe(({ isLoaded }) => {
    if (!isLoaded) return;
    stop();
    render();
  });
}
