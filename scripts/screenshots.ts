import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { BannerProbe } from '@/tests/browser/banner-probe';
import { openFresh } from '@/tests/browser/make-profile';
import { seedHistory } from '@/tests/browser/seed-history';
import { typeDraft } from '@/tests/browser/type-draft';
import { Understudy } from '@/tests/browser/understudy';
import { findScenario } from '@/tests/loopback/scenarios/find-scenario';
import { startLoopback } from '@/tests/loopback/start-loopback';
import { assistantOf } from '@/utils/assistants/lookups';
import { allPatterns } from '@/utils/assistants/patterns';
import { type Catalog, translateBy } from '@/utils/i18n/speech';
import { coreIdsOf, statusPageOf } from '@/utils/model/assistant';
import { DEFAULT_OPTIONS, LANGUAGE_CODES, type Language } from '@/utils/model/options';

// Takes the pictures of the listings and of the README from the shipped bundle: `npm run screenshots`, or with the codes of
// some languages. Only the chat site around the banner is a mock of our own design: a listing must not contain pictures of
// other products.

const EXTENSION = path.resolve('.output/chrome-mv3');
const FOLDER = path.resolve('docs/store/pictures');
/** The pictures of the README, in English. */
const README_PICTURES = { banner: path.resolve('docs/banner.png'), popup: path.resolve('docs/popup.png') } as const;
/** Sizes for the Chrome Web Store and Edge Add-ons. */
const SIZE = { width: 1280, height: 800 } as const;
/** An offset within the partial outage. */
const PARTIAL = 45_000;

const textsOf = (language: Language): Catalog =>
  JSON.parse(readFileSync(path.resolve('public/_locales', language.replace('-', '_'), 'messages.json'), 'utf8'));

/** Waits until the banner has the wanted text and has faded in. */
async function waitFor(probe: BannerProbe, isWanted: (text: string) => boolean): Promise<void> {
  if (!(await probe.says(isWanted))) throw new Error(`Unexpected banner text: ${await probe.text()}`);
  await probe.settled();
}

/**
 * The popup in light and dark, side by side on a plain background, because it is smaller than the picture. Returns the
 * light one alone.
 */
async function takePopup(context: BrowserContext, understudy: Understudy, file: string): Promise<Buffer> {
  const pictures: Buffer[] = [];
  for (const colorScheme of ['light', 'dark'] as const) {
    const popup = await understudy.openPopup();
    await popup.emulateMedia({ colorScheme });
    await popup.locator('[data-assistant="claude"]').first().waitFor();
    pictures.push(await popup.locator('main').screenshot());
    await popup.close();
  }
  const page = await context.newPage();
  await page.setViewportSize(SIZE);
  await page.setContent(`<style>
    body { margin: 0; height: 100vh; display: flex; gap: 72px; align-items: center; justify-content: center; background: #e4ebee }
    img { border-radius: 10px; box-shadow: 0 12px 40px #1d2a3040 }</style>
    ${pictures.map((data) => `<img width="400" src="data:image/png;base64,${data.toString('base64')}">`).join('')}`);
  await page.screenshot({ path: file });
  await page.close();
  const [light] = pictures;
  if (light === undefined) throw new Error('No picture of the popup');
  return light;
}

async function take(language: Language): Promise<void> {
  const t = translateBy(textsOf(language));
  const loopback = await startLoopback({ scenario: findScenario('claude-outage') });
  const order = { extension: EXTENSION, loopback };
  const opened = await openFresh(order, allPatterns());
  const understudy = new Understudy(opened);
  const { context } = opened;
  const fileOf = (name: string) => path.join(FOLDER, `${language}-${name}.png`);
  const shoot = async (page: Page, name: string) => {
    await page.setViewportSize(SIZE);
    await page.screenshot({ path: fileOf(name) });
  };

  await understudy.isReady();
  await understudy.setOptions({ ...DEFAULT_OPTIONS, language });
  const chat = await context.newPage();
  await chat.goto('https://claude.ai/chat/1');
  await typeDraft(chat);
  loopback.seek(PARTIAL);
  await understudy.tick();
  const banner = new BannerProbe(chat);
  await chat.bringToFront();
  await waitFor(banner, (text) => text.includes(t('title_partial_outage', 'Claude')));
  await shoot(chat, '1-banner');

  const popup = await takePopup(context, understudy, fileOf('2-popup'));
  if (language === 'en') {
    copyFileSync(fileOf('1-banner'), README_PICTURES.banner);
    writeFileSync(README_PICTURES.popup, popup);
  }

  await chat.bringToFront();
  await banner.click(t('banner_continue'));
  await waitFor(banner, (text) => text.includes('ChatGPT'));
  const next = context.waitForEvent('page');
  await banner.click('ChatGPT');
  const transferred = await next;
  await waitFor(new BannerProbe(transferred, 'UNDERSTUDY-DRAFT-TRANSFER'), (text) => text.trim() !== '');
  await shoot(transferred, '3-draft-transferred');

  const history = await understudy.openHistory('');
  const seeds = (['claude', 'chatgpt'] as const).map((assistantId) => {
    const [core = ''] = coreIdsOf(statusPageOf(assistantOf(assistantId), null));
    return { assistantId, core, days: 90 };
  });
  await seedHistory(history, seeds, Date.now());
  await history.goto(`chrome-extension://${understudy.id}/history.html#claude`);
  await history.reload();
  await history.locator('.heads [data-assistant="claude"]').waitFor();
  await shoot(history, '4-history');

  const options = await understudy.openOptions();
  await options.getByRole('heading', { level: 2 }).waitFor();
  await shoot(options, '5-options');
  await opened.close();
  await loopback.close();
}

const isLanguage = (name: string): name is Language => LANGUAGE_CODES.some((code) => code === name);
const asked = process.argv.slice(2);
const unknown = asked.find((name) => !isLanguage(name));
if (unknown !== undefined) throw new Error(`${unknown} is none of our languages: ${LANGUAGE_CODES.join(', ')}`);

mkdirSync(FOLDER, { recursive: true });
for (const language of asked.length === 0 ? LANGUAGE_CODES : asked.filter(isLanguage)) {
  await take(language);
  console.log(`${language}: ${FOLDER}`);
}
