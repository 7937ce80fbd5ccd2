import type { Judged } from './judge-plans';

/** The curve of fixed intervals and our plan, for one page or for all. */
export interface Panel {
  title: string;
  ours: Judged;
  /** From the shortest interval to the longest. */
  fixed: readonly Judged[];
  names: readonly string[];
}

const [WIDTH, HEIGHT, LEFT, TOP, INNER_WIDTH, INNER_HEIGHT] = [430, 300, 56, 34, 350, 210];
/** Bytes per day and seconds, as powers of ten. */
const BYTES = { from: 4, to: 8 };
const SECONDS = { from: 1, to: 3.3 };
const BYTE_TICKS = [10_000, 100_000, 1_000_000, 10_000_000, 100_000_000];
const SECOND_TICKS = [10, 30, 60, 300, 1_800];

const STYLE = `
  text { font: 11px system-ui, sans-serif; fill: #333 } .title { font-size: 13px; font-weight: 600 }
  .ground { fill: #fff } .line { stroke: #ddd } .fixed { stroke: #777; fill: none } .dot { fill: #777 }
  .ours { fill: #0a5bd6 } .open { fill: none; stroke: #0a5bd6; stroke-width: 2 }
  @media (prefers-color-scheme: dark) {
    text { fill: #ddd } .ground { fill: #15181c } .line { stroke: #333a42 } .fixed { stroke: #99a } .dot { fill: #99a }
    .ours { fill: #7db2ff } .open { stroke: #7db2ff }
  }`;

const placeOf = (value: number, { from, to }: { from: number; to: number }): number =>
  (Math.log10(value) - from) / (to - from);
const x = (bytes: number): number => Math.round(LEFT + INNER_WIDTH * placeOf(bytes, BYTES));
const y = (seconds: number): number => Math.round(TOP + INNER_HEIGHT * (1 - placeOf(seconds, SECONDS)));
const at = ({ bytesPerDay, meanDelayMs }: Judged): [number, number] => [x(bytesPerDay), y(meanDelayMs / 1_000)];

const bytesWords = (bytes: number): string => (bytes < 1_000_000 ? `${bytes / 1_000} kB` : `${bytes / 1_000_000} MB`);
const secondsWords = (seconds: number): string => (seconds < 60 ? `${seconds} s` : `${seconds / 60} min`);

function axes(): string {
  const [bottom, right] = [TOP + INNER_HEIGHT, LEFT + INNER_WIDTH];
  const upright = BYTE_TICKS.map(
    (bytes) =>
      `<path class="line" d="M${x(bytes)} ${TOP}V${bottom}"/><text x="${x(bytes)}" y="${bottom + 16}" text-anchor="middle">${bytesWords(bytes)}</text>`,
  );
  const level = SECOND_TICKS.map(
    (seconds) =>
      `<path class="line" d="M${LEFT} ${y(seconds)}H${right}"/><text x="${LEFT - 6}" y="${y(seconds) + 4}" text-anchor="end">${secondsWords(seconds)}</text>`,
  );
  return [...upright, ...level].join('\n');
}

function panelOf({ title, ours, fixed, names }: Panel, index: number): string {
  const places = fixed.map(at);
  const dots = places.map(
    ([left, top], which) =>
      `<circle class="dot" cx="${left}" cy="${top}" r="3"/><text x="${left + 6}" y="${top - 5}">${names[which] ?? ''}</text>`,
  );
  const [left, top] = at(ours);
  const hasOpen = !Number.isNaN(ours.openDelayMs);
  const open = hasOpen ? `<circle class="open" cx="${left}" cy="${y(ours.openDelayMs / 1_000)}" r="5"/>` : '';
  return `<g transform="translate(${(index % 2) * WIDTH} ${Math.floor(index / 2) * HEIGHT})">
<text class="title" x="${LEFT}" y="20">${title}</text>
${axes()}
<path class="fixed" d="M${places.map((place) => place.join(' ')).join('L')}"/>
${dots.join('\n')}
<circle class="ours" cx="${left}" cy="${top}" r="5"/>${open}
<text x="${LEFT + INNER_WIDTH}" y="${TOP + INNER_HEIGHT + 34}" text-anchor="end">bytes a day</text>
</g>`;
}

/** Delay over bytes, both logarithmic, as an SVG for light and dark backgrounds. */
export function drawCurves(panels: readonly Panel[]): string {
  const [width, height] = [2 * WIDTH, Math.ceil(panels.length / 2) * HEIGHT + 30];
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${height}" width="${width}" height="${height}" role="img">
<title>Mean delay from a change on a status page to its reading, over bytes a day: fixed intervals and ours</title>
<style>${STYLE}</style>
<rect class="ground" width="${width}" height="${height}"/>
${panels.map(panelOf).join('\n')}
<g transform="translate(${LEFT} ${height - 18})"><path class="fixed" d="M0 0H24"/><text x="30" y="4">fixed intervals</text>
<circle class="ours" cx="150" cy="0" r="5"/><text x="162" y="4">ours, all changes</text>
<circle class="open" cx="300" cy="0" r="5"/><text x="312" y="4">ours, changes while that chat is open</text></g>
</svg>
`;
}
