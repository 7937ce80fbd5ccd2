import { useId, useState } from 'react';
import { AssistantMark, LetterMark } from '@/components/assistant-mark';
import { Chevron, Cross } from '@/components/small';
import { parseFallbackId } from '@/utils/model/fallback';
import type { PlannedFallback } from '@/utils/ui/options/plan-b';
import { useOptions } from '@/utils/ui/options/store';
import { useSpeech, useT } from '@/utils/ui/page-context';
import { wideOf } from '@/utils/ui/text';
import { SortableRow, type Sorting } from './sorting';

const DRAFTS_IN_SHORT = {
  plan_b_filled: 'plan_b_drafts_filled',
  plan_b_fill_address: 'plan_b_drafts_address',
  plan_b_fill_why: 'plan_b_drafts_copied',
} as const;

/** How a draft gets to the fallback, and the button that lets Understudy fill it in. */
export function DraftChoice({ fallback }: { fallback: PlannedFallback }) {
  const speech = useSpeech();
  const { t } = speech;
  const { allowFilling } = useOptions();
  const { id, host, assistant, draftKey, canBeAllowed } = fallback;
  const wide = canBeAllowed && assistant !== null ? wideOf(assistant.id, speech) : null;
  return (
    <>
      {draftKey !== null && (
        <p className="quiet said">
          {t(draftKey)} <a href="#permissions">{t('sites')}</a>
        </p>
      )}
      {canBeAllowed && (
        <div className="actions">
          <button type="button" className="button small" onClick={() => allowFilling(id)}>
            {t('plan_b_fill', host ?? '')}
          </button>
        </div>
      )}
      {canBeAllowed && assistant !== null && <p className="quiet said">{t('plan_b_grants')}</p>}
      {wide !== null && <p className="quiet said">{wide}</p>}
    </>
  );
}

interface RemoveButtonProps {
  fallback: PlannedFallback;
  onRemove: () => void;
}

function RemoveButton({ fallback: { id, name }, onRemove }: RemoveButtonProps) {
  const t = useT();
  // A custom chat exists only in Plan B; anything else only leaves it.
  const label = t(parseFallbackId(id).kind === 'own' ? 'plan_b_remove_for' : 'plan_b_leave_out_for', name);
  return (
    <button type="button" className="icon-button" aria-label={label} title={label} data-leave onClick={onRemove}>
      <Cross />
    </button>
  );
}

/** Whether the user is signed in there. Empty for a fallback without an account. */
function SignedIn({ fallback: { assistant, name } }: { fallback: PlannedFallback }) {
  const t = useT();
  const { options, setSignedIn } = useOptions();
  if (assistant === null) return <span className="fact" />;
  const isSignedIn = options.signedIn.includes(assistant.id);
  return (
    <label className="check-box fact">
      <input
        type="checkbox"
        checked={isSignedIn}
        aria-label={t('plan_b_signed_in_for', name)}
        onChange={() => setSignedIn(assistant.id, !isSignedIn)}
      />
      {t('plan_b_signed_in')}
    </label>
  );
}

function FallbackMark({ fallback: { assistant, name } }: { fallback: PlannedFallback }) {
  return assistant === null ? <LetterMark name={name} /> : <AssistantMark assistant={assistant} />;
}

interface FallbackRowProps {
  fallback: PlannedFallback;
  index: number;
  sorting: Sorting<PlannedFallback['id']>;
  onRemove: () => void;
}

/** One fallback of Plan B in one line; how a draft gets there opens below it. */
function FallbackRow({ fallback, index, sorting, onRemove }: FallbackRowProps) {
  const t = useT();
  const id = useId();
  const { preset } = useOptions();
  const [isOpen, setOpen] = useState(false);
  const { name, host, assistant, draftKey, isRemovable } = fallback;
  return (
    <SortableRow
      item={fallback}
      index={index}
      sorting={sorting}
      isSortable={!preset.parts.includes('planB')}
      end={isRemovable ? <RemoveButton fallback={fallback} onRemove={onRemove} /> : <span className="icon-button" />}
      below={
        <div className="below" id={`${id}-drafts`}>
          {assistant?.statusPages.length === 0 && <p className="quiet said">{t('plan_b_no_status_page')}</p>}
          {isOpen && <DraftChoice fallback={fallback} />}
        </div>
      }
    >
      <span className="item-name">
        <FallbackMark fallback={fallback} />
        <h3 id={`${id}-name`}>{name}</h3>
        <span className="quiet said">{host ?? t('plan_b_on_machine')}</span>
      </span>
      {draftKey === null ? (
        <span className="fact" />
      ) : (
        <button
          id={`${id}-how`}
          type="button"
          className="fact fact-button"
          aria-labelledby={`${id}-name ${id}-how`}
          aria-expanded={isOpen}
          aria-controls={`${id}-drafts`}
          onClick={() => setOpen(!isOpen)}
        >
          {t(DRAFTS_IN_SHORT[draftKey])}
          <Chevron />
        </button>
      )}
      <SignedIn fallback={fallback} />
    </SortableRow>
  );
}

interface FallbackListProps {
  fallbacks: PlannedFallback[];
  sorting: Sorting<PlannedFallback['id']>;
}

/** The fallbacks in their order. */
export function FallbackList({ fallbacks, sorting }: FallbackListProps) {
  const { removeFallback } = useOptions();
  const remove = (id: PlannedFallback['id'], index: number) => {
    sorting.press(id, `.plan > li:nth-child(${Math.min(index + 1, fallbacks.length - 1)}) [data-leave]`);
    removeFallback(id);
  };
  return (
    <ol className="items plan" ref={sorting.list}>
      {fallbacks.map((fallback, index) => (
        <FallbackRow
          key={fallback.id}
          fallback={fallback}
          index={index}
          sorting={sorting}
          onRemove={() => remove(fallback.id, index)}
        />
      ))}
    </ol>
  );
}
