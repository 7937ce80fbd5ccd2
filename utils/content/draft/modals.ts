/**
 * Open modal dialogs of the page, including those in shadow roots that contain the focus: an opening dialog takes the
 * focus.
 */
function openModals(): HTMLElement[] {
  const modals: HTMLElement[] = [];
  let root: Document | ShadowRoot | null | undefined = document;
  while (root) {
    modals.push(...root.querySelectorAll<HTMLElement>('dialog:modal'));
    root = root.activeElement?.shadowRoot;
  }
  return modals;
}

/** Whether the dialog receives clicks: of several open ones, only the last opened does. */
function isActive(dialog: HTMLElement): boolean {
  const { left, top, width, height } = dialog.getBoundingClientRect();
  const root = dialog.getRootNode() as Document | ShadowRoot;
  return dialog.contains(root.elementFromPoint(left + width / 2, top + height / 2));
}

/**
 * The modal dialog that makes the rest of the page inert; null if none is open. Only elements inside that dialog can be
 * clicked, even in the top layer (measured in Chromium and Firefox).
 */
export function activeModal(): HTMLElement | null {
  const modals = openModals();
  return modals.find(isActive) ?? modals.at(-1) ?? null;
}

/** The parent of a node, across the boundaries of shadow roots. */
const outerOf = (node: Node): Node | null => node.parentNode ?? (node instanceof ShadowRoot ? node.host : null);

/** Whether a node is inside an element, or the element itself. Unlike `contains`, it looks out of shadow roots. */
function isInside(node: Node, element: Element): boolean {
  for (let outer: Node | null = node; outer !== null; outer = outerOf(outer)) if (outer === element) return true;
  return false;
}

/** How sites mark the rest of the page while a modal of their own is open. */
export const COVERED = '[inert], [aria-hidden="true"]';

/**
 * Whether an open modal covers an element: a native one, which makes everything outside of it inert without an attribute,
 * or one for which the site marks the rest of the page.
 * https://html.spec.whatwg.org/multipage/interaction.html#modal-dialogs-and-inert-subtrees
 */
export function isCovered(element: Element): boolean {
  for (let outer: Node | null = element; outer !== null; outer = outerOf(outer)) {
    if (outer instanceof Element && outer.matches(COVERED)) return true;
  }
  const modal = activeModal();
  return modal !== null && !isInside(element, modal);
}
