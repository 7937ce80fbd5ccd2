/** True for what editors make of a fenced block: ProseMirror's pre, Lexical's code as a block, Quill's container. */
export function isCodeBlock(block: Element): boolean {
  return block.matches('pre, code, .ql-code-block-container');
}

/** Between fences, so that the other assistant knows code when it sees it. */
export function fenced(block: Element, lines: readonly string[]): string[] {
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

/** What a person typed to get such a block, put before its lines again. */
export function marked(block: Element, lines: readonly string[]): string[] {
  const level = /^H([1-6])$/.exec(block.tagName)?.[1];
  if (level !== undefined) return lines.map((line) => `${'#'.repeat(Number(level))} ${line}`);
  if (block.tagName === 'BLOCKQUOTE') return lines.map((line) => `> ${line}`);
  if (block.tagName !== 'LI') return [...lines];
  const mark = itemMark(block);
  return lines.map((line, index) => (index === 0 ? mark : ' '.repeat(mark.length)) + line);
}
