import { expect, it } from 'vitest';
import { chance } from '@/tests/bench/ordinary-days/message-outcome';
import { CLAUDE_SEND_URL } from '@/tests/fakes/chat-requests';
import { createMutex } from '@/tests/fakes/fake-locks';
import { breakPage, incidentOf, setPage } from '@/tests/fakes/fake-pages';
import { FakeBrowser } from '@/tests/fakes/fake-ports';
import { HOUR, MINUTE, SECOND } from '@/tests/fakes/samples';
import { type Dice, makeDice } from '@/tests/loopback/pages/dice';
import { onWebRequestEvent } from '@/utils/app/evidence';
import { runRound, start } from '@/utils/app/round';
import type { ReadFailure } from '@/utils/model/failure';
import { DEFAULT_OPTIONS } from '@/utils/model/options';
import { blindSpots } from '@/utils/rules/sightings/blind-spots';

const DAYS = 3;
const WATCHED = ['claude', 'copilot', 'cursor'] as const;

const PORTAL: readonly [ReadFailure, ...ReadFailure[]] = [{ kind: 'moved' }, { kind: 'html' }, { kind: 'sign_in' }];
const HICCUPS: readonly [ReadFailure, ...ReadFailure[]] = [
  { kind: 'timeout' },
  { kind: 'http_error', status: 503 },
  { kind: 'http_error', status: 403 },
  { kind: 'truncated' },
  { kind: 'rate_limited', retryAt: null },
];

/** What one kind of day does to pages and device, before a round at `hour`. */
type Weather = (browser: FakeBrowser, dice: Dice, hour: number) => void;

const calm = (browser: FakeBrowser) => {
  browser.isOnline = true;
  for (const id of WATCHED) setPage(browser, id, 'operational');
};
const breakAll = (browser: FakeBrowser, failure: ReadFailure) => {
  for (const id of WATCHED) breakPage(browser, id, failure);
};

const DAY_KINDS: Record<string, Weather> = {
  'nothing special': calm,
  'short outages': (browser, dice) => {
    calm(browser);
    const id = dice.oneOf(WATCHED);
    if (chance(dice, 0.2)) setPage(browser, id, 'partial_outage', { incidents: [incidentOf(id)] });
  },
  'failing readings': (browser, dice) => {
    calm(browser);
    for (const id of WATCHED) if (chance(dice, 0.3)) breakPage(browser, id, dice.oneOf(HICCUPS));
  },
  'a page that is down for half the day': (browser, _, hour) => {
    calm(browser);
    if (hour >= 10 && hour < 20) breakPage(browser, 'claude', { kind: 'http_error', status: 503 });
  },
  'hours without a network': (browser, _, hour) => {
    calm(browser);
    if (hour < 12 || hour >= 18) return;
    browser.isOnline = false;
    breakAll(browser, { kind: 'unreachable' });
  },
  'a captive portal from nine to eighteen': (browser, dice, hour) => {
    calm(browser);
    if (hour >= 9 && hour < 18) breakAll(browser, dice.oneOf(PORTAL));
  },
  'a list that is incomplete once in a while': (browser, dice) => {
    calm(browser);
    if (!chance(dice, 0.1)) return;
    const url = 'https://status.claude.com/api/v2/summary.json';
    const other = String(browser.answers.get(url)).replaceAll(/"id":"\w+","name":"[^"]*"/g, '"id":"x1","name":"Other"');
    browser.answers.set(url, other);
  },
};

let requests = 0;

/** One visit of the chat with one message. */
async function chat(browser: FakeBrowser): Promise<void> {
  requests += 1;
  const opened = { id: `page ${requests}`, url: 'https://claude.ai/new', method: 'GET', isMainFrame: true } as const;
  await onWebRequestEvent(browser.ports(), createMutex(), { ...opened, stage: 'ended', status: 200, error: null });
  const url = CLAUDE_SEND_URL;
  const message = { id: `send ${requests}`, url, method: 'POST', isMainFrame: false } as const;
  void onWebRequestEvent(browser.ports(), createMutex(), { ...message, stage: 'sent' });
  browser.pass(SECOND);
  await onWebRequestEvent(browser.ports(), createMutex(), { ...message, stage: 'ended', status: 200, error: null });
}

it.each(Object.entries(DAY_KINDS))('no blind spot is found on days with %s', async (_, weather) => {
  const dice = makeDice(20_260_903);
  const browser = new FakeBrowser();
  browser.options = { ...DEFAULT_OPTIONS, watched: [...WATCHED] };
  const found: unknown[] = [];
  const look = () => found.push(...blindSpots(browser.now, browser.status, browser.options));
  const end = browser.now + DAYS * 24 * HOUR;
  calm(browser);
  await start(browser.ports());
  while (browser.now < end) {
    const hour = (browser.now / HOUR) % 24;
    const isAsleep = hour < 7 || hour >= 23;
    if (isAsleep) {
      // The lid is opened in the morning, and the overdue alarm comes at once, or just after the popup.
      browser.now += dice.between(7, 9) * HOUR;
      weather(browser, dice, (browser.now / HOUR) % 24);
      if (chance(dice, 0.5)) await runRound(browser.ports(), 'glance');
      look();
    } else {
      browser.now += dice.between(15, 45) * MINUTE;
      weather(browser, dice, hour);
      if (chance(dice, 0.1)) await chat(browser);
    }
    await runRound(browser.ports(), 'alarm');
    look();
  }
  expect(found).toEqual([]);
});
