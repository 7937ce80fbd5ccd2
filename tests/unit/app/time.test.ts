import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { english } from '@/tests/fakes/english';
import { incidentOf, setPage } from '@/tests/fakes/fake-pages';
import { FakeBrowser } from '@/tests/fakes/fake-ports';
import { laterRounds } from '@/tests/fakes/later-rounds';
import { HOUR, MINUTE, NOON } from '@/tests/fakes/samples';
import { STATUS_V2 } from '@/tests/fixtures/storage-v2';
import { runRound, start } from '@/utils/app/round';
import { dayStart, minuteOfDay } from '@/utils/browser/clock';

const DAY = 24 * HOUR;
let browser: FakeBrowser;

beforeEach(() => {
  browser = new FakeBrowser();
  setPage(browser, 'claude', 'operational');
  setPage(browser, 'chatgpt', 'operational');
});

const roundAfter = laterRounds(() => browser);

const at = (ms: number) => new Date(NOON + ms).toISOString();
const titles = () => browser.notices.map(({ title }) => title);
const downSince = (ms: number, over: object = {}) =>
  setPage(browser, 'claude', 'major_outage', { incidents: [incidentOf('claude', { started_at: at(ms), ...over })] });

describe('three days of sleep', () => {
  const closed = (id: string, from: number, to: number) =>
    incidentOf('claude', { id, status: 'resolved', started_at: at(from), resolved_at: at(to), updated_at: at(to) });

  it('with two missed outages notify about nothing and fill the history from the page', async () => {
    await roundAfter(0);
    const missed = [closed('second', 2 * DAY, 2 * DAY + HOUR), closed('first', DAY, DAY + HOUR)];
    setPage(browser, 'claude', 'operational', { closed: missed });
    await roundAfter(3 * DAY);
    expect(titles()).toEqual([]);
    expect(browser.history.at(-2)?.incidents.map(({ incident }) => incident.id)).toEqual(['second', 'first']);
    expect(browser.status.past.claude?.troubles.map(({ id, startedAt }) => [id, startedAt])).toEqual([
      ['second', NOON + 2 * DAY],
      ['first', NOON + DAY],
    ]);
  });

  it('between two outages send one notification about the current state', async () => {
    downSince(-20 * MINUTE);
    await roundAfter(0);
    const before = browser.notices.length;
    const started = { id: 'new', started_at: at(3 * DAY - 10 * MINUTE) };
    setPage(browser, 'claude', 'major_outage', { incidents: [incidentOf('claude', started)] });
    setPage(browser, 'chatgpt', 'major_outage', { incidents: [incidentOf('chatgpt', started)] });
    browser.now += 3 * DAY;
    await start(browser.ports());
    for (let i = 0; i < 5; i += 1) await roundAfter(MINUTE);
    expect(titles().slice(before)).toEqual([english('notice_several_trouble', 'Claude and ChatGPT')]);
  });

  it('during which an outage ended notify about the recovery once, without a duration', async () => {
    downSince(-20 * MINUTE);
    await roundAfter(0);
    setPage(browser, 'claude', 'operational');
    browser.now += 3 * DAY;
    await start(browser.ports());
    await roundAfter(MINUTE);
    expect(titles().slice(1)).toEqual([english('headline_recovered_plain', 'Claude')]);
  });
});

it('a month of sleep shows the current state and marks only the days that were read', async () => {
  downSince(-20 * MINUTE);
  await roundAfter(0);
  setPage(browser, 'claude', 'operational');
  browser.now += 31 * DAY;
  await start(browser.ports());
  await roundAfter(5 * MINUTE);
  expect(browser.toolbar?.sign).toBe('up');
  expect(browser.status.past.claude?.days.map((day) => day.at)).toEqual([
    NOON - 12 * HOUR,
    NOON + 31 * DAY - 12 * HOUR,
  ]);
  expect(titles().slice(1).length).toBeLessThanOrEqual(1);
});

describe('setting the clock', () => {
  it.each([
    ['back by a year', -365 * DAY],
    ['back by an hour', -HOUR],
    ['forward by an hour', HOUR],
    ['forward by a year', 365 * DAY],
  ])('%s during an outage reads immediately and does not notify again', async (_, shift) => {
    downSince(-20 * MINUTE);
    await roundAfter(0);
    const asked = browser.requests.length;
    await roundAfter(shift);
    expect(browser.requests.length).toBeGreaterThan(asked);
    await roundAfter(MINUTE);
    await roundAfter(-shift);
    await roundAfter(MINUTE);
    expect(titles()).toHaveLength(1);
    expect(browser.status.verdicts.claude?.level).toBe('major_outage');
    setPage(browser, 'claude', 'operational');
    await roundAfter(MINUTE);
    expect(titles()).toHaveLength(2);
    expect(browser.toolbar?.sign).toBe('up');
    expect(browser.wakesAt).toBeLessThanOrEqual(browser.now + 6 * MINUTE);
  });

  it('back and forth with every round keeps reading and notifies once', async () => {
    downSince(-20 * MINUTE);
    for (let i = 0; i < 40; i += 1) await roundAfter(i % 2 === 0 ? 2 * HOUR : -2 * HOUR + MINUTE);
    expect(titles()).toHaveLength(1);
    expect(browser.wakesAt).toBeLessThanOrEqual(browser.now + 6 * MINUTE);
  });
});

describe('dayStart and minuteOfDay', () => {
  const zone = process.env.TZ;
  const inZone = (name: string) => {
    process.env.TZ = name;
    // The runtime applies the new zone when the offset is read.
    return new Date().getTimezoneOffset();
  };
  afterEach(() => void inZone(zone ?? 'UTC'));

  it.each([
    ['the day has 23 hours when summer time begins', '2026-03-29T10:00:00Z', 23],
    ['the day has 25 hours when summer time ends', '2026-10-25T10:00:00Z', 25],
    ['the day has 24 hours otherwise', '2026-06-10T10:00:00Z', 24],
  ])('%s and begins at midnight', (_, noon, hours) => {
    inZone('Europe/Berlin');
    const today = dayStart(Date.parse(noon));
    const tomorrow = dayStart(today + 26 * HOUR);
    expect((tomorrow - today) / HOUR).toBe(hours);
    expect([minuteOfDay(today), minuteOfDay(tomorrow)]).toEqual([0, 0]);
  });

  it('a change of time zone during an outage does not notify again and adds at most three days', async () => {
    const live = async () => {
      const ports = { ...browser.ports(), dayStart, minuteOfDay };
      await runRound(ports);
    };
    downSince(-20 * MINUTE);
    inZone('Asia/Tokyo');
    await live();
    browser.now += 5 * MINUTE;
    inZone('America/Los_Angeles');
    await live();
    browser.now += 5 * MINUTE;
    inZone('Europe/Berlin');
    await live();
    expect(titles()).toHaveLength(1);
    expect(browser.status.past.claude?.days.every(({ worst }) => worst === 'major_outage')).toBe(true);
    expect(browser.status.past.claude?.days.length).toBeLessThanOrEqual(3);
  });
});

it('an update of the extension during an outage does not notify again and notifies about the recovery', async () => {
  const episode = STATUS_V2.value.episodes.claude;
  browser.stored = JSON.stringify(STATUS_V2);
  browser.now = episode.lastReadAt + MINUTE;
  const since = new Date(episode.startedAt).toISOString();
  const incidents = episode.incidentIds.map((id) => incidentOf('claude', { id, started_at: since, updated_at: since }));
  setPage(browser, 'claude', 'partial_outage', { incidents });
  await start(browser.ports());
  await roundAfter(MINUTE);
  expect(titles()).toEqual([]);
  expect(browser.status.episodes.claude?.id).toBe(episode.id);
  setPage(browser, 'claude', 'operational');
  await roundAfter(MINUTE);
  expect(titles()).toHaveLength(1);
});
