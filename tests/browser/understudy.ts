import type { BrowserContext, Page, Worker } from '@playwright/test';
import { expect } from '@playwright/test';
import type { AssistantId } from '@/utils/model/assistant';
import type { DraftTransfer, SavedDraft } from '@/utils/model/drafts';
import type { Options } from '@/utils/model/options';
import type { Incident } from '@/utils/model/report';
import type { Status } from '@/utils/model/status';
import type { OpenedChromium } from './open-chromium';

/** The status as it lies in storage. */
interface Sealed {
  version: number;
  value: Status;
}

/** What the worker's global has, as far as the tests use it. */
declare const chrome: {
  storage: {
    local: {
      get(key: 'status'): Promise<Record<string, Sealed>>;
      get(key: string): Promise<object>;
      set(values: object): Promise<void>;
    };
    session: { get(key: string): Promise<{ carry?: DraftTransfer[] }> };
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

/** The running extension, driven and looked at from outside. */
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

  /** Waits until the first round of this browser has ended; a copied profile remembers those of another. */
  async isReady(): Promise<void> {
    await expect.poll(async () => (await this.status())?.tickedAt ?? 0).toBeGreaterThan(this.#openedAt);
  }

  /** Lets the pages fall due, so that whoever asks next has them read. */
  async letFallDue(): Promise<void> {
    await this.isReady();
    await this.worker.evaluate(async () => {
      const { status } = await chrome.storage.local.get('status');
      if (status === undefined) throw new Error('Nothing is stored');
      for (const page of Object.values(status.value.pages))
        if (page !== undefined) page.triedAt = (page.triedAt ?? 0) - 3_600_000;
      await chrome.storage.local.set({ status });
    });
  }

  /** Lets what was read be forgotten, as if nothing ever had been. */
  async forget(): Promise<void> {
    await this.isReady();
    await this.worker.evaluate(async () => {
      const { status } = await chrome.storage.local.get('status');
      if (status === undefined) throw new Error('Nothing is stored');
      for (const page of Object.values(status.value.pages)) Object.assign(page ?? {}, { report: null, readAt: null });
      await chrome.storage.local.set({ status });
    });
  }

  /** english('check_ask') for one assistant, in a tab of its own. */
  async openCheck(assistantId: AssistantId): Promise<Page> {
    const page = await this.context.newPage();
    await page.setViewportSize({ width: 380, height: 600 });
    await page.goto(`chrome-extension://${this.id}/popup.html#check=${assistantId}`);
    return page;
  }

  /** Lets the pages fall due, rings the alarm, and waits for the end of the round. */
  async tick(): Promise<void> {
    await this.isReady();
    await this.#round((before) =>
      this.worker.evaluate(async (status) => {
        await chrome.storage.local.set({ status });
        chrome.alarms.onAlarm.dispatch({ name: 'watch', scheduledTime: Date.now() });
      }, before),
    );
  }

  /** The same with a worker that was killed: nothing but a real alarm wakes it, about a second later. */
  async tickAfterKill(): Promise<void> {
    const control = await this.#openControl();
    await this.#killWorker(control);
    await this.#round((before) =>
      control.evaluate(async (status) => {
        await chrome.storage.local.set({ status });
        await chrome.alarms.create('watch', { when: Date.now() + 100 });
      }, before),
    );
    await control.close();
  }

  /** Lets the pages fall due, rings the alarm, and so long after that ends the worker, whatever it is at. */
  async ringAndKill(afterMs: number): Promise<void> {
    await this.letFallDue();
    const control = await this.#openControl();
    await this.ring();
    await control.waitForTimeout(afterMs);
    await this.#killWorker(control);
    await control.close();
  }

  /** Rings the alarm, and waits for nothing. */
  ring(): Promise<void> {
    return this.worker.evaluate(() => chrome.alarms.onAlarm.dispatch({ name: 'watch', scheduledTime: Date.now() }));
  }

  /** Ends the worker; the next event starts another. */
  async killWorker(): Promise<void> {
    const control = await this.#openControl();
    await this.#killWorker(control);
    await control.close();
  }

  async #killWorker(control: Page): Promise<void> {
    const session = await this.context.newCDPSession(control);
    await session.send('ServiceWorker.enable');
    await session.send('ServiceWorker.stopAllWorkers');
  }

  /** A page of the extension that runs none of its code: it sees storage while no worker lives. */
  async #openControl(): Promise<Page> {
    const page = await this.context.newPage();
    await page.goto(`chrome-extension://${this.id}/manifest.json`);
    return page;
  }

  /**
   * Rings until a page was read after the ringing: a round of the browser's own start may be under way, and write
   * over what falls due.
   */
  async #round(ring: (before: Sealed) => Promise<void>): Promise<void> {
    const control = await this.#openControl();
    const read = async () => {
      const { status } = await control.evaluate(() => chrome.storage.local.get('status'));
      if (status === undefined) throw new Error('Nothing is stored');
      return status;
    };
    await expect(async () => {
      const rungAt = Date.now();
      const sealed = await read();
      const { pages } = sealed.value;
      const due = Object.entries(pages).map(([id, page]) => [
        id,
        { ...page, triedAt: (page?.triedAt ?? 0) - 3_600_000 },
      ]);
      await ring({ ...sealed, value: { ...sealed.value, pages: Object.fromEntries(due) } });
      const isRead = async () => {
        const { value } = await read();
        const tries = Object.values(value.pages).map((page) => page?.triedAt ?? 0);
        return (value.tickedAt ?? 0) >= rungAt && tries.some((triedAt) => triedAt >= rungAt);
      };
      await expect.poll(isRead, { timeout: 14_000 }).toBe(true);
    }).toPass({ timeout: 30_000 });
    // What is owed is paid after the status was written.
    await expect.poll(async () => (await read()).value.outbox.length).toBe(0);
    await control.close();
  }

  /** What is kept of drafts to Claude. */
  drafts(id: AssistantId = 'claude'): Promise<SavedDraft[]> {
    return this.worker.evaluate(async (of) => {
      const answerOf = <T>(request: IDBRequest<T>): Promise<T> =>
        new Promise((resolve, reject) => {
          request.onsuccess = () => resolve(request.result);
          request.onerror = () => reject(request.error);
        });
      const opening = indexedDB.open('drafts');
      // Where nothing was kept yet, nothing is made.
      opening.onupgradeneeded = () => opening.transaction?.abort();
      const database = await answerOf(opening).catch(() => null);
      if (database === null) return [];
      const rows: SavedDraft[] = await answerOf(database.transaction('drafts').objectStore('drafts').getAll());
      database.close();
      return rows.filter(({ assistantId }) => assistantId === of).sort((one, other) => other.at - one.at);
    }, id);
  }

  /** As our own pages write them. */
  async setOptions(options: Options): Promise<void> {
    const value = { version: 3, value: options };
    await this.worker.evaluate((sealed) => chrome.storage.local.set({ options: sealed }), value);
  }

  /** The newest draft that waits or is on its way; null when none is. */
  async carry(): Promise<DraftTransfer | null> {
    return (await this.transfers()).at(-1) ?? null;
  }

  /** The draft transfers, oldest first. */
  async transfers(): Promise<DraftTransfer[]> {
    const stored = await this.worker.evaluate(() => chrome.storage.session.get('carry'));
    return (stored.carry ?? []).filter(({ text }) => text !== '');
  }

  badge(): Promise<string> {
    return this.worker.evaluate(() => chrome.action.getBadgeText({}));
  }

  tooltip(): Promise<string> {
    return this.worker.evaluate(() => chrome.action.getTitle({}));
  }

  async notifications(): Promise<string[]> {
    return Object.keys(await this.worker.evaluate(() => chrome.notifications.getAll()));
  }

  async clearNotifications(): Promise<void> {
    await this.worker.evaluate(async () => {
      for (const id of Object.keys(await chrome.notifications.getAll())) await chrome.notifications.clear(id);
    });
  }

  /** Closes every window; the browser goes on, and so does the worker. */
  async closeWindows(): Promise<void> {
    await this.worker.evaluate(async () => {
      for (const { id } of await chrome.windows.getAll()) await chrome.windows.remove(id);
    });
  }

  clickNotification(id: string): Promise<void> {
    return this.worker.evaluate((noticeId) => chrome.notifications.onClicked.dispatch(noticeId), id);
  }

  /** Presses the one button that a notification has. */
  pressNotification(id: string): Promise<void> {
    return this.worker.evaluate((noticeId) => chrome.notifications.onButtonClicked.dispatch(noticeId, 0), id);
  }

  async registeredScripts(): Promise<string[]> {
    const scripts = await this.worker.evaluate(() => chrome.scripting.getRegisteredContentScripts());
    return scripts.map((script) => script.id);
  }

  /** The options page in a tab. */
  async openOptions(): Promise<Page> {
    const page = await this.context.newPage();
    await page.goto(`chrome-extension://${this.id}/options.html`);
    return page;
  }

  /** The history page in a tab. */
  async openHistory(hash: string): Promise<Page> {
    const page = await this.context.newPage();
    await page.goto(`chrome-extension://${this.id}/history.html${hash}`);
    return page;
  }

  /** The incidents that are kept for years, as they lie in the browser's database. */
  async keptIncidents(): Promise<Incident[]> {
    const control = await this.#openControl();
    const rows = await control.evaluate(
      () =>
        new Promise<{ value: unknown }[]>((resolve, reject) => {
          const opening = indexedDB.open('history', 1);
          opening.onerror = () => reject(opening.error);
          opening.onsuccess = () => {
            const reading = opening.result.transaction('incidents').objectStore('incidents').getAll();
            reading.onsuccess = () => resolve(reading.result);
            reading.onerror = () => reject(reading.error);
          };
        }),
    );
    await control.close();
    return rows.map(({ value }) => value as Incident);
  }

  /** As it is stored; undefined until somebody has chosen something. */
  options(): Promise<Options | undefined> {
    return this.worker.evaluate(
      async () => ((await chrome.storage.local.get('options')) as { options?: { value: Options } }).options?.value,
    );
  }

  /** What the person has in front; null where its address may not be seen. Pages themselves are told that all are. */
  frontTab(): Promise<string | null> {
    return this.worker.evaluate(async () => {
      const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
      return tab?.url ?? null;
    });
  }

  /** The popup's page in a tab; `width` is that of a real popup unless told. */
  async openPopup(width = 380): Promise<Page> {
    const page = await this.context.newPage();
    await page.setViewportSize({ width, height: 600 });
    await page.goto(`chrome-extension://${this.id}/popup.html`);
    return page;
  }
}
