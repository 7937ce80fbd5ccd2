import '@/components/tokens.css';
import '@/components/assistant-mark.css';
import '@/components/assistant-list.css';
import '@/components/page.css';
import '@/components/controls.css';
import '@/components/welcome/welcome.css';
import { createRoot } from 'react-dom/client';
import { WelcomeApp } from '@/components/welcome/welcome-page';
import { followTheme } from '@/utils/ui/options-access';
import { keepFocus } from '@/utils/ui/page-context';
import { createWelcomeStore } from '@/utils/ui/welcome/store';

const store = createWelcomeStore();
followTheme(store);
store.start();
const root = document.getElementById('root');
if (root !== null) {
  keepFocus(root);
  createRoot(root).render(<WelcomeApp store={store} />);
}
