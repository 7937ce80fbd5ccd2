import { fenced, isCodeBlock, marked } from './block-marks';

/** What an editor shows for its own sake: not a word of the person's. */
function isDecoration(element: Element, style: CSSStyleDeclaration): boolean {
  if (style.display === 'none' || element.getAttribute('aria-hidden') === 'true') return true;
  if (!/placeholder/i.test(element.getAttribute('class') ?? '')) return false;
  // Style sheets name live paragraphs so, too; those can be clicked into and edited.
  return style.pointerEvents === 'none' || element.getAttribute('contenteditable') === 'false';
}

/**
 * The lines of a block as a person sees them: blocks within it begin lines, a break ends one, and a break at the end
 * of a block ends the line that is there already.
 */
export function readLines(block: Element, isInCode = false): string[] {
  const lines: string[] = [];
  const isLiteral = /pre|break-spaces/.test(getComputedStyle(block).whiteSpace);
  /** Null between lines: nothing was seen yet that would begin one. */
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
