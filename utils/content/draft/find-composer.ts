import { WAIT_OPTIONS, type WaitOptions, waitUntilStable } from './wait';

/** Whether a composer's text is its value instead of its content. */
export function isField(composer: Element): composer is HTMLTextAreaElement | HTMLInputElement {
  return composer instanceof HTMLTextAreaElement || composer instanceof HTMLInputElement;
}

/** Smaller fields are internal helpers of the site. In CSS pixels. */
const MIN_WIDTH = 20;
const MIN_HEIGHT = 8;

/** How an open modal marks the rest of the page. */
const COVERED = '[inert], [aria-hidden="true"]';
const SHUT = '[aria-disabled="true"], [aria-readonly="true"], [role="search"], [role="searchbox"]';

/** Whether it is visible and accepts input. */
function isUsable(element: Element): element is HTMLElement {
  return isReadable(element) && element.closest(COVERED) === null;
}

/**
 * Whether it is visible and may contain a typed message. While a modal is open, sites make the rest of the page inert
 * or hide it from screen readers; the typed text is still there. A field that is itself hidden from screen readers is
 * an internal helper of the site.
 */
function isReadable(element: Element): element is HTMLElement {
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
    // An invalid selector must not prevent the other hints from being tried.
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

/** Inputs need a hint: on a sign-in page, the focus is in the username field. */
const isGuessable = (element: Element): element is HTMLElement =>
  !(element instanceof HTMLInputElement) && isUsable(element);

/** The editor that contains an element: the outermost of nested editables. */
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
 * The composer: by the hints (CSS selectors, best first), otherwise the focused editable, otherwise the largest one.
 * Open shadow roots are searched one level deep if the page itself has none. Null if there is none, as on a sign-in
 * page.
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

/** Readable editables that may contain typed text and are not nested in a composer. */
function readables(root: Root): HTMLElement[] {
  return all(root, EDITABLE).filter(
    (element): element is HTMLElement =>
      !(element instanceof HTMLInputElement) && isReadable(element) && editorOf(element) === element,
  );
}

export interface ReadingPlaces {
  /** The composer, even if a modal covers it; null if the page has none. */
  composer: HTMLElement | null;
  /** The editor that was used last, if it is not the composer: for example, a message edited in place. */
  edited: HTMLElement | null;
  /** All other elements that may contain text. */
  others: HTMLElement[];
}

/**
 * Where typed text may be. Unlike filling, reading does not need an editable composer. `lastFocused` is the element
 * that had the focus before the click on our UI.
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
  /** Number of changes to the composer's content since the wait began. */
  changes: number;
}

const isSame = (one: Look, other: Look) =>
  one.composer === other.composer &&
  one.width === other.width &&
  one.height === other.height &&
  one.changes === other.changes;

/**
 * Waits for a stable composer: while a site initializes, it replaces the composer, and the draft with it. Null if there
 * was none in time, as on a page that requires a sign-in. Continues through navigations within the page.
 */
export async function waitForComposer(
  document: Document,
  hints: readonly string[],
  options: Partial<WaitOptions> = {},
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

  const stable = await waitUntilStable(look, isSame, { ...WAIT_OPTIONS, ...options });
  observer.disconnect();
  return stable?.composer ?? null;
}
