import type { Scenario } from '@/tests/loopback/scenario';
import { runRound } from '@/utils/app/round';
import type { AssistantId } from '@/utils/model/assistant';
import type { Options } from '@/utils/model/options';
import type { BannerView, NoticeView } from '@/utils/model/views';
import { english } from './english';
import { FakeBrowser } from './fake-ports';
import { SCENARIO_START, serveScenario } from './serve-scenario';

export interface TimedNotification {
  /** Minutes since the scenario's start. */
  minute: number;
  /** With the start of the outage, if the text names it. */
  title: string;
}

export interface Replay {
  browser: FakeBrowser;
  notifications: TimedNotification[];
  /** Distinct headlines of an assistant's banner with their start, in order. */
  bannersOf(id: AssistantId): string[];
}

/** "Claude: partial outage Since 14:26": the title, with the start if the text names one. */
function titleOf({ title, text }: NoticeView): string {
  const facts = text.split('\n').flatMap((line) => line.split(' · '));
  const since = facts.find((fact) => fact.startsWith(english('since', '').trim()));
  return since === undefined ? title : `${title} ${since}`;
}

/** "Claude: partial outage Since 14:26": without the duration, which changes with each round. */
function headlineOf({ headline, since }: BannerView): string {
  return since === null ? headline : `${headline} ${since.split(' · ')[0]}`;
}

/**
 * Runs a scenario through real rounds in virtual time: the mock network's documents, our own alarms, and a new worker per
 * round. `chats` are match patterns of chats that stay open.
 */
export async function replayScenario(
  scenario: Scenario,
  options: Partial<Options> = {},
  chats: readonly string[] = [],
): Promise<Replay> {
  const browser = new FakeBrowser();
  browser.now = SCENARIO_START;
  browser.options = { ...browser.options, ...options };
  browser.openChats = chats;
  serveScenario(browser, scenario);
  const notifications: TimedNotification[] = [];
  const banners: { id: AssistantId; headline: string }[] = [];
  while (browser.now < SCENARIO_START + scenario.durationMs + 10 * 60_000) {
    const before = browser.notices.length;
    await runRound(browser.ports());
    const minute = Math.round((browser.now - SCENARIO_START) / 60_000);
    notifications.push(...browser.notices.slice(before).map((view) => ({ minute, title: titleOf(view) })));
    banners.push(
      ...browser.banners.flatMap(({ id, view }) =>
        view === null ? [] : [{ id: id as AssistantId, headline: headlineOf(view) }],
      ),
    );
    // Browsers fire alarms no sooner than after 30 seconds.
    if (browser.wakesAt === null) throw new Error('No alarm is set');
    browser.now = Math.max(browser.wakesAt, browser.now + 30_000);
    browser.wakesAt = null;
  }
  return {
    browser,
    notifications,
    bannersOf: (id) => [...new Set(banners.filter((banner) => banner.id === id).map(({ headline }) => headline))],
  };
}
