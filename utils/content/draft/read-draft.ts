import type { ComposerReading } from '@/utils/model/drafts';
import { findTyped, isField } from './find-composer';

/** Normalizes every line break to a newline. */
export function newlines(text: string): string {
  return text.replace(/\r\n?/g, '\n');
}

/**
 * Removes what editors add: non-breaking spaces in place of spaces, and invisible marks that hold the caret. Joiners in
 * emoji and Arabic stay, because they are part of the text.
 */
export function plainDraft(text: string): string {
  return newlines(text)
    .replace(/\u00a0/g, ' ')
    .replace(/\ufeff|\u200b+$/gm, '');
}

/** Whether two texts are equal except for line breaks at the end and what `plainDraft` removes. */
export function isSameDraft(one: string, other: string): boolean {
  const bare = (text: string) => plainDraft(text).replace(/\n+$/, '');
  return bare(one) === bare(other);
}

/**
 * Whether a block is an editor's code block: ProseMirror's `pre`, Lexical's `code` as a block, or Quill's container.
 */
function isCodeBlock(block: Element): boolean {
  return block.matches('pre, code, .ql-code-block-container');
}

/** Puts code between fences, so that the other assistant recognizes it. */
function fenced(block: Element, lines: readonly string[]): string[] {
  const named = block.matches('[data-language], [class*="language-"]')
    ? block
    : block.querySelector('[data-language], [class*="language-"]');
  const language = named?.getAttribute('data-language') ?? /language-(\S+)/.exec(named?.className ?? '')?.[1] ?? '';
  const ticks = lines.join('\n').match(/`{3,}/g) ?? [];
  const fence = '`'.repeat(Math.max(3, ...ticks.map((run) => run.length + 1)));
  return [`${fence}${language === 'plain' ? '' : language}`, ...lines, fence];
}

function itemMark(item: Element): string {
  const kind = item.getAttribute('data-list');
  const list = item.parentElement;
  const isNumbered = kind === null ? list?.tagName === 'OL' : kind === 'ordered';
  const indent = ' '.repeat(2 * Number(/ql-indent-(\d)/.exec(item.className)?.[1] ?? 0));
  if (list === null || !isNumbered) return `${indent}- `;
  const peers = [...list.children].filter(
    (peer) => peer.getAttribute('data-list') === kind && peer.className === item.className,
  );
  const start = Number(list.getAttribute('start') ?? 1);
  return `${indent}${start + peers.indexOf(item)}. `;
}

/** Adds the Markdown mark of a heading, quote or list item to its lines. */
function marked(block: Element, lines: readonly string[]): string[] {
  const level = /^H([1-6])$/.exec(block.tagName)?.[1];
  if (level !== undefined) return lines.map((line) => `${'#'.repeat(Number(level))} ${line}`);
  if (block.tagName === 'BLOCKQUOTE') return lines.map((line) => `> ${line}`);
  if (block.tagName !== 'LI') return [...lines];
  const mark = itemMark(block);
  return lines.map((line, index) => (index === 0 ? mark : ' '.repeat(mark.length)) + line);
}

/** Whether an element is decoration of the editor and not typed text. */
function isDecoration(element: Element, style: CSSStyleDeclaration): boolean {
  if (style.display === 'none' || element.getAttribute('aria-hidden') === 'true') return true;
  if (!/placeholder/i.test(element.getAttribute('class') ?? '')) return false;
  // Style sheets use this for paragraphs with text too; those are editable.
  return style.pointerEvents === 'none' || element.getAttribute('contenteditable') === 'false';
}

/**
 * Lines of a block as displayed: nested blocks begin lines, a break ends one, and a break at the end of a block ends
 * the line that exists already.
 */
function readLines(block: Element, isInCode = false): string[] {
  const lines: string[] = [];
  const isLiteral = /pre|break-spaces/.test(getComputedStyle(block).whiteSpace);
  /** Null between lines: nothing has begun a line yet. */
  let line: string | null = null;

  const endLine = () => {
    lines.push(line ?? '');
    line = null;
  };

  const addText = (text: string) => {
    if (isLiteral) {
      const [first = '', ...rest] = text.split('\n');
      if (first !== '') line = (line ?? '') + first;
      for (const next of rest) {
        endLine();
        if (next !== '') line = next;
      }
      return;
    }
    const collapsed = text.replace(/[ \t\n\r\f]+/g, ' ');
    const added: string = line === null || line.endsWith(' ') ? collapsed.replace(/^ /, '') : collapsed;
    if (added !== '') line = (line ?? '') + added;
  };

  const addElement = (element: Element) => {
    const style = getComputedStyle(element);
    if (isDecoration(element, style)) return;
    if (element.tagName === 'BR') endLine();
    else if (element instanceof HTMLImageElement) addText(element.alt);
    else if (/^(inline|contents)/.test(style.display)) addNodes(element);
    else {
      if (line !== null) endLine();
      const isCode = !isInCode && isCodeBlock(element);
      const inside = readLines(element, isInCode || isCode);
      lines.push(...(isCode ? fenced(element, inside) : marked(element, inside)));
    }
  };

  const addNodes = (parent: Element) => {
    for (const node of parent.childNodes) {
      if (node instanceof Text) addText(node.data);
      else if (node instanceof Element) addElement(node);
    }
  };

  addNodes(block);
  if (line !== null) endLine();
  return isLiteral ? lines : lines.map((each) => each.replace(/ $/, ''));
}

/**
 * Text of a composer as displayed: lines, blank lines, fenced code, lists with marks. Well-formed UTF-16: a lone
 * surrogate becomes U+FFFD. Empty if there is only white space and editor markup.
 */
export function readDraft(composer: Element): string {
  if (isField(composer)) return newlines(composer.value).toWellFormed();
  // Empty lists and code blocks would still produce marks.
  if (plainDraft(composer.textContent).trim() === '' && composer.querySelector('img[alt]:not([alt=""])') === null) {
    return '';
  }
  return plainDraft(readLines(composer).join('\n')).toWellFormed();
}

const NAMES = ['attach', 'file', 'thumbnail', 'pasted'];
const ATTACHMENT = NAMES.flatMap((name) =>
  ['data-testid', 'class', 'aria-label'].map((attribute) => `[${attribute}*="${name}" i]`),
).join(', ');

/** The frame of a composer: its surroundings, but not the whole page. */
export function frameOf(composer: Element): Element {
  const isFrame = (element: Element) => element.clientHeight < innerHeight / 2 && element !== document.body;
  let frame = composer.closest('form, fieldset') ?? composer;
  for (let outer = frame.parentElement; outer !== null && isFrame(outer); outer = outer.parentElement) frame = outer;
  return frame === composer ? (composer.parentElement ?? composer) : frame;
}

/** Number of elements near the composer that look like attachments; the button that adds one may be among them. */
export function countAttachments(composer: Element): number {
  const matches = [...frameOf(composer).querySelectorAll(ATTACHMENT)];
  return matches.filter((match) => !match.contains(composer) && !composer.contains(match) && match.checkVisibility())
    .length;
}

/** A file name: a dot and an extension. */
const FILE_NAME = /[^\s.]\.[a-z0-9]{2,5}\b/i;
const CONTROL = 'button, label, input, select, a, [role="button"], [role="menuitem"]';

/**
 * Whether files were added: selected in a field of the composer's frame, or displayed there as a preview or by name.
 * The button that adds files has neither.
 */
export function hasFiles(composer: Element): boolean {
  const frame = frameOf(composer);
  const isChosen = [...frame.querySelectorAll<HTMLInputElement>('input[type="file"]')].some(
    ({ files }) => files?.length,
  );
  return isChosen || countPreviews(composer) > 0 || namedAttachments(composer, frame).length > 0;
}

/** The number of images that a composer shows as previews. */
export function countPreviews(composer: Element): number {
  const images = [...frameOf(composer).querySelectorAll('img[src^="blob:"]')];
  return images.filter((image) => !composer.contains(image) && image.checkVisibility()).length;
}

/** The elements of a composer's frame that show a file by its name. */
function namedAttachments(composer: Element, frame: Element): Element[] {
  return [...frame.querySelectorAll(ATTACHMENT)].filter(
    (match) =>
      !match.contains(composer) &&
      !composer.contains(match) &&
      !match.matches(CONTROL) &&
      match.checkVisibility() &&
      FILE_NAME.test(match.textContent),
  );
}

/** A number with decimals, as in a file size, looks like a file name. */
const SIZE = /\d\.\d+/g;

/** The number of files that a composer shows by name. Of nested elements, the innermost one counts. */
export function countNamedFiles(composer: Element): number {
  const named = namedAttachments(composer, frameOf(composer)).filter((match) =>
    FILE_NAME.test(match.textContent.replace(SIZE, '')),
  );
  return named.filter((match) => !named.some((other) => other !== match && match.contains(other))).length;
}

/**
 * The unsent text on this page: the composer's content or, if that is empty, that of a message being edited in place.
 * `hints` are CSS selectors, best first; `lastFocused` is the element that had the focus before the click on our UI.
 */
export function readComposerText(
  hints: readonly string[],
  lastFocused: Element | null = document.activeElement,
): ComposerReading {
  const { composer, edited, others } = findTyped(document, hints, lastFocused);
  if (composer === null) return { kind: 'no_composer', text: '', hasFiles: false };
  const files = hasFiles(composer);
  for (const place of [composer, ...(edited === null ? [] : [edited])]) {
    const text = readDraft(place);
    if (text.trim() !== '') return { kind: 'typed', text, hasFiles: files };
  }
  // It may be typed text or an editor that the site itself filled; this cannot be determined.
  const isUnclear = others.some((place) => readDraft(place).trim() !== '');
  return { kind: isUnclear ? 'unreadable' : 'empty', text: '', hasFiles: files };
}
