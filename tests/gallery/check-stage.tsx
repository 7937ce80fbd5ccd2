import { useState } from 'react';
import { createStore } from 'zustand';
import { CheckPage } from '@/components/check/check-page';
import { NOT_ASKED } from '@/utils/model/opinion';
import { DEFAULT_OPTIONS } from '@/utils/model/options';
import type { CheckData } from '@/utils/ui/check/answer';
import { CheckContext, type CheckState } from '@/utils/ui/check/store';
import type { CheckStageState } from './gallery-state';
import { NOW } from './moments';

const nothing = () => undefined;

/** A store over made-up findings: what the user sees can be said, the rest does nothing. */
export function stagedCheck(data: CheckData & Partial<Pick<CheckState, 'refusal'>>) {
  return createStore<CheckState>((set) => ({
    refusal: null,
    ...data,
    again: nothing,
    see: (symptom) => set(({ sees }) => ({ sees: sees === symptom ? null : symptom })),
    setText: (text) => set({ text, textAt: NOW }),
    continueIn: nothing,
    changeLimit: nothing,
    awaitLimitEnd: nothing,
    act: nothing,
    ask: nothing,
  }));
}

/** "Is it me?" for Claude. */
export function CheckStage({ state }: { state: CheckStageState }) {
  const { surface: _, actions, opinion = NOT_ASKED, ...data } = state;
  const [store] = useState(() =>
    stagedCheck({
      ...data,
      textAt: NOW,
      assistantId: 'claude',
      options: DEFAULT_OPTIONS,
      opinion,
      actions: new Set(actions),
    }),
  );
  return (
    <CheckContext value={store}>
      <CheckPage />
    </CheckContext>
  );
}
