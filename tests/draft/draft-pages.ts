import { type Browser, chromium, expect, type Page } from '@playwright/test';
import { findChromium } from '@/scripts/find-chromium.mjs';
import { type Served, serveFolder } from '@/tests/gallery/serve-folder';
import { type BuiltDraft, buildDraft } from './build-draft';
import { type IsolatedWorld, openIsolatedWorld } from './isolated-world';

/** One browser tab in which the spec opens editors and markup. */
export class DraftPages {
  private constructor(
    private readonly built: BuiltDraft,
    private readonly served: Served,
    private readonly browser: Browser,
    readonly page: Page,
  ) {}

  static async start(): Promise<DraftPages> {
    const built = await buildDraft();
    const served = await serveFolder(built.folder);
    const executablePath = findChromium();
    const browser = await chromium.launch(executablePath === null ? {} : { executablePath });
    return new DraftPages(built, served, browser, await browser.newPage());
  }

  /** The editable element of an editor's page. */
  get editable() {
    return this.page.locator('#composer :is(textarea, [contenteditable=true])');
  }

  async openEditor(name: string): Promise<IsolatedWorld> {
    await this.page.goto(`${this.served.url}?${name}`);
    await expect(this.page.locator('html')).toHaveAttribute('data-ready', 'true');
    await expect(this.editable).toBeVisible();
    return openIsolatedWorld(this.page, this.built.script);
  }

  async openMarkup(html: string): Promise<IsolatedWorld> {
    await this.page.goto('about:blank');
    await this.page.setContent(html);
    return openIsolatedWorld(this.page, this.built.script);
  }

  sent = () => this.page.evaluate(() => window.sent);
  pastes = () => this.page.evaluate(() => window.pastes);
  attachments = () => this.page.locator('.attachment-tile').count();

  async close(): Promise<void> {
    await this.browser.close();
    this.served.close();
  }
}
