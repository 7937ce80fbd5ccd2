import { isOnPath } from '@/utils/model/address';
import { WAIT_OPTIONS, type WaitOptions, waitUntilStable } from './wait';

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
const COVERED = '[inert], [aria-hidden="true"]';

/**
 * Whether an open modal covers an element: a native one, which makes everything outside of it inert without an attribute,
 * or one for which the site marks the rest of the page.
 * https://html.spec.whatwg.org/multipage/interaction.html#modal-dialogs-and-inert-subtrees
 */
function isCovered(element: Element): boolean {
  for (let outer: Node | null = element; outer !== null; outer = outerOf(outer)) {
    if (outer instanceof Element && outer.matches(COVERED)) return true;
  }
  const modal = activeModal();
  return modal !== null && !isInside(element, modal);
}

/** Whether a composer's text is its value instead of its content. */
export function isField(composer: Element): composer is HTMLTextAreaElement | HTMLInputElement {
  return composer instanceof HTMLTextAreaElement || composer instanceof HTMLInputElement;
}

/** Smaller fields are internal helpers of the site. In CSS pixels. */
const MIN_WIDTH = 20;
const MIN_HEIGHT = 8;

const SHUT = '[aria-disabled="true"], [aria-readonly="true"], [role="search"], [role="searchbox"]';

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

export const EDITABLE =
  'textarea, [contenteditable=""], [contenteditable="true"], [contenteditable="plaintext-only"], [role="textbox"]';

/** How sites mark a message of the conversation. */
const MESSAGE = 'article, [role="article"], [data-message-id], [data-message-author-role], user-query';
const MESSAGE_NAME = /message|turn|bubble/i;

/** Whether an element is named like a message, and is one of several with the same classes. */
function isListedMessage({ className, dataset, parentElement }: HTMLElement): boolean {
  if (!MESSAGE_NAME.test(`${className} ${dataset.testid}`)) return false;
  return [...(parentElement?.children ?? [])].filter((peer) => peer.className === className).length > 1;
}

/** Whether an editor is part of a message, which is edited in place there: it is not the composer. */
function isInMessage(editor: Element): boolean {
  if (editor.closest(MESSAGE) !== null) return true;
  for (let outer = editor.parentElement; outer !== null; outer = outer.parentElement) {
    if (isListedMessage(outer)) return true;
  }
  return false;
}

type Root = Document | ShadowRoot;

function all(root: ParentNode, selector: string): Element[] {
  try {
    return [...root.querySelectorAll(selector)];
  } catch {
    // An invalid selector must not prevent the other hints from being tried.
    return [];
  }
}

/** Matches of the hints that may hold a message, also behind a modal. Not those of a message that is edited in place. */
function hinted(root: Root, hints: readonly string[]): HTMLElement[] {
  return hints.flatMap((hint) => {
    const matches = all(root, hint).flatMap((match) => [match, ...all(match, EDITABLE)]);
    return matches.filter(isReadable).filter((match) => !isInMessage(match));
  });
}

/** The editor that contains an element: the outermost of nested editables. */
export function editorOf(element: Element | null): Element | null {
  let editor = element?.closest(EDITABLE) ?? null;
  for (let outer = editor; outer !== null; outer = outer.parentElement?.closest(EDITABLE) ?? null) editor = outer;
  return editor;
}

/** Editors that may be the composer of a site without hints. */
const guessable = (root: Root): HTMLElement[] => readables(root).filter((editor) => !isInMessage(editor));

const DIALOG = 'dialog, [role="dialog"], [role="alertdialog"], [aria-modal="true"]';

/** The focused editor, otherwise the largest one. While a modal covers one of them, a field of the modal is none. */
function guess(root: Root, editors: readonly HTMLElement[]): HTMLElement | null {
  const free = editors.filter((editor) => !isCovered(editor));
  const usable = free.length < editors.length ? free.filter((editor) => editor.closest(DIALOG) === null) : free;
  const focused = editorOf(root.activeElement);
  const area = (element: Element) => element.clientWidth * element.clientHeight;
  const [largest = null] = usable.toSorted((one, other) => area(other) - area(one));
  return usable.find((editor) => editor === focused) ?? largest;
}

/** The document, then its open shadow roots, one level deep. A generator, because a page has thousands of elements. */
function* rootsOf(document: Document): Generator<Root> {
  yield document;
  for (const { shadowRoot } of document.querySelectorAll('*')) if (shadowRoot !== null) yield shadowRoot;
}

/**
 * The composer to fill: by the hints (CSS selectors, best first), otherwise the focused editable, otherwise the largest
 * one. Shadow roots are searched if the page itself has none. Null if there is none, as on a sign-in page, or while a
 * modal covers it.
 */
export function findComposer(document: Document, hints: readonly string[]): HTMLElement | null {
  for (const root of rootsOf(document)) {
    const known = hinted(root, hints);
    if (known.length > 0) return known.find((editor) => !isCovered(editor)) ?? null;
    const editors = guessable(root);
    if (editors.length > 0) return guess(root, editors);
  }
  return null;
}

/**
 * Readable editables that may contain typed text and are not nested in a composer. An input needs a hint: on a sign-in page,
 * one has the focus.
 */
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
  const roots = [...rootsOf(document)];
  const editor = editorOf(lastFocused);
  const isCandidate = editor?.isConnected === true && !(editor instanceof HTMLInputElement);
  const last = isCandidate && isReadable(editor) ? editor : null;
  const editors = roots.flatMap(guessable);
  const composer =
    roots.flatMap((root) => hinted(root, hints))[0] ??
    editors.find(isCovered) ??
    editors.find((one) => one === last) ??
    guess(document, editors) ??
    last;
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
 * was none in time, as on a page that requires a sign-in. Continues through navigations within the page. Only at `path`, if
 * it is given: the rest of a shared host is not the chat.
 */
export async function waitForComposer(
  document: Document,
  hints: readonly string[],
  { path, ...options }: Partial<WaitOptions> & { path?: string } = {},
): Promise<HTMLElement | null> {
  let changes = 0;
  let observed: HTMLElement | null = null;
  const observer = new MutationObserver(() => {
    changes += 1;
  });

  const look = (): Look | null => {
    const isElsewhere = path !== undefined && !isOnPath(location.pathname, path);
    const composer = isElsewhere ? null : findComposer(document, hints);
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
