/** Elements that begin a new line. */
const BLOCKS = new Set(
  [
    'ADDRESS ARTICLE ASIDE BLOCKQUOTE BODY DD DETAILS DIV DL DT FIELDSET FIGCAPTION FIGURE FOOTER FORM',
    'H1 H2 H3 H4 H5 H6 HEADER HR LI MAIN OL P PRE SECTION SUMMARY TABLE UL',
  ].flatMap((line) => line.split(' ')),
);

const collapse = (text: string): string => text.replace(/[ \t\n\r\f]+/g, ' ');
const oneLine = (text: string): string => collapse(text).trim();

/** A run of backticks that does not occur in the text. */
function ticksFor(text: string, least: number): string {
  const runs = text.match(/`+/g) ?? [];
  return '`'.repeat(Math.max(least, ...runs.map((run) => run.length + 1)));
}

/** Highlighters put each line of code into an element that is made a block by its style. */
const BLOCK_STYLE = /display:\s*(block|flex|grid|table-row)/;
const beginsLine = (element: Element): boolean =>
  BLOCKS.has(element.tagName) || element.tagName === 'TR' || BLOCK_STYLE.test(element.getAttribute('style') ?? '');

/** The text of code, in which each block begins a new line. Elements in `without` are left out. */
function codeText(parent: Node, without: readonly Element[] = []): string {
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
function codeBlock(pre: Element): string {
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

/** What a part of a page says, as Markdown. */
export interface Markdown {
  text: string;
  /** Number of images and files that the text names. */
  named: number;
}

export interface MarkdownOptions {
  /** Whether line breaks in the text of an element are shown. */
  keepsLines(element: Element): boolean;
}

const BLOCK_SELECTOR = [...BLOCKS].join(', ');

/** Controls, decoration, and text for screen readers such as "You said". */
const SKIPPED = [
  'script, style, template, noscript, link, meta, button, select, textarea, svg, dialog, [hidden], [aria-hidden="true"]',
  '[role="button"], [role="toolbar"], [role="tooltip"], .sr-only, .visually-hidden, .cdk-visually-hidden',
].join(', ');
const MATH = 'math, .katex, .katex-display, mjx-container, [data-math]';
const MEDIA = 'video, audio, canvas, iframe, object, embed';
/** Tiles of files that were added to a message. */
const FILE_TILE =
  '[data-testid*="file" i], [data-testid*="attachment" i], [class*="attachment" i], [class*="file-tile" i]';
const FILE_NAME = /[^\s\\/:*?"<>|]{1,120}\.[a-z0-9]{2,5}(?![a-z0-9])/i;

/** Hostile pages nest without end. Deeper than this only the text counts. */
const MAX_DEPTH = 150;

const isBlock = (element: Element): boolean =>
  BLOCKS.has(element.tagName) || element.querySelector(BLOCK_SELECTOR) !== null;

function addressOf(link: Element): string | null {
  try {
    const { protocol, href } = new URL(link.getAttribute('href') ?? '', link.ownerDocument.baseURI ?? undefined);
    return /^(https?|mailto):$/.test(protocol) ? href : null;
  } catch {
    return null;
  }
}

/** The last part of an address, if it looks like a file name. */
function fileNameOf(address: string | null): string {
  const name =
    (address ?? '')
      .replace(/[?#].*$/, '')
      .split('/')
      .at(-1) ?? '';
  return /^[\w%. -]{1,100}\.\w{2,5}$/.test(name) ? name : '';
}

/** One thing that is named and does not go along. */
export const label = (kind: string, name: string): string => `[${name === '' ? kind : `${kind}: ${oneLine(name)}`}]`;

/** The texts in an element, one by one. */
const textsIn = (node: Node): string[] =>
  node.nodeType === 3 ? [node.nodeValue ?? ''] : [...node.childNodes].flatMap(textsIn);

class Writer {
  named = 0;

  constructor(readonly options: MarkdownOptions) {}

  #name(kind: string, name: string): string {
    this.named += 1;
    return label(kind, name);
  }

  /** Blocks of an element, without blank lines between them. */
  blocks(parent: Node, depth: number): string[] {
    const found: string[] = [];
    let line = '';
    const endLine = () => {
      const text = line
        .split('\n')
        .map((part) => part.replace(/^ +| +$/g, ''))
        .join('\n')
        .replace(/^\n+|\n+$/g, '');
      if (text !== '') found.push(text);
      line = '';
    };
    for (const node of parent.childNodes) {
      if (node.nodeType === 1 && this.#isOwnBlock(node as Element)) {
        endLine();
        found.push(...this.#block(node as Element, depth + 1));
      } else {
        line += this.#inline(node, depth + 1);
      }
    }
    endLine();
    return found;
  }

  #isOwnBlock(element: Element): boolean {
    return !element.matches(SKIPPED) && !element.matches(MATH) && isBlock(element);
  }

  #block(element: Element, depth: number): string[] {
    if (depth > MAX_DEPTH) return [oneLine(element.textContent ?? '')].filter(Boolean);
    const tile = this.#tile(element);
    if (tile !== null) return [tile];
    const level = /^H([1-6])$/.exec(element.tagName)?.[1];
    if (level !== undefined) {
      const title = oneLine(this.#inlineOf(element, depth));
      return title === '' ? [] : [`${'#'.repeat(Number(level))} ${title}`];
    }
    switch (element.tagName) {
      case 'HR':
        return ['---'];
      case 'PRE':
        return [codeBlock(element)];
      case 'UL':
      case 'OL':
        return [this.#list(element, depth)].filter(Boolean);
      case 'TABLE':
        return [this.#table(element, depth)].filter(Boolean);
      case 'BLOCKQUOTE': {
        const inside = this.blocks(element, depth).join('\n\n');
        return inside === '' ? [] : [inside.replace(/^/gm, '> ').replace(/ +$/gm, '')];
      }
      case 'FIGCAPTION':
        // It names the language of the code.
        return element.parentElement?.querySelector('pre') ? [] : this.blocks(element, depth);
      default:
        return this.blocks(element, depth);
    }
  }

  #list(list: Element, depth: number): string {
    const isNumbered = list.tagName === 'OL';
    let number = Number(list.getAttribute('start') ?? 1) || 1;
    const items: string[] = [];
    for (const item of list.children) {
      if (item.matches(SKIPPED)) continue;
      const box = item.querySelector(':scope > input[type="checkbox"], :scope > p > input[type="checkbox"]');
      const task = box === null ? '' : box.hasAttribute('checked') ? '[x] ' : '[ ] ';
      const mark = isNumbered ? `${number}. ` : '- ';
      number += 1;
      // A list within a list is no block of its own.
      const inside = (item.matches('ul, ol') ? [this.#list(item, depth + 1)] : this.blocks(item, depth + 1)).filter(
        Boolean,
      );
      const lines = inside.flatMap((block) => block.split('\n'));
      items.push(`${mark}${task}${lines.join(`\n${' '.repeat(mark.length)}`)}`.replace(/ +$/gm, ''));
    }
    return items.join('\n');
  }

  #table(table: Element, depth: number): string {
    const rows = [...table.querySelectorAll('tr')].filter((row) => row.closest('table') === table);
    const cells = rows.map((row) =>
      [...row.children].map((cell) => oneLine(this.blocks(cell, depth + 1).join(' ')).replaceAll('|', '\\|')),
    );
    const width = Math.max(0, ...cells.map((row) => row.length));
    const [head = [], ...body] = cells;
    if (width === 0) return '';
    const line = (row: readonly string[]) =>
      `| ${Array.from({ length: width }, (_, index) => row[index] ?? '').join(' | ')} |`;
    return [line(head), `|${' --- |'.repeat(width)}`, ...body.map(line)].join('\n');
  }

  /** A tile that shows a file of the message. */
  #tile(element: Element): string | null {
    if (!element.matches(FILE_TILE)) return null;
    const text = oneLine(textsIn(element).join(' '));
    const [name] = FILE_NAME.exec(element.getAttribute('title') ?? text) ?? [];
    return name !== undefined && text.length <= 200 ? this.#name('file', name) : null;
  }

  #inlineOf(parent: Node, depth: number): string {
    return [...parent.childNodes].map((node) => this.#inline(node, depth + 1)).join('');
  }

  #inline(node: Node, depth: number): string {
    if (node.nodeType === 3) return this.#text(node);
    if (node.nodeType !== 1) return '';
    const element = node as Element;
    if (element.matches(MATH)) return this.#math(element);
    if (element.matches('img')) return this.#image(element);
    if (element.matches(MEDIA)) return this.#name(element.tagName.toLowerCase(), element.getAttribute('title') ?? '');
    const tile = this.#tile(element);
    if (tile !== null) return `${tile} `;
    if (element.matches(SKIPPED)) return '';
    if (depth > MAX_DEPTH) return collapse(element.textContent ?? '');
    switch (element.tagName) {
      case 'BR':
        return '\n';
      case 'CODE':
      case 'KBD':
      case 'SAMP': {
        const text = collapse(codeText(element));
        const ticks = ticksFor(text, 1);
        const space = text.startsWith('`') || text.endsWith('`') ? ' ' : '';
        return text === '' ? '' : `${ticks}${space}${text}${space}${ticks}`;
      }
      case 'STRONG':
      case 'B':
        return this.#around(element, '**', depth);
      case 'EM':
      case 'I':
        return this.#around(element, '*', depth);
      case 'DEL':
      case 'S':
        return this.#around(element, '~~', depth);
      case 'A': {
        const text = oneLine(this.#inlineOf(element, depth));
        const address = addressOf(element);
        if (address === null || text === '') return text;
        return text === address || `${text}/` === address ? address : `[${text}](${address})`;
      }
      default:
        return isBlock(element) ? `\n${this.blocks(element, depth).join('\n')}\n` : this.#inlineOf(element, depth);
    }
  }

  #text(node: Node): string {
    const text = (node.nodeValue ?? '').replace(/\r\n?/g, '\n').replace(/\u00a0/g, ' ');
    const parent = node.parentElement;
    return text.includes('\n') && parent !== null && this.options.keepsLines(parent) ? text : collapse(text);
  }

  #around(element: Element, mark: string, depth: number): string {
    const inside = this.#inlineOf(element, depth);
    const text = inside.trim();
    if (text === '' || text.includes('\n')) return inside;
    const [before = '', after = ''] = inside.split(text);
    return `${before}${mark}${text}${mark}${after}`;
  }

  #math(element: Element): string {
    const source =
      element.querySelector('annotation[encoding="application/x-tex"]')?.textContent ??
      element.getAttribute('data-math') ??
      element.textContent ??
      '';
    const text = oneLine(source);
    const isDisplayed =
      element.closest('.katex-display, .math-block, [display="true"]') !== null ||
      element.matches('[display="block"]') ||
      element.querySelector('math[display="block"]') !== null;
    if (text === '') return '';
    return isDisplayed ? `\n$$${text}$$\n` : `$${text}$`;
  }

  #image(image: Element): string {
    const alt = image.getAttribute('alt');
    // An empty description marks a decoration: https://html.spec.whatwg.org/multipage/images.html#alt
    return alt === '' ? '' : this.#name('image', alt ?? fileNameOf(image.getAttribute('src')));
  }
}

const showsLines = (element: Element): boolean => /^(pre|break-spaces)/.test(getComputedStyle(element).whiteSpace);

/** What an element shows, as Markdown. Scripts, styles and controls are left out; images and files are named. */
export function markdownOf(element: Element, options: MarkdownOptions = { keepsLines: showsLines }): Markdown {
  const writer = new Writer(options);
  const text = writer.blocks(element, 0).join('\n\n').toWellFormed();
  return { text, named: writer.named };
}
