import type { Place } from '@/utils/ui/options/place-in';
import { MoveButton } from './move-button';
import type { DragHandle } from './use-drag';

interface Props {
  /** Of what is moved. */
  id: string;
  place: Place;
  handle: DragHandle;
  onMove: (by: -1 | 1) => void;
}

/** Puts one thing elsewhere in an order: by button, or by the grip for whoever has a pointer. */
export function OrderButtons({ id, place, handle, onMove }: Props) {
  return (
    <span className="moves">
      <MoveButton id={`${id} -1`} move={place.up} isUp onClick={() => onMove(-1)} />
      <MoveButton id={`${id} 1`} move={place.down} isUp={false} onClick={() => onMove(1)} />
      <span className="grip" aria-hidden="true" {...handle}>
        <svg viewBox="0 0 12 12" width="12" height="12" fill="currentColor" aria-hidden="true">
          <path d="M3 2h2v2H3zm4 0h2v2H7zM3 5h2v2H3zm4 0h2v2H7zM3 8h2v2H3zm4 0h2v2H7z" />
        </svg>
      </span>
    </span>
  );
}

/** Where the focus belongs after one was moved. */
export const moveButtonOf = (id: string, by: -1 | 1): string => `[data-move="${id} ${by}"]`;
