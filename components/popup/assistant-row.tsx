import { useId } from 'react';
import { AssistantMark } from '@/components/assistant-mark';
import { CopyButton, UndoRow } from '@/components/controls';
import { Chevron, OutsideLink, SignIcon, TimedText, UpdateList } from '@/components/small';
import { experienceWords } from '@/utils/i18n/advice-words';
import { clockTime } from '@/utils/i18n/moments';
import { headStartWords } from '@/utils/i18n/verdict-words';
import { currentPageOf, isSnoozed, statusLinkOf } from '@/utils/model/status';
import { signOf } from '@/utils/model/verdict';
import { experienceOf } from '@/utils/rules/history/past';
import { useSpeech, useT } from '@/utils/ui/page-context';
import { assistantOf } from '@/utils/ui/page-registry';
import { missingHosts } from '@/utils/ui/popup/access';
import { bugReport } from '@/utils/ui/popup/bug-report';
import {
  checkedOf,
  isPast,
  leadingPost,
  movedPage,
  needsHelp,
  rowSentences,
  showsChecked,
  sinceOf,
} from '@/utils/ui/popup/row';
import { usePopup } from '@/utils/ui/popup/store';
import { timed, toldUpdates } from '@/utils/ui/text';
import { AccessRequest, ClampedText } from './links';
import { RecoveryAlert, RowActions } from './row-actions';
import { OtherPosts, RowDetails, type RowProps } from './row-details';

/** The provider's own text about the incident or maintenance. It may run in either direction. */
function ProviderPost({ verdict }: Pick<RowProps, 'verdict'>) {
  const speech = useSpeech();
  const { t } = speech;
  const { opened } = usePopup();
  const post = leadingPost(verdict);
  if (post === null) return null;
  const { provider } = assistantOf(verdict.assistantId);
  const isOpen = opened.has(verdict.assistantId);
  const isMaintenance = 'startsAt' in post;
  const [latest] = post.updates;
  const at = latest?.at ?? (isMaintenance ? post.startsAt : post.updatedAt);
  // In an open row each update has its own time.
  const hasTime = !isOpen && at !== null;
  const updates = isOpen ? toldUpdates(post.updates, clockTime, speech) : [];
  return (
    <article className="post">
      <h3 dir="auto">{post.title}</h3>
      {updates.length === 0 && latest?.text && <ClampedText key={latest.text} text={latest.text} />}
      {updates.length > 0 && <UpdateList updates={updates} label={t('popup_updates')} />}
      <p className="meta">
        <TimedText
          value={
            hasTime
              ? timed(t('banner_words_at', provider, clockTime(at, speech)), at, speech)
              : timed(provider, null, speech)
          }
        />
        {post.url !== null && (
          <OutsideLink url={post.url}>
            {t(isMaintenance ? 'popup_maintenance_page' : 'popup_incident_page')}
          </OutsideLink>
        )}
      </p>
    </article>
  );
}

/** For a status page that cannot be found: a link to it, and a bug report that helps to find it again. */
function MovedPage({ status, verdict }: RowProps) {
  const { t, now } = useSpeech();
  const { options, version, log, copy } = usePopup();
  const address = movedPage(status, verdict);
  if (address === null) return null;
  const { name } = assistantOf(verdict.assistantId);
  return (
    <div className="actions">
      <a
        className="button small"
        href={address}
        target="_blank"
        rel="noopener noreferrer"
        aria-label={t('popup_moved_open_for', name)}
      >
        {t('popup_moved_open')}
      </a>
      <CopyButton
        label={t('popup_why_report')}
        text={bugReport(status, options.watched, { version, log }, now)}
        copy={copy}
      />
    </div>
  );
}

interface RowStateProps extends RowProps {
  isReasonShown: boolean;
}

/** The current state of one assistant: since when, what its provider does, and what that means for the user. */
function RowState({ status, verdict, isReasonShown }: RowStateProps) {
  const speech = useSpeech();
  const { t, now } = speech;
  const { opened, snooze } = usePopup();
  const { id, name } = assistantOf(verdict.assistantId);
  const episode = status.episodes[id] ?? null;
  const since = isPast(status, verdict) ? null : sinceOf(status, verdict, speech);
  const headStart = episode !== null && needsHelp(status, verdict) ? headStartWords(episode, speech) : null;
  return (
    <>
      {isSnoozed(status, id, now) && (
        <UndoRow
          text={t('popup_snoozed', clockTime(status.snoozes[id] ?? 0, speech))}
          label={t('popup_snooze_end')}
          name={t('popup_snooze_end_for', name)}
          onBack={() => snooze(id, null)}
        />
      )}
      {since !== null && (
        <p className="quiet">
          <TimedText value={since} />
        </p>
      )}
      {headStart !== null && <p className="quiet">{headStart}</p>}
      {rowSentences(status, verdict, { isOpen: opened.has(id), isReasonShown }, speech).map((sentence) => (
        <p key={sentence}>{sentence}</p>
      ))}
    </>
  );
}

/** How long such outages lasted before. */
function Experience({ status, verdict }: RowProps) {
  const speech = useSpeech();
  const { assistantId } = verdict;
  const [episode, past] = [status.episodes[assistantId], status.past[assistantId]];
  if (episode === undefined || past === undefined || !needsHelp(status, verdict)) return null;
  const words = experienceWords(experienceOf(past, episode.peak), speech);
  return words === null ? null : <p className="quiet">{words}</p>;
}

/** When the page was last read, and in an open row which page that is. */
function RowSource({ status, verdict }: RowProps) {
  const speech = useSpeech();
  const { opened } = usePopup();
  const assistant = assistantOf(verdict.assistantId);
  const isOpen = opened.has(assistant.id);
  if (!isOpen && !showsChecked(verdict)) return null;
  const link = statusLinkOf(status, assistant);
  return (
    <p className="meta">
      {currentPageOf(status, assistant) !== null && <TimedText value={checkedOf(status, verdict, speech)} />}
      {isOpen && link !== null && <OutsideLink url={link}>{new URL(link).host}</OutsideLink>}
    </p>
  );
}

interface AssistantRowProps extends RowProps {
  /** Whether the reason for an unknown verdict is shown above all rows, because several have the same. */
  isReasonShown: boolean;
}

/** One watched assistant: its level, below it what matters now, and the rest once the row is opened. */
export function AssistantRow({ status, verdict, isReasonShown }: AssistantRowProps) {
  const id = useId();
  const t = useT();
  const { access, opened, toggle } = usePopup();
  const assistant = assistantOf(verdict.assistantId);
  const isOpen = opened.has(assistant.id);
  const isLastKnown = isPast(status, verdict);
  const level = t(verdict.suspicion === null ? `level_${verdict.level}` : 'verdict_suspected');
  const hosts = verdict.reason === 'not_allowed' ? missingHosts(assistant, access) : null;
  return (
    <li
      className="row"
      data-assistant={assistant.id}
      data-verdict={verdict.kind}
      data-level={verdict.level}
      data-past={isLastKnown || undefined}
    >
      <h2>
        <button
          type="button"
          className="opener"
          aria-expanded={isOpen}
          aria-controls={id}
          onClick={() => toggle(assistant.id)}
        >
          <SignIcon sign={isLastKnown ? 'offline' : signOf(verdict)} />
          <AssistantMark assistant={assistant} />
          <span className="name">{assistant.name}</span>
          <span className="level">{isLastKnown ? t('popup_last_known', level) : level}</span>
          <Chevron />
        </button>
      </h2>
      <div id={id} className="row-body">
        <RowState status={status} verdict={verdict} isReasonShown={isReasonShown || hosts !== null} />
        <MovedPage status={status} verdict={verdict} />
        {hosts !== null && <AccessRequest assistantId={assistant.id} hosts={hosts} />}
        <ProviderPost verdict={verdict} />
        <Experience status={status} verdict={verdict} />
        <RecoveryAlert status={status} verdict={verdict} />
        <RowActions status={status} verdict={verdict} />
        <OtherPosts status={status} verdict={verdict} />
        {isOpen && <RowDetails status={status} verdict={verdict} />}
        <RowSource status={status} verdict={verdict} />
      </div>
    </li>
  );
}
