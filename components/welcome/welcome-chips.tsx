import { AssistantMark } from '@/components/assistant-mark';
import type { AssistantId } from '@/utils/model/assistant';
import type { WelcomeChoice } from '@/utils/ui/welcome/welcome-view';

interface Props {
  choices: WelcomeChoice[];
  onChange: (id: AssistantId, isOn: boolean) => void;
}

/** Whom to watch, side by side. */
export function WelcomeChips({ choices, onChange }: Props) {
  return (
    <div className="chips">
      {choices.map(({ assistantId, name, mark, isOn }) => (
        <label key={assistantId} className="chip">
          <input type="checkbox" checked={isOn} onChange={() => onChange(assistantId, !isOn)} />
          <AssistantMark mark={mark} />
          {name}
        </label>
      ))}
    </div>
  );
}
