import '@/components/check/check.css';
import { useState } from 'react';
import { CheckPage } from '@/components/check/check-page';
import { DEFAULT_OPTIONS } from '@/utils/model/options';
import type { CheckActions } from '@/utils/ui/check/store';
import { checkView } from '@/utils/ui/check/view';
import type { CheckState } from './gallery-state';
import { NOW } from './moments';
import { speechAt } from './speech';

/** "Is it me?" with fixed findings. Symptoms can be chosen; other actions do nothing. */
export function CheckStage({ state }: { state: CheckState }) {
  const [sees, setSees] = useState(state.sees);
  const [text, setText] = useState(state.text);
  const { check, status } = state;
  const input = { check, status, sees, text, options: DEFAULT_OPTIONS, deeds: new Set(state.deeds) };
  const actions: CheckActions = {
    again: () => undefined,
    see: (symptom) => setSees(sees === symptom ? null : symptom),
    type: setText,
    goOn: () => undefined,
    act: () => undefined,
  };
  return <CheckPage view={checkView({ assistantId: 'claude', ...input }, speechAt(NOW))} actions={actions} />;
}
