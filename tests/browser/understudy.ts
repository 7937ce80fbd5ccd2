import type { BrowserContext, Page, Worker } from '@playwright/test';
import type { AssistantId } from '@/utils/model/assistant';
import type { DraftTransfer, SavedDraft } from '@/utils/model/drafts';
import type { Options } from '@/utils/model/options';
import type { Incident } from '@/utils/model/report';
import type { PollTimes, Status } from '@/utils/model/status';
import type { SectionId } from '@/utils/ui/options/state';
import { openControl, stopWorkers } from './control-page';
import { expect } from './expect';
import type { OpenedChromium } from './open-chromium';

/** The stored status with its version. */
interface StoredStatus {
  version: number;
  value: Status;
}

/** The globals of the worker that the tests use. */
declare const chrome: {
  storage: {
    local: {
      get(key: 'status'): Promise<Record<string, StoredStatus>>;
      get(key: string): Promise<object>;
      set(values: object): Promise<void>;
    };
    session: {
      get(
        key: string,
      ): Promise<{ transfers?: DraftTransfer[]; sessionInitialized?: boolean; 'status.pollTimes'?: PollTimes }>;
    };
  };
  alarms: { onAlarm: { dispatch(alarm: object): void }; create(name: string, when: object): Promise<void> };
  action: {
    getBadgeText(of: object): Promise<string>;
    getTitle(of: object): Promise<string>;
  };
  notifications: {
    getAll(): Promise<Record<string, boolean>>;
    clear(id: string): Promise<boolean>;
    onClicked: { dispatch(id: string): void };
    onButtonClicked: { dispatch(id: string, button: number): void };
  };
  windows: { getAll(): Promise<{ id: number }[]>; remove(id: number): Promise<void> };
  tabs: { query(of: object): Promise<{ url?: string }[]> };
  scripting: { getRegisteredContentScripts(): Promise<{ id: string }[]> };
};

/** Reads the status and its poll times; runs in the worker or in an extension page. */
async function readStored() {
  const { status } = await chrome.storage.local.get('status');
  const times = (await chrome.storage.session.get('status.pollTimes'))['status.pollTimes'];
  return { status, times };
}

/** Whether the first round since a start, an install or an update has ended; runs in the worker or in an extension page. */
const isSessionInitialized = async () =>
  (await chrome.storage.session.get('sessionInitialized')).sessionInitialized === true;

/**
 * Makes every page due or, with `forget`, as if it had never been read; runs in the worker or in an extension page. It holds
 * the extension's own locks, so no round that is under way overwrites it. Returns when it did so: the next round may begin at
 * once, and is not always the one that the test asks for.
 */
const changePages = ({ forget }: { forget: boolean }) =>
  navigator.locks.request('round', () =>
    navigator.locks.request('status', async () => {
      const { status } = await chrome.storage.local.get('status');
      if (status === undefined) throw new Error('Nothing is stored');
      for (const page of Object.values(status.value.pages)) {
        if (page === undefined) continue;
        if (forget) Object.assign(page, { report: null, readAt: null });
        else page.triedAt = (page.triedAt ?? 0) - 3_600_000;
      }
      await chrome.storage.local.set({ status });
      return Date.now();
    }),
  );

/** How long a first round may take: it waits up to 30 s for the policy of an organization, and reads the pages then. */
const FIRST_ROUND = { timeout: 90_000 };

/** Drives and inspects the running extension. */
export class Understudy {
  readonly context: BrowserContext;
  readonly worker: Worker;
  readonly id: string;

  readonly #openedAt: number;

  constructor(opened: OpenedChromium) {
    this.#openedAt = opened.openedAt;
    this.context = opened.context;
    this.worker = opened.worker;
    this.id = opened.extensionId;
  }

  status(): Promise<Status | undefined> {
    return this.worker.evaluate(async () => (await chrome.storage.local.get('status')).status?.value);
  }

  #pollTimes(): Promise<PollTimes | undefined> {
    return this.worker.evaluate(async () => (await chrome.storage.session.get('status.pollTimes'))['status.pollTimes']);
  }

  /**
   * Waits until the first round of this browser has ended, to its last write. A copied profile remembers the rounds of another browser.
   */
  async isReady(): Promise<void> {
    await expect.poll(() => this.worker.evaluate(isSessionInitialized), FIRST_ROUND).toBe(true);
    await expect
      .poll(async () => (await this.#pollTimes())?.tickedAt ?? 0, FIRST_ROUND)
      .toBeGreaterThan(this.#openedAt);
  }

  /** The same after an update, which ends the worker that this object holds. */
  async isReadyAfterUpdate(): Promise<void> {
    const control = await this.#openControl();
    await expect.poll(() => control.evaluate(isSessionInitialized), FIRST_ROUND).toBe(true);
    await control.close();
  }

  /** Makes every page due for the next round. */
  async makePagesDue(): Promise<void> {
    await this.isReady();
    await this.worker.evaluate(changePages, { forget: false });
  }

  /** Removes all reports, as if no page had ever been read. */
  async forget(): Promise<void> {
    await this.isReady();
    await this.worker.evaluate(changePages, { forget: true });
  }

  /** Opens "Is it me?" for one assistant in a new tab. */
  async openCheck(assistantId: AssistantId): Promise<Page> {
    const page = await this.context.newPage();
    await page.setViewportSize({ width: 380, height: 600 });
    await page.goto(`chrome-extension://${this.id}/popup.html#check=${assistantId}`);
    return page;
  }

  /** Makes the pages due, fires the alarm, and waits for the end of the round. */
  async tick(): Promise<void> {
    await this.isReady();
    await this.#round(this.worker, () => this.fireAlarm());
  }

  /** Like `tick`, with a killed worker that only a real alarm wakes, about a second later. */
  async tickAfterKill(): Promise<void> {
    const control = await this.#openControl();
    // Nothing can be made due before the first round has stored something.
    await expect.poll(async () => (await control.evaluate(readStored)).status).toBeDefined();
    await stopWorkers(control);
    await this.#round(control, () => control.evaluate(() => chrome.alarms.create('watch', { when: Date.now() + 100 })));
    await control.close();
  }

  /** Makes the pages due, fires the alarm, and kills the worker after `afterMs`. */
  async fireAlarmAndKill(afterMs: number): Promise<void> {
    await this.makePagesDue();
    const control = await this.#openControl();
    await this.fireAlarm();
    // Injects the fault at an arbitrary point of the round; no result depends on this delay.
    await control.waitForTimeout(afterMs);
    await stopWorkers(control);
    await control.close();
  }

  /** Fires the alarm without waiting for the round. */
  fireAlarm(): Promise<void> {
    return this.worker.evaluate(() => chrome.alarms.onAlarm.dispatch({ name: 'watch', scheduledTime: Date.now() }));
  }

  /** Kills the worker. The next event starts it again. */
  async killWorker(): Promise<void> {
    const control = await this.#openControl();
    await stopWorkers(control);
    await control.close();
  }

  /** It reads storage while no worker runs. */
  #openControl(): Promise<Page> {
    return openControl(this.context, this.id);
  }

  /**
   * Makes the pages due, starts a round, and waits until it has ended and a page was read. Another round, of a popup that was
   * opened just before for instance, may read the pages first; the one of the alarm then finds none due.
   */
  async #round(from: Pick<Worker, 'evaluate'>, fireAlarm: () => Promise<void>): Promise<void> {
    const dueAt = await from.evaluate(changePages, { forget: false });
    const firedAt = Date.now();
    await fireAlarm();
    const isRead = async () => {
      // A round in which nothing changes writes its times alone.
      const { times } = await from.evaluate(readStored);
      const tries = Object.values(times?.pages ?? {}).map((page) => page?.triedAt ?? 0);
      return (times?.tickedAt ?? 0) >= firedAt && tries.some((triedAt) => triedAt >= dueAt);
    };
    await expect.poll(isRead, { timeout: 90_000 }).toBe(true);
    // The round may read more pages after its first write; it holds this lock until toolbar and banners are updated.
    await from.evaluate(() => navigator.locks.request('round', () => undefined));
    // A notification that could not be shown is shown by a later round.
    await expect.poll(async () => (await from.evaluate(readStored)).status?.value.outbox.length).toBe(0);
  }

  /** The saved drafts of an assistant, newest first. */
  drafts(id: AssistantId = 'claude'): Promise<SavedDraft[]> {
    return this.worker.evaluate(async (of) => {
      const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
        new Promise((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const opening = indexedDB.open('drafts');
      // Do not create the database if it does not exist yet.
      opening.onupgradeneeded = () => opening.transaction?.abort();
      const database = await answerOf(opening).catch(() => null);
      if (database === null) return [];
      const rows: SavedDraft[] = await answerOf(database.transaction('drafts').objectStore('drafts').getAll());
      database.close();
      return rows.filter(({ assistantId }) => assistantId === of).sort((one, other) => other.at - one.at);
    }, id);
  }

  /** Stores options in the format of the extension's pages. */
  async setOptions(options: Options): Promise<void> {
    const value = { version: 5, value: options };
    await this.worker.evaluate((sealed) => chrome.storage.local.set({ options: sealed }), value);
  }

  /** The newest pending draft transfer, or null. */
  async latestTransfer(): Promise<DraftTransfer | null> {
    return (await this.transfers()).at(-1) ?? null;
  }

  /** The pending draft transfers, oldest first. */
  async transfers(): Promise<DraftTransfer[]> {
    const stored = await this.worker.evaluate(() => chrome.storage.session.get('transfers'));
    return (stored.transfers ?? []).filter(({ text }) => text !== '');
  }

  badge(): Promise<string> {
    return this.worker.evaluate(() => chrome.action.getBadgeText({}));
  }

  tooltip(): Promise<string> {
    return this.worker.evaluate(() => chrome.action.getTitle({}));
  }

  /** Ids of the notifications that are shown, once the outbox is empty: what was decided is shown by then. */
  async notifications(): Promise<string[]> {
    await expect.poll(async () => (await this.status())?.outbox.length ?? 0).toBe(0);
    return Object.keys(await this.worker.evaluate(() => chrome.notifications.getAll()));
  }

  async clearNotifications(): Promise<void> {
    await this.worker.evaluate(async () => {
      for (const id of Object.keys(await chrome.notifications.getAll())) await chrome.notifications.clear(id);
    });
  }

  /** Closes every window. Browser and worker keep running. */
  async closeWindows(): Promise<void> {
    await this.worker.evaluate(async () => {
      for (const { id } of await chrome.windows.getAll()) await chrome.windows.remove(id);
    });
  }

  clickNotification(id: string): Promise<void> {
    return this.worker.evaluate((noticeId) => chrome.notifications.onClicked.dispatch(noticeId), id);
  }

  /** Presses a button of the notification: 0 is the first. */
  pressNotification(id: string, button: number): Promise<void> {
    return this.worker.evaluate(([noticeId, index]) => chrome.notifications.onButtonClicked.dispatch(noticeId, index), [
      id,
      button,
    ] as const);
  }

  async registeredScripts(): Promise<string[]> {
    const scripts = await this.worker.evaluate(() => chrome.scripting.getRegisteredContentScripts());
    return scripts.map((script) => script.id);
  }

  /** Opens a section of the options page in a tab. */
  async openOptions(section: SectionId = 'assistants'): Promise<Page> {
    const page = await this.context.newPage();
    await page.goto(`chrome-extension://${this.id}/options.html#${section}`);
    return page;
  }

  /** Opens the history page in a tab. */
  async openHistory(hash: string): Promise<Page> {
    const page = await this.context.newPage();
    await page.goto(`chrome-extension://${this.id}/history.html${hash}`);
    return page;
  }

  /** The incidents in the history database. */
  async keptIncidents(): Promise<Incident[]> {
    const control = await this.#openControl();
    const rows = await control.evaluate(async () => {
      // Opening would create it, without its stores.
      if (!(await indexedDB.databases()).some(({ name }) => name === 'history')) return [];
      return new Promise<{ value: unknown }[]>((resolve, reject) => {
        const opening = indexedDB.open('history');
        opening.onerror = () => reject(opening.error);
        opening.onsuccess = () => {
          const reading = opening.result.transaction('incidents').objectStore('incidents').getAll();
          reading.onsuccess = () => resolve(reading.result);
          reading.onerror = () => reject(reading.error);
        };
      });
    });
    await control.close();
    return rows.map(({ value }) => value as Incident);
  }

  /** The stored options; undefined before the first change. */
  options(): Promise<Options | undefined> {
    return this.worker.evaluate(
      async () => ((await chrome.storage.local.get('options')) as { options?: { value: Options } }).options?.value,
    );
  }

  /** Address of the active tab; null if the extension may not see it. Playwright reports every page as visible. */
  frontTab(): Promise<string | null> {
    return this.worker.evaluate(async () => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      return tab?.url ?? null;
    });
  }

  /** Opens the popup's page in a tab; `width` defaults to that of the real popup. */
  async openPopup(width = 380): Promise<Page> {
    const page = await this.context.newPage();
    await page.setViewportSize({ width, height: 600 });
    await page.goto(`chrome-extension://${this.id}/popup.html`);
    return page;
  }
}
