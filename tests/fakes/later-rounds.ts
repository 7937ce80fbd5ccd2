import { runRound } from '@/utils/app/round';
import type { FakeBrowser } from './fake-ports';

/** Returns a function that runs a round so many milliseconds later, in a worker that knows only what is stored. */
export function laterRounds(browserNow: () => FakeBrowser): (ms: number) => Promise<void> {
  return async (ms) => {
    const browser = browserNow();
    browser.now += ms;
    await runRound(browser.ports());
  };
}
