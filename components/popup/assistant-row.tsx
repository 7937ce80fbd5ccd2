import { useId } from 'react';
import { CopyButton, Switch, UndoRow } from '@/components/controls';
import { AssistantMark, Chevron, OutsideLink, SignIcon, TimedText, UpdateList } from '@/components/small';
import type { PopupPost, PopupRow, RowMoved } from '@/utils/ui/popup/row';
import type { PopupActions } from '@/utils/ui/popup/store';
import type { PopupLabels } from '@/utils/ui/popup/view';
import { AccessRequest, ClampedText } from './links';
import { OtherIncidents, RowDetails } from './row-details';

/** The provider's own text, set apart from ours. It may run in either direction. */
export function MakerPost({ post, labels }: { post: PopupPost; labels: PopupLabels }) {
  const { updates, text, link } = post;
  return (
    <article className="post">
      <h3 dir="auto">{post.title}</h3>
      {updates.length === 0 && text !== null && <ClampedText key={text} text={text} labels={labels} />}
      {updates.length > 0 && <UpdateList updates={updates} label={labels.updates} />}
      <p className="meta">
        <TimedText value={post.by} />
        {link !== null && <OutsideLink url={link.url}>{link.label}</OutsideLink>}
      </p>
    </article>
  );
}

interface MovedPageProps {
  moved: RowMoved;
  actions: PopupActions;
}

/** The status page itself, and a report that helps us to find it again. */
export function MovedPage({ moved: { page, report }, actions }: MovedPageProps) {
  return (
    <div className="actions">
      <a className="button small" href={page.url} target="_blank" rel="noopener noreferrer" aria-label={page.name}>
        {page.label}
      </a>
      <CopyButton label={report.label} text={report.text} copy={actions.copy} />
    </div>
  );
}

interface RowActionsProps {
  row: PopupRow;
  labels: PopupLabels;
  actions: PopupActions;
}

/** What a person can say of a trouble, and pass on. */
export function RowActions({ row, labels, actions }: RowActionsProps) {
  const { assistantId, help } = row;
  const { offer = null, said = null } = row.reaction ?? {};
  const wait = row.awaiting?.offer ?? null;
  const hasButtons = wait !== null || offer !== null || help !== null;
  if (!hasButtons && said === null) return null;
  return (
    <>
      {said !== null && (
        <UndoRow
          text={said.text}
          label={said.undo}
          name={said.undoFor}
          onBack={() => actions.react(assistantId, null)}
        />
      )}
      {hasButtons && (
        <div className="actions">
          {wait !== null && (
            <button
              type="button"
              className="button small"
              aria-label={wait.name}
              onClick={() => actions.awaitRecovery(assistantId, { bringsForward: false })}
            >
              {wait.label}
            </button>
          )}
          {offer !== null && (
            <button
              type="button"
              className="button small"
              title={offer.why}
              onClick={() => actions.react(assistantId, offer.says)}
            >
              {offer.label}
            </button>
          )}
          {help !== null && <CopyButton label={labels.copyForTeam} text={help.teamLine} copy={actions.copy} />}
        </div>
      )}
    </>
  );
}

interface RowAwaitedProps {
  row: PopupRow;
  actions: PopupActions;
}

/** What was asked for, how it is told, and the way back. */
export function RowAwaited({ row, actions }: RowAwaitedProps) {
  const { assistantId, awaiting } = row;
  const asked = awaiting?.asked ?? null;
  if (asked === null) return null;
  const { text, undo, undoFor, bringForward, isBroughtForward } = asked;
  return (
    <>
      <UndoRow text={text} label={undo} name={undoFor} onBack={() => actions.awaitRecovery(assistantId, null)} />
      <Switch
        text={bringForward}
        why={null}
        isOn={isBroughtForward}
        onToggle={() => actions.awaitRecovery(assistantId, { bringsForward: !isBroughtForward })}
      />
    </>
  );
}

/** The current state of one assistant: since when, what its provider is doing, and what that means for the user. */
export function RowStanding({ row, actions }: { row: PopupRow; actions: PopupActions }) {
  const { assistantId, snoozed } = row;
  const { lead = null, models = null, advice = null } = row.help ?? {};
  const phase = row.post?.phase ?? null;
  const says = [
    row.recovered,
    row.onlyParts,
    row.basis,
    row.failingDependency,
    phase,
    models,
    row.reason,
    row.lastKnown,
    advice,
    row.ahead,
  ];
  return (
    <>
      {snoozed !== null && (
        <UndoRow
          text={snoozed.text}
          label={snoozed.end}
          name={snoozed.endFor}
          onBack={() => actions.snooze(assistantId, null)}
        />
      )}
      {row.since !== null && (
        <p className="quiet">
          <TimedText value={row.since} />
        </p>
      )}
      {lead !== null && <p className="quiet">{lead}</p>}
      {says
        .filter((text) => text !== null)
        .map((text) => (
          <p key={text}>{text}</p>
        ))}
    </>
  );
}

interface AssistantRowProps {
  row: PopupRow;
  labels: PopupLabels;
  actions: PopupActions;
}

/** One watched assistant: its sign and level at a glance, what matters now beneath, and all the rest once it is opened. */
export function AssistantRow({ row, labels, actions }: AssistantRowProps) {
  const id = useId();
  const { assistantId, detail, ask } = row;
  return (
    <li
      className="row"
      data-assistant={assistantId}
      data-verdict={row.kind}
      data-level={row.level}
      data-past={row.isPast || undefined}
    >
      <h2>
        <button
          type="button"
          className="opener"
          aria-expanded={detail !== null}
          aria-controls={id}
          onClick={() => actions.toggle(assistantId)}
        >
          <SignIcon sign={row.sign} />
          <AssistantMark mark={row.mark} />
          <span className="name">{row.name}</span>
          <span className="level">{row.levelWords}</span>
          <Chevron />
        </button>
      </h2>
      <div id={id} className="row-body">
        <RowStanding row={row} actions={actions} />
        {row.moved !== null && <MovedPage moved={row.moved} actions={actions} />}
        {ask !== null && <AccessRequest ask={ask} onAsk={() => actions.allowReading(assistantId)} />}
        {row.post !== null && <MakerPost post={row.post} labels={labels} />}
        {row.help?.experience && <p className="quiet">{row.help.experience}</p>}
        <RowAwaited row={row} actions={actions} />
        <RowActions row={row} labels={labels} actions={actions} />
        {row.also.length > 0 && <OtherIncidents heading={labels.also} incidents={row.also} />}
        {detail !== null && <RowDetails row={row} detail={detail} actions={actions} />}
        {row.isCheckedTold && (
          <p className="meta">
            {row.checked !== null && <TimedText value={row.checked} />}
            {detail !== null && row.source !== null && (
              <OutsideLink url={row.source.url}>{row.source.host}</OutsideLink>
            )}
          </p>
        )}
      </div>
    </li>
  );
}
