import { useRef } from 'react';
import { Switch } from '@/components/switch';
import type { AssistantId } from '@/utils/model/assistant';
import { AssistantRow } from './assistant-row';
import type { SectionProps } from './options-sections';
import { moveButtonOf, OrderButtons } from './order-buttons';
import { useDrag } from './use-drag';
import { useKeptFocus } from './use-kept-focus';

/** Whom to watch, in which order. */
export function AssistantsSection({ view, actions }: SectionProps) {
  const { why, nobody, watched, others, notice } = view.assistants;
  const part = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const order = watched.map(({ assistantId }) => assistantId).join();
  const positionOf = (id: string) => watched.find(({ assistantId }) => assistantId === id)?.place.position ?? '';
  const { said, press } = useKeptFocus(part, order, positionOf);
  const { handle, look } = useDrag(list, (from, by) => {
    const dragged = watched[from];
    if (dragged !== undefined) actions.moveWatched(dragged.assistantId, by);
  });
  const move = (id: AssistantId, by: -1 | 1) => {
    press(id, moveButtonOf(id, by));
    actions.moveWatched(id, by);
  };
  const toggle = (id: AssistantId, isOn: boolean) => {
    press(id, `[data-choice="${id}"] [role="switch"]`);
    actions.setWatched(id, isOn);
  };
  return (
    <div ref={part} className="choices">
      <p className="quiet">{why}</p>
      {watched.length === 0 ? (
        <p>{nobody}</p>
      ) : (
        <ol ref={list}>
          {watched.map((choice, index) => (
            <AssistantRow
              key={choice.assistantId}
              choice={choice}
              isOn
              look={look(index)}
              onToggle={() => toggle(choice.assistantId, false)}
            >
              <OrderButtons
                id={choice.assistantId}
                place={choice.place}
                handle={handle(index)}
                onMove={(by) => move(choice.assistantId, by)}
              />
            </AssistantRow>
          ))}
        </ol>
      )}
      {others.choices.length > 0 && (
        <>
          <h3>{others.heading}</h3>
          <ul className="others">
            {others.choices.map((choice) => (
              <AssistantRow
                key={choice.assistantId}
                choice={choice}
                isOn={false}
                look={undefined}
                onToggle={() => toggle(choice.assistantId, true)}
              />
            ))}
          </ul>
        </>
      )}
      <Switch
        text={notice.text}
        why={null}
        isOn={notice.isOn}
        onToggle={() => actions.setMaintenanceNotice(!notice.isOn)}
      />
      <p className="unseen" role="status">
        {said}
      </p>
    </div>
  );
}
