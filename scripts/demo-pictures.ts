import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import type { BrowserContext, Page } from '@playwright/test';
import { escapeHtml } from '@/tests/loopback/escape-html';

/** Toolbar and notifications. A headless browser does not draw them, so their data is read back and drawn. */
export interface Desktop {
  /** Address of the current toolbar icon, a file of the extension. */
  icon: string;
  badge: string;
  tooltip: string;
  notification: { title: string; message: string } | null;
}

const DESKTOP_CSS = `
  body { margin: 0; padding: 32px; width: 560px; font: 14px/1.5 system-ui, sans-serif; color: #1f2328; background: #f0f1f3; }
  .bar { display: flex; align-items: center; gap: 14px; padding: 10px 14px; border-radius: 10px; background: #fff; border: 1px solid #d8dbe0; }
  .address { flex: 1; padding: 6px 12px; border-radius: 99px; background: #f0f1f3; color: #59606a; }
  .icon { position: relative; width: 32px; height: 32px; }
  .icon b { position: absolute; right: -7px; bottom: -5px; min-width: 15px; padding: 0 2px; border-radius: 4px; font-size: 11px; line-height: 15px; text-align: center; color: #fff; background: #b3261e; }
  .tip { width: fit-content; margin: 8px 0 0 auto; padding: 8px 12px; border-radius: 6px; white-space: pre-line; font-size: 12px; color: #fff; background: #33373d; }
  .notice { margin-top: 28px; padding: 14px 16px; border-radius: 12px; background: #fff; border: 1px solid #d8dbe0; box-shadow: 0 6px 20px #0002; }
  .notice b { display: block } .notice span { white-space: pre-line } .none { background: none; box-shadow: none; border-style: dashed; color: #59606a }`;

/** Numbered screenshots in a folder that each demo creates again. */
export class DemoPictures {
  #count = 0;

  constructor(readonly folder: string) {
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }

  #next(name: string): string {
    this.#count += 1;
    return path.join(this.folder, `${String(this.#count).padStart(2, '0')}-${name}.png`);
  }

  async take(page: Page, name: string, isWhole = false): Promise<string> {
    const file = this.#next(name);
    await page.screenshot({ path: file, fullPage: isWhole });
    return path.basename(file);
  }

  /** Draws the toolbar and notifications from their data. */
  async takeDesktop(
    context: BrowserContext,
    { icon, badge, tooltip, notification }: Desktop,
    address: string,
    name: string,
  ): Promise<string> {
    const image = readFileSync(icon).toString('base64');
    const page = await context.newPage();
    const notice =
      notification === null
        ? '<div class="notice none">No notification</div>'
        : `<div class="notice"><b>${escapeHtml(notification.title)}</b><span>${escapeHtml(notification.message)}</span></div>`;
    await page.setViewportSize({ width: 624, height: 360 });
    await page.setContent(`<style>${DESKTOP_CSS}</style>
      <div class="bar"><span class="address">${escapeHtml(address)}</span><span class="icon"><img width="32" height="32"
      src="data:image/png;base64,${image}">${badge && `<b>${escapeHtml(badge)}</b>`}</span></div>
      <div class="tip">${escapeHtml(tooltip)}</div>${notice}`);
    const file = await this.take(page, name, true);
    await page.close();
    return file;
  }
}
