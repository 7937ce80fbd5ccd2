import { CopyButton } from '@/components/controls';
import { TimedText } from '@/components/small';
import { clockTime, plural } from '@/utils/i18n/moments';
import type { DraftTransfer } from '@/utils/model/drafts';
import { keptUntil } from '@/utils/rules/fallbacks/drafts';
import { type KeptDraftView, keptDraftsView } from '@/utils/ui/kept-drafts-view';
import { useSpeech } from '@/utils/ui/page-context';
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
  discardName?: string;
  onDiscard: () => void;
}

/** A draft to be copied or discarded. Its text is not shown. */
function DraftLine({ said, note, text, discardName, onDiscard }: DraftLineProps) {
  const { t } = useSpeech();
  const { copy } = usePopup();
  return (
    <div className="draft">
      <p>
        <TimedText value={said} /> {note}
      </p>
      <CopyButton label={t('popup_carried_copy')} text={text} copy={copy} />
      <button type="button" className="button plain" aria-label={discardName} onClick={onDiscard}>
        {t('popup_carried_discard')}
      </button>
    </div>
  );
}

/** A transferred draft that may not have arrived. */
function PendingDraft({ transfer }: { transfer: DraftTransfer }) {
  const speech = useSpeech();
  const { t } = speech;
  const { options, discardTransfer } = usePopup();
  const until = keptUntil(transfer);
  const time = clockTime(until, speech);
  const name = fallbackName(transfer.to, options);
  const said = name === null ? t('popup_carried_plain', time) : t('popup_carried', name, time);
  return (
    <DraftLine
      said={timed(said, until, speech)}
      note={null}
      text={transfer.text}
      onDiscard={() => discardTransfer(transfer.id)}
    />
  );
}

function SavedDraft({ draft: { assistantId, name, at, text, isCut } }: { draft: KeptDraftView }) {
  const speech = useSpeech();
  const { t } = speech;
  const { discardKept } = usePopup();
  const time = clockTime(at, speech);
  return (
    <DraftLine
      said={timed(t('kept_said', name, time), at, speech)}
      note={isCut ? t('kept_cut') : null}
      text={text}
      discardName={t('kept_discard_for', name, time)}
      onDiscard={() => discardKept({ assistantId, at })}
    />
  );
}

/** All drafts that can be restored: those that were transferred, then those that were saved. Several are behind a count. */
export function Drafts() {
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
