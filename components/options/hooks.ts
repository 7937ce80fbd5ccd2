import { type PointerEvent, type RefObject, useEffect, useRef, useState } from 'react';

/** The index of the dragged item, and the index at which it would be dropped. */
interface Drag {
  from: number;
  to: number;
}

/** The index of the list item that is nearest to a vertical position. */
function placeAt(list: HTMLElement, y: number): number {
  const middles = [...list.children].map((child) => {
    const { top, height } = child.getBoundingClientRect();
    return top + height / 2;
  });
  return middles.reduce((best, middle, index) => {
    return Math.abs(middle - y) < Math.abs((middles[best] ?? 0) - y) ? index : best;
  }, 0);
}

/** Reordering by dragging, for pointer users; buttons and keys do the same for all. A canceled drag moves nothing. */
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
  /** How an item takes part in the drag: it is dragged, or the dragged item would be dropped before or after it. */
  const look = (index: number): 'dragged' | 'before' | 'after' | undefined => {
    if (drag === null) return undefined;
    if (index === drag.from) return 'dragged';
    if (index !== drag.to) return undefined;
    return drag.to < drag.from ? 'before' : 'after';
  };
  return { handle, look };
}

/** A press that changes the order. The new order comes through storage, a moment later. */
interface Pressed {
  /** The order before the press. */
  order: string;
  id: string;
  /** The element that gets the focus, or its selector in the list. */
  focus: string | HTMLElement;
}

/**
 * Keeps the focus on the pressed control when a list is reordered, and announces the new position of the moved item. An
 * element loses the focus when it is moved in the page or removed. `positionOf` names the position of an item; empty when
 * the item is gone.
 */
export function useKeptFocus(list: RefObject<HTMLElement | null>, order: string, positionOf: (id: string) => string) {
  const pressed = useRef<Pressed | null>(null);
  const [announcement, setAnnouncement] = useState('');
  useEffect(() => {
    const press = pressed.current;
    if (press === null || press.order === order) return;
    pressed.current = null;
    const { focus } = press;
    const target = typeof focus === 'string' ? (list.current?.querySelector<HTMLElement>(focus) ?? null) : focus;
    // Nothing in a closed list can be focused.
    const folded = target?.closest('details') ?? null;
    if (folded !== null) folded.open = true;
    target?.focus();
    setAnnouncement(positionOf(press.id));
  });
  const press = (id: string, focus: string | HTMLElement) => {
    pressed.current = { order, id, focus };
  };
  return { announcement, press };
}
