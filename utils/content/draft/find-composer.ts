import { PATIENCE, type Patience, waitUntilStable } from './wait';

/** A composer whose text is its value, not its content. */
export function isField(composer: Element): composer is HTMLTextAreaElement | HTMLInputElement {
  return composer instanceof HTMLTextAreaElement || composer instanceof HTMLInputElement;
}

/** Anything smaller is a field that a site keeps for its own purposes. In CSS pixels. */
const MIN_WIDTH = 20;
const MIN_HEIGHT = 8;

/** What an open modal makes of the rest of the page. */
const COVERED = '[inert], [aria-hidden="true"]';
const SHUT = '[aria-disabled="true"], [aria-readonly="true"], [role="search"], [role="searchbox"]';

/** True when a person can see it and type a message into it. */
export function isUsable(element: Element): element is HTMLElement {
  return isReadable(element) && element.closest(COVERED) === null;
}

/**
 * True when a person can see it and has typed a message into it, if anything. A site that opens a modal makes its root
 * inert or hides it from screen readers; what was typed before still stands there. A field that is itself hidden from
 * screen readers is one that a site keeps for its own purposes.
 */
export function isReadable(element: Element): element is HTMLElement {
  if (!(element instanceof HTMLElement) || element.closest(SHUT) !== null || element.matches(COVERED)) return false;
  if (isField(element)) {
    if (element.readOnly || element.disabled) return false;
    if (element instanceof HTMLInputElement && element.type !== 'text') return false;
  } else if (!element.isContentEditable) {
    return false;
  }
  const { width, height } = element.getBoundingClientRect();
  if (width < MIN_WIDTH || height < MIN_HEIGHT) return false;
  return element.checkVisibility({ opacityProperty: true, visibilityProperty: true });
}

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

interface Look {
  composer: HTMLElement;
  /** In CSS pixels. */
  width: number;
  height: number;
  /** How often the composer's content has changed since the wait began. */
  changes: number;
}

const isSame = (one: Look, other: Look) =>
  one.composer === other.composer &&
  one.width === other.width &&
  one.height === other.height &&
  one.changes === other.changes;

/**
 * Waits for a composer that stands still: a site that is still waking up replaces it, and the draft with it. Null when
 * there was none in time, as on a page that asks to sign in. Moves within the page are waited through.
 */
export async function waitForComposer(
  document: Document,
  hints: readonly string[],
  patience: Partial<Patience> = {},
): Promise<HTMLElement | null> {
  let changes = 0;
  let observed: HTMLElement | null = null;
  const observer = new MutationObserver(() => {
    changes += 1;
  });

  const look = (): Look | null => {
    const composer = findComposer(document, hints);
    if (composer === null) return null;
    if (composer !== observed) {
      observer.disconnect();
      observer.observe(composer, { childList: true, characterData: true, subtree: true });
      observed = composer;
    }
    const { width, height } = composer.getBoundingClientRect();
    return { composer, width, height, changes };
  };

  const calm = await waitUntilStable(look, isSame, { ...PATIENCE, ...patience });
  observer.disconnect();
  return calm?.composer ?? null;
}
