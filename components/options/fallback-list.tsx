import { useRef } from 'react';
import { AssistantMark } from '@/components/assistant-mark';
import { type FallbackId, parseFallbackId } from '@/utils/model/fallback';
import type { PlannedFallback } from '@/utils/ui/options/plan-b';
import { useOptions } from '@/utils/ui/options/store';
import { useSpeech, useT } from '@/utils/ui/page-context';
import { wideOf } from '@/utils/ui/text';
import { type DragHandle, useDrag, useKeptFocus } from './hooks';
import { moveButtonOf, OrderButtons, positionWords } from './order-buttons';

interface FallbackActionsProps {
  fallback: PlannedFallback;
  onRemove: () => void;
}

/** Allows filling drafts in, removes the fallback, and records whether the user is signed in there. */
function FallbackActions({ fallback, onRemove }: FallbackActionsProps) {
  const t = useT();
  const { options, allowFilling, setSignedIn } = useOptions();
  const { id, name, host, assistant, canBeAllowed, isRemovable } = fallback;
  // A custom chat exists only in Plan B; anything else only leaves it.
  const verb = parseFallbackId(id).kind === 'own' ? 'remove' : 'leave_out';
  const isSignedIn = assistant !== null && options.signedIn.includes(assistant.id);
  return (
    <div className="actions">
      {canBeAllowed && (
        <button type="button" className="button small" onClick={() => allowFilling(id)}>
          {t('plan_b_fill', host ?? '')}
        </button>
      )}
      {isRemovable && (
        <button
          type="button"
          className="button plain"
          aria-label={t(`plan_b_${verb}_for`, name)}
          data-leave
          onClick={onRemove}
        >
          {t(`plan_b_${verb}`)}
        </button>
      )}
      {assistant !== null && (
        <button
          type="button"
          role="switch"
          className="switch"
          aria-checked={isSignedIn}
          aria-label={t('plan_b_signed_in_for', name)}
          onClick={() => setSignedIn(assistant.id, !isSignedIn)}
        >
          <span>{t('plan_b_signed_in')}</span>
          <span className="track" aria-hidden="true" />
        </button>
      )}
    </div>
  );
}

interface FallbackRowProps {
  fallback: PlannedFallback;
  index: number;
  length: number;
  look: string | undefined;
  handle: DragHandle;
  onMove: (by: -1 | 1) => void;
  onRemove: () => void;
}

/** One fallback of Plan B: its page, and how a draft gets there. */
function FallbackRow({ fallback, index, length, look, handle, onMove, onRemove }: FallbackRowProps) {
  const speech = useSpeech();
  const { t } = speech;
  const { preset } = useOptions();
  const { id, name, host, assistant, draftKey, canBeAllowed } = fallback;
  const wide = canBeAllowed && assistant !== null ? wideOf(assistant.id, speech) : null;
  return (
    <li className="way" data-way={id} data-drag={look}>
      <div className="way-head">
        {assistant !== null && <AssistantMark assistant={assistant} />}
        <h3>{name}</h3>
        <span className="quiet said">{host ?? t('plan_b_on_machine')}</span>
        {!preset.parts.includes('planB') && (
          <OrderButtons place={{ id, name, index, length }} handle={handle} onMove={onMove} />
        )}
      </div>
      {assistant?.statusPages.length === 0 && <p className="quiet said">{t('plan_b_no_status_page')}</p>}
      {draftKey !== null && <p className="quiet said">{t(draftKey)}</p>}
      {wide !== null && <p className="quiet said">{wide}</p>}
      <FallbackActions fallback={fallback} onRemove={onRemove} />
    </li>
  );
}

/** The fallbacks in their order. */
export function FallbackList({ fallbacks }: { fallbacks: PlannedFallback[] }) {
  const speech = useSpeech();
  const { moveFallback, removeFallback } = useOptions();
  const list = useRef<HTMLOListElement>(null);
  const order = fallbacks.map(({ id }) => id).join();
  const { announcement, press } = useKeptFocus(list, order, (id) => positionWords(fallbacks, id, speech));
  const { handle, look } = useDrag(list, (from, by) => {
    const dragged = fallbacks[from];
    if (dragged !== undefined) moveFallback(dragged.id, by);
  });
  const move = (id: FallbackId, by: -1 | 1) => {
    press(id, moveButtonOf(id, by));
    moveFallback(id, by);
  };
  const remove = (id: FallbackId, index: number) => {
    press(id, `li:nth-child(${Math.min(index + 1, fallbacks.length - 1)}) [data-leave]`);
    removeFallback(id);
  };
  return (
    <>
      <ol className="plan" ref={list}>
        {fallbacks.map((fallback, index) => (
          <FallbackRow
            key={fallback.id}
            fallback={fallback}
            index={index}
            length={fallbacks.length}
            look={look(index)}
            handle={handle(index)}
            onMove={(by) => move(fallback.id, by)}
            onRemove={() => remove(fallback.id, index)}
          />
        ))}
      </ol>
      <p className="unseen" role="status">
        {announcement}
      </p>
    </>
  );
}
