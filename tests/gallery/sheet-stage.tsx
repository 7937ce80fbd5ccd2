import { AssistantRow } from '@/components/popup/assistant-row';
import { firstSpotOf } from '@/components/popup/spots';
import { DEFAULT_OPTIONS } from '@/utils/model/options';
import { unseenBlindSpots } from '@/utils/rules/sightings/blind-spots';
import { PopupContext } from '@/utils/ui/popup/context';
import { currentStatus } from '@/utils/ui/popup/state';
import type { SheetState } from './gallery-state';
import { NOW } from './moments';
import { GRANTED } from './pieces';
import { stagedPopup } from './popup-stage';

/** The first row of each status. */
export function SheetStage({ state }: { state: SheetState }) {
  return (
    <main className="popup" lang="en">
      <header className="summary">
        <h1>{state.title}</h1>
      </header>
      <ul className="rows">
        {state.statuses.map((stored) => {
          const data = { status: stored, options: DEFAULT_OPTIONS, access: GRANTED };
          const { status, verdicts } = currentStatus(data, NOW);
          const [verdict] = verdicts;
          return (
            verdict !== undefined && (
              <PopupContext key={verdict.reason ?? ''} value={stagedPopup(data)}>
                <AssistantRow
                  status={status}
                  verdict={verdict}
                  spot={firstSpotOf(unseenBlindSpots(NOW, status, DEFAULT_OPTIONS), verdict.assistantId)}
                  isReasonShown={false}
                  isDescribed={false}
                  isBrief={false}
                />
              </PopupContext>
            )
          );
        })}
      </ul>
    </main>
  );
}
