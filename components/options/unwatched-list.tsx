import type { AssistantId } from '@/utils/model/assistant';
import type { AssistantChoice } from '@/utils/ui/options/assistants-view';
import { AssistantRow } from './assistant-row';

interface Props {
  choices: AssistantChoice[];
  onWatch: (id: AssistantId) => void;
}

/** Whoever could be watched, in no order of the person's. */
export function UnwatchedList({ choices, onWatch }: Props) {
  return (
    <ul>
      {choices.map((choice) => (
        <AssistantRow
          key={choice.assistantId}
          choice={choice}
          isOn={false}
          look={undefined}
          onToggle={() => onWatch(choice.assistantId)}
        />
      ))}
    </ul>
  );
}
