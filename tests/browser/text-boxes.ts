import type { Frame, Page } from '@playwright/test';

/**
 * Text that cannot be read as a whole: clipped, beyond the edge of the page, or under other text; and whether the page
 * scrolls sideways. Measured by the boxes of the lines of each text, because an element may be larger than its text. Texts
 * of others may end in an ellipsis; the pages mark them with `dir="auto"`.
 */
export function badTextBoxes(page: Page): Promise<string[]> {
  return page.evaluate(findBadTextBoxes);
}

/**
 * The same for a page in a frame, at this width of the frame in pixels. A frame is resized and measured in one call, which
 * takes less time than another size of the window.
 */
export function badTextBoxesAt(frame: Frame, width: number): Promise<string[]> {
  return frame.evaluate<string[]>(`(${resizeFrame})(${width}).then(${findBadTextBoxes})`);
}

async function resizeFrame(width: number): Promise<void> {
  const frame = window.frameElement as HTMLElement;
  frame.style.width = `${width}px`;
  // What observes its size has answered after the frame is drawn.
  await new Promise((resolve) => requestAnimationFrame(() => setTimeout(resolve)));
  if (innerWidth !== width) throw new Error(`The frame is ${innerWidth} px wide`);
}

function findBadTextBoxes(): string[] {
  interface Box {
    left: number;
    right: number;
    top: number;
    bottom: number;
  }
  interface TextBox {
    element: Element;
    text: string;
    lines: Box[];
    isCut: boolean;
    isRaised: boolean;
  }
  /** Rounding of positions, and parts of letters that have no ink. */
  const TOLERANCE = 1.5;
  /** Lines of one paragraph overlap by a few pixels where the line height is small. */
  const LINE_TOLERANCE = 5;

  interface Surroundings {
    isForScreenReaders: boolean;
    isRaised: boolean;
    /** The element and its ancestors that cut off what is beyond them, or scroll. */
    frames: { overflowX: string; overflowY: string; box: DOMRect }[];
  }
  const known = new Map<Element, Surroundings>();
  const surroundingsOf = (element: Element): Surroundings => {
    const found = known.get(element);
    if (found !== undefined) return found;
    const above = element.parentElement ?? (element.getRootNode() as ShadowRoot).host ?? null;
    const outer = above === null ? null : surroundingsOf(above);
    const { position, clipPath, inlineSize, overflowX, overflowY } = getComputedStyle(element);
    const isFrame = element !== document.documentElement && element !== document.body && overflowX !== 'visible';
    const surroundings = {
      isForScreenReaders:
        (position === 'absolute' && (clipPath !== 'none' || inlineSize === '1px')) ||
        outer?.isForScreenReaders === true,
      isRaised: ['absolute', 'fixed', 'sticky'].includes(position) || outer?.isRaised === true,
      frames: [
        ...(isFrame ? [{ overflowX, overflowY, box: element.getBoundingClientRect() }] : []),
        ...(outer?.frames ?? []),
      ],
    };
    known.set(element, surroundings);
    return surroundings;
  };
  const within = (line: Box, frame: Box): Box => ({
    left: Math.max(line.left, frame.left),
    right: Math.min(line.right, frame.right),
    top: Math.max(line.top, frame.top),
    bottom: Math.min(line.bottom, frame.bottom),
  });
  const isEmpty = ({ left, right, top, bottom }: Box) => right - left <= 1 || bottom - top <= 1;

  /** What is visible of a text, and whether a part of it can't be reached. What scrolls can be reached. */
  const boxOf = (node: Text, element: Element): TextBox | null => {
    const { isForScreenReaders, isRaised, frames } = surroundingsOf(element);
    if (isForScreenReaders) return null;
    const range = document.createRange();
    range.selectNodeContents(node);
    let lines: Box[] = [...range.getClientRects()].filter((line) => !isEmpty(line));
    let isCut = false;
    for (const { overflowX, overflowY, box: frame } of frames) {
      const isCutHere = lines.some(
        (line) =>
          (['hidden', 'clip'].includes(overflowX) &&
            (line.left < frame.left - TOLERANCE || line.right > frame.right + TOLERANCE)) ||
          (['hidden', 'clip'].includes(overflowY) &&
            (line.top < frame.top - LINE_TOLERANCE || line.bottom > frame.bottom + LINE_TOLERANCE)),
      );
      isCut ||= isCutHere;
      lines = lines.map((line) => within(line, frame)).filter((line) => !isEmpty(line));
    }
    return { element, text: node.data.trim(), lines, isCut, isRaised };
  };

  const textBoxesIn = (root: Element | ShadowRoot): TextBox[] => {
    const boxes: TextBox[] = [];
    const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT | NodeFilter.SHOW_ELEMENT);
    for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
      if (node instanceof Element && node.shadowRoot !== null) boxes.push(...textBoxesIn(node.shadowRoot));
      const element = node.parentElement;
      if (!(node instanceof Text) || element === null || node.data.trim() === '') continue;
      if (!element.checkVisibility({ opacityProperty: true, visibilityProperty: true })) continue;
      if (element.closest('option, style, script') !== null) continue;
      const box = boxOf(node, element);
      if (box !== null) boxes.push(box);
    }
    return boxes;
  };

  const named = ({ element, text }: TextBox) =>
    `"${text.slice(0, 60)}" (${element.tagName.toLowerCase()}.${element.getAttribute('class') ?? ''})`;
  const areOverlapping = (one: TextBox, other: TextBox) =>
    one.lines.some((a) =>
      other.lines.some((b) => {
        const shared = within(a, b);
        return shared.right - shared.left > TOLERANCE && shared.bottom - shared.top > LINE_TOLERANCE;
      }),
    );

  const boxes = textBoxesIn(document.body);
  const found: string[] = [];
  for (const box of boxes) {
    const isBeyond = box.lines.some(({ left, right }) => left < -TOLERANCE || right > innerWidth + TOLERANCE);
    if (isBeyond) found.push(`beyond the page: ${named(box)}`);
    if (box.isCut && box.element.closest('[dir="auto"]') === null) found.push(`clipped: ${named(box)}`);
  }
  // What is raised, such as an open menu, covers other text on purpose.
  const flat = boxes.filter(({ isRaised }) => !isRaised);
  for (const [index, one] of flat.entries()) {
    for (const other of flat.slice(index + 1)) {
      if (one.element !== other.element && areOverlapping(one, other)) {
        found.push(`overlapping: ${named(one)} and ${named(other)}`);
      }
    }
  }
  if (document.documentElement.scrollWidth > innerWidth) found.push('the page scrolls sideways');
  return found;
}
