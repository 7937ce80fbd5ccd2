import { type ReactNode, useRef } from 'react';
import { ManagedSetting, Switch } from '@/components/controls';
import { AssistantMark } from '@/components/small';
import type { AssistantId } from '@/utils/model/assistant';
import type { Place } from '@/utils/ui/options/plan-b';
import type { AssistantChoice } from '@/utils/ui/options/view';
import { type DragHandle, useDrag, useKeptFocus } from './hooks';
import type { SectionProps } from './section-props';

interface AssistantRowProps {
  choice: AssistantChoice;
  isOn: boolean;
  /** What a drag would do to it. */
  look: string | undefined;
  onToggle: () => void;
  /** What else can be done with it. */
  children?: ReactNode;
}

/** One assistant and the switch that has it watched. */
export function AssistantRow({ choice, isOn, look, onToggle, children }: AssistantRowProps) {
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

interface MoveButtonProps {
  /** For the focus, which is put back on it after the move. */
  id: string;
  move: { label: string; isPossible: boolean };
  isUp: boolean;
  onClick: () => void;
}

/** At the end of the list it is disabled by `aria-disabled` alone: the attribute `disabled` would take the focus away. */
export function MoveButton({ id, move, isUp, onClick }: MoveButtonProps) {
  return (
    <button
      type="button"
      className="button move"
      data-move={id}
      aria-label={move.label}
      title={move.label}
      aria-disabled={!move.isPossible}
      onClick={move.isPossible ? onClick : undefined}
    >
      <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
        <path
          d={isUp ? 'M6 10V2M2.5 5.5 6 2l3.5 3.5' : 'M6 2v8M2.5 6.5 6 10l3.5-3.5'}
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
    </button>
  );
}

interface OrderButtonsProps {
  /** Of what is moved. */
  id: string;
  place: Place;
  handle: DragHandle;
  onMove: (by: -1 | 1) => void;
}

/** Moves one item of an ordered list: by button, or by the grip with a pointer. */
export function OrderButtons({ id, place, handle, onMove }: OrderButtonsProps) {
  return (
    <span className="moves">
      <MoveButton id={`${id} -1`} move={place.up} isUp onClick={() => onMove(-1)} />
      <MoveButton id={`${id} 1`} move={place.down} isUp={false} onClick={() => onMove(1)} />
      <span className="grip" aria-hidden="true" {...handle}>
        <svg viewBox="0 0 12 12" width="12" height="12" fill="currentColor" aria-hidden="true">
          <path d="M3 2h2v2H3zm4 0h2v2H7zM3 5h2v2H3zm4 0h2v2H7zM3 8h2v2H3zm4 0h2v2H7z" />
        </svg>
      </span>
    </span>
  );
}

/** Where the focus belongs after one was moved. */
export const moveButtonOf = (id: string, by: -1 | 1): string => `[data-move="${id} ${by}"]`;

interface UnwatchedListProps {
  choices: AssistantChoice[];
  onWatch: (id: AssistantId) => void;
}

/** Assistants that could be watched, in the order of the registry. */
export function UnwatchedList({ choices, onWatch }: UnwatchedListProps) {
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
      <ManagedSetting note={view.preset.watched}>
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
      </ManagedSetting>
      <ManagedSetting note={view.preset.maintenanceNoticeHours}>
        <Switch
          text={notice.text}
          why={null}
          isOn={notice.isOn}
          onToggle={() => actions.setMaintenanceNotice(!notice.isOn)}
        />
      </ManagedSetting>
      <p className="unseen" role="status">
        {said}
      </p>
    </div>
  );
}
