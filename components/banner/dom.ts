import type { SignPath } from '@/utils/ui/marks';

/** A plain element with a class, holding `children`. */
export function createElement<K extends keyof HTMLElementTagNameMap>(
  tag: K,
  className: string,
  ...children: (Node | string)[]
): HTMLElementTagNameMap[K] {
  const element = document.createElement(tag);
  element.className = className;
  element.append(...children);
  return element;
}

/** A button that only the user can press: the page may dispatch synthetic clicks. */
export function createButton(
  className: string,
  onPress: () => void,
  ...children: (Node | string)[]
): HTMLButtonElement {
  const button = createElement('button', className, ...children);
  button.type = 'button';
  button.addEventListener('click', (event) => {
    if (event.isTrusted) onPress();
  });
  return button;
}

const SVG = 'http://www.w3.org/2000/svg';

/** Paths on a 16 by 16 grid in the current text color. Built without markup, which pages may forbid. */
export function drawPaths(paths: readonly SignPath[], className: string): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 16 16');
  svg.setAttribute('class', className);
  svg.setAttribute('aria-hidden', 'true');
  for (const part of paths) {
    const path = document.createElementNS(SVG, 'path');
    path.setAttribute('d', part.d);
    path.setAttribute('fill', part.paint === 'fill' ? 'currentColor' : 'none');
    if (part.paint === 'stroke') {
      path.setAttribute('stroke', 'currentColor');
      path.setAttribute('stroke-width', String(part.width));
      path.setAttribute('stroke-linejoin', 'round');
    }
    svg.append(path);
  }
  return svg;
}

/** The close button in the corner. The caller gives it its accessible name. */
export function createCloseButton(onPress: () => void): HTMLButtonElement {
  const cross = drawPaths([{ d: 'M3.5 3.5 12.5 12.5M12.5 3.5 3.5 12.5', paint: 'stroke', width: 1.5 }], 'cross');
  return createButton('dismiss', onPress, cross);
}

/**
 * A style sheet for a shadow root. The text is set as `textContent`: only then does Firefox exempt it from the page's
 * style policy (measured in Firefox 153).
 */
export function createStyle(css: string): HTMLStyleElement {
  const style = document.createElement('style');
  style.textContent = css;
  return style;
}

/** Writes a text only if it differs, so that screen readers do not announce unchanged text. Null hides the element. */
export function setText(element: HTMLElement, text: string | null): void {
  if (element.textContent !== (text ?? '')) element.textContent = text;
  element.hidden = !text;
}

/** How often a countdown has to be asked. */
export const COUNT_EVERY_MS = 1_000;

/**
 * Counts the time that a user had to read a card: while the tab is visible, and neither the pointer nor the focus is on the
 * card. The returned function must be called every `COUNT_EVERY_MS`; it returns whether the time is over.
 */
export function countdown(card: { matches(selector: string): boolean }, ms: number): () => boolean {
  let left = ms;
  return () => {
    if (!document.hidden && !card.matches(':hover, :focus-within')) left -= COUNT_EVERY_MS;
    return left <= 0;
  };
}
