import { formatCount } from '@/utils/i18n/moments';
import type { Speech } from '@/utils/i18n/speech';
import { useT } from '@/utils/ui/page-context';
import type { DragHandle } from './hooks';

interface MoveButtonProps {
  /** Tells the button apart, so that the focus returns to it after the move. */
  id: string;
  label: string;
  isUp: boolean;
  isPossible: boolean;
  onClick: () => void;
}

/** At the end of the list it is disabled by `aria-disabled` alone: the attribute `disabled` would take the focus away. */
function MoveButton({ id, label, isUp, isPossible, onClick }: MoveButtonProps) {
  return (
    <button
      type="button"
      className="button move"
      data-move={id}
      aria-label={label}
      title={label}
      aria-disabled={!isPossible}
      onClick={isPossible ? onClick : undefined}
    >
      <svg viewBox="0 0 12 12" width="12" height="12" aria-hidden="true">
        <path
          d={isUp ? 'M6 10V2M2.5 5.5 6 2l3.5 3.5' : 'M6 2v8M2.5 6.5 6 10l3.5-3.5'}
          fill="none"
          stroke="currentColor"
          strokeWidth="1.5"
          strokeLinecap="round"
          strokeLinejoin="round"
        />
      </svg>
    </button>
  );
}

/** An item of an ordered list. */
interface Place {
  id: string;
  name: string;
  index: number;
  length: number;
}

interface OrderButtonsProps {
  place: Place;
  handle: DragHandle;
  onMove: (by: -1 | 1) => void;
}

/** Moves one item of an ordered list: by button, or by the grip with a pointer. */
export function OrderButtons({ place, handle, onMove }: OrderButtonsProps) {
  const t = useT();
  const { id, name, index, length } = place;
  return (
    <span className="moves">
      <MoveButton
        id={`${id} -1`}
        label={t('order_up_for', name)}
        isUp
        isPossible={index > 0}
        onClick={() => onMove(-1)}
      />
      <MoveButton
        id={`${id} 1`}
        label={t('order_down_for', name)}
        isUp={false}
        isPossible={index < length - 1}
        onClick={() => onMove(1)}
      />
      <span className="grip" aria-hidden="true" {...handle}>
        <svg viewBox="0 0 12 12" width="12" height="12" fill="currentColor" aria-hidden="true">
          <path d="M3 2h2v2H3zm4 0h2v2H7zM3 5h2v2H3zm4 0h2v2H7zM3 8h2v2H3zm4 0h2v2H7z" />
        </svg>
      </span>
    </span>
  );
}

/** The selector of the button that moves an item. */
export const moveButtonOf = (id: string, by: -1 | 1): string => `[data-move="${id} ${by}"]`;

/** The position of an item in its list, "ChatGPT: 1 of 4"; empty when the item is gone. */
export function positionWords(items: readonly { id: string; name: string }[], id: string, speech: Speech): string {
  const index = items.findIndex((item) => item.id === id);
  const item = items[index];
  if (item === undefined) return '';
  return speech.t('order_position', item.name, formatCount(index + 1, speech), formatCount(items.length, speech));
}
