import { entriesOf } from '@/tests/fakes/entries-of';
import { createMutex } from '@/tests/fakes/fake-locks';
import { pageReply } from '@/tests/loopback/page-reply';
import { pageStateAt } from '@/tests/loopback/page-state-at';
import { LOOPBACK_PAGES } from '@/tests/loopback/pages/loopback-pages';
import { CALM_PAGE, type Scenario } from '@/tests/loopback/scenario';
import { onWebRequestEvent } from '@/utils/app/evidence';
import type { Ports } from '@/utils/app/ports';
import { runRound, start } from '@/utils/app/round';
import type { AssistantId } from '@/utils/model/assistant';
import type { ReadFailure } from '@/utils/model/failure';
import { FakeBrowser } from './fake-ports';
import { Fate } from './mortal-worker';

/** Midnight, UTC. */
const START = Date.UTC(2026, 8, 3);
/** A worker or a browser that died is back after so long. */
const BACK_AFTER_MS = 1_000;

/** A message of the person's own that was answered. `at`: ms since the day's start. */
export interface Sent {
  at: number;
  url: string;
  status: number;
}

export interface Day {
  scenario: Scenario;
  watched: AssistantId[];
  /** Match patterns of chats that stay open. */
  chats: readonly string[];
  sent: readonly Sent[];
}

/** What a day leaves behind. */
export interface Outcome {
  /** In the order of their showing. */
  notices: { id: string; title: string }[];
  effects: number;
  /** What stands at its end, without the moments of readings. */
  standing: unknown;
}

/** Every moment at which a timeline changes anything, wherever in it that stands. */
function momentsOf(part: unknown): number[] {
  if (typeof part !== 'object' || part === null) return [];
  return Object.entries(part).flatMap(([key, value]) =>
    typeof value === 'number' && /^(?:at|removedAt)$/.test(key) ? [value] : momentsOf(value),
  );
}

/** The same page says the same until its next moment: a thousand days are lived through much faster so. */
const said = new Map<string, string | ReadFailure>();

function answering(browser: FakeBrowser, scenario: Scenario): void {
  const moments = momentsOf(scenario.pages);
  browser.answerFrom((url) => {
    const { host, pathname } = new URL(url);
    const page = LOOPBACK_PAGES.find((one) => one.host === host);
    if (page === undefined) return { kind: 'unreachable' };
    const offset = browser.now - START;
    const key = `${scenario.name} ${url} ${moments.filter((at) => at <= offset).length}`;
    const timeline = scenario.pages[host] ?? CALM_PAGE;
    const answer = () => {
      const reply = pageReply(page, pageStateAt(page, timeline, START, offset), pathname, null);
      return reply.status === 200 ? reply.body : ({ kind: 'http_error', status: reply.status } as const);
    };
    const known = said.get(key) ?? answer();
    said.set(key, known);
    return known;
  });
}

/** Of each incident of the day what the history holds: the last that was told of it. Older ones are listed again daily. */
function keptOf(browser: FakeBrowser): unknown {
  const told = browser.history.flatMap(({ assistantId, incidents }) =>
    incidents
      .filter(({ updatedAt }) => updatedAt >= START)
      .map(({ id, title, phase, resolvedAt }) => [`${assistantId} ${id}`, [title, phase, resolvedAt]] as const),
  );
  return [...new Map(told)].sort(([a], [b]) => a.localeCompare(b));
}

/** What a person sees in the end, and what is known of the past. */
function standingOf(browser: FakeBrowser): unknown {
  const { episodes, recoveries, past, outbox, verdicts } = browser.status;
  return {
    toolbar: browser.toolbar && { sign: browser.toolbar.sign, troubleCount: browser.toolbar.troubleCount },
    banners: browser.banners.map(({ id, view }) => [id, view?.kind ?? null]),
    verdicts: entriesOf(verdicts).map(([id, verdict]) => [id, verdict.kind, verdict.level]),
    open: [Object.keys(episodes), outbox.length],
    history: keptOf(browser),
    ended: entriesOf(recoveries).map(([id, { episode }]) => [id, episode.peak, episode.isTold]),
    troubles: entriesOf(past).map(([id, { troubles }]) => [
      id,
      troubles.map(({ title, peak, source, sensedAt }) => [title, peak, source, sensedAt !== null]),
    ]),
  };
}

/**
 * Plays a scripted day through the real poll cycle in virtual time, with a new worker for each wake-up. After each of
 * the `stops` (counted over all effects of the day) everything stops, and a second later another worker goes on:
 * `restarts` says whether the browser itself had gone, which then looks at everything anew.
 */
export async function liveThrough(day: Day, stops: readonly number[], restarts: boolean): Promise<Outcome> {
  const browser = new FakeBrowser();
  browser.now = START;
  browser.options = { ...browser.options, watched: day.watched };
  browser.openChats = day.chats;
  answering(browser, day.scenario);
  const fate = new Fate(new Set(stops));
  const begin = async () => {
    browser.now += BACK_AFTER_MS;
    while (!(await fate.live(browser.ports(), restarts ? start : (ports) => runRound(ports)))) {
      browser.now += BACK_AFTER_MS;
    }
  };
  const live = async (work: (ports: Ports) => Promise<unknown>) => {
    if (!(await fate.live(browser.ports(), work))) await begin();
  };

  let waiting = [...day.sent];
  while (browser.now < START + day.scenario.durationMs + 15 * 60_000) {
    const due = waiting.filter(({ at }) => START + at <= browser.now);
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
      await live((ports) => onWebRequestEvent(ports, createMutex(), request));
    }
    await live((ports) => runRound(ports));
    const next = Math.max(browser.wakesAt ?? 0, browser.now + 30_000);
    const sentAt = Math.min(...waiting.map(({ at }) => START + at));
    browser.now = Math.max(browser.now + 1_000, Math.min(next, sentAt));
  }
  return {
    notices: browser.notices.map(({ id, title }) => ({ id, title })),
    effects: fate.count,
    standing: standingOf(browser),
  };
}
