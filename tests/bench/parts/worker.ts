import type { Page } from '@playwright/test';
import { counted, measured, type Row } from '@/tests/bench/row';
import { withChromium } from '@/tests/bench/with-chromium';
import { stopWorkers } from '@/tests/browser/control-page';
import { seedHistory } from '@/tests/browser/seed-history';
import type { Understudy } from '@/tests/browser/understudy';
import { ASSISTANTS } from '@/utils/assistants/assistants';
import { statusPatterns } from '@/utils/assistants/patterns';
import type { AssistantId } from '@/utils/model/assistant';
import { DEFAULT_OPTIONS } from '@/utils/model/options';

const POLLS = 10;
const THREE: AssistantId[] = ['claude', 'chatgpt', 'gemini'];

/** The globals of an extension page that are used here. */
declare const chrome: {
  runtime: { sendMessage(message: object): Promise<unknown> };
  storage: {
    local: {
      get(key: string): Promise<{ status?: { value: { pages: Record<string, { triedAt: number | null }> } } }>;
      set(values: object): Promise<void>;
      getBytesInUse(): Promise<number>;
    };
  };
};

/** Makes all pages due and requests a refresh; resolves with the duration of the round. */
function refresh(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const { status } = await chrome.storage.local.get('status');
    for (const memory of Object.values(status?.value.pages ?? {})) memory.triedAt = 0;
    await chrome.storage.local.set({ status });
    const startedAt = performance.now();
    await chrome.runtime.sendMessage({ type: 'refresh' });
    return performance.now() - startedAt;
  });
}

/** Processor time of all browser processes so far, milliseconds. */
async function cpuMs({ context }: Understudy): Promise<number> {
  const session = await context.browser()?.newBrowserCDPSession();
  const { processInfo } = (await session?.send('SystemInfo.getProcessInfo')) ?? { processInfo: [] };
  await session?.detach();
  return 1_000 * processInfo.reduce((sum, { cpuTime }) => sum + cpuTime, 0);
}

async function polls(understudy: Understudy, page: Page, watched: AssistantId[]): Promise<Row[]> {
  await understudy.setOptions({ ...DEFAULT_OPTIONS, watched });
  const name = `${watched.length} assistants`;
  await refresh(page);
  const [awake, asleep, cpu]: [number[], number[], number[]] = [[], [], []];
  for (let poll = 0; poll < POLLS; poll += 1) {
    const before = await cpuMs(understudy);
    awake.push(await refresh(page));
    cpu.push((await cpuMs(understudy)) - before);
    await stopWorkers(page);
    asleep.push(await refresh(page));
  }
  return [
    measured(`${name}, worker awake: a full round`, awake, 'ms'),
    measured(`${name}, worker stopped: from the request to the end of the round`, asleep, 'ms'),
    measured(`${name}: processor time of the whole browser for one round`, cpu, 'ms'),
  ];
}

/** Cost of a round in a real Chromium, and the stored size. */
export function measureWorker(): Promise<Row[]> {
  const grants = ASSISTANTS.flatMap(statusPatterns);
  return withChromium({ scenario: 'healthy', grants }, async (understudy) => {
    await understudy.isReady();
    const page = await understudy.openHistory('');
    await page.locator('.history').waitFor();
    const everyone = ASSISTANTS.map(({ id }) => id);
    const rows = [...(await polls(understudy, page, THREE)), ...(await polls(understudy, page, everyone))];
    const kept = await page.evaluate(() => chrome.storage.local.getBytesInUse());
    await seedHistory(
      page,
      ASSISTANTS.map(({ id, statusPages: [one] }) => ({
        assistantId: id,
        core: one?.core[0]?.id ?? 'core',
        days: 730,
      })),
      Date.now(),
    );
    const used = await page.evaluate(async () => (await navigator.storage.estimate()).usage ?? 0);
    return [
      ...rows,
      counted(`stored status of ${everyone.length} assistants`, kept, 'B'),
      counted(`two years of history of ${everyone.length} assistants, on disk`, used, 'B'),
    ];
  });
}
