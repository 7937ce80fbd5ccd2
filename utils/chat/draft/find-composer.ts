import { isUsable } from './is-usable';

const EDITABLE =
  'textarea, [contenteditable=""], [contenteditable="true"], [contenteditable="plaintext-only"], [role="textbox"]';

type Root = Document | ShadowRoot;

function all(root: ParentNode, selector: string): Element[] {
  try {
    return [...root.querySelectorAll(selector)];
  } catch {
    // A hint that this browser cannot read must not keep the other hints from being tried.
    return [];
  }
}

function hinted(root: Root, hints: readonly string[]): HTMLElement | null {
  for (const hint of hints) {
    const matches = all(root, hint).flatMap((match) => [match, ...all(match, EDITABLE)]);
    const composer = matches.find(isUsable);
    if (composer !== undefined) return composer;
  }
  return null;
}

/** An input has to be hinted at: on a sign-in page the focus is in the field for the name. */
const isGuessable = (element: Element): element is HTMLElement =>
  !(element instanceof HTMLInputElement) && isUsable(element);

function focused(root: Root): HTMLElement | null {
  let editable = root.activeElement?.closest(EDITABLE) ?? null;
  // Of editables within editables the outermost one is the editor.
  for (let outer = editable; outer !== null; outer = outer.parentElement?.closest(EDITABLE) ?? null) editable = outer;
  return editable !== null && isGuessable(editable) ? editable : null;
}

function largest(root: Root): HTMLElement | null {
  const area = (element: Element) => element.clientWidth * element.clientHeight;
  return all(root, EDITABLE)
    .filter(isGuessable)
    .reduce<HTMLElement | null>((best, next) => (best === null || area(next) > area(best) ? next : best), null);
}

const findIn = (root: Root, hints: readonly string[]) => hinted(root, hints) ?? focused(root) ?? largest(root);

/**
 * Where a person types their message: what the hints (CSS selectors, best first) say, else the focused editable, else
 * the largest. Open shadow roots are looked into, one level deep, where the page itself has none. Null when there is
 * no composer, as on a sign-in page.
 */
export function findComposer(document: Document, hints: readonly string[]): HTMLElement | null {
  const composer = findIn(document, hints);
  if (composer !== null) return composer;
  for (const { shadowRoot } of document.querySelectorAll('*')) {
    const inside = shadowRoot === null ? null : findIn(shadowRoot, hints);
    if (inside !== null) return inside;
  }
  return null;
}
