const CONTROLS = 'a[href], button, input, select, textarea, summary, [tabindex="0"]';
/** The part of a page in which a removed control is replaced, such as by the button that undoes what it did. */
const PARTS = '[data-assistant], li, section, main';

const controlsIn = (element: Element): HTMLElement[] => [...element.querySelectorAll<HTMLElement>(CONTROLS)];
const canFocus = (element: HTMLElement): boolean =>
  element.isConnected && element.checkVisibility() && !element.matches(':disabled, [inert] *');

/** Where the focus was, and what was around it. */
interface Place {
  focused: HTMLElement;
  /** All controls of the page, in their order. */
  controls: HTMLElement[];
  /** The parts of the page around it, innermost first. */
  parts: Element[];
}

function placeOf(focused: HTMLElement, root: HTMLElement): Place {
  const parts: Element[] = [];
  for (let part = focused.closest(PARTS); part !== null; part = part.parentElement?.closest(PARTS) ?? null) {
    parts.push(part);
  }
  return { focused, controls: controlsIn(root), parts: [...parts, root] };
}

/** The control that came in place of the removed one; else the next one in the order of the page, else the previous one. */
function successorOf({ focused, controls, parts }: Place): HTMLElement | null {
  const known = new Set(controls);
  const replacements = parts
    .filter(({ isConnected }) => isConnected)
    .flatMap(controlsIn)
    .filter((one) => !known.has(one));
  const at = controls.indexOf(focused);
  const candidates = [...replacements, ...controls.slice(at + 1), ...controls.slice(0, Math.max(at, 0)).reverse()];
  return candidates.find(canFocus) ?? null;
}

/**
 * Keeps the focus in the page when the focused control is removed, for example because it was pressed. The browser would
 * give the focus to the body, so that keyboard users start again at the top and screen readers fall silent. Returns how to
 * stop.
 */
export function keepFocus(root: HTMLElement): () => void {
  let place: Place | null = null;
  const remember = () => {
    const { activeElement } = document;
    if (activeElement instanceof HTMLElement && root.contains(activeElement)) place = placeOf(activeElement, root);
  };
  const observer = new MutationObserver(() => {
    if (place === null || place.focused.isConnected) return;
    // Something else has the focus already.
    if (document.activeElement === document.body && document.hasFocus()) successorOf(place)?.focus();
    else place = null;
  });
  root.addEventListener('focusin', remember);
  // Other controls may have come or gone since the control got the focus.
  root.addEventListener('click', remember, true);
  observer.observe(root, { childList: true, subtree: true });
  return () => {
    root.removeEventListener('focusin', remember);
    root.removeEventListener('click', remember, true);
    observer.disconnect();
  };
}
