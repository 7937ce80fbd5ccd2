import { existsSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { type BrowserContext, chromium, type Page, type Worker } from '@playwright/test';
import { findChromium } from '@/scripts/find-chromium.mjs';
import type { Loopback } from '@/tests/loopback/loopback';
import { noonZone } from './noon-zone';

export interface ChromiumOrder {
  /** The folder of the built bundle. */
  extension: string;
  /** The profile's folder; the caller keeps it. */
  profile: string;
  loopback: Pick<Loopback, 'resolverRules' | 'spki'>;
  isHeadless?: boolean;
  args?: readonly string[];
  /** Browser language; English by default. */
  language?: 'en-GB' | 'de-DE';
  /** Keeps the welcome page open. */
  keepsWelcome?: boolean;
  /** Whether pages that are left can come back from the back-forward cache, which Playwright switches off. */
  hasPageCache?: boolean;
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

/** Waits for the welcome page. */
export async function welcomeIn(context: BrowserContext): Promise<Page> {
  const isWelcome = (page: Page) => page.url().endsWith('/welcome.html');
  const there = context.pages().find(isWelcome);
  if (there !== undefined) return there;
  const page = await context.waitForEvent('page');
  await page.waitForURL((url) => url.pathname === '/welcome.html');
  return page;
}

/** Loads the extension and resolves every host to the mock network. */
export const chromiumArgs = ({ extension, loopback }: Pick<ChromiumOrder, 'extension' | 'loopback'>): string[] => [
  `--disable-extensions-except=${extension}`,
  `--load-extension=${extension}`,
  `--host-resolver-rules=${loopback.resolverRules}`,
  `--ignore-certificate-errors-spki-list=${loopback.spki}`,
];

/** A real Chromium with the extension, in which every host resolves to the mock network. */
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
    // Applies to the whole browser, worker included. Playwright's emulation covers pages only.
    env: { ...process.env, LANGUAGE: locale, LC_ALL: `${locale}.UTF-8`, TZ: noonZone(openedAt) },
    ignoreDefaultArgs: order.hasPageCache === true ? ['--disable-back-forward-cache'] : [],
    args: [...chromiumArgs(order), `--lang=${language}`, ...(order.args ?? [])],
  });
  const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent('serviceworker'));
  writeFileSync(mark, '');
  // The welcome page would cover the page under test.
  if (isFirstStart && order.keepsWelcome !== true) await (await welcomeIn(context)).close();
  return { context, worker, extensionId: new URL(worker.url()).host, openedAt, close: () => context.close() };
}
