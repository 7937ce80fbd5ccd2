import { expect, it } from 'vitest';
import { CrashInjector } from '@/tests/fakes/crash-injection';
import { createMutex } from '@/tests/fakes/fake-locks';
import { incidentOf, setPage } from '@/tests/fakes/fake-pages';
import { FakeBrowser } from '@/tests/fakes/fake-ports';
import { MINUTE, SECOND } from '@/tests/fakes/samples';
import { recordCoverage } from '@/tests/fakes/stress-coverage';
import { pressNotice } from '@/utils/app/actions';
import { answerPage, answerSite } from '@/utils/app/commands';
import { endTransfer, fillInstruction, onTransferTabLoaded } from '@/utils/app/draft-transfers';
import type { Ports } from '@/utils/app/ports';
import { runRound, start } from '@/utils/app/round';

const HOME = 'https://claude.ai/new';
const PROMPT = 'Why does this loop skip items?';

/** A browser whose worker, or which itself, is killed once after one of its effects. */
class Killed {
  readonly browser = new FakeBrowser();
  readonly #injector: CrashInjector;
  /** When the alarm last fired. One that is not set again repeats after five minutes. */
  #firedAt: number | null = null;

  constructor(
    crashPoint: number,
    readonly isBrowserCrash: boolean,
  ) {
    this.#injector = new CrashInjector(new Set([crashPoint]));
    setPage(this.browser, 'claude', 'operational');
    setPage(this.browser, 'chatgpt', 'operational');
  }

  get effects(): number {
    return this.#injector.count;
  }

  get noticeIds(): Set<string> {
    return new Set(this.browser.notices.map(({ id }) => id));
  }

  async work(job: (ports: Ports) => Promise<unknown>): Promise<void> {
    if (await this.#injector.runWorker(this.browser.ports(), job)) return;
    // A worker that is killed alone is woken by the next alarm or event.
    if (!this.isBrowserCrash) return;
    this.browser.endSession();
    await start(this.browser.ports());
  }

  /** Wakes at each alarm, up to the first at this time or later. */
  async wakeUntil(at: number): Promise<void> {
    while (this.browser.now < at) {
      const alarmAt = this.browser.wakesAt ?? (this.#firedAt === null ? null : this.#firedAt + 5 * MINUTE);
      if (alarmAt === null) throw new Error('No alarm is set');
      this.browser.now = Math.max(this.browser.now + SECOND, alarmAt);
      this.#firedAt = this.browser.now;
      this.browser.wakesAt = null;
      await this.work((ports) => runRound(ports));
    }
  }
}

/** Runs a story once to its end, and once for each of its effects. */
async function killEverywhere<T>(
  story: (killed: Killed) => Promise<T>,
  check: (result: T, killed: Killed, when: string) => void,
): Promise<number> {
  let cases = 0;
  for (const isBrowserCrash of [false, true]) {
    const whole = new Killed(0, isBrowserCrash);
    check(await story(whole), whole, 'without a crash');
    for (let point = 1; point <= whole.effects; point += 1) {
      const killed = new Killed(point, isBrowserCrash);
      check(await story(killed), killed, `after effect ${point}`);
      cases += 1;
    }
  }
  return cases;
}

const waitingIn = ({ browser }: Killed) => browser.savedTo('claude').filter(({ state }) => state === 'waiting');

it('a waiting draft is filled in once or still waits, whichever effect worker or browser are killed after', async (context) => {
  const story = async (killed: Killed): Promise<string[]> => {
    const { browser } = killed;
    const filled: string[] = [];
    await runRound(browser.ports());
    setPage(browser, 'claude', 'partial_outage', { incidents: [incidentOf('claude')] });
    browser.now += 5 * MINUTE;
    await runRound(browser.ports());
    const sender = { address: 'https://claude.ai/chat/1', tabId: 7 };
    await answerSite(browser.ports(), sender, { type: 'keep-waiting', draft: PROMPT });
    browser.notices.length = 0;

    const ended = { status: 'resolved', resolved_at: '2026-05-20T12:20:00.000Z' };
    setPage(browser, 'claude', 'operational', { closed: [incidentOf('claude', ended)] });
    await killed.wakeUntil(browser.now + 4 * MINUTE);
    await killed.work((ports) => pressNotice(ports, browser.notices[0]?.id ?? '', { kind: 'open' }));
    for (let tabId = 1; tabId <= browser.openedTabs.length; tabId += 1) {
      await killed.work(async (ports) => {
        await onTransferTabLoaded(ports, tabId, HOME);
        const order = await fillInstruction(ports, tabId, HOME);
        if (order === null) return;
        filled.push(order.text);
        await endTransfer(ports, tabId, HOME, { id: order.id, outcome: 'exact' });
      });
    }
    return filled;
  };
  const cases = await killEverywhere(story, (filled, killed, when) => {
    const isWhole = when === 'without a crash';
    const kept = waitingIn(killed).map(({ text }) => text);
    if (isWhole) expect([filled, kept]).toEqual([[PROMPT], []]);
    expect([...filled, ...kept], when).toContain(PROMPT);
    expect(filled.length, when).toBeLessThanOrEqual(1);
    expect(killed.noticeIds.size, when).toBe(1);
  });
  recordCoverage(context, cases, cases);
});

it('the notification at the end of a limit is shown, and again only in its own place, whichever effect worker or browser are killed after', async (context) => {
  const story = async (killed: Killed): Promise<void> => {
    const { browser } = killed;
    await runRound(browser.ports());
    const until = browser.now + 12 * MINUTE;
    const message = { type: 'limit-end', assistantId: 'claude', until } as const;
    await killed.work((ports) => answerPage(ports, createMutex(), message));
    await killed.wakeUntil(until + 2 * MINUTE);
  };
  const cases = await killEverywhere(story, (_, killed, when) => {
    expect(killed.noticeIds.size, when).toBe(1);
    expect(killed.browser.status.limits, when).toEqual({});
  });
  recordCoverage(context, cases, cases);
});
