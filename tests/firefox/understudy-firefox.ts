import { expect } from '@/tests/browser/expect';
import { DEFAULT_OPTIONS, type Options } from '@/utils/model/options';
import type { PollTimes, Status } from '@/utils/model/status';
import type { FirefoxPage } from './firefox-page';
import type { OpenedFirefox } from './open-firefox';

/** Drives and inspects the running extension in Firefox through one of its pages. */
export class UnderstudyFirefox {
  private constructor(
    readonly firefox: OpenedFirefox,
    /** An extension page without scripts. */
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
    await expect.poll(async () => (await this.#pollTimes())?.tickedAt ?? null, { timeout: 60_000 }).not.toBeNull();
  }

  /** Makes the pages due, fires the alarm, and waits until those of watched assistants were read and the round has ended. */
  async tick(): Promise<void> {
    await this.isReady();
    // Holds the extension's own locks, so no round that is under way overwrites it or is taken for the answer.
    const dueAt: number =
      await this.control.evaluate(`navigator.locks.request('round', () => navigator.locks.request('status', async () => {
      const { status } = await browser.storage.local.get('status');
      for (const page of Object.values(status.value.pages)) page.triedAt -= 3_600_000;
      await browser.storage.local.set({ status });
      await browser.alarms.create('watch', { when: Date.now() + 100, periodInMinutes: 5 });
      return Date.now();
    }))`);
    const areRead = async () => {
      const { pages = {}, tickedAt } = (await this.#pollTimes()) ?? {};
      const { watched } = (await this.options()) ?? DEFAULT_OPTIONS;
      // Not every fallback: a calm round does not read those that an open popup has looked at.
      const tries = watched.flatMap((id) => pages[id] ?? []).map(({ triedAt }) => triedAt ?? 0);
      return (tickedAt ?? 0) >= dueAt && tries.every((triedAt) => triedAt >= dueAt);
    };
    await expect.poll(areRead, { timeout: 120_000 }).toBe(true);
    await this.roundEnds();
  }

  /** Waits for the end of a round that has stored its readings, and until its notifications were shown. */
  async roundEnds(): Promise<void> {
    // The round may read more pages after its first write; it holds this lock until toolbar and banners are updated.
    await this.control.evaluate("navigator.locks.request('round', () => undefined)");
    // A notification that could not be shown is shown by a later round.
    await expect.poll(async () => (await this.status())?.outbox.length).toBe(0);
  }

  /** The stored options; null before the first change. */
  options(): Promise<Options | null> {
    return this.control.evaluate("browser.storage.local.get('options').then(({ options }) => options?.value ?? null)");
  }

  /** Stores options in the format of the extension's pages. */
  async setOptions(options: Options): Promise<void> {
    const sealed = JSON.stringify({ version: 5, value: options });
    await this.control.evaluate(`browser.storage.local.set({ options: ${sealed} })`);
  }

  badge(): Promise<string> {
    return this.control.evaluate('browser.action.getBadgeText({})');
  }

  tooltip(): Promise<string> {
    return this.control.evaluate('browser.action.getTitle({})');
  }
}
