import '@/components/tokens.css';
import '@/components/assistant-mark.css';
import '@/components/page.css';
import '@/components/controls.css';
import '@/components/disclosure.css';
import '@/components/switch.css';
import '@/components/popup/popup.css';
import '@/components/popup/rows.css';
import '@/components/popup/details.css';
import '@/components/strip.css';
import { afterPaint } from '@/utils/ui/popup/glance';

const root = document.getElementById('root');
const begin = () => void import('./start').then(({ start }) => root !== null && start(root));
// What `glance.js` put there is shown before all else is fetched.
if (root?.firstElementChild) afterPaint(begin);
else begin();
