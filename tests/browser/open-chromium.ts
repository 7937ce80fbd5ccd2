import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type BrowserContext, chromium, type Page, type Worker } from '@playwright/test';
import { findChromium } from '@/scripts/find-chromium.mjs';
import type { Loopback } from '@/tests/loopback/loopback';

export interface ChromiumOrder {
  /** The folder of the built bundle. */
  extension: string;
  /** The profile's folder; kept by the caller. */
  profile: string;
  loopback: Pick<Loopback, 'resolverRules' | 'spki'>;
  isHeadless?: boolean;
  args?: readonly string[];
  /** What the browser speaks; English unless told. */
  language?: 'en-GB' | 'de-DE';
  /** Leaves the page open that greets after the install. */
  keepsWelcome?: boolean;
}

export interface OpenedChromium {
  context: BrowserContext;
  worker: Worker;
  extensionId: string;
  /** Before the start, epoch milliseconds. */
  openedAt: number;
  close(): Promise<void>;
}

/** The file that marks a profile in which the extension has run. */
export const STARTED_MARK = 'understudy-has-run';

/** The page that greets after the install, once it is there. */
export async function welcomeIn(context: BrowserContext): Promise<Page> {
  const isWelcome = (page: Page) => page.url().endsWith('/welcome.html');
  const there = context.pages().find(isWelcome);
  if (there !== undefined) return there;
  const page = await context.waitForEvent('page');
  await page.waitForURL((url) => url.pathname === '/welcome.html');
  return page;
}

/** What lets any Chromium have the extension, and the loopback network in the place of the whole. */
export const chromiumArgs = ({ extension, loopback }: Pick<ChromiumOrder, 'extension' | 'loopback'>): string[] => [
  `--disable-extensions-except=${extension}`,
  `--load-extension=${extension}`,
  `--host-resolver-rules=${loopback.resolverRules}`,
  `--ignore-certificate-errors-spki-list=${loopback.spki}`,
];

/** A real Chromium with the extension, for which the whole internet is the little one on loopback. */
export async function openChromium(order: ChromiumOrder): Promise<OpenedChromium> {
  const executablePath = findChromium();
  if (executablePath === null) throw new Error('No Chromium was found: npm run setup installs one.');
  const openedAt = Date.now();
  const language = order.language ?? 'en-GB';
  const locale = language.replace('-', '_');
  const mark = path.join(order.profile, STARTED_MARK);
  const isFirstStart = !existsSync(mark);
  const context = await chromium.launchPersistentContext(order.profile, {
    executablePath,
    headless: order.isHeadless ?? true,
    viewport: { width: 1280, height: 800 },
    // Of the whole browser, worker included; Playwright's own emulation would reach pages only.
    env: { ...process.env, LANGUAGE: locale, LC_ALL: `${locale}.UTF-8`, TZ: 'UTC' },
    args: [...chromiumArgs(order), `--lang=${language}`, ...(order.args ?? [])],
  });
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  writeFileSync(mark, '');
  // The page after the install would stand in the way of whatever is looked at.
  if (isFirstStart && order.keepsWelcome !== true) await (await welcomeIn(context)).close();
  return { context, worker, extensionId: new URL(worker.url()).host, openedAt, close: () => context.close() };
}
