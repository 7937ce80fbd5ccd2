import { type FormEvent, useId, useRef, useState } from 'react';
import { ManagedSetting, PresetNote } from '@/components/controls';
import { AssistantMark, TimedText } from '@/components/small';
import type { FallbackId } from '@/utils/model/fallback';
import type { OptionsActions, PlanBActions } from '@/utils/ui/options/actions';
import type { PlanBLocal, PlanBRehearsal, PlanBView, PlanBWay } from '@/utils/ui/options/plan-b';
import { moveButtonOf, OrderButtons } from './assistants-section';
import { type DragHandle, useDrag, useKeptFocus } from './hooks';
import { AddressField } from './own-pages-section';
import type { SectionProps } from './section-props';

interface AddableAssistantsProps {
  left: PlanBView['left'];
  actions: OptionsActions;
}

function Buttons({
  assistants,
  actions,
}: {
  assistants: AddableAssistantsProps['left']['assistants'];
  actions: OptionsActions;
}) {
  return (
    <div className="actions">
      {assistants.map(({ assistantId, label, mark }) => (
        <button
          key={assistantId}
          type="button"
          className="button small marked"
          onClick={() => actions.takeIn(assistantId)}
        >
          <AssistantMark mark={mark} />
          {label}
        </button>
      ))}
    </div>
  );
}

/** Assistants that are not in the plan yet. */
export function AddableAssistants({ left, actions }: AddableAssistantsProps) {
  const { heading, assistants, more } = left;
  if (assistants.length + more.assistants.length === 0) return null;
  return (
    <div className="part">
      <h3>{heading}</h3>
      {assistants.length > 0 && <Buttons assistants={assistants} actions={actions} />}
      {more.assistants.length > 0 && (
        <details>
          <summary>{more.text}</summary>
          <Buttons assistants={more.assistants} actions={actions} />
        </details>
      )}
    </div>
  );
}

/** Looks for programmes on this machine, and says plainly what they can and cannot do. */
export function LocalModels({ local, actions }: { local: PlanBLocal; actions: OptionsActions }) {
  const { isFinding, found } = local;
  return (
    <div className="part">
      <h3>{local.heading}</h3>
      <p className="quiet">{local.why}</p>
      <div className="actions">
        <button
          type="button"
          className="button"
          aria-busy={isFinding}
          aria-disabled={isFinding}
          onClick={isFinding ? undefined : actions.findLocalModels}
        >
          {local.find}
        </button>
      </div>
      <div aria-live="polite">
        {found.length > 0 && (
          <ul className="found">
            {found.map(({ modelId, said, add }) => (
              <li key={modelId}>
                <span>{said}</span>
                {add !== null && (
                  <button type="button" className="button small" onClick={() => actions.chooseLocalModel(modelId)}>
                    {add}
                  </button>
                )}
              </li>
            ))}
          </ul>
        )}
      </div>
      <p className="quiet said">{local.page}</p>
    </div>
  );
}

interface OwnChatFormProps {
  words: PlanBView['own'];
  onAdd: OptionsActions['addOwnChat'];
}

/** Adds a chat of the person's own, or says what is wrong with its address; what was typed stays until it was taken. */
export function OwnChatForm({ words, onAdd }: OwnChatFormProps) {
  const id = useId();
  const [problem, setProblem] = useState<keyof typeof words.problems | null>(null);
  const onSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const form = event.currentTarget;
    const fields = new FormData(form);
    const kind = onAdd(String(fields.get('name')), String(fields.get('address')));
    if (kind === 'good') form.reset();
    setProblem(kind === 'good' ? null : kind);
  };
  return (
    <form className="part" onSubmit={onSubmit} noValidate>
      <h3>{words.heading}</h3>
      <p className="quiet">{words.why}</p>
      <div className="fields">
        <label>
          {words.name}
          <input className="field" name="name" type="text" autoComplete="off" maxLength={40} />
        </label>
        <AddressField
          label={words.address}
          name="address"
          placeholder="https://"
          isWrong={problem !== null}
          saidBy={id}
        />
        <button type="submit" className="button">
          {words.add}
        </button>
      </div>
      <p id={id} role="alert">
        {problem !== null && words.problems[problem]}
      </p>
    </form>
  );
}

interface RehearsalPartProps {
  rehearsal: PlanBRehearsal;
  /** Why it could not be tried just now; empty when nothing kept it. */
  said: string;
  onTry: OptionsActions['testFallback'];
}

/** Tries the plan with a sample, and says what became of the last one. */
export function RehearsalPart({ rehearsal, said, onTry }: RehearsalPartProps) {
  const { heading, why, attempt, nothing, last } = rehearsal;
  return (
    <div className="part">
      <h3>{heading}</h3>
      <p className="quiet">{why}</p>
      <div className="actions">
        {attempt === null ? (
          <p>{nothing}</p>
        ) : (
          <button type="button" className="button primary" onClick={() => onTry(attempt.fallbackId)}>
            {attempt.label}
          </button>
        )}
      </div>
      <p role="status">{said === '' ? <TimedText value={last} /> : said}</p>
    </div>
  );
}

interface WayRowProps {
  way: PlanBWay;
  /** What a drag would do to it. */
  look: string | undefined;
  handle: DragHandle;
  actions: PlanBActions;
  onMove: (by: -1 | 1) => void;
  onLeaveOut: () => void;
}

/** One way of the plan: where it leads, how a draft gets there, and what the person says of it. */
export function WayRow({ way, look, handle, actions, onMove, onLeaveOut }: WayRowProps) {
  const { fallbackId, signedIn, fill, remove } = way;
  return (
    <li className="way" data-way={fallbackId} data-drag={look}>
      <div className="way-head">
        {way.mark !== null && <AssistantMark mark={way.mark} />}
        <h3>{way.name}</h3>
        <span className="quiet said">{way.place}</span>
        {way.order !== null && <OrderButtons id={fallbackId} place={way.order} handle={handle} onMove={onMove} />}
      </div>
      {way.untold !== null && <p className="quiet said">{way.untold}</p>}
      {way.draft !== null && <p className="quiet said">{way.draft}</p>}
      {fill?.wide != null && <p className="quiet said">{fill.wide}</p>}
      <div className="actions">
        {fill !== null && (
          <button type="button" className="button small" onClick={() => actions.allowFilling(fallbackId)}>
            {fill.ask}
          </button>
        )}
        {remove !== null && (
          <button type="button" className="button plain" aria-label={remove.name} data-leave onClick={onLeaveOut}>
            {remove.label}
          </button>
        )}
        {signedIn !== null && (
          <button
            type="button"
            role="switch"
            className="switch"
            aria-checked={signedIn.isOn}
            aria-label={signedIn.name}
            onClick={() => actions.setSignedIn(signedIn.assistantId, !signedIn.isOn)}
          >
            <span>{signedIn.text}</span>
            <span className="track" aria-hidden="true" />
          </button>
        )}
      </div>
    </li>
  );
}

/** The plan in its order. */
export function WayList({ ways, actions }: { ways: PlanBWay[]; actions: PlanBActions }) {
  const list = useRef<HTMLOListElement>(null);
  const order = ways.map(({ fallbackId }) => fallbackId).join();
  const positionOf = (id: string) => ways.find(({ fallbackId }) => fallbackId === id)?.order?.position ?? '';
  const { said, press } = useKeptFocus(list, order, positionOf);
  const { handle, look } = useDrag(list, (from, by) => {
    const dragged = ways[from];
    if (dragged !== undefined) actions.moveWay(dragged.fallbackId, by);
  });
  const move = (id: FallbackId, by: -1 | 1) => {
    press(id, moveButtonOf(id, by));
    actions.moveWay(id, by);
  };
  const leaveOut = (id: FallbackId, index: number) => {
    press(id, `li:nth-child(${Math.min(index + 1, ways.length - 1)}) [data-leave]`);
    actions.leaveOut(id);
  };
  return (
    <>
      <ol className="plan" ref={list}>
        {ways.map((way, index) => (
          <WayRow
            key={way.fallbackId}
            way={way}
            look={look(index)}
            handle={handle(index)}
            actions={actions}
            onMove={(by) => move(way.fallbackId, by)}
            onLeaveOut={() => leaveOut(way.fallbackId, index)}
          />
        ))}
      </ol>
      <p className="unseen" role="status">
        {said}
      </p>
    </>
  );
}

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
      <RehearsalPart rehearsal={rehearsal} said={said} onTry={actions.testFallback} />
      <ManagedSetting note={preset.ownChats}>
        <OwnChatForm words={own} onAdd={actions.addOwnChat} />
      </ManagedSetting>
      <ManagedSetting note={preset.localModels}>
        <LocalModels local={local} actions={actions} />
      </ManagedSetting>
    </>
  );
}
