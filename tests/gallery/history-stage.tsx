import { useState } from 'react';
import { HistoryPage } from '@/components/history/history-page';
import type { HistoryActions } from '@/utils/ui/history/place';
import { historyView } from '@/utils/ui/history/view';
import type { HistoryState } from './gallery-state';
import { NOW } from './moments';
import { speechAt } from './speech';

/** The history page with fixed data. Search and details work; exports do nothing. */
export function HistoryStage({ state }: { state: HistoryState }) {
  const [look, setLook] = useState(state.input.look);
  const actions: HistoryActions = {
    filter: (change) => setLook({ ...look, filter: { ...look.filter, ...change } }),
    showMore: () => setLook({ ...look, count: look.count + 20 }),
    toggle: (key) => setLook({ ...look, opened: new Set(look.opened.has(key) ? [] : [key]) }),
    save: () => undefined,
  };
  return <HistoryPage view={historyView({ ...state.input, look }, speechAt(NOW))} actions={actions} />;
}
