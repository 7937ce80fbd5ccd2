import { type ReactNode, useRef } from 'react';
import { ManagedSetting, Switch } from '@/components/controls';
import { AssistantMark } from '@/components/small';
import { formatCount, plural } from '@/utils/i18n/moments';
import type { Speech } from '@/utils/i18n/speech';
import type { Assistant, AssistantId } from '@/utils/model/assistant';
import { markOf } from '@/utils/ui/marks';
import { unwatchedAssistants, watchedAssistants } from '@/utils/ui/options/assistants';
import { useOptions } from '@/utils/ui/options/store';
import { presetNotes } from '@/utils/ui/options-access';
import { useSpeech, useT } from '@/utils/ui/page-context';
import { NOTICE_HOURS, sourceOf } from '@/utils/ui/text';
import { type DragHandle, useDrag, useKeptFocus } from './hooks';

interface AssistantRowProps {
  assistant: Assistant;
  isOn: boolean;
  look: string | undefined;
  onToggle: () => void;
  children?: ReactNode;
}

/** An assistant and the switch that turns watching it on and off. */
function AssistantRow({ assistant, isOn, look, onToggle, children }: AssistantRowProps) {
  const t = useT();
  return (
    <li className="choice" data-choice={assistant.id} data-drag={look}>
      <button type="button" role="switch" className="switch" aria-checked={isOn} onClick={onToggle}>
        <AssistantMark mark={markOf(assistant)} />
        <span className="both">
          <span className="name">{assistant.name}</span>
          <span className="quiet source">{sourceOf(assistant, t)}</span>
        </span>
        <span className="track" aria-hidden="true" />
      </button>
      {children}
    </li>
  );
}

interface MoveButtonProps {
  /** Tells the button apart, so that the focus returns to it after the move. */
  id: string;
  label: string;
  isUp: boolean;
  isPossible: boolean;
  onClick: () => void;
}

/** At the end of the list it is disabled by `aria-disabled` alone: the attribute `disabled` would take the focus away. */
function MoveButton({ id, label, isUp, isPossible, onClick }: MoveButtonProps) {
  return (
    <button
      type="button"
      className="button move"
      data-move={id}
      aria-label={label}
      title={label}
      aria-disabled={!isPossible}
      onClick={isPossible ? onClick : undefined}
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

/** An item of an ordered list. */
interface Place {
  id: string;
  name: string;
  index: number;
  length: number;
}

interface OrderButtonsProps {
  place: Place;
  handle: DragHandle;
  onMove: (by: -1 | 1) => void;
}

/** Moves one item of an ordered list: by button, or by the grip with a pointer. */
export function OrderButtons({ place, handle, onMove }: OrderButtonsProps) {
  const t = useT();
  const { id, name, index, length } = place;
  return (
    <span className="moves">
      <MoveButton
        id={`${id} -1`}
        label={t('order_up_for', name)}
        isUp
        isPossible={index > 0}
        onClick={() => onMove(-1)}
      />
      <MoveButton
        id={`${id} 1`}
        label={t('order_down_for', name)}
        isUp={false}
        isPossible={index < length - 1}
        onClick={() => onMove(1)}
      />
      <span className="grip" aria-hidden="true" {...handle}>
        <svg viewBox="0 0 12 12" width="12" height="12" fill="currentColor" aria-hidden="true">
          <path d="M3 2h2v2H3zm4 0h2v2H7zM3 5h2v2H3zm4 0h2v2H7zM3 8h2v2H3zm4 0h2v2H7z" />
        </svg>
      </span>
    </span>
  );
}

/** The selector of the button that moves an item. */
export const moveButtonOf = (id: string, by: -1 | 1): string => `[data-move="${id} ${by}"]`;

/** The position of an item in its list, "ChatGPT: 1 of 4"; empty when the item is gone. */
export function positionWords(items: readonly { id: string; name: string }[], id: string, speech: Speech): string {
  const index = items.findIndex((item) => item.id === id);
  const item = items[index];
  if (item === undefined) return '';
  return speech.t('order_position', item.name, formatCount(index + 1, speech), formatCount(items.length, speech));
}

interface UnwatchedListProps {
  assistants: Assistant[];
  onWatch: (id: AssistantId) => void;
}

function UnwatchedList({ assistants, onWatch }: UnwatchedListProps) {
  return (
    <ul>
      {assistants.map((assistant) => (
        <AssistantRow
          key={assistant.id}
          assistant={assistant}
          isOn={false}
          look={undefined}
          onToggle={() => onWatch(assistant.id)}
        />
      ))}
    </ul>
  );
}

/** Featured assistants, and the rest behind their number. */
function UnwatchedAssistants({ assistants, onWatch }: UnwatchedListProps) {
  const speech = useSpeech();
  const featured = assistants.filter(({ isFeatured }) => isFeatured);
  const others = assistants.filter(({ isFeatured }) => !isFeatured);
  if (assistants.length === 0) return null;
  return (
    <>
      <h3>{speech.t('assistants_others')}</h3>
      <UnwatchedList assistants={featured} onWatch={onWatch} />
      {others.length > 0 && (
        <details>
          <summary>{speech.t('popup_watch_more', formatCount(others.length, speech))}</summary>
          <UnwatchedList assistants={others} onWatch={onWatch} />
        </details>
      )}
    </>
  );
}

function MaintenanceSwitch() {
  const speech = useSpeech();
  const { options, setMaintenanceNotice } = useOptions();
  const { maintenanceNoticeHours: hours } = options;
  return (
    <Switch
      text={plural('popup_notice_ahead', hours ?? NOTICE_HOURS, speech)}
      why={null}
      isOn={hours !== null}
      onToggle={() => setMaintenanceNotice(hours === null)}
    />
  );
}

/** Which assistants are watched, and in which order. */
export function AssistantsSection() {
  const speech = useSpeech();
  const { t } = speech;
  const { options, preset, moveWatched, setWatched } = useOptions();
  const notes = presetNotes(preset, speech);
  const watched = watchedAssistants(options);
  const part = useRef<HTMLDivElement>(null);
  const list = useRef<HTMLOListElement>(null);
  const order = options.watched.join();
  const { announcement, press } = useKeptFocus(part, order, (id) => positionWords(watched, id, speech));
  const { handle, look } = useDrag(list, (from, by) => {
    const dragged = options.watched[from];
    if (dragged !== undefined) moveWatched(dragged, by);
  });
  const move = (id: AssistantId, by: -1 | 1) => {
    press(id, moveButtonOf(id, by));
    moveWatched(id, by);
  };
  const toggle = (id: AssistantId, isOn: boolean) => {
    press(id, `[data-choice="${id}"] [role="switch"]`);
    setWatched(id, isOn);
  };
  return (
    <div ref={part} className="choices">
      <p className="quiet">{t('assistants_why')}</p>
      <ManagedSetting note={notes.watched}>
        {watched.length === 0 ? (
          <p>{t('popup_summary_nobody')}</p>
        ) : (
          <ol ref={list}>
            {watched.map((assistant, index) => (
              <AssistantRow
                key={assistant.id}
                assistant={assistant}
                isOn
                look={look(index)}
                onToggle={() => toggle(assistant.id, false)}
              >
                <OrderButtons
                  place={{ ...assistant, index, length: watched.length }}
                  handle={handle(index)}
                  onMove={(by) => move(assistant.id, by)}
                />
              </AssistantRow>
            ))}
          </ol>
        )}
        <UnwatchedAssistants assistants={unwatchedAssistants(options)} onWatch={(id) => toggle(id, true)} />
      </ManagedSetting>
      <ManagedSetting note={notes.maintenanceNoticeHours}>
        <MaintenanceSwitch />
      </ManagedSetting>
      <p className="unseen" role="status">
        {announcement}
      </p>
    </div>
  );
}
