import '@/components/tokens.css';
import '@/components/assistant-mark.css';
import '@/components/assistant-list.css';
import '@/components/page.css';
import '@/components/controls.css';
import '@/components/switch.css';
import '@/components/options/options.css';
import '@/components/options/options-choices.css';
import '@/components/options/runbook.css';
import { createRoot } from 'react-dom/client';
import { OptionsApp } from '@/components/options/options-page';
import { fetchDocument } from '@/utils/browser/http';
import { hasAccess } from '@/utils/browser/permissions';
import type { PageSearch } from '@/utils/model/status-page';
import { createOptionsStore } from '@/utils/ui/options/store';
import { followTheme } from '@/utils/ui/options-access';
import { keepFocus } from '@/utils/ui/page-context';

/** Loaded only for a search, because most visits to the options do not need the readers of all platforms. */
async function searchPage(address: string): Promise<PageSearch> {
  const { searchOwnPage } = await import('@/utils/app/find-page');
  return searchOwnPage({ fetchDocument, hasAccess }, address);
}

const store = createOptionsStore(searchPage);
followTheme(store);
store.start();
const root = document.getElementById('root');
if (root !== null) {
  keepFocus(root);
  createRoot(root).render(<OptionsApp store={store} />);
}
