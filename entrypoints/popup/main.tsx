import '@/components/tokens.css';
import '@/components/assistant-mark.css';
import '@/components/page.css';
import '@/components/controls.css';
import '@/components/disclosure.css';
import '@/components/popup/popup.css';
import '@/components/popup/rows.css';
import '@/components/popup/details.css';
import '@/components/strip.css';
import { createRoot } from 'react-dom/client';
import browser from 'webextension-polyfill';
import { PopupApp } from '@/components/popup/popup-app';
import { createPopupStore } from '@/utils/ui/popup-store';

const store = createPopupStore(browser.runtime.getManifest().version);
store.start();
const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<PopupApp store={store} />);
