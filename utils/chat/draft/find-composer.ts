import { isReadable, isUsable } from './is-usable';

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

type Test = (element: Element) => element is HTMLElement;

function hinted(root: Root, hints: readonly string[], isFit: Test = isUsable): HTMLElement | null {
  for (const hint of hints) {
    const matches = all(root, hint).flatMap((match) => [match, ...all(match, EDITABLE)]);
    const composer = matches.find(isFit);
    if (composer !== undefined) return composer;
  }
  return null;
}

/** An input has to be hinted at: on a sign-in page the focus is in the field for the name. */
const isGuessable = (element: Element): element is HTMLElement =>
  !(element instanceof HTMLInputElement) && isUsable(element);

/** The editor that an element belongs to: of editables within editables the outermost one. */
export function editorOf(element: Element | null): Element | null {
  let editor = element?.closest(EDITABLE) ?? null;
  for (let outer = editor; outer !== null; outer = outer.parentElement?.closest(EDITABLE) ?? null) editor = outer;
  return editor;
}

function focused(root: Root): HTMLElement | null {
  const editable = editorOf(root.activeElement);
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

/** Editables that may hold what a person typed, where they can be read and are not a composer's own inside. */
function readables(root: Root): HTMLElement[] {
  return all(root, EDITABLE).filter(
    (element): element is HTMLElement =>
      !(element instanceof HTMLInputElement) && isReadable(element) && editorOf(element) === element,
  );
}

export interface ReadingPlaces {
  /** The composer, also while a modal covers it; null when the page has none. */
  composer: HTMLElement | null;
  /** Where the person typed last, when that is not the composer: a message that is edited in place, say. */
  edited: HTMLElement | null;
  /** All else that may hold a text. */
  others: HTMLElement[];
}

/**
 * Where to look for what a person has typed. Reading does not need a composer that can be typed into, filling does.
 * `lastFocused` is what had the focus before the person turned to us.
 */
export function findTyped(document: Document, hints: readonly string[], lastFocused: Element | null): ReadingPlaces {
  const shadows = [...document.querySelectorAll('*')].flatMap(({ shadowRoot }) => shadowRoot ?? []);
  const roots: Root[] = [document, ...shadows];
  const firstIn = <T>(find: (root: Root) => T | null): T | null => {
    for (const root of roots) {
      const found = find(root);
      if (found !== null) return found;
    }
    return null;
  };
  const editor = editorOf(lastFocused);
  const isCandidate = editor?.isConnected === true && !(editor instanceof HTMLInputElement);
  const last = isCandidate && isReadable(editor) ? editor : null;
  const covered = (root: Root) => readables(root).find((element) => !isUsable(element)) ?? null;
  const composer = firstIn((root) => hinted(root, hints, isReadable)) ?? firstIn(covered) ?? last ?? firstIn(largest);
  const edited = last === composer ? null : last;
  const others = roots.flatMap(readables).filter((element) => element !== composer && element !== edited);
  return { composer, edited, others };
}
