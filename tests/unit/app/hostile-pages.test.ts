import { beforeEach, describe, expect, it } from 'vitest';
import { entriesOf } from '@/tests/fakes/entries-of';
import { breakPage, incidentOf, setPage } from '@/tests/fakes/fake-pages';
import { FakeBrowser } from '@/tests/fakes/fake-ports';
import { laterRounds } from '@/tests/fakes/later-rounds';
import { firstPageOf, MINUTE } from '@/tests/fakes/samples';
import { hostilePages, REPETITIVE_TEXTS } from '@/tests/fixtures/hostile-documents';
import type { AssistantId } from '@/utils/model/assistant';
import { ADAPTERS, type Documents } from '@/utils/platforms/adapters';

let browser: FakeBrowser;

beforeEach(() => {
  browser = new FakeBrowser();
  setPage(browser, 'claude', 'operational');
  setPage(browser, 'chatgpt', 'operational');
});

const roundAfter = laterRounds(() => browser);

/** Maximum characters of the whole status, and of everything passed to the history. */
const MOST_STORED = 1_000_000;

/** Length of unbounded values; `npm run stress` uses a million. */
const MOST = import.meta.env.MODE === 'stress' ? 1_000_000 : 100_000;

describe.each(hostilePages(MOST))('a page with $name', ({ assistant, documents }) => {
  it('does not affect other assistants, is never up and stores little', async () => {
    browser.options = { ...browser.options, watched: [assistant, 'chatgpt'] };
    const { platform, address, pageId } = firstPageOf(assistant);
    const bodies = documents();
    for (const { name, url } of ADAPTERS[platform].requests(address, pageId)) {
      if (bodies[name] !== undefined) browser.answers.set(url, bodies[name]);
    }
    await roundAfter(0);
    const { verdicts } = browser.status;
    expect(verdicts.chatgpt?.kind).toBe('up');
    expect(['unknown', 'trouble']).toContain(verdicts[assistant]?.kind);
    expect(browser.largestStored).toBeLessThan(MOST_STORED);
    expect(JSON.stringify(browser.history).length).toBeLessThan(MOST_STORED);
  });
});

/**
 * Time of reading a page, microseconds. The clock counts other programs too and the processor time the other threads, so
 * this is the least that either says in several tries.
 */
function costOf(assistant: AssistantId, documents: Documents): number {
  const { platform, address, pageId } = firstPageOf(assistant);
  const costs = Array.from({ length: 5 }, () => {
    const startedAt = performance.now();
    const before = process.cpuUsage();
    ADAPTERS[platform].parse(documents, { pageId, origin: address });
    const { user, system } = process.cpuUsage(before);
    return Math.min(user + system, (performance.now() - startedAt) * 1_000);
  });
  return Math.min(...costs);
}

it.each(REPETITIVE_TEXTS)(
  'reading $name takes time in proportion to their length',
  ({ assistant, longest, documents }) => {
    const short = costOf(assistant, documents(320, longest / 16));
    const long = costOf(assistant, documents(20, longest));
    // As much text in both: about 1 if the time is in proportion to the length, about 16 if it is quadratic.
    expect(long / short).toBeLessThan(4);
  },
);

it('a page that grows beyond the size limit keeps its last verdict with its age, then becomes unknown', async () => {
  await roundAfter(0);
  const names = Array.from({ length: 2_000 }, (_, index) => ({ id: `i${index}`, name: 'x'.repeat(200) }));
  setPage(browser, 'claude', 'operational', { incidents: names.map((one) => incidentOf('claude', one)) });
  await roundAfter(5 * MINUTE);
  expect(browser.status.verdicts.claude).toMatchObject({
    kind: 'up',
    failure: 'too_large',
    checkedAt: browser.now - 5 * MINUTE,
  });
  await roundAfter(2 * 60 * MINUTE);
  expect(browser.status.verdicts.claude).toMatchObject({ kind: 'unknown', reason: 'too_large' });
});

it('markup and bidirectional control characters reach no surface', async () => {
  const nasty = '<img src=x onerror="alert(1)">\u202Egnihtyreve si lla<script>alert(1)</script>\u2066&lt;b&gt;\u0000';
  const fields = {
    name: nasty,
    incident_updates: [{ status: nasty, body: nasty, created_at: '2026-05-20T11:50:00Z' }],
  };
  setPage(browser, 'claude', 'major_outage', { incidents: [incidentOf('claude', fields)] });
  await roundAfter(0);
  const seen = JSON.stringify([browser.notices, browser.toolbar, browser.banners, browser.status.verdicts]);
  expect(browser.notices).toHaveLength(1);
  expect(seen).not.toMatch(/<img|<script|[\u202A-\u202E\u2066-\u2069]|\\u0000/);
});

it.each([
  ['0', '0000-01-01T00:00:00Z'],
  ['9999', '9999-12-31T23:59:59Z'],
  ['275760 and beyond', '+275761-01-01T00:00:00Z'],
])('timestamps of the year %s are ignored: the issue counts, its start is not taken from them', async (_, at) => {
  const fields = { started_at: at, created_at: '2026-05-20T11:50:00Z', updated_at: at, incident_updates: [] };
  setPage(browser, 'claude', 'major_outage', { incidents: [incidentOf('claude', fields)] });
  await roundAfter(0);
  expect(browser.status.verdicts.claude?.kind).toBe('trouble');
  for (const [, { startedAt }] of entriesOf(browser.status.episodes)) {
    expect(Math.abs(startedAt - browser.now)).toBeLessThan(60 * MINUTE);
  }
});

it('an open incident with only invalid timestamps counts, dated by the page', async () => {
  const at = '0000-01-01T00:00:00Z';
  const fields = { started_at: at, created_at: at, updated_at: at, incident_updates: [] };
  setPage(browser, 'claude', 'operational', { incidents: [incidentOf('claude', fields)] });
  await roundAfter(0);
  expect(browser.status.verdicts.claude).toMatchObject({ kind: 'trouble', level: 'degraded' });
});

it('a page whose identity changes with every reading is rejected every time', async () => {
  await roundAfter(0);
  const url = 'https://status.claude.com/api/v2/summary.json';
  const good = browser.answers.get(url);
  for (let i = 0; i < 50; i += 1) {
    browser.answers.set(url, String(good).replaceAll(firstPageOf('claude').pageId ?? '', `another-${i}`));
    await roundAfter(5 * MINUTE);
    expect(browser.status.verdicts.claude?.failure).toBe('wrong_page');
  }
  expect(browser.status.verdicts.claude?.kind).toBe('unknown');
  expect(browser.notices).toEqual([]);
});

it('incidents whose ids change with every reading notify at most twice and fill no storage', async () => {
  for (let i = 0; i < 300; i += 1) {
    const ids = Array.from({ length: 20 }, (_, index) => incidentOf('claude', { id: `i-${i}-${index}` }));
    setPage(browser, 'claude', 'major_outage', { incidents: ids });
    await roundAfter(MINUTE);
  }
  expect(browser.notices.length).toBeLessThanOrEqual(2);
  expect(browser.status.episodes.claude?.incidentIds.length).toBeLessThanOrEqual(100);
  expect(browser.largestStored).toBeLessThan(MOST_STORED);
});

it('a page that changes its level with every reading stops notifying after at most four notifications', async () => {
  const fields: number[] = [];
  for (let i = 0; i < 300; i += 1) {
    if (i % 3 === 0) setPage(browser, 'claude', 'major_outage');
    if (i % 3 === 1) setPage(browser, 'claude', 'operational');
    if (i % 3 === 2) breakPage(browser, 'claude', { kind: 'wrong_shape' });
    await roundAfter(5 * MINUTE);
    fields.push(browser.notices.length);
  }
  expect(fields.at(-1)).toBeLessThanOrEqual(4);
  expect(fields.at(-1)).toBe(fields.at(-101));
});
