import '@/components/tokens.css';
import '@/components/assistant-mark.css';
import '@/components/page.css';
import '@/components/controls.css';
import '@/components/disclosure.css';
import '@/components/popup/popup.css';
import '@/components/popup/rows.css';
import '@/components/popup/details.css';
import '@/components/strip.css';
import { paintGlance } from '@/components/glance/paint-glance';
import { now } from '@/utils/browser/clock';
import { readGlance } from '@/utils/browser/glance-store';
import { afterPaint } from '@/utils/ui/after-paint';

const root = document.getElementById('root');
// A part of the page that was asked for by its address is not what was seen last.
const glance = location.hash === '' ? readGlance() : null;
const begin = () => void import('./start').then(({ start }) => root !== null && start(root));
if (root !== null && glance !== null) {
  // Offline nothing is known of now.
  paintGlance(navigator.onLine ? glance : { ...glance, goodUntil: 0 }, now(), root);
  afterPaint(begin);
} else begin();
