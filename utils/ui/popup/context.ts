import { createPageStore } from '@/utils/ui/page-context';
import type { PopupState } from './store';

/** Apart from the store, which is loaded and starts to read while React is still being loaded. */
export const { StoreContext: PopupContext, usePageStore: usePopup } = createPageStore<PopupState>();
