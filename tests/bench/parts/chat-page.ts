import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type BrowserContext, chromium, type Page } from '@playwright/test';
import { findChromium } from '@/scripts/find-chromium.mjs';
import { measured, type Row } from '@/tests/bench/row';
import { withChromium } from '@/tests/bench/with-chromium';
import { CHATS } from '@/tests/browser/fixtures';
import type { Loopback } from '@/tests/loopback/loopback';

const VISITS = 10;
const CHAT = 'https://claude.ai/chat/1';

/** Cost of one visit for the page. */
interface Cost {
  taskMs: number;
  heapBytes: number;
  listeners: number;
}

/** A long conversation with a streaming answer: a hundred words, one per frame. */
function converse(): Promise<void> {
  const thread = document.querySelector('main') ?? document.body;
  for (let turn = 0; turn < 400; turn += 1) {
    const text = document.createElement('p');
    text.textContent = `Turn ${turn}: ${'a sentence of a long conversation, '.repeat(12)}`;
    thread.append(text);
  }
  const answer = thread.appendChild(document.createElement('p'));
  return new Promise((resolve) => {
    let words = 0;
    const timer = setInterval(() => {
      answer.append(`word ${words} `);
      words += 1;
      if (words < 100) return;
      clearInterval(timer);
      resolve();
    }, 16);
  });
}

async function visit(page: Page): Promise<Cost> {
  await page.goto('about:blank');
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  const read = async (name: string) => {
    const { metrics } = await session.send('Performance.getMetrics');
    return metrics.find((metric) => metric.name === name)?.value ?? 0;
  };
  const before = await read('TaskDuration');
  await page.goto(CHAT);
  await page.evaluate(converse);
  const taskMs = 1_000 * ((await read('TaskDuration')) - before);
  await session.send('HeapProfiler.collectGarbage');
  const cost = { taskMs, heapBytes: await read('JSHeapUsedSize'), listeners: await read('JSEventListeners') };
  await session.detach();
  return cost;
}

/** The same Chromium without an extension. */
async function withoutUs<T>(
  { resolverRules, spki }: Loopback,
  work: (context: BrowserContext) => Promise<T>,
): Promise<T> {
  const profile = mkdtempSync(path.join(tmpdir(), 'understudy-bench-'));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath: findChromium() ?? '',
    viewport: { width: 1280, height: 800 },
    args: [`--host-resolver-rules=${resolverRules}`, `--ignore-certificate-errors-spki-list=${spki}`],
  });
  try {
    return await work(context);
  } finally {
    await context.close();
    rmSync(profile, { recursive: true, force: true });
  }
}

function rowsOf(name: string, costs: readonly Cost[]): Row[] {
  return [
    measured(
      `${name}: time of all tasks`,
      costs.map(({ taskMs }) => taskMs),
      'ms',
    ),
    measured(
      `${name}: heap`,
      costs.map(({ heapBytes }) => heapBytes),
      'B',
    ),
    measured(
      `${name}: listeners`,
      costs.map(({ listeners }) => listeners),
      'times',
    ),
  ];
}

/** A heavy chat page without the extension, with it while all is operational, and with the banner, alternating in one run. */
export function measureChatPage(): Promise<Row[]> {
  return withChromium({ scenario: 'claude-outage', grants: CHATS }, (understudy, loopback) =>
    withoutUs(loopback, async (plain) => {
      await understudy.isReady();
      const [bare, ours] = [await plain.newPage(), await understudy.context.newPage()];
      const pairs = async () => {
        const costs: { bare: Cost[]; ours: Cost[] } = { bare: [], ours: [] };
        for (let round = 0; round <= VISITS; round += 1) {
          const pair = [await visit(bare), await visit(ours)] as const;
          // The first visit of each fills caches and is left out.
          if (round === 0) continue;
          costs.bare.push(pair[0]);
          costs.ours.push(pair[1]);
        }
        return costs;
      };
      const healthy = await pairs();
      loopback.seek(loopback.scenario.durationMs / 2);
      await understudy.tick();
      await ours.goto(CHAT);
      await ours.locator('understudy-banner').waitFor({ state: 'attached' });
      const duringIssue = await pairs();
      return [
        ...rowsOf('without Understudy', [...healthy.bare, ...duringIssue.bare]),
        ...rowsOf('with Understudy, healthy', healthy.ours),
        ...rowsOf('with Understudy, during an issue', duringIssue.ours),
      ];
    }),
  );
}
