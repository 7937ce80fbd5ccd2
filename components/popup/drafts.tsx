import { CopyButton } from '@/components/controls';
import { TimedText } from '@/components/small';
import { extentWords } from '@/utils/i18n/conversation-words';
import { clockTime, plural, sentences } from '@/utils/i18n/moments';
import type { DraftTransfer } from '@/utils/model/drafts';
import { isInTrouble } from '@/utils/model/status';
import { expiresAt } from '@/utils/rules/fallbacks/drafts';
import {
  type KeptDraftView,
  keptDraftsView,
  type WaitingDraftView,
  waitingDraftsView,
} from '@/utils/ui/kept-drafts-view';
import { useSpeech } from '@/utils/ui/page-context';
import { assistantOf } from '@/utils/ui/page-registry';
import { usePopup } from '@/utils/ui/popup/context';
import { fallbackName } from '@/utils/ui/popup/fallbacks';
import { pendingDrafts } from '@/utils/ui/popup/state';
import { type Timed, timed } from '@/utils/ui/text';

interface DraftLineProps {
  said: Timed;
  /** A second fact about it. */
  note: string | null;
  text: string;
  /** The name of the button that discards it, where the line has to be told from others. */
  discardName: string | undefined;
  /** Lets it wait until the assistant is back, where that is offered. */
  keep?: { label: string; run: () => void } | null;
  onDiscard: () => void;
}

/** A draft to be copied or discarded. Its text is not shown. */
function DraftLine({ said, note, text, discardName, keep = null, onDiscard }: DraftLineProps) {
  const { t } = useSpeech();
  const { copy } = usePopup();
  return (
    <div className="draft">
      <p>
        <TimedText value={said} />
        {note !== null && <span className="note">{note}</span>}
      </p>
      <CopyButton label={t('popup_transfer_copy')} text={text} copy={copy} />
      {keep !== null && (
        <button type="button" className="button plain" onClick={keep.run}>
          {keep.label}
        </button>
      )}
      <button type="button" className="button plain" aria-label={discardName} onClick={onDiscard}>
        {t('popup_transfer_discard')}
      </button>
    </div>
  );
}

/** A transferred draft that may not have arrived. */
function PendingDraft({ transfer }: { transfer: DraftTransfer }) {
  const speech = useSpeech();
  const { t } = speech;
  const { options, discardTransfer } = usePopup();
  const until = expiresAt(transfer);
  const time = clockTime(until, speech);
  const name = fallbackName(transfer.to, options);
  const { from, hasFiles, conversation } = transfer;
  const said =
    name === null
      ? t('popup_transfer_plain', time)
      : t(conversation === undefined ? 'popup_transfer' : 'popup_transfer_conversation', name, time);
  const notes = [
    ...(conversation === undefined ? [] : [extentWords('included', conversation, name ?? '', speech)]),
    ...(hasFiles && from !== 'sample' ? [t('transfer_files_stay', assistantOf(from).name)] : []),
  ];
  return (
    <DraftLine
      said={timed(said, until, speech)}
      note={sentences(notes, speech)}
      text={transfer.text}
      discardName={name === null ? undefined : t('kept_discard_for', name, clockTime(transfer.startedAt, speech))}
      onDiscard={() => discardTransfer(transfer.id)}
    />
  );
}

function SavedDraft({ draft: { assistantId, tabId, name, at, text, isCut } }: { draft: KeptDraftView }) {
  const speech = useSpeech();
  const { t } = speech;
  const { status, discardKept, changeWaiting } = usePopup();
  const onKeep = isInTrouble(status, assistantId)
    ? { label: t('waiting_let', name), run: () => changeWaiting({ assistantId, tabId, at }, 'keep') }
    : null;
  const time = clockTime(at, speech);
  return (
    <DraftLine
      said={timed(t('kept_said', name, time), at, speech)}
      note={isCut ? t('kept_cut') : null}
      text={text}
      keep={onKeep}
      discardName={t('kept_discard_for', name, time)}
      onDiscard={() => discardKept({ assistantId, at })}
    />
  );
}

/** A draft that waits for its assistant. Only its first words are shown. */
function WaitingDraft({ draft }: { draft: WaitingDraftView }) {
  const speech = useSpeech();
  const { t } = speech;
  const { status, copy, changeWaiting } = usePopup();
  const { assistantId, tabId, name, at, text, firstWords, isFillable, isContained } = draft;
  const key = { assistantId, tabId, at };
  const canFill = isFillable && status.verdicts[assistantId]?.kind === 'up';
  const time = clockTime(at, speech);
  return (
    <div className="draft">
      <p>
        <TimedText value={timed(t('waiting_for', name), at, speech)} />
        <span className="first-words" dir="auto" data-unsaved="">
          {firstWords}
        </span>
      </p>
      {canFill && (
        <button
          type="button"
          className="button small"
          aria-label={t('waiting_fill_for', name, time)}
          onClick={() => changeWaiting(key, 'fill')}
        >
          {t('waiting_fill')}
        </button>
      )}
      {(!canFill || isContained) && <CopyButton label={t('popup_transfer_copy')} text={text} copy={copy} />}
      <button
        type="button"
        className="button plain"
        aria-label={t('kept_discard_for', name, time)}
        onClick={() => changeWaiting(key, 'discard')}
      >
        {t('popup_transfer_discard')}
      </button>
    </div>
  );
}

/** The drafts that wait for an assistant. Several are behind their number. */
function WaitingDrafts() {
  const speech = useSpeech();
  const waiting = waitingDraftsView(usePopup(), speech);
  const [first, ...others] = waiting;
  if (first === undefined) return null;
  const lines = waiting.map((draft) => (
    <WaitingDraft key={`${draft.assistantId} ${draft.tabId} ${draft.at}`} draft={draft} />
  ));
  return (
    <section className="drafts">
      {others.length === 0 ? (
        lines
      ) : (
        <details>
          <summary>{plural('waiting_count', waiting.length, speech)}</summary>
          {lines}
        </details>
      )}
    </section>
  );
}

/** Drafts that wait, and all others that can be restored. */
export function Drafts() {
  return (
    <>
      <WaitingDrafts />
      <RestorableDrafts />
    </>
  );
}

/** All drafts that can be restored: those that were transferred, then those that were saved. Several are behind a count. */
function RestorableDrafts() {
  const speech = useSpeech();
  const { transfers, isPrivate, kept } = usePopup();
  const pending = pendingDrafts(transfers, isPrivate === true, speech.now);
  const saved = keptDraftsView(kept, speech);
  const count = pending.length + saved.length;
  if (count === 0) return null;
  const lines = (
    <>
      {pending.map((transfer) => (
        <PendingDraft key={transfer.id} transfer={transfer} />
      ))}
      {saved.map((draft) => (
        <SavedDraft key={`${draft.assistantId} ${draft.at}`} draft={draft} />
      ))}
    </>
  );
  if (count === 1) return <section className="drafts">{lines}</section>;
  return (
    <section className="drafts">
      <details>
        <summary>{plural('popup_drafts', count, speech)}</summary>
        {lines}
      </details>
    </section>
  );
}
