import { useState } from 'react';
import { createStore } from 'zustand';
import { HistoryPage } from '@/components/history/history-page';
import type { HistoryData } from '@/utils/ui/history/state';
import { HistoryContext, type HistoryState } from '@/utils/ui/history/store';
import type { HistoryStageState } from './gallery-state';

/** A store over made-up data: it can be searched and opened, saving does nothing. */
export function stagedHistory(data: HistoryData) {
  return createStore<HistoryState>((set) => ({
    ...data,
    filter: (change) => set(({ look }) => ({ look: { ...look, filter: { ...look.filter, ...change } } })),
    showMore: () => set(({ look }) => ({ look: { ...look, count: look.count + 20 } })),
    toggle: (key) => set(({ look }) => ({ look: { ...look, opened: new Set(look.opened.has(key) ? [] : [key]) } })),
    setDays: (days) => set({ days }),
    setTable: (isTable) => set({ isTable }),
    toggleLog: () => set(({ isLogOpen }) => ({ isLogOpen: !isLogOpen })),
    copy: async () => true,
    readBugReport: async () => 'Understudy 0.0.0',
    askMinute: () => undefined,
    openReport: (report) => set({ report }),
    saveReport: () => undefined,
    print: () => undefined,
    save: () => undefined,
    saveMaintenance: () => undefined,
  }));
}

export function HistoryStage({ state }: { state: HistoryStageState }) {
  const [store] = useState(() => stagedHistory(state.data));
  return (
    <HistoryContext value={store}>
      <HistoryPage />
    </HistoryContext>
  );
}
