import { PresetNote } from '@/components/preset-note';
import { Presettable } from '@/components/presettable';
import { AddableAssistants } from './addable-assistants';
import { LocalModels } from './local-models';
import { OwnChatForm } from './own-chat-form';
import { RehearsalPart } from './rehearsal-part';
import type { SectionProps } from './section-props';
import { WayList } from './way-list';

/** Plan B, made in calm: the order, what can be added to it, and a rehearsal. */
export function PlanBSection({ view, said, actions }: SectionProps) {
  const { preset } = view;
  const { why, empty, ways, grants, left, own, local, rehearsal } = view.planB;
  return (
    <>
      <p className="quiet">{why}</p>
      <PresetNote note={preset.planB} />
      {ways.length === 0 ? <p>{empty}</p> : <WayList ways={ways} actions={actions} />}
      {grants !== null && <p className="quiet said">{grants}</p>}
      {preset.planB === undefined && <AddableAssistants left={left} actions={actions} />}
      <RehearsalPart rehearsal={rehearsal} said={said} onTry={actions.rehearse} />
      <Presettable note={preset.ownChats}>
        <OwnChatForm words={own} onAdd={actions.addOwnChat} />
      </Presettable>
      <Presettable note={preset.localModels}>
        <LocalModels local={local} actions={actions} />
      </Presettable>
    </>
  );
}
