import { type ChildProcess, spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { setTimeout as pause } from 'node:timers/promises';
import { findChromium } from '@/scripts/find-chromium.mjs';
import { processesUnder, type ThreadedProcess } from '@/tests/bench/processes-under';
import { measured, type Row } from '@/tests/bench/row';
import { CHATS } from '@/tests/browser/fixtures';
import { makeProfile } from '@/tests/browser/make-profile';
import { chromiumArgs } from '@/tests/browser/open-chromium';
import type { Loopback } from '@/tests/loopback/loopback';
import { findScenario } from '@/tests/loopback/scenarios/find-scenario';
import { startLoopback } from '@/tests/loopback/start-loopback';

const BROWSERS = 3;
const LOOK_EVERY_MS = 100;
/** Three times what it takes. */
const PATIENCE_MS = 6 * 60_000;
/** The start and two alarms with a visible chat, including the sleep between them. */
const SPANS = 3;

/** A period in which the worker's thread existed. */
interface Span {
  awakeMs: number;
  cpuMs: number;
}

const isAwake = ({ threads }: ThreadedProcess): boolean => threads.some((name) => name.startsWith('ServiceWorker'));

/** Observes the system's thread list, because DevTools would keep the worker awake. */
async function spansOf(browser: ChildProcess): Promise<Span[]> {
  const spans: Span[] = [];
  const until = performance.now() + PATIENCE_MS;
  let begun: { at: number; cpuMs: number } | null = null;
  while (spans.length < SPANS) {
    await pause(LOOK_EVERY_MS);
    const at = performance.now();
    if (at > until || browser.exitCode !== null) throw new Error('The worker was not seen to wake and sleep.');
    const ours = processesUnder(browser.pid ?? 0).find(({ command }) => command.includes('--extension-process'));
    if (ours === undefined) continue;
    if (begun === null && isAwake(ours)) begun = { at, cpuMs: ours.cpuMs };
    if (begun === null || isAwake(ours)) continue;
    spans.push({ awakeMs: at - begun.at, cpuMs: ours.cpuMs - begun.cpuMs });
    begun = null;
  }
  return spans;
}

/** One browser without DevTools attached, with a chat open. */
async function oneBrowser(extension: string, loopback: Loopback): Promise<Span[]> {
  const profile = await makeProfile({ extension, loopback }, CHATS);
  const browser = spawn(
    findChromium() ?? 'chromium',
    [
      '--headless=new',
      '--no-sandbox',
      '--no-first-run',
      '--disable-background-networking',
      `--user-data-dir=${profile}`,
      ...chromiumArgs({ extension, loopback }),
      'https://claude.ai/chat/1',
    ],
    { stdio: 'ignore' },
  );
  const ended = new Promise((resolve) => browser.once('close', resolve));
  browser.once('error', () => null);
  try {
    return await spansOf(browser);
  } finally {
    browser.kill('SIGKILL');
    await ended;
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** How long the worker is awake and what that costs its process. Only Linux reports the threads of a process. */
export async function measureSleep(): Promise<Row[]> {
  if (process.platform !== 'linux') return [];
  const extension = `${process.cwd()}/.output/chrome-mv3`;
  const loopback = await startLoopback({ scenario: findScenario('healthy') });
  try {
    const seen = await Promise.allSettled(Array.from({ length: BROWSERS }, () => oneBrowser(extension, loopback)));
    const all = seen.map((one) => {
      if (one.status === 'rejected') throw one.reason;
      return one.value;
    });
    const later = all.flatMap((spans) => spans.slice(1));
    const seconds = (spans: readonly Span[]) => spans.map(({ awakeMs }) => awakeMs / 1_000);
    return [
      measured('the browser’s start: awake', seconds(all.flatMap((spans) => spans.slice(0, 1))), 's'),
      measured('one wake-up by the alarm: awake', seconds(later), 's'),
      measured(
        'one wake-up by the alarm: processor time of our process',
        later.map(({ cpuMs }) => cpuMs),
        'ms',
      ),
    ];
  } finally {
    await loopback.close();
  }
}
