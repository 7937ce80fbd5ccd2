import { AddableAssistants } from './addable-assistants';
import { LocalModels } from './local-models';
import type { SectionProps } from './options-sections';
import { OwnChatForm } from './own-chat-form';
import { RehearsalPart } from './rehearsal-part';
import { WayList } from './way-list';

/** Plan B, made in calm: the order, what can be added to it, and a rehearsal. */
export function PlanBSection({ view, said, actions }: SectionProps) {
  const { why, empty, ways, grants, left, own, local, rehearsal } = view.planB;
  return (
    <>
      <p className="quiet">{why}</p>
      {ways.length === 0 ? <p>{empty}</p> : <WayList ways={ways} actions={actions} />}
      {grants !== null && <p className="quiet said">{grants}</p>}
      <AddableAssistants left={left} actions={actions} />
      <RehearsalPart rehearsal={rehearsal} said={said} onTry={actions.rehearse} />
      <OwnChatForm words={own} onAdd={actions.addOwnChat} />
      <LocalModels local={local} actions={actions} />
    </>
  );
}
