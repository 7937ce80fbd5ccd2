import {
  type KeyboardEvent,
  type PointerEvent,
  type ReactNode,
  type RefObject,
  useEffect,
  useRef,
  useState,
} from 'react';
import { LineIcon } from '@/components/small';
import { formatCount } from '@/utils/i18n/moments';
import type { Speech } from '@/utils/i18n/speech';
import { useSpeech, useT } from '@/utils/ui/page-context';

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
function useDrag(list: RefObject<HTMLElement | null>, onDrop: (from: number, by: number) => void) {
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
function useKeptFocus(list: RefObject<HTMLElement | null>, order: string, positionOf: (id: string) => string) {
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

interface Item {
  id: string;
  name: string;
}

/** The selector of the button that moves an item. */
const moveButtonOf = (id: string, by: -1 | 1): string => `[data-move="${id} ${by}"]`;

/** The position of an item in its list, "ChatGPT: 1 of 4"; empty when the item is gone. */
function positionWords(items: readonly Item[], id: string, speech: Speech): string {
  const index = items.findIndex((item) => item.id === id);
  const item = items[index];
  if (item === undefined) return '';
  return speech.t('order_position', item.name, formatCount(index + 1, speech), formatCount(items.length, speech));
}

const STEPS: Readonly<Record<string, -1 | 1>> = { ArrowUp: -1, ArrowDown: 1 };

/** How far a key moves the item that contains the focus: Alt+ArrowUp by -1, Alt+ArrowDown by 1, others not at all. */
export function stepOfKey({
  key,
  altKey,
  ctrlKey,
  metaKey,
  shiftKey,
}: Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>): -1 | 1 | null {
  if (!altKey || ctrlKey || metaKey || shiftKey) return null;
  return STEPS[key] ?? null;
}

/**
 * Sorting of an ordered list, by button and by key for all, and by dragging for pointer users. `part` is the element in
 * which the focus is kept when items move.
 */
export function useSorting<Id extends string>(
  part: RefObject<HTMLElement | null>,
  items: readonly { id: Id; name: string }[],
  onMove: (id: Id, by: number) => void,
) {
  const speech = useSpeech();
  const list = useRef<HTMLOListElement>(null);
  const order = items.map(({ id }) => id).join();
  const { announcement, press } = useKeptFocus(part, order, (id) => positionWords(items, id, speech));
  const drag = useDrag(list, (from, by) => {
    const dragged = items[from];
    if (dragged !== undefined) onMove(dragged.id, by);
  });
  const move = (id: Id, by: -1 | 1) => {
    press(id, moveButtonOf(id, by));
    onMove(id, by);
  };
  const moveByKey = (id: Id, index: number) => (event: KeyboardEvent<HTMLElement>) => {
    const by = stepOfKey(event);
    if (by === null) return;
    event.preventDefault();
    if (items[index + by] === undefined) return;
    if (event.target instanceof HTMLElement) press(id, event.target);
    onMove(id, by);
  };
  return { ...drag, list, length: items.length, announcement, press, move, moveByKey };
}

export type Sorting<Id extends string> = ReturnType<typeof useSorting<Id>>;

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
      className="icon-button"
      data-move={id}
      aria-label={label}
      title={label}
      aria-disabled={!isPossible}
      onClick={isPossible ? onClick : undefined}
    >
      <LineIcon d={isUp ? 'M6 10V2M2.5 5.5 6 2l3.5 3.5' : 'M6 2v8M2.5 6.5 6 10l3.5-3.5'} />
    </button>
  );
}

interface SortableRowProps<Id extends string> {
  item: { id: Id; name: string };
  index: number;
  sorting: Sorting<Id>;
  /** False where an organization has set the order. */
  isSortable: boolean;
  /** The control at the end of the line. */
  end: ReactNode;
  /** What stands below the line. */
  below?: ReactNode;
  children: ReactNode;
}

/** One line of an ordered list, with a grip to drag it and buttons to move it. Keys move it from each of its controls. */
export function SortableRow<Id extends string>(props: SortableRowProps<Id>) {
  const { item, index, sorting, isSortable, end, below, children } = props;
  const { id, name } = item;
  const t = useT();
  return (
    <li
      className="item"
      data-item={id}
      data-drag={sorting.look(index)}
      onKeyDown={isSortable ? sorting.moveByKey(id, index) : undefined}
    >
      {isSortable && (
        <button
          type="button"
          className="grip"
          aria-label={t('order_grip_for', name)}
          aria-keyshortcuts="Alt+ArrowUp Alt+ArrowDown"
          title={t('order_grip_how')}
          {...sorting.handle(index)}
        >
          <svg viewBox="0 0 12 12" width="12" height="12" fill="currentColor" aria-hidden="true">
            <path d="M3 2h2v2H3zm4 0h2v2H7zM3 5h2v2H3zm4 0h2v2H7zM3 8h2v2H3zm4 0h2v2H7z" />
          </svg>
        </button>
      )}
      {children}
      {isSortable && (
        <span className="moves">
          <MoveButton
            id={`${id} -1`}
            label={t('order_up_for', name)}
            isUp
            isPossible={index > 0}
            onClick={() => sorting.move(id, -1)}
          />
          <MoveButton
            id={`${id} 1`}
            label={t('order_down_for', name)}
            isUp={false}
            isPossible={index < sorting.length - 1}
            onClick={() => sorting.move(id, 1)}
          />
        </span>
      )}
      {end}
      {below}
    </li>
  );
}
