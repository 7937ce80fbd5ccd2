import { useEffect, useId, useState } from 'react';
import { AssistantMark } from '@/components/assistant-mark';
import { UndoRow } from '@/components/controls';
import { SecondOpinion } from '@/components/second-opinion';
import { Chevron, LimitLine, SignIcon, TimedText } from '@/components/small';
import { clockTime } from '@/utils/i18n/moments';
import { experienceWords, headStartWords, stateLabel } from '@/utils/i18n/verdict-words';
import { type BlindSpot, isAboutReading } from '@/utils/model/blind-spot';
import { currentLimit } from '@/utils/model/limit';
import { NOT_ASKED } from '@/utils/model/opinion';
import { currentPageOf, isSnoozed } from '@/utils/model/status';
import { signOf } from '@/utils/model/verdict';
import { experienceOf } from '@/utils/rules/history/past';
import { askableSources } from '@/utils/ui/ask-others';
import { useSpeech, useT } from '@/utils/ui/page-context';
import { assistantOf } from '@/utils/ui/page-registry';
import { missingHosts } from '@/utils/ui/popup/access';
import { usePopup } from '@/utils/ui/popup/context';
import { checkedOf, factsOf, isPast, movedPage, needsHelp, rowSentences, showsChecked } from '@/utils/ui/popup/row';
import { AccessRequest } from './links';
import { PanelStrip } from './past-strip';
import { OtherPosts, ProviderPost } from './posts';
import { RecoveryAlert, RowActions } from './row-actions';
import type { RowProps } from './row-details';
import { ReportLink, SpotLine } from './spots';

/** Whether others are affected too, while an issue is only possible. */
function OthersOpinion({ status, verdict }: RowProps) {
  const { options, opinions, ask } = usePopup();
  const { id, name } = assistantOf(verdict.assistantId);
  if (verdict.kind !== 'suspected' || isPast(status, verdict)) return null;
  return (
    <SecondOpinion
      name={name}
      sources={askableSources(id, options)}
      opinion={opinions[id] ?? NOT_ASKED}
      onAsk={() => ask(id)}
      isInRow
    />
  );
}

type Details = typeof import('./row-details');

let loaded: Details | null = null;

/** Loads what an open row shows. */
export async function loadRowDetails(): Promise<Details> {
  loaded ??= await import('./row-details');
  return loaded;
}

/**
 * The details of an open row. They are loaded when the first row is opened, so that the list does not wait for them. React's
 * `lazy` would hide them for 300 ms, its shortest time between two changes of what a Suspense shows.
 */
function RowDetailsLater(props: RowProps) {
  const [details, setDetails] = useState(loaded);
  useEffect(() => void loadRowDetails().then(setDetails), []);
  return details === null ? null : <details.RowDetails {...props} />;
}

/** For a status page that cannot be found: a link to it, and a bug report that helps to find it again. */
function MovedPage({ status, verdict }: RowProps) {
  const t = useT();
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
      <ReportLink className="button small" />
    </div>
  );
}

interface RowStateProps extends RowProps {
  isReasonShown: boolean;
  isDescribed: boolean;
}

/** The current state of one assistant: since when, what its provider does, and what that means for the user. */
function RowState({ status, verdict, isReasonShown, isDescribed }: RowStateProps) {
  const speech = useSpeech();
  const { t, now } = speech;
  const { opened, snooze } = usePopup();
  const { id, name } = assistantOf(verdict.assistantId);
  const episode = status.episodes[id] ?? null;
  const facts = isDescribed || isPast(status, verdict) ? null : factsOf(status, verdict, speech);
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
      {facts !== null && (
        <p className="quiet">
          <TimedText value={facts} />
        </p>
      )}
      {headStart !== null && <p className="quiet">{headStart}</p>}
      {rowSentences(status, verdict, { isOpen: opened.has(id), isReasonShown, isDescribed }, speech).map((sentence) => (
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

/** When the page was last read. The link to the page is in the open row. */
function RowChecked({ status, verdict, isReasonShown }: RowProps & { isReasonShown: boolean }) {
  const speech = useSpeech();
  const { opened } = usePopup();
  const assistant = assistantOf(verdict.assistantId);
  // The head of the page says when, or the head of the row that there was no check yet.
  const isSaidAbove = (isReasonShown && !opened.has(assistant.id)) || verdict.reason === 'not_read_yet';
  const isShown = opened.has(assistant.id) || showsChecked(verdict);
  if (!isShown || isSaidAbove || currentPageOf(status, assistant) === null) return null;
  return (
    <p className="meta">
      <TimedText value={checkedOf(status, verdict, speech)} />
    </p>
  );
}

/** The start of an outage that is not the worst one. The rest is shown once its row is opened. */
function BriefState({ status, verdict }: RowProps) {
  const facts = factsOf(status, verdict, useSpeech());
  if (facts === null || isPast(status, verdict)) return null;
  return (
    <p className="quiet">
      <TimedText value={facts} />
    </p>
  );
}

interface RowBodyProps extends RowStateProps {
  /** Its first blind spot that the user has not dismissed; null if there is none. */
  spot: BlindSpot | null;
}

/** What matters now, and in an open row everything else. */
function RowBody({ status, verdict, spot: found, isReasonShown, isDescribed }: RowBodyProps) {
  const { now } = useSpeech();
  const { access, opened, changeLimit } = usePopup();
  const assistant = assistantOf(verdict.assistantId);
  const isOpen = opened.has(assistant.id);
  const limit = currentLimit(status, assistant.id, now);
  const hosts = verdict.reason === 'not_allowed' ? missingHosts(assistant, access) : null;
  // The request for access says the same, with its button.
  const spot = hosts !== null && found?.kind === 'page_access_lost' ? null : found;
  return (
    <>
      <RowState
        status={status}
        verdict={verdict}
        isReasonShown={isReasonShown || hosts !== null || (spot !== null && isAboutReading(spot))}
        isDescribed={isDescribed}
      />
      {spot !== null && <SpotLine spot={spot} status={status} />}
      <MovedPage status={status} verdict={verdict} />
      {hosts !== null && <AccessRequest assistantId={assistant.id} hosts={hosts} />}
      <ProviderPost verdict={verdict} />
      {isOpen && <Experience status={status} verdict={verdict} />}
      {limit !== null && (
        <LimitLine limit={limit} name={assistant.name} onDo={(does) => changeLimit(assistant.id, does)} />
      )}
      <RecoveryAlert status={status} verdict={verdict} />
      <RowActions status={status} verdict={verdict} isDescribed={isDescribed} />
      <OthersOpinion status={status} verdict={verdict} />
      {(isOpen || verdict.kind === 'unknown') && <OtherPosts status={status} verdict={verdict} />}
      {isOpen ? (
        <RowDetailsLater status={status} verdict={verdict} />
      ) : (
        <PanelStrip status={status} assistant={assistant} />
      )}
      <RowChecked status={status} verdict={verdict} isReasonShown={isReasonShown} />
    </>
  );
}

interface AssistantRowProps extends RowProps, Pick<RowBodyProps, 'spot'> {
  /** Whether the reason for an unknown verdict is shown above all rows, because several have the same. */
  isReasonShown: boolean;
  /** Whether the head of the page describes its issue. */
  isDescribed: boolean;
  /** Whether another assistant has a worse issue, so that this one gets one line until its row is opened. */
  isBrief: boolean;
}

/** One watched assistant: its level, below it what matters now, and the rest once the row is opened. */
export function AssistantRow({ status, verdict, spot, isReasonShown, isDescribed, isBrief }: AssistantRowProps) {
  const id = useId();
  const speech = useSpeech();
  const { opened, toggle } = usePopup();
  const assistant = assistantOf(verdict.assistantId);
  const isOpen = opened.has(assistant.id);
  const isLastKnown = isPast(status, verdict);
  const level = stateLabel(verdict, speech);
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
          <span className="level">{isLastKnown ? speech.t('popup_last_known', level) : level}</span>
          <Chevron />
        </button>
      </h2>
      <div id={id} className="row-body">
        {isBrief && !isOpen && verdict.kind === 'trouble' ? (
          <BriefState status={status} verdict={verdict} />
        ) : (
          <RowBody
            status={status}
            verdict={verdict}
            spot={spot}
            isReasonShown={isReasonShown}
            isDescribed={isDescribed}
          />
        )}
      </div>
    </li>
  );
}
