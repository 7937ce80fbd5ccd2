import { expect, type Page, test } from '@playwright/test';
import { type Gallery, openGallery, REPRESENTATIVE, TAKES_ALL_PICTURES } from './gallery-page';
import { takePicture } from './take-picture';
import { badTextBoxes } from './text-boxes';
import { touchTargets } from './touch-targets';

// The states share one build, one browser and one page with a touch screen, on which `pointer: coarse` matches.
test.describe.configure({ mode: 'default' });

const PICTURES = 'test-results/pictures/phone';
const WIDTHS = [390, 320] as const;
let gallery: Gallery;
let page: Page;

test.beforeAll(async () => {
  gallery = await openGallery('gallery-phone', {
    hasTouch: true,
    isMobile: true,
    viewport: { width: 390, height: 844 },
  });
  page = gallery.page;
});

test.afterAll(async () => {
  await gallery?.close();
});

test.beforeEach(async () => {
  await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
});

/** The whole page, in a screen as high as it is: for a picture of more than the screen, Chromium takes the finger away. */
async function takePictures(name: string): Promise<void> {
  const { width } = page.viewportSize() ?? { width: 0 };
  await page.setViewportSize({ width, height: await page.evaluate(() => document.documentElement.scrollHeight) });
  await takePicture(page, `${PICTURES}/${name}-light.png`);
  if (!TAKES_ALL_PICTURES) return;
  await page.emulateMedia({ colorScheme: 'dark' });
  await takePicture(page, `${PICTURES}/${name}-dark.png`);
  await page.emulateMedia({ colorScheme: 'light' });
}

/** Not by `innerWidth`: a phone zooms out until a page that is too wide fits. */
async function badBoxes(): Promise<string[]> {
  const wide = await page.evaluate(() => document.documentElement.scrollWidth);
  const isTooWide = wide > (page.viewportSize()?.width ?? 0);
  return [...(isTooWide ? [`the page is ${wide} px wide`] : []), ...(await badTextBoxes(page))];
}

test('a target that is small, covered by another one or invisible is found', async () => {
  const other = await page.context().newPage();
  const bad = async (body: string) => {
    await other.setContent(
      `<meta name="viewport" content="width=device-width"><body style="font:16px/20px monospace">${body}</body>`,
    );
    return (await touchTargets(other)).bad.map((found) => found.replace(/ \(.*/, ''));
  };
  const button = (name: string, style = '') =>
    `<button style="display:block;width:44px;height:44px;${style}">${name}</button>`;
  expect(await bad(button('A') + button('B'))).toEqual([]);
  expect(await bad(button('Low', 'height:43px'))).toEqual(['small: "Low"']);
  expect(await bad(button('Narrow', 'width:43px'))).toEqual(['small: "Narrow"']);
  expect(await bad(button('A') + button('B', 'margin-top:-4px'))).toEqual(['overlapping: "A"']);
  expect(await bad(button('A', 'opacity:0'))).toEqual(['invisible: "A"']);
  expect(await bad('<p>Text with <a href="#">a link</a> in it</p>')).toEqual([]);
  expect(await bad('<p><a href="#">A link</a></p>')).toEqual(['small: "A link"']);
  expect(await bad('<label><input type="checkbox"> A box</label>')).toEqual(['small: "A box"']);
  expect(await bad('<label style="display:block;height:44px"><input type="checkbox"> A box</label>')).toEqual([]);
  expect(
    await bad('<div id="host"></div><script>host.attachShadow({mode:"open"}).innerHTML="<button>X</button>"</script>'),
  ).toEqual(['small: "X"']);
  await other.close();
});

test('every target of the gallery is at least 44 px wide and high on a touch screen', async () => {
  const bad: string[] = [];
  let count = 0;
  for (const state of REPRESENTATIVE) {
    await gallery.show(state);
    await expect.poll(() => page.evaluate(() => matchMedia('(pointer: coarse) and (hover: none)').matches)).toBe(true);
    for (const width of WIDTHS) {
      await page.setViewportSize({ width, height: 844 });
      const found = await touchTargets(page);
      count += found.count;
      bad.push(...found.bad.map((each) => `${state}, ${width} px: ${each}`));
      bad.push(...(await badBoxes()).map((each) => `${state}, ${width} px: ${each}`));
      if (width === WIDTHS[0] || TAKES_ALL_PICTURES) await takePictures(`${state}-${width}`);
    }
  }
  test.info().annotations.push({ type: 'targets', description: `${count} in ${REPRESENTATIVE.length} states` });
  expect(bad).toEqual([]);
});

test('all texts of the gallery fit at 200 % text size, at 380 and 320 px', async () => {
  const bad: string[] = [];
  await gallery.show('outage');
  // Our pages size their text in rem. The banner is on a page with a root of its own, where only zoom reaches it.
  const css = '.large { font-size: 200% } .large .chat { font-size: 16px } .large .banner-place { zoom: 2 }';
  await page.addStyleTag({ content: css });
  const setLarge = (isLarge: boolean) =>
    page.evaluate((on) => document.documentElement.classList.toggle('large', on), isLarge);
  for (const state of REPRESENTATIVE) {
    // Some states are reached by a press, which needs a page that fits.
    await setLarge(false);
    await gallery.show(state);
    await setLarge(true);
    for (const width of [380, 320]) {
      await page.setViewportSize({ width, height: 844 });
      bad.push(...(await badBoxes()).map((each) => `${state}, ${width} px: ${each}`));
      if (TAKES_ALL_PICTURES) await takePictures(`${state}-${width}-200-percent`);
    }
  }
  await page.reload();
  expect(bad).toEqual([]);
});
