import {
  type BrowserContext,
  type BrowserContextOptions,
  chromium,
  expect,
  type Frame,
  type Page,
} from '@playwright/test';
import { findChromium } from '@/scripts/find-chromium.mjs';
import { english } from '@/tests/fakes/english';
import { buildGallery } from '@/tests/gallery/build-gallery';
import { serveFolder } from '@/tests/gallery/serve-folder';
import { ALL_STATES } from '@/tests/gallery/states/all-states';
import { takePicture } from './take-picture';

export interface Gallery {
  page: Page;
  /** Shows a state, optionally in a language: `name@de`. */
  show(name: string): Promise<void>;
  /** Opens the gallery in a frame of another page, which takes another width at once. */
  openFrame(): Promise<GalleryFrame>;
  close(): Promise<void>;
}

export interface GalleryFrame {
  /** The page around the frame. */
  page: Page;
  frame: Frame;
  show(name: string): Promise<void>;
  takePicture(path: string): Promise<void>;
}

/** Builds the gallery into its own folder, because spec files run side by side, and opens it in a browser of its own. */
export async function openGallery(folder: string, options: BrowserContextOptions = {}): Promise<Gallery> {
  const served = await serveFolder(await buildGallery(folder));
  const executablePath = findChromium();
  const browser = await chromium.launch(executablePath === null ? {} : { executablePath });
  const context = await browser.newContext({ locale: 'en-GB', timezoneId: 'UTC', ...options });
  const page = await context.newPage();
  await page.goto(served.url);
  return {
    page,
    show: (name) => show(page, name),
    openFrame: () => openFrame(context, served.url),
    close: async () => {
      await browser.close();
      served.close();
    },
  };
}

async function openFrame(context: BrowserContext, url: string): Promise<GalleryFrame> {
  const page = await context.newPage();
  await page.setViewportSize({ width: 380, height: 600 });
  await page.goto(url);
  // As high as a popup can be.
  const style = 'display: block; width: 380px; height: 600px; border: 0';
  await page.setContent(`<body style="margin: 0"><iframe src="${url}" style="${style}"></iframe>`);
  const frame = await (await page.waitForSelector('iframe')).contentFrame();
  if (frame === null) throw new Error('The page has no frame');
  const setHeight = (height: number) =>
    page.evaluate((px) => document.querySelector('iframe')?.style.setProperty('height', `${px}px`), height);
  return {
    page,
    frame,
    show: (name) => show(frame, name),
    async takePicture(path) {
      await setHeight(await frame.evaluate(() => document.documentElement.scrollHeight));
      await takePicture(page, path);
      await setHeight(600);
    },
  };
}

/** Pictures are for people, and take time. By default there are those of some states, see `REPRESENTATIVE`. */
export const TAKES_ALL_PICTURES = process.env.PICTURES === 'all';

/** States of all surfaces, for what differs little from state to state: 320 px, other languages, phones. */
export const REPRESENTATIVE: readonly string[] = [
  'outage-details',
  'outage-other-models',
  'source-details',
  'outage-draft-pending',
  'outage-draft-to-keep',
  'draft-waiting-back',
  'disk-full',
  'limit',
  'blind-page-moved',
  'options-what-works-blind',
  'options-assistants',
  'options-custom-page-added',
  'options-custom-page-incidents-only',
  'options-adding',
  'options-fallbacks',
  'options-runbook',
  'options-notices',
  'options-drafts',
  'options-granted',
  'options-partly-managed',
  'options-sync-failing',
  'welcome-all-watched',
  'welcome-default',
  'welcome-list',
  'check-service',
  'check-error-text-limit',
  'check-signed-out',
  'check-slow',
  'check-choice',
  'check-others-affected',
  'check-others-disagreeing',
  'suspected-others-affected',
  'banner-outage',
  'banner-fallbacks-conversation',
  'banner-saved-draft',
  'history',
  'history-compare',
  'history-changed',
  'history-minute',
  'history-report',
  'history-log',
  'history-maintenance',
  'maintenance-planned-details',
];

/** Waits in the page, which is faster than asking it again and again. */
async function showState(name: string): Promise<void> {
  while (window.showState === undefined) await new Promise((resolve) => setTimeout(resolve, 10));
  window.showState(name);
}

/** Shows a state and presses a button if the state needs it. */
async function show(page: Page | Frame, name: string): Promise<void> {
  await page.evaluate(showState, name);
  const state = ALL_STATES[name];
  // Also in other languages, so they are opened by their place.
  const untranslated = ALL_STATES[name.replace(/@.*/, '')];
  if (untranslated?.surface === 'banner' && untranslated.isListOpen) {
    await page.locator('.understudy .button.primary').click();
    await expect(page.getByRole('button', { name: 'Gemini' })).toBeVisible();
  }
  if (untranslated?.surface === 'options' && untranslated.isAdding === true) {
    await page.locator('.adder-button').first().click();
    await page.getByRole('searchbox').fill(untranslated.typed ?? '');
  }
  if (untranslated?.surface === 'welcome' && untranslated.isListOpen === true) {
    await page.locator('.choose').getByRole('button').click();
    await expect(page.getByRole('searchbox')).toBeVisible();
  }
  if (state?.surface === 'welcome' && state.isSampleShown === true) {
    await page.getByRole('button', { name: english('welcome_sample_show') }).click();
  }
  if (state?.surface === 'popup' && state.isCopyRefused === true) {
    await page.getByRole('button', { name: english('popup_copy_team') }).click();
    await page.getByRole('menuitem', { name: english('team_form_plain') }).click();
    await expect(page.getByRole('textbox')).toBeVisible();
  }
  // Loaded when it is opened.
  if (untranslated?.surface === 'history' && untranslated.data.report !== null) {
    await expect(page.locator('.outage-report')).toBeVisible();
  }
  if (state?.surface === 'history' && state.data.isLogOpen) await expect(page.locator('.decisions')).toBeVisible();
}
