import type { MarkupElement, MarkupNode, PopupSnapshot, PopupSurface } from '@/utils/model/views';

const SVG = 'http://www.w3.org/2000/svg';
/** From this width on, popup.css lays the page out as a tab. A popup window is 380 pixels wide. */
const TAB_WIDTH = 600;

/** A popup window and a tab have the same address, so the width decides. */
export function surfaceHere(): PopupSurface {
  if (document.body.classList.contains('beside')) return 'panel';
  // `innerWidth` would lay the page out before anything is in it.
  return matchMedia(`(min-width: ${TAB_WIDTH}px)`).matches ? 'tab' : 'popup';
}

/** The markup below an element as data, without open menus: the next visit starts with them closed. */
function markupOf(element: Element): MarkupElement {
  // What the user typed is not written to disk. A field may hold a draft that could not be copied.
  if (element.matches('[data-unsaved], textarea')) return [element.localName, [['class', element.className]], ['…']];
  const children = [...element.childNodes].flatMap((node): MarkupNode[] => {
    if (node instanceof Element) return node.matches('[role="menu"]') ? [] : [markupOf(node)];
    return node instanceof Text ? [node.data] : [];
  });
  return [element.localName, [...element.attributes].map(({ name, value }) => [name, value] as const), children];
}

/** The rendered list; null while it is not there. */
export function renderedMarkup(): MarkupElement | null {
  const main = document.querySelector('main.popup');
  return main === null ? null : markupOf(main);
}

function elementFrom([tag, attributes, children]: MarkupElement): HTMLElement | SVGElement {
  const element = tag === 'svg' || tag === 'path' ? document.createElementNS(SVG, tag) : document.createElement(tag);
  for (const [name, value] of attributes) element.setAttribute(name, value);
  element.append(...children.map((child) => (typeof child === 'string' ? child : elementFrom(child))));
  return element;
}

/** Turns a snapshot into one that states no current verdict: dated, without signs and levels, gray (popup.css). */
function markPast(main: Element, pastHeading: string): void {
  main.setAttribute('data-snapshot', 'past');
  for (const sign of main.querySelectorAll('[data-sign]')) sign.removeAttribute('data-sign');
  for (const row of main.querySelectorAll('[data-verdict]')) row.removeAttribute('data-verdict');
  for (const level of main.querySelectorAll('.row .level')) level.textContent = '';
  main.querySelector('h1')?.replaceChildren(pastHeading);
}

/**
 * Shows a snapshot until React replaces it. It cannot be operated and is hidden from screen readers. `goodForMs` is how
 * long its verdicts may still be shown as current; 0 shows it as past.
 */
export function showSnapshot(snapshot: PopupSnapshot, goodForMs: number, root: HTMLElement): void {
  const main = elementFrom(snapshot.markup);
  main.setAttribute('data-snapshot', 'good');
  main.setAttribute('aria-hidden', 'true');
  main.toggleAttribute('inert', true);
  const past = () => markPast(main, snapshot.pastHeading);
  if (goodForMs <= 0) past();
  // In case React never starts: then the page must not go on showing what may no longer be true.
  else setTimeout(past, goodForMs);
  document.documentElement.dataset.theme = snapshot.theme;
  root.replaceChildren(main);
}

/** A page in the background paints nothing, so `afterPaint` must not wait for a frame alone. */
const LONGEST_WAIT_MS = 100;

/** Calls back once after what is in the page now has been painted. */
export function afterPaint(work: () => void): void {
  let isDone = false;
  const once = () => {
    if (!isDone) work();
    isDone = true;
  };
  requestAnimationFrame(() => setTimeout(once));
  setTimeout(once, LONGEST_WAIT_MS);
}
