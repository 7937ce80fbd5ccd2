import { defineUnlistedScript } from 'wxt/utils/define-unlisted-script';
import { paintGlance } from '@/components/glance/paint-glance';
import { now } from '@/utils/browser/clock';
import { readGlance } from '@/utils/browser/glance-store';

/** One small file, run by the popup's markup before anything else of it is fetched: what it paints is the first paint. */
export default defineUnlistedScript(() => {
  const root = document.getElementById('root');
  // A part of the page that was asked for by its address is not what was seen last.
  // The width of the page: a popup's window is still far narrower now.
  const glance = location.hash === '' ? readGlance(document.body.offsetWidth) : null;
  if (root === null || glance === null) return;
  // Offline nothing is known of now.
  paintGlance(navigator.onLine ? glance : { ...glance, goodUntil: 0 }, now(), root);
});
