/** Elements that begin a new line. */
export const BLOCKS = new Set(
  [
    'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM',
    'H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN OL P PRE SECTION SUMMARY TABLE UL',
  ].flatMap((line) => line.split(' ')),
);

export const collapse = (text: string): string => text.replace(/[ \t\n\r\f]+/g, ' ');
export const oneLine = (text: string): string => collapse(text).trim();

/** A run of backticks that does not occur in the text. */
export function ticksFor(text: string, least: number): string {
  const runs = text.match(/`+/g) ?? [];
  return '`'.repeat(Math.max(least, ...runs.map((run) => run.length + 1)));
}

/** Highlighters put each line of code into an element that is made a block by its style. */
const BLOCK_STYLE = /display:\s*(block|flex|grid|table-row)/;
const beginsLine = (element: Element): boolean =>
  BLOCKS.has(element.tagName) || element.tagName === 'TR' || BLOCK_STYLE.test(element.getAttribute('style') ?? '');

/** The text of code, in which each block begins a new line. Elements in `without` are left out. */
export function codeText(parent: Node, without: readonly Element[] = []): string {
  let text = '';
  let isLineEnded = false;
  const endLine = () => {
    isLineEnded = false;
    if (text !== '' && !text.endsWith('\n')) text += '\n';
  };
  const add = (more: string) => {
    if (isLineEnded && more !== '') endLine();
    text += more;
  };
  const write = (node: Node) => {
    if (node.nodeType === 3) return add((node.nodeValue ?? '').replace(/\r\n?/g, '\n'));
    if (node.nodeType !== 1) return;
    const element = node as Element;
    if (element.tagName === 'BR') return add('\n');
    if (element.matches('script, style, button') || without.includes(element)) return;
    const isLine = beginsLine(element);
    if (isLine) endLine();
    element.childNodes.forEach(write);
    // A break at the end of a block is its own.
    if (isLine) isLineEnded = !text.endsWith('\n');
  };
  parent.childNodes.forEach(write);
  return text;
}

const LANGUAGE = /^[A-Za-z][\w+#.-]{0,20}$/;

/** The language of a code block: from a class or an attribute, or a label above the code. */
function languageOf(pre: Element, codes: readonly Element[]): string {
  const holder = [...codes, pre].find((one) => one.matches('[data-language], [class*="language-"]'));
  const stated =
    holder?.getAttribute('data-language') ?? /language-([\w+#.-]+)/.exec(holder?.getAttribute('class') ?? '')?.[1];
  if (stated !== undefined) return stated;
  const caption = pre.closest('figure')?.querySelector('figcaption') ?? null;
  const shown = oneLine(caption?.textContent ?? (codes.length === 0 ? '' : codeText(pre, codes)));
  return LANGUAGE.test(shown) ? shown.toLowerCase() : '';
}

/** The code in these elements, each of which begins a new line. */
const linesOf = (codes: readonly Element[]): string[] =>
  codes.flatMap((code) => codeText(code).replace(/\n$/, '').split('\n'));

/** Whether it holds nothing but the numbers, from 1, of so many lines. One number alone may be a line of code. */
function isLineNumbers(code: Element, lines: number): boolean {
  const numbers = (code.textContent ?? '').trim().split(/\s+/);
  return lines > 1 && numbers.length === lines && numbers.every((number, index) => number === String(index + 1));
}

/** Whether there is text beside the `code` elements that is no label, so that they are parts of it. */
function areParts(pre: Element, codes: readonly Element[]): boolean {
  const holders = new Set([pre, ...codes.map(({ parentElement }) => parentElement ?? pre)]);
  const texts = [...holders].flatMap(({ childNodes }) => [...childNodes]).filter(({ nodeType }) => nodeType === 3);
  const beside = oneLine(texts.map(({ nodeValue }) => nodeValue).join(' '));
  return beside !== '' && !(codes.length === 1 && LANGUAGE.test(beside));
}

/** A `pre` as a fenced block, with all `code` elements in it. Labels, controls and the numbers of lines are left out. */
export function codeBlock(pre: Element): string {
  const outer = [...pre.querySelectorAll('code')].filter((code) => !code.parentElement?.closest('code'));
  const all = linesOf(outer).length;
  const code = outer.filter((one) => !isLineNumbers(one, all - linesOf([one]).length));
  const codes = code.length === 0 ? outer : code;
  const isWhole = codes.length === 0 || areParts(pre, codes);
  const lines = isWhole ? [codeText(pre)] : linesOf(codes);
  const text = lines.join('\n').replace(/\n$/, '');
  const fence = ticksFor(text.includes('```') ? text : '', 3);
  return `${fence}${languageOf(pre, codes)}\n${text}\n${fence}`;
}
