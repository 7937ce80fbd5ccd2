import { type PointerEvent, type RefObject, useState } from 'react';

/** One that is being dragged, and where it would come to stand. */
interface Drag {
  from: number;
  to: number;
}

/** The place in the list that a pointer is over. */
function placeAt(list: HTMLElement, y: number): number {
  const middles = [...list.children].map((child) => {
    const { top, height } = child.getBoundingClientRect();
    return top + height / 2;
  });
  return middles.reduce((best, middle, index) => {
    return Math.abs(middle - y) < Math.abs((middles[best] ?? 0) - y) ? index : best;
  }, 0);
}

/** An order made by dragging, for whoever has a pointer; buttons do the same for everybody. A cancelled one moves nothing. */
export function useDrag(list: RefObject<HTMLElement | null>, onDrop: (from: number, by: number) => void) {
  const [drag, setDrag] = useState<Drag | null>(null);
  const handle = (index: number) => ({
    onPointerDown(event: PointerEvent<HTMLElement>) {
      if (event.button !== 0) return;
      event.currentTarget.setPointerCapture(event.pointerId);
      setDrag({ from: index, to: index });
    },
    onPointerMove(event: PointerEvent<HTMLElement>) {
      if (drag === null || list.current === null) return;
      setDrag({ ...drag, to: placeAt(list.current, event.clientY) });
    },
    onPointerUp() {
      if (drag !== null && drag.to !== drag.from) onDrop(drag.from, drag.to - drag.from);
      setDrag(null);
    },
    onPointerCancel: () => setDrag(null),
  });
  /** How an item shows what would happen to it: it is dragged, or it gets a new neighbour before or after it. */
  const look = (index: number): 'dragged' | 'before' | 'after' | undefined => {
    if (drag === null) return undefined;
    if (index === drag.from) return 'dragged';
    if (index !== drag.to) return undefined;
    return drag.to < drag.from ? 'before' : 'after';
  };
  return { handle, look };
}

export type DragHandle = ReturnType<ReturnType<typeof useDrag>['handle']>;
