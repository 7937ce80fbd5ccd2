import { Chevron, SignIcon, TimedText } from '@/components/small';
import { factLine } from '@/utils/i18n/moments';
import type { Translate } from '@/utils/i18n/speech';
import { adviceWords, modelsWords } from '@/utils/i18n/verdict-words';
import { type BlindSpot, isAboutReading } from '@/utils/model/blind-spot';
import { isInTrouble, type Status } from '@/utils/model/status';
import type { Verdict } from '@/utils/model/verdict';
import { badgeFor } from '@/utils/rules/notifying/surfaces';
import { waitingDraftsView } from '@/utils/ui/kept-drafts-view';
import { useSpeech, useT } from '@/utils/ui/page-context';
import { assistantOf } from '@/utils/ui/page-registry';
import { usePopup } from '@/utils/ui/popup/context';
import { type FallbackChoice, fallbackChoices } from '@/utils/ui/popup/fallbacks';
import { factsOf, reasonOf, worstIssue } from '@/utils/ui/popup/row';
import type { KeepResult } from '@/utils/ui/popup/state';
import { explainedAbove, lastCheck, popupSummary } from '@/utils/ui/popup/summary';
import { ContinueChoice } from './conversation';
import { RefreshButton } from './links';
import { MenuButton } from './menu';
import { firstSpotOf } from './spots';

const NOTE_ID = 'fallback-note';

interface ContinueButtonProps {
  first: FallbackChoice;
  /** Whether a draft may go along, with files. */
  takesDraft: boolean;
  choices: readonly FallbackChoice[];
  kept: ReturnType<typeof useKeepDraft>;
}

/** Continues in the first fallback that can be used; its menu has the others, and keeps the draft instead. */
function ContinueButton({ first, takesDraft, choices, kept }: ContinueButtonProps) {
  const t = useT();
  const { continueIn } = usePopup();
  const others = choices.filter((choice) => choice !== first);
  const labelOf = ({ kind, name }: FallbackChoice) =>
    t(kind === 'local' ? 'popup_copy_for' : 'popup_continue_in', name);
  return (
    <div className="split">
      {first.isAvailable ? (
        <button
          type="button"
          className="button primary"
          aria-describedby={first.note === null ? undefined : NOTE_ID}
          title={takesDraft ? t('banner_files_may_come') : undefined}
          onClick={() => continueIn(first.id)}
        >
          {labelOf(first)}
        </button>
      ) : (
        <span className="fallback-name">{first.name}</span>
      )}
      {(others.length > 0 || kept !== null) && (
        <MenuButton
          className="button primary more"
          name={t('popup_other_fallbacks')}
          items={[
            ...others.map((choice) => ({
              key: choice.id,
              text: choice.isAvailable ? labelOf(choice) : choice.name,
              note: choice.note,
              isDisabled: !choice.isAvailable,
              onChoose: () => continueIn(choice.id),
            })),
            ...(kept === null ? [] : [{ key: 'keep', text: kept.label, onChoose: kept.keep }]),
          ]}
        >
          <Chevron />
        </MenuButton>
      )}
    </div>
  );
}

/** Requests a notification at recovery. Once requested, the row says so. */
function NotifyButton({ status, issue }: { status: Status; issue: Verdict }) {
  const t = useT();
  const { awaitRecovery } = usePopup();
  const { id, name } = assistantOf(issue.assistantId);
  if (status.awaited[id] !== undefined || !isInTrouble(status, id)) return null;
  return (
    <button
      type="button"
      className="button"
      aria-label={t('popup_notify_for', name)}
      onClick={() => awaitRecovery(id, { bringsForward: false })}
    >
      {t('popup_notify')}
    </button>
  );
}

/** Keeping the draft of the chat in front until its assistant is back; null where the issue is about another. */
function useKeepDraft(issue: Verdict | null) {
  const speech = useSpeech();
  const { t } = speech;
  const { front, keepDraft, keepResult, ...data } = usePopup();
  if (issue === null || front !== issue.assistantId) return null;
  const { id, name } = assistantOf(issue.assistantId);
  // The user may have discarded it since.
  const isWaiting = waitingDraftsView(data, speech).some(({ assistantId }) => assistantId === id);
  const holds = keepResult?.id === id && (keepResult.outcome !== 'kept' || isWaiting);
  const said = holds ? keptWords(keepResult, name, t) : null;
  return { label: t('waiting_keep', name), keep: () => keepDraft(id), said };
}

/** What became of a draft that was to be kept. */
function keptWords({ outcome, leavesFiles }: KeepResult, name: string, t: Translate): string {
  if (outcome === 'draft_unreadable') return t('banner_cannot_read');
  const said = t(`waiting_${outcome}`, name);
  return outcome === 'kept' && leavesFiles ? t('join_sentences', said, t('transfer_files_stay', name)) : said;
}

interface HeaderProps {
  status: Status;
  verdicts: readonly Verdict[];
  /** The issue that is described here in full; null if there is none, or several. */
  issue: Verdict | null;
}

interface SummaryProps extends HeaderProps {
  /** The blind spots that the user has not dismissed. */
  spots: readonly BlindSpot[];
}

/** What the user can do about the issue, and advice where there is no fallback. */
function FallbackActions({ status, verdicts, issue }: HeaderProps) {
  const speech = useSpeech();
  const { t } = speech;
  const { options, fallbacks, front } = usePopup();
  const kept = useKeepDraft(issue);
  const offered = fallbackChoices(status, options, { ...fallbacks, front }, speech);
  if (offered === null && issue === null) return null;
  const choices = offered?.choices ?? [];
  const first = choices.find(({ isAvailable }) => isAvailable) ?? choices[0];
  const worst = worstIssue(verdicts);
  const hasNone = offered !== null && first === undefined;
  const advice = hasNone && worst !== null ? adviceWords(worst, speech) : null;
  return (
    <>
      {hasNone && <p>{t('banner_nobody')}</p>}
      {advice !== null && <p>{advice}</p>}
      <div className="fallback-actions">
        {first !== undefined && (
          <ContinueButton first={first} takesDraft={offered?.draftFrom != null} choices={choices} kept={kept} />
        )}
        {issue !== null && <NotifyButton status={status} issue={issue} />}
        {kept !== null && first === undefined && (
          <button type="button" className="button" onClick={kept.keep}>
            {kept.label}
          </button>
        )}
      </div>
      {kept !== null && (
        <p className={kept.said === null ? 'unseen' : 'said'} role="status">
          {kept.said}
        </p>
      )}
      {first !== undefined && first.note !== null && (
        <p id={NOTE_ID} className="said">
          {factLine([first.name, first.note], speech)}
        </p>
      )}
      {offered?.draftFrom != null && <ContinueChoice from={offered.draftFrom} />}
    </>
  );
}

/** Whether the row of the only unknown assistant gives the reason of the summary, with what to do. */
function useIsSaidInRow({ status, verdicts, spots }: SummaryProps, detail: string | null): boolean {
  const speech = useSpeech();
  const explained = explainedAbove(status, verdicts, speech);
  const [only] = explained.length === 1 ? explained : [];
  const spot = firstSpotOf(spots, only?.assistantId ?? null);
  // The request for access, which replaces its line in the row, gives no reason.
  if (only === undefined || spot === null || spot.kind === 'page_access_lost') return false;
  return isAboutReading(spot) && detail === reasonOf(status, only, speech);
}

/** The state of all watched assistants, and what the user can do. It stays in view while the rows scroll. */
export function Header(props: SummaryProps) {
  const { status, verdicts, issue } = props;
  const speech = useSpeech();
  const { t, now } = speech;
  const { options, refreshState, announcement, openOptions } = usePopup();
  const badge = badgeFor(status, options.watched, now);
  const { text, detail } = popupSummary(status, verdicts, speech);
  const isSaidInRow = useIsSaidInRow(props, detail);
  const facts = issue === null ? null : factsOf(status, issue, speech);
  const models = issue === null ? null : modelsWords(assistantOf(issue.assistantId).name, issue, speech);
  const isCalm = !verdicts.some(({ kind }) => kind === 'trouble' || kind === 'suspected') || !status.isOnline;
  const hasFailed = refreshState === 'failed';
  return (
    <header className="summary">
      <SignIcon sign={badge.sign} size={20} />
      <div className="state">
        <h1>{text}</h1>
        {facts !== null && (
          <p>
            <TimedText value={facts} />
          </p>
        )}
        {detail !== null && !isSaidInRow && <p>{detail}</p>}
        {models !== null && <p>{models}</p>}
        {isCalm && badge.checkedAt !== null && (
          <p className="said">
            <TimedText value={lastCheck(badge.checkedAt, verdicts, speech)} />
          </p>
        )}
        <p className={hasFailed ? 'said' : 'unseen'} role="status">
          {announcement}
        </p>
        {status.storageTrouble !== null && (
          <p className="storage" role="status">
            {t(`storage_${status.storageTrouble}`)}
          </p>
        )}
        <FallbackActions status={status} verdicts={verdicts} issue={issue} />
        {verdicts.length === 0 && (
          <div className="fallback-actions">
            <button type="button" className="button primary" onClick={openOptions}>
              {t('popup_choose')}
            </button>
          </div>
        )}
      </div>
      {verdicts.length > 0 && <RefreshButton />}
    </header>
  );
}
