import { type RefObject, useEffect, useRef, useState } from 'react';

/** What was pressed in which order; the new order comes through storage, a moment later. */
interface Pressed {
  order: string;
  id: string;
  /** Where the focus belongs then, within the list. */
  focus: string;
}

/**
 * Whoever changes an order keeps their place in it, and hears where that is which was moved: an element that is put
 * elsewhere in the page, or taken out of it, loses the focus. `positionOf` says where one is, empty where it is not there.
 */
export function useKeptFocus(list: RefObject<HTMLElement | null>, order: string, positionOf: (id: string) => string) {
  const pressed = useRef<Pressed | null>(null);
  const [said, setSaid] = useState('');
  useEffect(() => {
    const press = pressed.current;
    if (press === null || press.order === order) return;
    pressed.current = null;
    const target = list.current?.querySelector<HTMLElement>(press.focus) ?? null;
    // What went into a list that is folded cannot be focused there.
    const folded = target?.closest('details') ?? null;
    if (folded !== null) folded.open = true;
    target?.focus();
    setSaid(positionOf(press.id));
  });
  const press = (id: string, focus: string) => {
    pressed.current = { order, id, focus };
  };
  return { said, press };
}
