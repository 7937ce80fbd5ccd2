import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { openFresh } from '@/tests/browser/make-profile';
import { Understudy } from '@/tests/browser/understudy';
import type { Loopback } from '@/tests/loopback/loopback';
import { findScenario } from '@/tests/loopback/scenarios/find-scenario';
import { startLoopback } from '@/tests/loopback/start-loopback';

export interface BenchOrder {
  scenario: string;
  grants: readonly string[];
}

/** A real Chromium with the shipped bundle, plus the plain page for comparison in the same folder. */
export async function withChromium<T>(
  { scenario, grants }: BenchOrder,
  work: (understudy: Understudy, loopback: Loopback) => Promise<T>,
): Promise<T> {
  const folder = mkdtempSync(path.join(tmpdir(), 'understudy-bench-'));
  const extension = path.join(folder, 'extension');
  cpSync('.output/chrome-mv3', extension, { recursive: true });
  cpSync('tests/bench/plain', extension, { recursive: true });
  const loopback = await startLoopback({ scenario: findScenario(scenario) });
  const opened = await openFresh({ extension, loopback }, grants);
  try {
    return await work(new Understudy(opened), loopback);
  } finally {
    await opened.close();
    await loopback.close();
    rmSync(folder, { recursive: true, force: true });
  }
}
