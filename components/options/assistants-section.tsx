import { useRef } from 'react';
import { Presettable } from '@/components/presettable';
import { Switch } from '@/components/switch';
import type { AssistantId } from '@/utils/model/assistant';
import { AssistantRow } from './assistant-row';
import { moveButtonOf, OrderButtons } from './order-buttons';
import type { SectionProps } from './section-props';
import { UnwatchedList } from './unwatched-list';
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
      <Presettable note={view.preset.watched}>
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
        {others.near.length + others.more.choices.length > 0 && (
          <>
            <h3>{others.heading}</h3>
            <UnwatchedList choices={others.near} onWatch={(id) => toggle(id, true)} />
          </>
        )}
        {others.more.choices.length > 0 && (
          <details>
            <summary>{others.more.text}</summary>
            <UnwatchedList choices={others.more.choices} onWatch={(id) => toggle(id, true)} />
          </details>
        )}
      </Presettable>
      <Presettable note={view.preset.maintenanceNoticeHours}>
        <Switch
          text={notice.text}
          why={null}
          isOn={notice.isOn}
          onToggle={() => actions.setMaintenanceNotice(!notice.isOn)}
        />
      </Presettable>
      <p className="unseen" role="status">
        {said}
      </p>
    </div>
  );
}
