import { expect, type Page, test } from '@playwright/test';
import { english } from '@/tests/fakes/english';
import { englishLike } from '@/tests/fakes/english-like';
import { ALL_STATES } from '@/tests/gallery/states/all-states';
import { LANGUAGE_CODES } from '@/utils/model/options';
import { violationsOf } from './accessibility';
import { faintGraphics } from './contrast';
import { type Gallery, type GalleryFrame, openGallery, REPRESENTATIVE, TAKES_ALL_PICTURES } from './gallery-page';
import { takePicture } from './take-picture';
import { badTextBoxes, badTextBoxesAt } from './text-boxes';

// All states share one build, one browser and one page.
test.describe.configure({ mode: 'default' });

const PICTURES = 'test-results/pictures';
let gallery: Gallery;
let page: Page;

const show = (name: string) => gallery.show(name);

test.beforeAll(async () => {
  gallery = await openGallery('gallery');
  page = gallery.page;
});

test.afterAll(async () => {
  await gallery?.close();
});

test.beforeEach(async () => {
  await page.emulateMedia({ colorScheme: 'light', forcedColors: 'none', reducedMotion: 'reduce' });
  await page.setViewportSize({ width: 380, height: 600 });
});

const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);

/** One state of each page, and of the banner. */
const ALL_SURFACES = [
  'outage-details',
  'banner-outage',
  'check-service',
  'history',
  'options-notices',
  'welcome-default',
] as const;

for (const name of Object.keys(ALL_STATES)) {
  test(`the gallery state ${name} has no accessibility violations and does not overflow`, async () => {
    await show(name);
    const isShown = TAKES_ALL_PICTURES || REPRESENTATIVE.includes(name);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      if (isShown) await takePicture(page, `${PICTURES}/${name}-${colorScheme}.png`);
      // The themes differ in colors alone.
      expect(await violationsOf(page, colorScheme === 'light' ? 'all' : 'colors')).toEqual([]);
      expect(await faintGraphics(page)).toEqual([]);
    }
    expect(await overflow(), 'at 380 px').toBeLessThanOrEqual(0);
    await page.setViewportSize({ width: 320, height: 600 });
    expect(await overflow(), 'at 320 px').toBeLessThanOrEqual(0);
    if (TAKES_ALL_PICTURES) await takePicture(page, `${PICTURES}/${name}-320.png`);
  });
}

/** Languages whose accessibility is checked too: a long one, and one that runs from right to left. */
for (const name of REPRESENTATIVE.flatMap((state) => [`${state}@de`, `${state}@ar`])) {
  test(`the translated gallery state ${name} has no accessibility violations`, async () => {
    await show(name);
    const direction = name.endsWith('@ar') ? 'rtl' : 'ltr';
    await expect(page.locator('.popup, .options, .history, .welcome, .banner-place')).toHaveCSS('direction', direction);
    if (TAKES_ALL_PICTURES) await takePicture(page, `${PICTURES}/${name}.png`);
    expect(await violationsOf(page)).toEqual([]);
  });
}

test('text that is clipped, under other text or beyond the page is found', async () => {
  const other = await page.context().newPage();
  await other.setViewportSize({ width: 320, height: 600 });
  const bad = async (body: string) => {
    await other.setContent(`<body style="margin:0;font:16px/20px monospace">${body}</body>`);
    return (await badTextBoxes(other)).map((found) => found.replace(/ \(.*/, ''));
  };
  expect(await bad('<p>Fits</p><p>Fits too</p>')).toEqual([]);
  expect(await bad('<p style="width:40px;overflow:hidden;white-space:nowrap">Too long a text</p>')).toEqual([
    'clipped: "Too long a text"',
  ]);
  expect(await bad('<p style="height:20px;width:60px;overflow:hidden">Two lines of it</p>')).toEqual([
    'clipped: "Two lines of it"',
  ]);
  expect(await bad('<p style="white-space:nowrap">This is a text that is wider than the whole page is</p>')).toEqual([
    'beyond the page: "This is a text that is wider than the whole page is"',
    'the page scrolls sideways',
  ]);
  expect(await bad('<p style="margin:0">One</p><p style="margin:-16px 0 0">Other</p>')).toEqual(['overlapping: "One"']);
  // It can be scrolled to.
  expect(await bad('<p style="width:40px;overflow:auto;white-space:nowrap">Too long a text</p>')).toEqual([]);
  await other.close();
});

test('text that fits at one width of a frame and not at another is found there', async () => {
  const other = await page.context().newPage();
  const text = 'A line that is about 340 px wide...';
  await other.setContent('<iframe></iframe>');
  const frame = await (await other.waitForSelector('iframe')).contentFrame();
  if (frame === null) throw new Error('The page has no frame');
  await frame.setContent(
    `<!doctype html><body style="margin:0;font:16px/20px monospace"><p style="margin:0;white-space:nowrap">${text}</p>`,
  );
  expect(await badTextBoxesAt(frame, 380)).toEqual([]);
  expect(await badTextBoxesAt(frame, 320)).toEqual([`beyond the page: "${text}" (p.)`, 'the page scrolls sideways']);
  await other.close();
});

test('faint text is found by its color and by what is behind it', async () => {
  const other = await page.context().newPage();
  await other.setContent('<body style="background:white"><main><p></p></main>');
  const rules = async (text: string) => {
    await other.locator('main').evaluate((main, html) => {
      main.innerHTML = html;
    }, text);
    return (await violationsOf(other, 'colors')).map(({ rule }) => rule);
  };
  expect(await rules('<p style="color:black">Text</p>')).toEqual([]);
  expect(await rules('<p style="color:black">Text</p><p style="color:#ccc">Text</p>')).toEqual(['color-contrast']);
  expect(await rules('<div style="background:#222"><p style="color:black">Text</p></div>')).toEqual(['color-contrast']);
  await other.close();
});

test('a pale sign is found, also in a shadow root, by what is behind it', async () => {
  const other = await page.context().newPage();
  const sign = (color: string) => `<svg class="sign" width="16" height="16" style="color:${color}"></svg>`;
  const banner = (ground: string, color: string) =>
    `<div><template shadowrootmode="open"><p style="background:${ground}">${sign(color)}</p></template></div>`;
  const faint = async (html: string) => {
    await other.setContent(`<!doctype html><body style="background:white">${html}`);
    return (await faintGraphics(other)).length;
  };
  expect(await faint(sign('black') + banner('white', 'black') + banner('black', 'white'))).toBe(0);
  expect(await faint(sign('#ccc') + banner('white', '#ccc') + banner('#222', 'black'))).toBe(3);
  // Of the shadow root, the ground of the page around it.
  expect(await faint(banner('transparent', 'white') + banner('transparent', 'black'))).toBe(1);
  await other.close();
});

/** One state of each surface that people see in trouble, for a picture in each language. */
const SHOWN_IN_ALL = ['outage-details', 'banner-outage', 'history'];

test.describe('the texts in each language', () => {
  let framed: GalleryFrame;

  test.beforeAll(async () => {
    framed = await gallery.openFrame();
    await framed.page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
  });

  test.afterAll(async () => {
    await framed?.page.close();
  });

  for (const language of [...LANGUAGE_CODES, 'long']) {
    test(`all texts of the gallery fit in the language ${language}, at 380 and 320 px`, async () => {
      const bad: string[] = [];
      // The themes differ in colors alone, so boxes are measured in one.
      for (const state of REPRESENTATIVE) {
        await framed.show(`${state}@${language}`);
        for (const width of [320, 380]) {
          const found = await badTextBoxesAt(framed.frame, width);
          bad.push(...found.map((box) => `${state}, ${width} px: ${box}`));
        }
        if (SHOWN_IN_ALL.includes(state)) await framed.takePicture(`${PICTURES}/languages/${state}@${language}.png`);
      }
      expect(bad).toEqual([]);
    });
  }
});

test('a screen reader says of the popup what is wrong, since when and what to do, before the rows', async () => {
  await show('outage');
  await expect(page.locator('main')).toMatchAriaSnapshot(`
    - main:
      - 'heading "Claude: partial outage" [level=1]'
      - paragraph: Since 13:26 · 47 min · Identified
      - paragraph: Affects Opus 5.5. Other Claude models may still work.
      - status
      - button "Continue in ChatGPT"
      - button "Notify me when Claude is back"
      - button "Check now"
      - list "Watched assistants":
        - listitem:
          - heading "Claude Partial outage" [level=2]:
            - button "Claude Partial outage"
          - article:
            - heading "Elevated errors on Claude Opus 5.5" [level=3]
            - paragraph: The issue has been identified and a fix is being implemented.
            - paragraph:
              - text: Anthropic · 13:58
              - link "View incident"
          - button "Works for me"
          - button "Copy for my team"
        - listitem:
          - heading "ChatGPT Operational" [level=2]:
            - button "ChatGPT Operational"
      - link "Is it me?"
      - link "History"
      - button "Settings"
  `);
});

test('a screen reader says of the banner what is wrong as a status, then how to close it and what to do', async () => {
  await show('banner-outage');
  await expect(page.locator('.banner-place')).toMatchAriaSnapshot(`
    - 'region "Understudy: status of Claude"':
      - status:
        - paragraph: "Claude: partial outage"
        - paragraph: Since 13:26 · 47 min · Identified
        - paragraph: Affects Opus 5.5. Other Claude models may still work.
      - button "Dismiss until it gets worse"
      - paragraph: Elevated errors on Claude Opus 5.5 · The issue has been identified and a fix is being implemented.
      - paragraph:
        - text: Anthropic · 13:58 ·
        - link "View incident"
      - paragraph: Checked 14:13
      - button "Continue in…"
      - button "Notify me when it’s back"
      - button "Is it me?"
      - status
  `);
});

/** Over somebody's conversation, height matters most. */
for (const name of [
  'banner-outage',
  'banner-monitoring',
  'banner-major-outage',
  'banner-long-texts',
  'banner-without-incident',
  'banner-suspected',
  'banner-recovery-alert-requested',
]) {
  test(`the closed banner of the gallery state ${name} is at most 168 px high`, async () => {
    await page.setViewportSize({ width: 640, height: 600 });
    await show(name);
    const card = page.locator('.understudy');
    await page.screenshot({ path: `${PICTURES}/${name}-wide.png` });
    const box = await card.boundingBox();
    expect(box?.width).toBe(420);
    test.info().annotations.push({ type: 'height', description: `${name}: ${box?.height} px` });
    expect(box?.height).toBeLessThanOrEqual(168);
  });
}

test('the closed banner is at most 190 px high in every language', async () => {
  await page.setViewportSize({ width: 640, height: 600 });
  const heights: Record<string, number | undefined> = {};
  for (const language of LANGUAGE_CODES) {
    for (const state of ['banner-outage', 'banner-major-outage', 'banner-suspected']) {
      await show(`${state}@${language}`);
      heights[`${state}@${language}`] = (await page.locator('.understudy').boundingBox())?.height;
    }
  }
  test.info().annotations.push({ type: 'height', description: JSON.stringify(heights) });
  expect(Object.entries(heights).filter(([, height]) => height === undefined || height > 190)).toEqual([]);
});

test('the primary button of the banner has the color of ink, and its list is directly beneath it', async () => {
  await show('banner-fallbacks');
  for (const width of [640, 380, 320]) {
    await page.setViewportSize({ width, height: 700 });
    await page.screenshot({ path: `${PICTURES}/banner-fallbacks-${width}.png` });
    const button = page.getByRole('button', { name: english('banner_continue') });
    await page.mouse.move(0, 0);
    const ink = await page.locator('.understudy').evaluate((card) => getComputedStyle(card).color);
    expect(await button.evaluate((element) => getComputedStyle(element).backgroundColor)).toBe(ink);
    const [above, first, second, notify] = await Promise.all([
      button.boundingBox(),
      page.getByRole('button', { name: 'ChatGPT' }).boundingBox(),
      page.getByRole('button', { name: 'Gemini' }).boundingBox(),
      page.getByRole('button', { name: english('await_ask') }).boundingBox(),
    ]);
    expect((first?.y ?? 0) - ((above?.y ?? 0) + (above?.height ?? 0)), `at ${width} px`).toBeLessThanOrEqual(8);
    expect(first?.x).toBe(above?.x);
    expect(second?.y).toBeGreaterThan(first?.y ?? 0);
    expect(notify?.y).toBeGreaterThan(second?.y ?? 0);
    expect(first?.height).toBeGreaterThanOrEqual(24);
  }
});

/** Pixels, at the width of a popup window. Chrome shows at most 600 px of it. */
const POPUP_HEIGHTS: Readonly<Record<string, number>> = {
  healthy: 220,
  // With the line that offers the banner.
  'first-run': 260,
  'banner-offer': 260,
  outage: 420,
  'outage-chat-in-front': 420,
  // With lines for the conversation in front.
  'healthy-conversation': 260,
  'outage-conversation-offered': 490,
  // With a line for drafts.
  'outage-draft-pending': 440,
  'outage-saved-drafts': 440,
  // With two lines about the fallback and the draft.
  'outage-custom-fallbacks': 460,
  // With the request and its option.
  'recovery-alert-requested': 480,
  'several-outages': 600,
  'several-outages-details': 600,
  'outage-details': 600,
  'long-texts-details': 600,
  'all-watched': 600,
};

for (const [name, limit] of Object.entries(POPUP_HEIGHTS)) {
  test(`the popup in the gallery state ${name} is at most ${limit} px high, with header and footer in view`, async () => {
    await show(name);
    const main = page.locator('main.popup');
    const height = await main.evaluate((element) => element.getBoundingClientRect().height);
    test.info().annotations.push({ type: 'height', description: `${name}: ${height} px` });
    expect(height).toBeLessThanOrEqual(limit);
    expect(await page.evaluate(() => document.documentElement.scrollHeight - innerHeight)).toBeLessThanOrEqual(0);
    for (const end of ['first', 'last'] as const) {
      await page.locator('.row')[end]().scrollIntoViewIfNeeded();
      await expect(page.getByRole('heading', { level: 1 })).toBeInViewport({ ratio: 1 });
      await expect(page.getByRole('button', { name: english('popup_options') })).toBeInViewport({ ratio: 1 });
    }
  });
}

test('the side panel fills a wide panel and does not overflow', async () => {
  await page.setViewportSize({ width: 560, height: 900 });
  await show('outage-side-panel');
  for (const colorScheme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme });
    await takePicture(page, `${PICTURES}/outage-side-panel-wide-${colorScheme}.png`);
  }
  const main = await page.locator('main.popup').boundingBox();
  expect(main?.width).toBe(560);
  // The header is at the top and the footer at the bottom, whatever the rows need.
  expect(main?.height).toBe(900);
  // Every watched assistant with a known history has its strip, whether its row is open or not.
  await expect(page.getByRole('img', { name: englishLike('popup_strip_alt', 'Claude', /.+/) })).toHaveCount(1);
  await page.getByRole('button', { name: `Claude ${english('level_partial_outage')}` }).click();
  await expect(page.getByRole('img', { name: englishLike('popup_strip_alt', 'Claude', /.+/) })).toHaveCount(1);
  expect(await overflow()).toBeLessThanOrEqual(0);
});

/** Chrome shows at most 600 px of a popup. */
for (const name of Object.keys(ALL_STATES).filter((state) => state.startsWith('check-'))) {
  test(`the page ${name} fits into a popup, in English and in German`, async () => {
    for (const translated of [name, `${name}@de`]) {
      await show(translated);
      if (TAKES_ALL_PICTURES) await takePicture(page, `${PICTURES}/${translated}-popup.png`);
      const main = await page.locator('main').boundingBox();
      expect(main?.height, translated).toBeLessThanOrEqual(600);
    }
  });
}

test('"Is it me?" has the same height while it runs and with an ordinary answer', async () => {
  const heights: (number | undefined)[] = [];
  for (const name of ['check-running', 'check-service', 'check-nothing-found']) {
    await show(name);
    heights.push((await page.locator('main').boundingBox())?.height);
  }
  expect(heights).toEqual([500, 500, 500]);
});

test('the question of "Is it me?" does not move when its answer changes the diagnosis', async () => {
  const top = async (name: string) => {
    await show(name);
    return (await page.getByRole('group', { name: english('check_sees') }).boundingBox())?.y;
  };
  const before = await top('check-nothing-found');
  for (const name of ['check-slow', 'check-fails', 'check-sign-in', 'check-history', 'check-error-text']) {
    expect(await top(name), name).toBe(before);
  }
});

test('the answer of "Is it me?" stays in view while the user says what they see', async () => {
  await page.setViewportSize({ width: 380, height: 420 });
  await show('check-nothing-found');
  await page.getByRole('button', { name: english('check_again') }).scrollIntoViewIfNeeded();
  await page.getByRole('button', { name: english('check_symptom_sign_in') }).click();
  const heading = page.getByRole('heading', { level: 1 });
  await expect(heading).toHaveText(english('check_cause_signed_out', 'Claude'));
  await expect(heading).toBeInViewport({ ratio: 1 });
});

test('the welcome page fits on one screen, also with its sample banner', async () => {
  await page.setViewportSize({ width: 1000, height: 720 });
  for (const name of ['welcome-default', 'welcome-allowed']) {
    await show(name);
    await takePicture(page, `${PICTURES}/${name}-wide.png`);
    expect((await page.locator('main').boundingBox())?.height, name).toBeLessThanOrEqual(600);
  }
  await show('welcome-sample');
  await page.screenshot({ path: `${PICTURES}/welcome-sample-wide.png` });
  await expect(page.getByRole('button', { name: english('banner_close') })).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole('button', { name: english('banner_continue') })).toBeInViewport({ ratio: 1 });
});

test('typing into the search of a list of assistants moves nothing below the list', async () => {
  await page.setViewportSize({ width: 1280, height: 800 });
  for (const [name, next] of [
    ['options-adding', page.getByRole('button', { name: english('own_pages') })],
    ['welcome-list', page.getByRole('button', { name: english('welcome_done') })],
  ] as const) {
    await show(name);
    await takePicture(page, `${PICTURES}/${name}-wide.png`);
    const before = await next.boundingBox();
    for (const typed of ['co', 'A name that no assistant has']) {
      await page.getByRole('searchbox').fill(typed);
      await expect(page.getByRole('status').filter({ hasText: typed === 'co' ? /^\d+ / : typed })).toBeVisible();
      expect((await next.boundingBox())?.y, `${name}, with "${typed}"`).toBe(before?.y);
    }
  }
});

test('the section of assistants is at most 720 px high while nothing is added', async () => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await show('options-assistants');
  await takePicture(page, `${PICTURES}/options-assistants-wide.png`);
  const box = await page.getByRole('region', { name: english('assistants'), exact: true }).boundingBox();
  test.info().annotations.push({ type: 'height', description: `the section: ${box?.height} px` });
  expect(box?.height).toBeLessThanOrEqual(720);
});

test('the sample banner of the welcome page comes into view in a low window', async () => {
  await page.setViewportSize({ width: 700, height: 480 });
  // A state that is shown already keeps its open banner.
  await show('welcome-default');
  await show('welcome-sample');
  await expect(page.getByRole('button', { name: english('banner_close') })).toBeInViewport({ ratio: 1 });
  await expect(page.getByRole('button', { name: english('banner_continue') })).toBeInViewport({ ratio: 1 });
});

test.describe('the history page', () => {
  // A state keeps what was pressed until another one is shown.
  test.beforeEach(async () => {
    await page.reload();
  });

  const topOf = (selector: string) =>
    page
      .locator(selector)
      .first()
      .evaluate((element) => element.getBoundingClientRect().top);

  for (const name of ['history', 'history-compare', 'history-table', 'history-compare-table', 'history-nothing']) {
    test(`the page ${name} has one header line, and does not overflow in a wide tab`, async () => {
      await page.setViewportSize({ width: 1000, height: 800 });
      await show(name);
      for (const colorScheme of ['light', 'dark'] as const) {
        await page.emulateMedia({ colorScheme });
        await takePicture(page, `${PICTURES}/${name}-wide-${colorScheme}.png`);
      }
      expect(await overflow()).toBeLessThanOrEqual(0);
      const bar = await page.locator('.bar').first().boundingBox();
      expect(bar?.height).toBeLessThanOrEqual(36);
    });
  }

  test('the history page shows the first figure near its top and the strip over the full width', async () => {
    for (const [width, most] of [
      [1000, 140],
      [380, 200],
      [320, 230],
    ] as const) {
      await page.setViewportSize({ width, height: 800 });
      await show('history');
      expect(await topOf('.figure'), `the figure at ${width} px`).toBeLessThanOrEqual(most);
      const [strip, heading] = await Promise.all([
        page.locator('.uptime .cells').boundingBox(),
        page.locator('.uptime').boundingBox(),
      ]);
      expect(strip?.width, `the strip at ${width} px`).toBe(heading?.width);
    }
  });

  test('the order of the history page is uptime, incidents, what was said, delays, patterns, log', async () => {
    await show('history');
    await expect(page.getByRole('heading', { level: 2 })).toHaveText([
      english('history_uptime'),
      english('history_incidents'),
      english('history_minute'),
      english('history_delay_heading'),
      english('history_pattern'),
      english('popup_why'),
    ]);
  });

  test('one choice shows all charts of the history page as tables', async () => {
    await show('history');
    await expect(page.getByRole('table')).toHaveCount(0);
    await page.getByRole('checkbox', { name: english('history_as_table') }).check();
    for (const name of [
      `Claude, ${english('history_reported')}`,
      english('history_hours'),
      english('history_lengths'),
    ]) {
      await expect(page.getByRole('table', { name })).toBeVisible();
    }
    await expect(page.locator('.cells, .hours, .lengths')).toHaveCount(0);
  });

  test('the range of the history page decides how many days the strip has', async () => {
    await show('history');
    await expect(page.locator('.cells > span')).toHaveCount(90);
    const week = page.getByRole('button', { name: english('duration_days', '7'), exact: true });
    await week.click();
    await expect(week).toHaveAttribute('aria-pressed', 'true');
    await expect(page.locator('.cells > span')).toHaveCount(7);
  });

  test('the export menu opens and closes by keyboard, and with a click elsewhere', async () => {
    await show('history');
    const opener = page.getByRole('button', { name: english('history_export'), exact: true });
    const choice = page.getByRole('button', { name: english('history_export_csv') });
    await opener.focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    await page.screenshot({ path: `${PICTURES}/history-export.png` });
    await page.keyboard.press('Escape');
    await expect(choice).toHaveCount(0);
    await expect(opener).toBeFocused();
    await opener.click();
    await page.getByText(english('history_export_why')).click();
    await expect(choice).toBeVisible();
    await page.getByRole('heading', { name: english('history_incidents') }).click();
    await expect(choice).toHaveCount(0);
  });

  test('the history page keeps its bars, rings, tab and range in forced colors', async () => {
    await page.emulateMedia({ forcedColors: 'active' });
    await show('history');
    await takePicture(page, `${PICTURES}/history-forced-colors.png`);
    const backgroundOf = (selector: string) =>
      page
        .locator(selector)
        .first()
        .evaluate((element) => getComputedStyle(element).backgroundColor);
    const ground = await backgroundOf('body');
    for (const selector of ['.cells [data-level="operational"]', '.bar-fill', '.ranges [aria-pressed="true"]']) {
      expect(await backgroundOf(selector), selector).not.toBe(ground);
    }
    await expect(page.locator('.ring').first()).toHaveCSS('border-top-style', 'solid');
    const lines = await page
      .locator('.places a')
      .evaluateAll((all) => all.map((one) => getComputedStyle(one).borderBottomColor));
    expect(lines[1]).not.toBe(ground);
    expect([lines[0], lines[2]]).toEqual([ground, ground]);
    expect(await violationsOf(page)).toEqual([]);
  });

  test('each uptime explains itself on request', async () => {
    await show('history');
    const words = page.getByText(english('history_seen_why'));
    await expect(words).toHaveCount(0);
    const about = page.getByRole('button', { name: english('history_seen') });
    await about.click();
    await expect(words).toBeVisible();
    await expect(about).toHaveAttribute('aria-expanded', 'true');
    await about.click();
    await expect(words).toHaveCount(0);
  });
});

test('the settings keep their switches, boxes and current section in forced colors', async () => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.emulateMedia({ forcedColors: 'active' });
  for (const name of ['options-assistants', 'options-notices']) {
    await show(name);
    await page.screenshot({ path: `${PICTURES}/${name}-forced-colors.png` });
    await expect(page.locator('nav [aria-current]')).toHaveCSS('outline-style', 'solid');
    expect(await violationsOf(page)).toEqual([]);
  }
});

for (const name of [
  'options-adding',
  'options-default',
  'options-plan-b',
  'options-notices',
  'options-drafts',
  'options-granted',
  'options-settings',
]) {
  test(`the section of ${name} fits in a window of 1280 by 800 px`, async () => {
    await page.setViewportSize({ width: 1280, height: 800 });
    await show(name);
    for (const colorScheme of ['light', 'dark'] as const) {
      await page.emulateMedia({ colorScheme });
      await page.screenshot({ path: `${PICTURES}/${name}-wide-${colorScheme}.png` });
    }
    const bottom = await page.locator('.content').evaluate((content) => content.getBoundingClientRect().bottom);
    expect(bottom).toBeLessThanOrEqual(800);
    expect(await overflow()).toBeLessThanOrEqual(0);
    // The navigation is still at the left, and leaves less room than a narrow page has.
    await page.setViewportSize({ width: 680, height: 800 });
    await page.screenshot({ path: `${PICTURES}/${name}-680.png` });
    expect(await overflow(), 'at 680 px').toBeLessThanOrEqual(0);
    const isCut = await page.locator('.content').evaluate((content) => content.scrollWidth > content.clientWidth);
    expect(isCut, 'at 680 px').toBe(false);
  });
}

test.describe('the pages during an outage', () => {
  test('pages during an outage keep every sign, bar and button in forced colors', async () => {
    await page.emulateMedia({ forcedColors: 'active' });
    await show('outage-details');
    await takePicture(page, `${PICTURES}/outage-open-forced-colors.png`);
    const button = page.getByRole('button', { name: english('popup_react_works') });
    await expect(button).toBeVisible();
    const primary = page.getByRole('button', { name: english('popup_continue_in', 'ChatGPT') });
    expect(await primary.evaluate((element) => getComputedStyle(element).borderTopStyle)).toBe('solid');
    expect(await violationsOf(page)).toEqual([]);
  });

  test('no page has animations with reduced motion, nor has the banner, which fades in otherwise', async () => {
    /** Also in shadow roots, which `document.getAnimations` leaves out. */
    const animations = () =>
      page.evaluate(
        () => [...document.querySelectorAll('*')].flatMap((element) => element.getAnimations({ subtree: true })).length,
      );
    const fade = () =>
      page.locator('.understudy').evaluate((card) => {
        const { animationName, transitionProperty, transitionDuration } = getComputedStyle(card);
        return { animationName, moves: transitionProperty !== 'none' && parseFloat(transitionDuration) > 0 };
      });
    for (const name of ALL_SURFACES) {
      await show(name);
      expect(await animations(), name).toBe(0);
    }
    await show('banner-outage');
    const still = await fade();
    await page.emulateMedia({ reducedMotion: 'no-preference' });
    expect(await fade()).not.toEqual(still);
  });

  test('every page and the banner pass axe in forced colors', async () => {
    await page.emulateMedia({ forcedColors: 'active' });
    for (const name of ALL_SURFACES) {
      await show(name);
      await takePicture(page, `${PICTURES}/${name}-forced-colors.png`);
      expect(await violationsOf(page), name).toEqual([]);
    }
  });

  test('pages during an outage show everything at 200 % zoom', async () => {
    // Zoom halves the CSS pixels: the largest popup (800 by 600) has 400 by 300, a tab of 1280 has 640.
    for (const [width, height] of [
      [400, 300],
      [640, 480],
    ] as const) {
      await page.setViewportSize({ width, height });
      for (const name of ALL_SURFACES) {
        await show(name);
        await page.screenshot({ path: `${PICTURES}/${name}-zoomed-${width}.png` });
        expect(await overflow()).toBeLessThanOrEqual(0);
        const last = page.getByRole('button').last();
        await last.scrollIntoViewIfNeeded();
        await expect(last).toBeInViewport();
      }
    }
  });

  test('a popup row opens and closes by keyboard and keeps the focus', async () => {
    await show('outage');
    const row = page.getByRole('button', { name: `Claude ${english('level_partial_outage')}` });
    await row.focus();
    await page.keyboard.press('Enter');
    await expect(row).toHaveAttribute('aria-expanded', 'true');
    await expect(row).toBeFocused();
    await expect(page.getByRole('img', { name: englishLike('popup_strip_alt', 'Claude', /.+/) })).toBeVisible();
    await page.keyboard.press('Space');
    await expect(row).toHaveAttribute('aria-expanded', 'false');
  });
});
