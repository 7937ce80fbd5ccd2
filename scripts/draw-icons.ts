import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { chromium, type Page } from '@playwright/test';
import { SIGNS, type Sign } from '@/utils/model/verdict';
import { APP_ICON_SIZES, SIGN_SHAPES, type SignPath } from '@/utils/ui/marks';
import { findChromium } from './find-chromium.mjs';

// Draws all icons from `SIGN_SHAPES` in `utils/ui/marks.ts` in Chromium: `npm run icons`. Needed only when a shape
// changes.

const ROOT = join(import.meta.dirname, '..');
const ICONS = join(ROOT, 'public/icons');
/** Additional images for the stores: the logo of Edge's listing. */
const STORE_PICTURES = join(ROOT, 'docs/store/pictures');
const EDGE_LOGO_SIZE = 300;

/** Mid tones with 3:1 contrast to a white toolbar, to a dark one (#3c3c3c) and to the white sign on them. */
const DISC: Record<Sign, string> = {
  up: '#12988b',
  maintenance: '#5b84e6',
  unknown: '#828c93',
  suspected: '#c27c0e',
  degraded: '#c27c0e',
  partial_outage: '#d8692c',
  major_outage: '#ee4f4d',
  offline: '#828c93',
};

const svg = (inner: string): string =>
  `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 16 16" width="100%" height="100%">${inner}</svg>`;

/** Two discs. The back one is visible as a crescent on the side of the badge, separated by a gap. */
const discs = (color: string, frontRadius: number, backRadius: number): string => `
  <mask id="behind">
    <path d="M0 0h16v16H0Z" fill="#fff"/><circle cx="${frontRadius}" cy="${frontRadius}" r="${frontRadius + 1}"/>
  </mask>
  <circle cx="${16 - backRadius}" cy="${16 - backRadius}" r="${backRadius}" fill="${color}" mask="url(#behind)"/>
  <circle cx="${frontRadius}" cy="${frontRadius}" r="${frontRadius}" fill="${color}"/>`;

const path = (part: SignPath): string =>
  part.paint === 'fill'
    ? `<path d="${part.d}" fill="#fff"/>`
    : `<path d="${part.d}" fill="none" stroke="#fff" stroke-width="${part.width}" stroke-linejoin="round"/>`;

function toolbarIcon(sign: Sign): string {
  // 13 and 9 whole pixels at the smallest size: the front disc and the octagon in it.
  const [radius, scale] = [6.5, 9 / 14];
  const offset = radius - 8 * scale;
  const shape = SIGN_SHAPES[sign].map(path).join('');
  return svg(
    `${discs(DISC[sign], radius, 6)}<g transform="translate(${offset} ${offset}) scale(${scale})">${shape}</g>`,
  );
}

async function draw(page: Page, file: string, size: number, markup: string): Promise<void> {
  await page.setViewportSize({ width: size, height: size });
  await page.setContent(`<style>html,body{margin:0;overflow:hidden;height:100%}svg{display:block}</style>${markup}`);
  await writeFile(file, await page.screenshot({ omitBackground: true }));
}

const executablePath = findChromium();
if (executablePath === null) throw new Error('No Chromium was found: npm run setup installs one.');
const browser = await chromium.launch({ executablePath });
for (const folder of [ICONS, STORE_PICTURES]) await mkdir(folder, { recursive: true });
const page = await browser.newPage();
const app = svg(discs(DISC.up, 5.5, 5.5));
for (const size of APP_ICON_SIZES) await draw(page, join(ICONS, `app-${size}.png`), size, app);
for (const sign of SIGNS) {
  for (const size of [16, 32]) await draw(page, join(ICONS, `toolbar-${sign}-${size}.png`), size, toolbarIcon(sign));
}
await draw(page, join(STORE_PICTURES, 'edge-logo.png'), EDGE_LOGO_SIZE, app);
await browser.close();
