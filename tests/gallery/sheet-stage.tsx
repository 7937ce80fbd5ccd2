import { AssistantRow } from '@/components/popup/assistant-row';
import { DEFAULT_OPTIONS } from '@/utils/model/options';
import { popupView } from '@/utils/ui/popup/view';
import type { SheetState } from './gallery-state';
import { NOW } from './moments';
import { GRANTED } from './pieces';
import { NO_ACTIONS } from './popup-stage';
import { speechAt } from './speech';

/** The first row of each status. */
export function SheetStage({ state }: { state: SheetState }) {
  return (
    <main className="popup" lang="en">
      <header className="summary">
        <h1>{state.title}</h1>
      </header>
      <ul className="rows">
        {state.statuses.map((status) => {
          const input = { status, options: DEFAULT_OPTIONS, access: GRANTED, version: '0.0.0' };
          const { rows, labels } = popupView(input, speechAt(NOW));
          const [row] = rows;
          const key = status.verdicts.claude?.reason ?? '';
          return row === undefined ? null : <AssistantRow key={key} row={row} labels={labels} actions={NO_ACTIONS} />;
        })}
      </ul>
    </main>
  );
}
