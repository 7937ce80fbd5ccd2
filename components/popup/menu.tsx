import { type KeyboardEvent, type ReactNode, useEffect, useId, useRef, useState } from 'react';

interface MenuItem {
  key: string;
  text: string;
  /** The text together with its subject, for screen readers. */
  name?: string;
  /** What to know before choosing it. */
  note?: string | null;
  isDisabled?: boolean;
  onChoose: () => void;
}

interface MenuButtonProps {
  className: string;
  /** The accessible name, where the content does not say it. */
  name?: string;
  children: ReactNode;
  items: readonly MenuItem[];
}

const STEPS: Readonly<Record<string, (at: number, count: number) => number>> = {
  ArrowDown: (at, count) => (at + 1) % count,
  ArrowUp: (at, count) => (at - 1 + count) % count,
  Home: () => 0,
  End: (_, count) => count - 1,
};

const entriesOf = (menu: HTMLElement | null): HTMLElement[] => [
  ...(menu?.querySelectorAll<HTMLElement>('[role="menuitem"]') ?? []),
];

/** A button that opens a menu, as in https://www.w3.org/WAI/ARIA/apg/patterns/menu-button/. */
export function MenuButton({ className, name, children, items }: MenuButtonProps) {
  const id = useId();
  const button = useRef<HTMLButtonElement>(null);
  const menu = useRef<HTMLDivElement>(null);
  /** The item that gets the focus when the menu opens; null while it is closed. */
  const [start, setStart] = useState<'first' | 'last' | null>(null);
  const isOpen = start !== null;

  useEffect(() => {
    if (start === null) return;
    const list = menu.current;
    entriesOf(list)
      .at(start === 'first' ? 0 : -1)
      ?.focus();
    const close = ({ target }: PointerEvent) => {
      if (target instanceof Node && !list?.contains(target) && !button.current?.contains(target)) setStart(null);
    };
    addEventListener('pointerdown', close);
    return () => removeEventListener('pointerdown', close);
  }, [start]);

  const close = () => {
    button.current?.focus();
    setStart(null);
  };
  const openByArrow = (event: KeyboardEvent) => {
    if (event.key !== 'ArrowDown' && event.key !== 'ArrowUp') return;
    event.preventDefault();
    setStart(event.key === 'ArrowDown' ? 'first' : 'last');
  };
  const move = (event: KeyboardEvent) => {
    // The next element in the order of tabs is the one after the button.
    if (event.key === 'Tab') close();
    if (event.key === 'Escape') {
      // Chromium closes the popup window otherwise.
      event.preventDefault();
      event.stopPropagation();
      close();
    }
    const step = STEPS[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const all = entriesOf(menu.current);
    const at = all.findIndex((entry) => entry.matches(':focus'));
    all[step(at, all.length)]?.focus();
  };
  return (
    <div className="menu-place">
      <button
        ref={button}
        type="button"
        className={className}
        aria-label={name}
        title={name}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setStart(isOpen ? null : 'first')}
        onKeyDown={isOpen ? undefined : openByArrow}
      >
        {children}
      </button>
      {isOpen && (
        <div ref={menu} id={id} className="menu" role="menu" aria-label={name} onKeyDown={move}>
          {items.map(({ key, text, name: itemName, note = null, isDisabled = false, onChoose }) => (
            <button
              key={key}
              type="button"
              role="menuitem"
              tabIndex={-1}
              aria-label={itemName}
              aria-disabled={isDisabled || undefined}
              onClick={() => {
                if (isDisabled) return;
                close();
                onChoose();
              }}
            >
              <span>{text}</span>
              {note !== null && <span className="quiet said">{note}</span>}
            </button>
          ))}
        </div>
      )}
    </div>
  );
}
