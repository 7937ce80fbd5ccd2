import type { ReactNode } from 'react';
import { AssistantMark } from '@/components/assistant-mark';
import type { AssistantChoice } from '@/utils/ui/options/assistants-view';

interface Props {
  choice: AssistantChoice;
  isOn: boolean;
  /** What a drag would do to it. */
  look: string | undefined;
  onToggle: () => void;
  /** What else can be done with it. */
  children?: ReactNode;
}

/** One assistant and the switch that has it watched. */
export function AssistantRow({ choice, isOn, look, onToggle, children }: Props) {
  return (
    <li className="choice" data-choice={choice.assistantId} data-drag={look}>
      <button type="button" role="switch" className="switch" aria-checked={isOn} onClick={onToggle}>
        <AssistantMark mark={choice.mark} />
        <span className="both">
          <span className="name">{choice.name}</span>
          <span className="quiet source">{choice.source}</span>
        </span>
        <span className="track" aria-hidden="true" />
      </button>
      {children}
    </li>
  );
}
