import { beforeEach, expect, it } from 'vitest';
import { breakPage, incidentOf, setPage } from '@/tests/fakes/fake-pages';
import { FakeBrowser } from '@/tests/fakes/fake-ports';
import { laterRounds } from '@/tests/fakes/later-rounds';
import { aMemory, aReport, aVerdict, HOUR, MINUTE, NOON } from '@/tests/fakes/samples';
import { passToHistory, runRound } from '@/utils/app/round';
import { EMPTY_STATUS } from '@/utils/model/status';

let browser: FakeBrowser;

beforeEach(() => {
  browser = new FakeBrowser();
  setPage(browser, 'claude', 'partial_outage', { incidents: [incidentOf('claude')] });
  setPage(browser, 'chatgpt', 'operational');
});

const roundAfter = laterRounds(() => browser);

const lastOf = (id: string) => browser.history.findLast(({ assistantId }) => assistantId === id);

it('a round passes every successful reading to the history with all listed incidents', async () => {
  const closed = incidentOf('claude', {
    id: 'closed',
    status: 'resolved',
    started_at: '2026-04-01T10:00:00.000Z',
    resolved_at: '2026-04-01T11:00:00.000Z',
    updated_at: '2026-04-01T11:00:00.000Z',
    incident_updates: [],
  });
  setPage(browser, 'claude', 'partial_outage', { incidents: [incidentOf('claude')], closed: [closed] });
  await roundAfter(0);
  expect(lastOf('claude')).toMatchObject({ readAt: NOON, level: 'partial_outage' });
  // Includes incidents that the status drops.
  expect(lastOf('claude')?.incidents.map(({ incident }) => incident.id)).toContain('closed');
  expect(browser.status.pages.claude?.report?.incidents.map(({ id }) => id)).not.toContain('closed');
  expect(lastOf('chatgpt')).toMatchObject({ level: 'operational', incidents: [] });
});

it('a round passes an observed outage to the history once it is over', async () => {
  await roundAfter(0);
  setPage(browser, 'claude', 'operational');
  await roundAfter(30 * MINUTE);
  expect(lastOf('claude')?.troubles).toMatchObject([{ peak: 'partial_outage', seenAt: NOON }]);
});

it('the next reading passes the end of an incident again because the worker may have been killed', async () => {
  await roundAfter(0);
  const end = { status: 'resolved', resolved_at: '2026-05-20T12:10:00.000Z', updated_at: '2026-05-20T12:10:00.000Z' };
  setPage(browser, 'claude', 'operational', { closed: [incidentOf('claude', end)] });
  await roundAfter(30 * MINUTE);
  // In the order of the readings: the open incident, then its end.
  expect(lastOf('claude')?.incidents.map(({ incident, readAt }) => [incident.phase, readAt])).toEqual([
    ['investigating', NOON],
    ['resolved', NOON + 30 * MINUTE],
  ]);
  const fresh = new FakeBrowser();
  Object.assign(fresh, { now: browser.now + 5 * MINUTE, stored: browser.stored });
  setPage(fresh, 'claude', 'operational');
  setPage(fresh, 'chatgpt', 'operational');
  await runRound(fresh.ports());
  expect(fresh.requests).not.toContain('https://status.claude.com/api/v2/incidents.json');
  const again = fresh.history.find(({ assistantId }) => assistantId === 'claude');
  expect(again?.incidents).toMatchObject([{ incident: { phase: 'resolved' } }]);
});

it('a round passes the end of an incident to the history before it writes the status', async () => {
  await roundAfter(0);
  const end = { status: 'resolved', resolved_at: '2026-05-20T12:10:00.000Z', updated_at: '2026-05-20T12:10:00.000Z' };
  setPage(browser, 'claude', 'operational', { closed: [incidentOf('claude', end)] });
  browser.now += 30 * MINUTE;
  const ports = browser.ports();
  const writeStatus = () => Promise.reject(new Error('The worker has died'));
  await runRound({ ...ports, writeStatus }).catch(() => null);
  expect(lastOf('claude')?.incidents.at(-1)).toMatchObject({ incident: { phase: 'resolved' } });
});

it('a page that cannot be read adds no new reading to the history', async () => {
  await roundAfter(0);
  breakPage(browser, 'claude', { kind: 'unreachable' });
  await roundAfter(2 * HOUR);
  expect(lastOf('claude')).toMatchObject({ readAt: NOON, level: 'unknown' });
  breakPage(browser, 'chatgpt', { kind: 'unreachable' });
  browser = new FakeBrowser();
  await roundAfter(0);
  expect(browser.history).toEqual([]);
});

it('a round works when the history rejects or never settles', async () => {
  browser.keepHistory = () => Promise.reject(new DOMException('Not in a private window', 'SecurityError'));
  await roundAfter(0);
  expect(browser.notices).toHaveLength(1);
  expect(browser.wakesAt).toBeGreaterThan(NOON);
  browser.keepHistory = () => new Promise(() => undefined);
  setPage(browser, 'claude', 'operational');
  await roundAfter(10 * MINUTE);
  expect(browser.toolbar?.sign).toBe('up');
});

it('passToHistory skips an assistant that was removed while its page was read', () => {
  const read = { 'page:1': aMemory({ report: aReport(), readAt: NOON }) };
  passToHistory(browser.ports(), {}, read, EMPTY_STATUS, NOON);
  expect(browser.history).toEqual([]);
});

it('passToHistory passes on when own requests failed first and last, until they succeed again', () => {
  const read = { claude: aMemory({ report: aReport(), readAt: NOON - HOUR }) };
  // The last one failed a minute ago; the suspicion outlives it by five minutes.
  const sensed = { since: NOON - 3 * MINUTE, until: NOON + 4 * MINUTE, isOver: false, decided: [] };
  const status = { ...EMPTY_STATUS, verdicts: { claude: aVerdict() }, sensed: { claude: sensed } };
  passToHistory(browser.ports(), {}, read, status, NOON);
  expect(lastOf('claude')).toMatchObject({ signal: { from: NOON - 3 * MINUTE, to: NOON - MINUTE } });
  passToHistory(browser.ports(), {}, read, { ...status, sensed: { claude: { ...sensed, isOver: true } } }, NOON);
  expect(lastOf('claude')).toMatchObject({ signal: null });
});
