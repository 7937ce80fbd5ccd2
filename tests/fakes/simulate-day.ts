import { entriesOf } from '@/tests/fakes/entries-of';
import { createMutex } from '@/tests/fakes/fake-locks';
import type { Scenario } from '@/tests/loopback/scenario';
import { onWebRequestEvent } from '@/utils/app/evidence';
import type { Ports } from '@/utils/app/ports';
import { runRound, start } from '@/utils/app/round';
import type { AssistantId } from '@/utils/model/assistant';
import { CrashInjector } from './crash-injection';
import { FakeBrowser } from './fake-ports';
import { SCENARIO_START, serveScenario } from './serve-scenario';

/** A crashed browser is started again after this time. */
const BACK_AFTER_MS = 1_000;
/** Browsers fire alarms no sooner than this. */
const SOONEST_ALARM_MS = 30_000;
/** An alarm that is not set again repeats after this time. */
const SAFETY_MS = 5 * 60_000;

/** An answered message of the user. `at`: ms since the day's start. */
export interface Sent {
  at: number;
  url: string;
  status: number;
}

export interface DayScript {
  scenario: Scenario;
  watched: AssistantId[];
  /** Match patterns of chats that stay open. */
  chats: readonly string[];
  sent: readonly Sent[];
}

/** A wake-up of a day, before its effects. */
interface Moment {
  browser: FakeBrowser;
  /** Messages that are sent later. */
  waiting: readonly Sent[];
  /** Effects so far. */
  effects: number;
  /** When the alarm last fired; null before the first time. */
  firedAt: number | null;
}

/** The results of a day. */
export interface DayResult {
  /** In order. */
  notices: { id: string; title: string }[];
  /** What was notified about each assistant, in order. */
  told: unknown;
  effects: number;
  /** Outages whose start own failures showed. */
  sensed: number;
  /** State at the end, without the times of readings. */
  finalState: unknown;
  /** All wake-ups of a day without crashes, in order. */
  moments: readonly Moment[];
}

/** The newest version of each of the day's incidents in the history. Older ones are listed again every day. */
function historyOf(browser: FakeBrowser): unknown {
  const incidents = browser.history.flatMap(({ assistantId, incidents: reported }) =>
    reported
      .map(({ incident }) => incident)
      .filter(({ updatedAt }) => updatedAt >= SCENARIO_START)
      .map(({ id, title, phase, resolvedAt }) => [`${assistantId} ${id}`, [title, phase, resolvedAt]] as const),
  );
  return [...new Map(incidents)].sort(([a], [b]) => a.localeCompare(b));
}

/** The visible surfaces and the known past at the end. */
function finalStateOf(browser: FakeBrowser): unknown {
  const { episodes, recoveries, past, outbox, verdicts } = browser.status;
  return {
    toolbar: browser.toolbar && { sign: browser.toolbar.sign, troubleCount: browser.toolbar.troubleCount },
    banners: browser.banners.map(({ id, view }) => [id, view?.kind ?? null]),
    verdicts: entriesOf(verdicts).map(([id, verdict]) => [id, verdict.kind, verdict.level]),
    open: [Object.keys(episodes), outbox.length],
    history: historyOf(browser),
    ended: entriesOf(recoveries).map(([id, { episode }]) => [id, episode.peak, episode.isTold]),
    troubles: entriesOf(past).map(([id, { troubles }]) => [
      id,
      troubles.map(({ title, peak, source, sensedAt }) => [title, peak, source, sensedAt !== null]),
    ]),
  };
}

function toldIn({ status }: FakeBrowser): unknown {
  const told = status.decisions.filter(({ isTold }) => isTold).reverse();
  return Object.fromEntries(
    told.map(({ assistantId }) => [
      assistantId,
      told.filter((decision) => decision.assistantId === assistantId).map(({ about }) => about),
    ]),
  );
}

function firstMoment({ watched, chats, sent }: DayScript): Moment {
  const browser = new FakeBrowser();
  browser.now = SCENARIO_START;
  browser.options = { ...browser.options, watched };
  browser.openChats = chats;
  return { browser, waiting: sent, effects: 0, firedAt: null };
}

/** Runs a scripted day without a crash. */
export const simulateWholeDay = (day: DayScript): Promise<DayResult> => continueDay(day, firstMoment(day), [], false);

/**
 * Runs the day of `whole` again. After each of the `crashPoints` (counted over all effects of the day) the worker crashes,
 * and a new one starts at the next alarm or message. `isBrowserCrash`: the whole browser crashes and is started again, so
 * what it kept for its session is gone. Until the first crash both days are the same, so that part is not run again.
 */
export function simulateDay(
  day: DayScript,
  whole: DayResult,
  crashPoints: readonly number[],
  isBrowserCrash: boolean,
): Promise<DayResult> {
  const firstCrash = Math.min(...crashPoints);
  const begin = whole.moments.findLast(({ effects }) => effects < firstCrash) ?? firstMoment(day);
  return continueDay(day, begin, crashPoints, isBrowserCrash);
}

/** Runs real rounds in virtual time, with a new worker per wake-up. */
async function continueDay(
  day: DayScript,
  begin: Moment,
  crashPoints: readonly number[],
  isBrowserCrash: boolean,
): Promise<DayResult> {
  const browser = begin.browser.copy();
  serveScenario(browser, day.scenario);
  const injector = new CrashInjector(new Set(crashPoints), begin.effects);
  const runWorker = async (work: (ports: Ports) => Promise<unknown>) => {
    const pending = browser.wakesAt;
    browser.wakesAt = null;
    const isDone = await injector.runWorker(browser.ports(), work);
    browser.wakesAt = browser.wakesAt === null ? pending : Math.max(browser.wakesAt, browser.now + SOONEST_ALARM_MS);
    return isDone;
  };
  const run = async (work: (ports: Ports) => Promise<unknown>) => {
    let isDone = await runWorker(work);
    while (!isDone && isBrowserCrash) {
      browser.endSession();
      browser.now += BACK_AFTER_MS;
      isDone = await runWorker(start);
    }
  };

  const moments: Moment[] = [];
  let { waiting, firedAt } = begin;
  const alarmAt = (): number => {
    const at = browser.wakesAt ?? (firedAt === null ? null : firedAt + SAFETY_MS);
    if (at === null) throw new Error('A worker was killed before it had set an alarm');
    return at;
  };
  while (browser.now < SCENARIO_START + day.scenario.durationMs + 15 * 60_000) {
    if (crashPoints.length === 0) moments.push({ browser: browser.copy(), waiting, effects: injector.count, firedAt });
    const due = waiting.filter(({ at }) => SCENARIO_START + at <= browser.now);
    waiting = waiting.filter((one) => !due.includes(one));
    for (const { at, url, status } of due) {
      const request = {
        id: String(at),
        url,
        method: 'POST',
        isMainFrame: false,
        stage: 'ended',
        status,
        error: null,
      } as const;
      await run((ports) => onWebRequestEvent(ports, createMutex(), request));
    }
    const isInstalled = browser.now === SCENARIO_START;
    if (isInstalled || alarmAt() <= browser.now) {
      if (!isInstalled) {
        firedAt = browser.now;
        browser.wakesAt = null;
      }
      await run((ports) => runRound(ports));
    }
    const sentAt = Math.min(...waiting.map(({ at }) => SCENARIO_START + at));
    browser.now = Math.max(browser.now, Math.min(alarmAt(), sentAt));
  }
  return {
    notices: browser.notices.map(({ id, title }) => ({ id, title })),
    told: toldIn(browser),
    effects: injector.count,
    sensed: entriesOf(browser.status.past)
      .flatMap(([, { troubles }]) => troubles)
      .filter(({ sensedAt }) => sensedAt !== null).length,
    finalState: finalStateOf(browser),
    moments,
  };
}
