import { CopyResult, Switch, UndoRow, useCopy } from '@/components/controls';
import { Chevron } from '@/components/small';
import { TEAM_FORMS, type TeamForm, teamLine } from '@/utils/i18n/team-words';
import { startOf } from '@/utils/i18n/verdict-words';
import { isInTrouble, statusLinkOf } from '@/utils/model/status';
import { useSpeech, useT } from '@/utils/ui/page-context';
import { assistantOf } from '@/utils/ui/page-registry';
import { usePopup } from '@/utils/ui/popup/context';
import { isPast, needsHelp, offeredReaction, recoveredOf } from '@/utils/ui/popup/row';
import { MenuButton } from './menu';
import type { RowProps } from './row-details';

/** Copies a line about the issue in the form of the program that it is pasted into. */
function TeamCopy({ status, verdict }: RowProps) {
  const speech = useSpeech();
  const { t, now } = speech;
  const { copy } = usePopup();
  const { outcome, copyNow } = useCopy(copy);
  const assistant = assistantOf(verdict.assistantId);
  const start = startOf(verdict, status.episodes[assistant.id] ?? null, now);
  const lineFor = (form: TeamForm) =>
    teamLine(assistant.name, verdict, start, statusLinkOf(status, assistant) ?? '', form, speech);
  return (
    <>
      <MenuButton
        className="button plain"
        items={TEAM_FORMS.map((form) => ({
          key: form,
          text: t(`team_form_${form}`),
          onChoose: () => void copyNow(lineFor(form)),
        }))}
      >
        {t('popup_copy_team')}
        <Chevron />
      </MenuButton>
      <CopyResult outcome={outcome} />
    </>
  );
}

/** What the user can do in an outage: request an alert, say whether it works for them, and tell others. */
export function RowActions({ status, verdict, isDescribed }: RowProps & { isDescribed: boolean }) {
  const speech = useSpeech();
  const { t } = speech;
  const { awaitRecovery, react } = usePopup();
  const assistant = assistantOf(verdict.assistantId);
  const { id, name } = assistant;
  const isRecovered = recoveredOf(status, verdict, speech) !== null;
  const reaction = isPast(status, verdict) ? null : offeredReaction(status, id, isRecovered);
  // The head of the page offers it for the issue that it describes.
  const canAwait = !isDescribed && status.awaited[id] === undefined && isInTrouble(status, id);
  const hasLine = needsHelp(status, verdict);
  const hasOffer = reaction !== null && !reaction.isGiven;
  return (
    <>
      {reaction?.isGiven && (
        <UndoRow
          text={t(`popup_reacted_${reaction.says}`)}
          label={t('popup_react_undo')}
          name={t('popup_react_undo_for', name)}
          onBack={() => react(id, null)}
        />
      )}
      {(canAwait || hasOffer || hasLine) && (
        <div className="actions texts">
          {canAwait && (
            <button
              type="button"
              className="button plain"
              aria-label={t('popup_notify_for', name)}
              onClick={() => awaitRecovery(id, { bringsForward: false })}
            >
              {t('popup_notify')}
            </button>
          )}
          {hasOffer && (
            <button
              type="button"
              className="button plain"
              title={t('popup_react_why')}
              onClick={() => react(id, reaction.says)}
            >
              {t(`popup_react_${reaction.says}`)}
            </button>
          )}
          {hasLine && <TeamCopy status={status} verdict={verdict} />}
        </div>
      )}
    </>
  );
}

/** The requested recovery alert: how it is shown, and how to cancel it. */
export function RecoveryAlert({ status, verdict }: RowProps) {
  const t = useT();
  const { awaitRecovery } = usePopup();
  const { id, name } = assistantOf(verdict.assistantId);
  const requested = status.awaited[id];
  if (requested === undefined) return null;
  const { bringsForward } = requested;
  return (
    <>
      <UndoRow
        text={t('popup_awaited', name)}
        label={t('popup_await_undo')}
        name={t('popup_await_undo_for', name)}
        onBack={() => awaitRecovery(id, null)}
      />
      <Switch
        text={t('popup_await_forward')}
        why={null}
        isOn={bringsForward}
        onToggle={() => awaitRecovery(id, { bringsForward: !bringsForward })}
      />
    </>
  );
}
