import '@/components/tokens.css';
import '@/components/assistant-mark.css';
import '@/components/page.css';
import '@/components/controls.css';
import '@/components/disclosure.css';
import '@/components/strip.css';
import '@/components/history/history.css';
import '@/components/history/charts.css';
import '@/components/history/report.css';
import '@/components/history/timeline.css';
import { createRoot } from 'react-dom/client';
import { HistoryApp } from '@/components/history/history-page';
import { createHistoryStore } from '@/utils/ui/history/store';
import { followTheme } from '@/utils/ui/options-access';
import { keepFocus } from '@/utils/ui/page-context';

const store = createHistoryStore();
store.start();
followTheme(store);
const root = document.getElementById('root');
if (root !== null) {
  keepFocus(root);
  createRoot(root).render(<HistoryApp store={store} />);
}
