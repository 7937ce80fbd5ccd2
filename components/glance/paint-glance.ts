import { createElement, drawPaths } from '@/components/banner/dom';
import type { Sign } from '@/utils/model/verdict';
import { type Glance, type GlanceRow, glanceAge } from '@/utils/model/views';
import { SIGN_SHAPES } from '@/utils/ui/marks';

function signOf(sign: Sign, size: number): SVGSVGElement {
  const svg = drawPaths(SIGN_SHAPES[sign], 'sign');
  svg.dataset.sign = sign;
  svg.setAttribute('width', String(size));
  svg.setAttribute('height', String(size));
  return svg;
}

function space(height: number): HTMLElement {
  const element = createElement('div', '');
  element.style.blockSize = `${height}px`;
  return element;
}

function rowOf({ name, initial, color, sign, levelWords }: GlanceRow, isPast: boolean, height: number): HTMLElement {
  const mark = createElement('span', 'mark', initial);
  mark.dataset.colour = color;
  const parts = [createElement('span', 'name', name), createElement('span', 'level', isPast ? '' : levelWords)];
  const row = createElement(
    'li',
    'row',
    createElement('h2', '', createElement('span', 'opener', signOf(isPast ? 'unknown' : sign, 16), mark, ...parts)),
  );
  Object.assign(row.style, { boxSizing: 'border-box', minBlockSize: `${height}px` });
  return row;
}

/**
 * Paints what the popup said last, in the same turn: as plain elements in the classes of the page that takes their place.
 * Nobody can act on it, and it is not read aloud: the page itself is there a moment later. What is past is said with its
 * time and without its signs, so that nothing is green that is not known to be.
 */
export function paintGlance(glance: Glance, now: number, root: HTMLElement): void {
  const age = glanceAge(glance, now);
  if (age === 'forgotten') return;
  const isPast = age === 'past';
  const { place, rows, theme, language, direction } = glance;
  const words = createElement('div', '', createElement('h1', '', isPast ? glance.pastText : glance.text));
  if (!isPast && glance.detail !== null) words.append(createElement('p', '', glance.detail));
  const main = createElement(
    'main',
    'popup',
    space(place.above),
    createElement('header', 'summary', signOf(isPast ? 'unknown' : glance.sign, 20), words),
    space(place.between),
    createElement('ul', 'rows', ...rows.map((row, index) => rowOf(row, isPast, place.rowHeights[index] ?? 0))),
  );
  main.lang = language;
  main.dir = direction;
  main.inert = true;
  main.ariaHidden = 'true';
  main.dataset.glance = age;
  Object.assign(main.style, { boxSizing: 'border-box', minBlockSize: `${place.height}px` });
  document.documentElement.dataset.theme = theme;
  root.replaceChildren(main);
}
