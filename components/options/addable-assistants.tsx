import { AssistantMark } from '@/components/assistant-mark';
import type { OptionsActions } from '@/utils/ui/options/options-actions';
import type { PlanBView } from '@/utils/ui/options/plan-b-view';

interface Props {
  left: PlanBView['left'];
  actions: OptionsActions;
}

function Buttons({ assistants, actions }: { assistants: Props['left']['assistants']; actions: OptionsActions }) {
  return (
    <div className="actions">
      {assistants.map(({ assistantId, label, mark }) => (
        <button
          key={assistantId}
          type="button"
          className="button small marked"
          onClick={() => actions.takeIn(assistantId)}
        >
          <AssistantMark mark={mark} />
          {label}
        </button>
      ))}
    </div>
  );
}

/** Assistants that are not in the plan yet. */
export function AddableAssistants({ left, actions }: Props) {
  const { heading, assistants, more } = left;
  if (assistants.length + more.assistants.length === 0) return null;
  return (
    <div className="part">
      <h3>{heading}</h3>
      {assistants.length > 0 && <Buttons assistants={assistants} actions={actions} />}
      {more.assistants.length > 0 && (
        <details>
          <summary>{more.text}</summary>
          <Buttons assistants={more.assistants} actions={actions} />
        </details>
      )}
    </div>
  );
}
