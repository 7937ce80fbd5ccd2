import '@/components/tokens.css';
import '@/components/assistant-mark.css';
import '@/components/page.css';
import '@/components/controls.css';
import '@/components/disclosure.css';
import '@/components/options/options.css';
import '@/components/options/options-choices.css';
import { createRoot } from 'react-dom/client';
import { OptionsApp } from '@/components/options/options-app';
import { followTheme } from '@/utils/ui/follow-theme';
import { createOptionsStore } from '@/utils/ui/options-store';

const store = createOptionsStore();
followTheme();
store.start();
const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<OptionsApp store={store} />);
