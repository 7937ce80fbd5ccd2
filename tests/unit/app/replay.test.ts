import { beforeAll, describe, expect, it } from 'vitest';
import { english } from '@/tests/fakes/english';
import { type Replay, replayScenario } from '@/tests/fakes/replay-scenario';
import { MINUTE } from '@/tests/fakes/samples';
import { copilotUpstream } from '@/tests/loopback/scenarios/copilot-upstream';
import { geminiOutage } from '@/tests/loopback/scenarios/gemini-outage';
import { maintenance } from '@/tests/loopback/scenarios/maintenance';
import { reopened } from '@/tests/loopback/scenarios/reopened';
import { septemberThird } from '@/tests/loopback/scenarios/september-third';
import { threeAtOnce } from '@/tests/loopback/scenarios/three-at-once';

const CHATS = ['https://claude.ai/*', 'https://chatgpt.com/*'];
const titlesOf = ({ notifications }: { notifications: { title: string }[] }) => notifications.map(({ title }) => title);

describe('the replay of 3 September 2026', () => {
  /** Minutes after 12:30 UTC; clock times are those of the replay, which begins at midnight. */
  const THE_DAY = [
    `${english('title_partial_outage', 'Claude')} ${english('since', '00:07')}`,
    english('headline_recovered', 'Claude', english('duration_minutes', '11')),
    `${english('title_partial_outage', 'Claude')} ${english('since', '00:56')}`,
    `${english('title_degraded', 'ChatGPT')} ${english('since', '02:13')}`,
    english('headline_recovered', 'Claude', english('duration_hours_minutes', '2', '57')),
    english('headline_recovered', 'ChatGPT', english('duration_hours_minutes', '2', '12')),
  ];

  let day: Replay;
  beforeAll(async () => {
    day = await replayScenario(septemberThird, {}, CHATS);
  });

  it('notifies once per change, in order and within two minutes, with the chats open', () => {
    expect(titlesOf(day)).toEqual(THE_DAY);
    expect(day.notifications.map(({ minute }) => minute)).toEqual([8, 18, 57, 149, 234, 266]);
  });

  it('notifies the same with the chats closed, minutes later', async () => {
    // The monitoring phase is read one poll later, and the page does not state when the fix took effect.
    const later = THE_DAY.with(1, english('headline_recovered', 'Claude', english('duration_minutes', '10')));
    expect(titlesOf(await replayScenario(septemberThird))).toEqual(later);
  });

  it('tells a user of Opus nothing about the first outage, which is of Sonnet alone', async () => {
    const start = { ...septemberThird, durationMs: 30 * MINUTE };
    const ofOpus = await replayScenario(start, { models: { claude: ['Opus'] } }, CHATS);
    expect(ofOpus.notifications).toEqual([]);
    expect(ofOpus.bannersOf('claude')).toEqual([]);
    expect(titlesOf(await replayScenario(start, {}, CHATS))).toEqual(THE_DAY.slice(0, 2));
  });

  it('shows each banner only on its own site', () => {
    expect(day.bannersOf('claude')).toEqual([
      `${english('title_partial_outage', 'Claude')} ${english('since', '00:07')}`,
      english('headline_recovered', 'Claude', english('duration_minutes', '11')),
      `${english('title_partial_outage', 'Claude')} ${english('since', '00:56')}`,
      english('headline_recovered', 'Claude', english('duration_hours_minutes', '2', '57')),
    ]);
    expect(day.bannersOf('chatgpt').every((headline) => headline.startsWith('ChatGPT'))).toBe(true);
  });

  it('reads only the first fallbacks of the unwatched assistants', () => {
    const hosts = new Set(day.browser.requests.map((url) => new URL(url).host));
    expect([...hosts]).toEqual(['status.claude.com', 'status.openai.com', 'www.google.com', 'www.githubstatus.com']);
  });
});

it('the replay of a reopened incident reports one outage that ends with its last resolution', async () => {
  expect(titlesOf(await replayScenario(reopened, {}, CHATS))).toEqual([
    `${english('title_partial_outage', 'Claude')} ${english('since', '00:01')}`,
    english('headline_recovered', 'Claude', english('duration_minutes', '9')),
    english('headline_reopened', 'Claude'),
    english('headline_recovered', 'Claude', english('duration_minutes', '27')),
  ]);
});

it('the replay of three simultaneous outages grows one notification and reports each recovery', async () => {
  const { browser } = await replayScenario(threeAtOnce, { watched: ['claude', 'chatgpt', 'copilot'] }, [
    ...CHATS,
    'https://github.com/copilot*',
  ]);
  const all = browser.notices.map(({ title }) => title);
  expect(all).toEqual([
    english('title_major_outage', 'Claude'),
    english('notice_several_trouble', 'Claude and ChatGPT'),
    english('notice_several_shared', 'Claude, ChatGPT and GitHub Copilot'),
    english('headline_recovered', 'Claude', english('duration_minutes', '4')),
    english('headline_recovered_plain', 'ChatGPT'),
    english('headline_recovered', 'GitHub Copilot', english('duration_minutes', '10')),
  ]);
  expect(browser.notices[0]?.text).toContain(english('since', '00:01'));
  expect(new Set(browser.notices.slice(0, 3).map(({ id }) => id)).size).toBe(1);
});

it('an incident of a model provider does not notify about Copilot unless it names Copilot', async () => {
  const day = await replayScenario(copilotUpstream, { watched: ['copilot'] });
  expect(titlesOf(day)).toEqual([]);
});

it('the replay of a Gemini outage reads the feed at most every five minutes and notifies from it', async () => {
  const { browser, notifications } = await replayScenario(geminiOutage, { watched: ['gemini'] });
  expect(notifications).toEqual([
    { minute: 30, title: `${english('title_major_outage', 'Gemini')} ${english('since', '00:02')}` },
    { minute: 60, title: english('headline_recovered', 'Gemini', english('duration_minutes', '58')) },
  ]);
  expect(browser.requests.filter((url) => url.includes('google')).length).toBeLessThanOrEqual(14);
});

describe('the replay of a maintenance', () => {
  it('records every step and notifies about none by default', async () => {
    const day = await replayScenario(maintenance);
    expect(day.notifications).toEqual([]);
    const steps = day.browser.status.decisions.map(({ about }) => about.replace('maintenance_', '')).reverse();
    expect(steps).toEqual(['announced', 'announced', 'rescheduled', 'started', 'overrun', 'done', 'cancelled']);
  });

  it('notifies two hours before if enabled, and again when postponed', async () => {
    expect(titlesOf(await replayScenario(maintenance, { maintenanceNoticeHours: 2 }))).toEqual([
      english('maintenance_headline', 'Claude', '03:05', '04:05', english('duration_hours', '1')),
      english('maintenance_headline', 'Claude', '03:35', '04:35', english('duration_hours', '1')),
      english('maintenance_headline', 'Claude', '05:30', '05:50', english('duration_minutes', '20')),
    ]);
  });
});

it('the stored status stays below 200,000 characters in a replay of four assistants', async () => {
  const { browser } = await replayScenario(
    septemberThird,
    { watched: ['claude', 'chatgpt', 'gemini', 'copilot'] },
    CHATS,
  );
  expect(browser.largestStored).toBeLessThan(200_000);
});
