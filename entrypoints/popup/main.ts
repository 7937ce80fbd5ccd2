import './style.css';
import { afterPaint, showSnapshot, surfaceHere } from '@/components/popup/snapshot';
import { now } from '@/utils/browser/clock';
import { readEarly } from '@/utils/browser/early-reads';
import { readSnapshot } from '@/utils/browser/snapshot-store';
import { snapshotAge } from '@/utils/model/views';

// Everything imported above is loaded before the first paint, so it must stay small: no React, no schema library.
// start.tsx brings the rest.

/** Shows the last snapshot of the list. Returns false if there is none to show. */
function showLast(root: HTMLElement): boolean {
  // An address with a hash opens another part of the page.
  const snapshot = location.hash === '' ? readSnapshot(surfaceHere()) : null;
  if (snapshot === null || snapshotAge(snapshot, now()) === 'expired') return false;
  // Offline, no verdict is current.
  showSnapshot(snapshot, navigator.onLine ? snapshot.goodUntil - now() : 0, root);
  return true;
}

const root = document.getElementById('root');
if (root === null) throw new Error('The page has no root');
const load = () => {
  // Data is read while the code that parses it is being loaded.
  const early = readEarly();
  void import('./start').then(({ start }) => start(root, early));
};
// To request all of it before would delay the first paint.
if (showLast(root)) afterPaint(load);
else load();
