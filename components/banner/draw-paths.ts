import type { SignPath } from '@/utils/ui/sign-shapes';

const SVG = 'http://www.w3.org/2000/svg';

/** Paths of a 16 by 16 grid in the colour of the text around them, built without markup: pages may forbid markup. */
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
