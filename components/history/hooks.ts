import type { HistoryState } from '@/utils/ui/history/store';
import { createPageStore } from '@/utils/ui/page-context';

export const { StoreContext: HistoryContext, usePageStore: useHistory } = createPageStore<HistoryState>();
