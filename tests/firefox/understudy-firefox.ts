import { expect } from '@playwright/test';
import type { Options } from '@/utils/model/options';
import type { PollTimes, Status } from '@/utils/model/status';
import type { FirefoxPage } from './firefox-page';
import type { OpenedFirefox } from './open-firefox';

/** The running extension in Firefox, driven and looked at through a page of its own. */
export class UnderstudyFirefox {
  private constructor(
    readonly firefox: OpenedFirefox,
    /** A page that runs none of its code. */
    readonly control: FirefoxPage,
  ) {}

  static async of(firefox: OpenedFirefox): Promise<UnderstudyFirefox> {
    return new UnderstudyFirefox(firefox, await firefox.openOwn('manifest.json'));
  }

  async status(): Promise<Status | null> {
    return this.control.evaluate("browser.storage.local.get('status').then(({ status }) => status?.value ?? null)");
  }

  #pollTimes(): Promise<PollTimes | null> {
    return this.control.evaluate(
      "browser.storage.session.get('status.pollTimes').then((all) => all['status.pollTimes'] ?? null)",
    );
  }

  /** Waits until the first round has ended. */
  async isReady(): Promise<void> {
    await expect.poll(async () => (await this.#pollTimes())?.tickedAt ?? null, { timeout: 20_000 }).not.toBeNull();
  }

  /** Lets the pages fall due and rings, until each was read after the ringing: another round may be under way. */
  async tick(): Promise<void> {
    await this.isReady();
    await expect(async () => {
      const rungAt = Date.now();
      await this.control.evaluate(`browser.storage.local.get('status').then(async ({ status }) => {
        for (const page of Object.values(status.value.pages)) page.triedAt -= 3_600_000;
        await browser.storage.local.set({ status });
        await browser.alarms.create('watch', { when: Date.now() + 100, periodInMinutes: 5 });
      })`);
      const areRead = async () => {
        const { pages = {}, tickedAt } = (await this.#pollTimes()) ?? {};
        const tries = Object.values(pages).map((page) => page?.triedAt ?? 0);
        return (tickedAt ?? 0) >= rungAt && tries.every((triedAt) => triedAt >= rungAt);
      };
      await expect.poll(areRead, { timeout: 10_000 }).toBe(true);
    }).toPass({ timeout: 45_000 });
    await expect.poll(async () => (await this.status())?.outbox.length).toBe(0);
  }

  /** As it is stored; null until somebody has chosen something. */
  options(): Promise<Options | null> {
    return this.control.evaluate("browser.storage.local.get('options').then(({ options }) => options?.value ?? null)");
  }

  /** As our own pages write them. */
  async setOptions(options: Options): Promise<void> {
    const sealed = JSON.stringify({ version: 3, value: options });
    await this.control.evaluate(`browser.storage.local.set({ options: ${sealed} })`);
  }

  badge(): Promise<string> {
    return this.control.evaluate('browser.action.getBadgeText({})');
  }

  tooltip(): Promise<string> {
    return this.control.evaluate('browser.action.getTitle({})');
  }
}
