import { type ReactNode, useRef } from 'react';
import { ManagedSetting, Switch, WatchSwitch } from '@/components/controls';
import { formatCount, plural } from '@/utils/i18n/moments';
import type { Assistant, AssistantId } from '@/utils/model/assistant';
import { unwatchedAssistants, watchedAssistants } from '@/utils/ui/options/assistants';
import { useOptions } from '@/utils/ui/options/store';
import { presetNotes } from '@/utils/ui/options-access';
import { useSpeech } from '@/utils/ui/page-context';
import { NOTICE_HOURS } from '@/utils/ui/text';
import { useDrag, useKeptFocus } from './hooks';
import { moveButtonOf, OrderButtons, positionWords } from './order-buttons';

interface AssistantRowProps {
  assistant: Assistant;
  isOn: boolean;
  look: string | undefined;
  onToggle: () => void;
  children?: ReactNode;
}

/** An assistant and the switch that turns watching it on and off. */
function AssistantRow({ assistant, isOn, look, onToggle, children }: AssistantRowProps) {
  return (
    <li className="choice" data-choice={assistant.id} data-drag={look}>
      <WatchSwitch assistant={assistant} isOn={isOn} presetBy={undefined} onToggle={onToggle} />
      {children}
    </li>
  );
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
