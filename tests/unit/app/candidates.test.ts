import { beforeEach, describe, expect, it } from 'vitest';
import { FakeBrowser } from '@/tests/fakes/fake-ports';
import { CLAUDE_CORE, firstPageOf, MINUTE } from '@/tests/fakes/samples';
import { component, summary } from '@/tests/fixtures/statuspage/documents';
import { readPage } from '@/utils/app/read-page';
import { assistantOf } from '@/utils/assistants/lookups';
import type { Assistant } from '@/utils/model/assistant';
import type { ReadFailure } from '@/utils/model/failure';
import type { PageMemory } from '@/utils/model/status-page';
import { PROBE_PATHS } from '@/utils/platforms/detect';

const [OLD, NEW] = ['https://status.claude.com', 'https://claude.statuspage.example'];

/** Claude with a second candidate for its status page. */
const moving: Assistant = {
  ...assistantOf('claude'),
  statusPages: [
    firstPageOf('claude'),
    { ...firstPageOf('claude'), address: NEW, hosts: [new URL(NEW).host], pageId: 'new0new0new0' },
  ],
};

let browser: FakeBrowser;
const read = (memory?: PageMemory) => readPage(browser.ports(), moving, memory, false);

function serve(address: string, pageId: string | null, word = 'operational', updatedAt = '2026-05-20T12:00:00Z'): void {
  const page = { id: pageId, url: address, updated_at: updatedAt };
  const body = summary({ page, components: [component(CLAUDE_CORE, word, { page_id: pageId })] });
  browser.answers.set(`${address}/api/v2/summary.json`, body);
}

beforeEach(() => {
  browser = new FakeBrowser();
  serve(OLD, firstPageOf('claude').pageId);
});

describe('a status page with a second candidate', () => {
  it('is read from the first address only while that works', async () => {
    expect(await read()).toMatchObject({ address: OLD, failure: null });
    expect(browser.requests.every((url) => url.startsWith(OLD))).toBe(true);
  });

  it.each<[string, string | ReadFailure]>([
    ['redirects elsewhere', { kind: 'moved' }],
    ['does not exist', { kind: 'http_error', status: 404 }],
    ['was switched off', { kind: 'http_error', status: 401 }],
    ['returns HTML', '<!doctype html><title>Status</title>'],
    ['returns other JSON', '{"ok":true}'],
  ])('is read from the second address when the first %s', async (_, answer) => {
    browser.answers.set(`${OLD}/api/v2/summary.json`, answer);
    serve(NEW, 'new0new0new0', 'major_outage');
    const memory = await read();
    expect(memory).toMatchObject({ address: NEW, failure: null, failures: 0 });
    expect(memory.report?.components[0]?.level).toBe('major_outage');
  });

  it.each<[string, ReadFailure]>([
    ['is slow', { kind: 'timeout' }],
    ['is overloaded', { kind: 'http_error', status: 503 }],
    ['is unreachable', { kind: 'unreachable' }],
    ['is rate limited', { kind: 'rate_limited', retryAt: null }],
    ['is not allowed', { kind: 'not_allowed' }],
    ['returns a challenge', { kind: 'challenge' }],
    ['is behind a sign-in', { kind: 'sign_in' }],
    ['is truncated', { kind: 'truncated' }],
  ])('is not read from the second address when the first %s', async (_, failure) => {
    browser.answers.set(`${OLD}/api/v2/summary.json`, failure);
    serve(NEW, 'new0new0new0');
    expect(await read()).toMatchObject({ failure });
    expect(browser.requests.some((url) => url.startsWith(NEW))).toBe(false);
  });

  it('is read from the second address when the first returns an older copy', async () => {
    const memory = await read();
    serve(OLD, firstPageOf('claude').pageId, 'operational', '2026-05-20T11:00:00Z');
    serve(NEW, 'new0new0new0', 'major_outage');
    expect(await read(memory)).toMatchObject({ address: NEW, failure: null });
  });

  it('rejects an older copy from the second address if both have the same page id', async () => {
    const mirror: Assistant = {
      ...moving,
      statusPages: moving.statusPages.map((page) => ({ ...page, pageId: firstPageOf('claude').pageId })),
    };
    const memory = await readPage(browser.ports(), mirror, undefined, false);
    browser.answers.set(`${OLD}/api/v2/summary.json`, { kind: 'moved' });
    serve(NEW, firstPageOf('claude').pageId, 'operational', '2026-05-20T11:00:00Z');
    const after = await readPage(browser.ports(), mirror, memory, false);
    expect(after).toMatchObject({ address: OLD, report: memory.report, failure: { kind: 'moved' } });
  });

  it('rejects a second address with the wrong identity', async () => {
    browser.answers.set(`${OLD}/api/v2/summary.json`, { kind: 'moved' });
    serve(NEW, 'somebody-else');
    expect(await read()).toMatchObject({ address: null, report: null, failure: { kind: 'moved' }, failures: 1 });
  });

  it('stays at the second address and returns to the first when the second fails', async () => {
    browser.answers.set(`${OLD}/api/v2/summary.json`, { kind: 'moved' });
    serve(NEW, 'new0new0new0');
    const moved = await read();
    browser.now += MINUTE;
    browser.requests.length = 0;
    const again = await read(moved);
    expect(browser.requests).toEqual([`${NEW}/api/v2/summary.json`]);
    serve(OLD, firstPageOf('claude').pageId);
    browser.answers.set(`${NEW}/api/v2/summary.json`, { kind: 'moved' });
    expect(await read(again)).toMatchObject({ address: OLD, failure: null });
  });
});

describe('a status page with a second host', () => {
  const OTHER = 'https://anthropic.statuspage.io';
  const { pageId } = firstPageOf('claude');
  const HOUR = 60 * MINUTE;
  const summaryOf = (origin: string) => `${origin}/api/v2/summary.json`;
  const readClaude = (memory?: PageMemory) => readPage(browser.ports(), assistantOf('claude'), memory, false);
  const turnAway = (answer: ReadFailure = { kind: 'challenge' }) => browser.answers.set(summaryOf(OLD), answer);

  it('is read with one request while its own host answers', async () => {
    serve(OTHER, pageId);
    expect(await readClaude()).toMatchObject({ address: OLD, failure: null, otherHost: null });
    expect(browser.requests).toEqual([summaryOf(OLD)]);
  });

  it.each<ReadFailure>([{ kind: 'challenge' }, { kind: 'unreachable' }, { kind: 'http_error', status: 403 }])(
    'is read from that host, as the same page, while its own host answers with $kind',
    async (failure) => {
      turnAway(failure);
      serve(OTHER, pageId, 'major_outage');
      const memory = await readClaude();
      expect(memory).toMatchObject({ address: OLD, failure: null, otherHost: { host: 'anthropic.statuspage.io' } });
      expect(memory.report?.components[0]?.level).toBe('major_outage');
    },
  );

  it.each<ReadFailure>([
    { kind: 'rate_limited', retryAt: null },
    { kind: 'http_error', status: 500 },
    { kind: 'timeout' },
  ])('is not read from that host when its own host answers with $kind', async (failure) => {
    turnAway(failure);
    serve(OTHER, pageId);
    expect(await readClaude()).toMatchObject({ failure, report: null });
    expect(browser.requests).toEqual([summaryOf(OLD)]);
  });

  it.each<[string, () => void]>([
    ['belongs to another page', () => serve(OTHER, 'somebody0else')],
    ['returns HTML', () => browser.answers.set(summaryOf(OTHER), '<!doctype html><title>Status</title>')],
    ['is unreachable', () => undefined],
  ])('stays unknown, because of the guard, when that host %s', async (_, prepare) => {
    turnAway();
    prepare();
    expect(await readClaude()).toMatchObject({ failure: { kind: 'challenge' }, report: null, otherHost: null });
  });

  it('keeps the last report when both hosts turn requests away', async () => {
    const before = await readClaude();
    turnAway();
    const { report, failure, failures } = await readClaude(before);
    expect([report, failure?.kind, failures]).toEqual([before.report, 'challenge', 1]);
  });

  it('asks the host that answered first for six hours, then its own again', async () => {
    turnAway();
    serve(OTHER, pageId);
    let memory = await readClaude();
    browser.requests.length = 0;
    for (let i = 0; i < 5; i += 1) {
      browser.now += HOUR;
      memory = await readClaude(memory);
    }
    expect(browser.requests).toEqual(Array.from({ length: 5 }, () => summaryOf(OTHER)));
    serve(OLD, pageId);
    browser.now += HOUR;
    browser.requests.length = 0;
    expect(await readClaude(memory)).toMatchObject({ failure: null, otherHost: null });
    expect(browser.requests).toEqual([summaryOf(OLD)]);
  });

  it('returns to its own host as soon as the other one fails', async () => {
    turnAway();
    serve(OTHER, pageId);
    const memory = await readClaude();
    serve(OLD, pageId);
    browser.answers.set(summaryOf(OTHER), { kind: 'http_error', status: 500 });
    expect(await readClaude(memory)).toMatchObject({ failure: null, otherHost: null });
  });
});

describe('probing a status page that has the wrong content', () => {
  const PROBES = PROBE_PATHS.map((path) => `${OLD}${path}`);
  const ULID = '01HZZZZZZZZZZZZZZZZZZZZZZZ';
  const alone = assistantOf('claude');
  const readAlone = (memory?: PageMemory) => readPage(browser.ports(), alone, memory, false);
  const probed = () => browser.requests.filter((url) => url === `${OLD}/index.json`).length;

  it('detects the new platform without judging by it', async () => {
    serve(OLD, ULID, 'major_outage');
    const memory = await readAlone();
    expect(memory).toMatchObject({ report: null, failure: { kind: 'wrong_page' }, probedAt: browser.now });
    expect(memory.detected).toEqual({ platform: 'incidentio' });
    for (const url of PROBES) expect(browser.requests).toContain(url);
  });

  it.each<[string, string, string, object | null]>([
    ['a feed', '/feed.rss', '<?xml version="1.0"?><rss><channel></channel></rss>', { platform: 'feed' }],
    ['Better Stack', '/index.json', '{"data":{"id":"1","type":"status_page"}}', { platform: 'betterstack' }],
    ['Instatus', '/summary.json', '{"page":{"name":"Claude","status":"UP"}}', { platform: 'instatus' }],
    ['nothing for an unknown format', '/summary.json', '{"page":{"name":"Claude","status":"sunny"}}', null],
  ])('detects %s', async (_, path, body, detected) => {
    browser.answers.set(`${OLD}/api/v2/summary.json`, '<!doctype html><title>Status</title>');
    browser.answers.set(`${OLD}${path}`, body);
    expect(await readAlone()).toMatchObject({ failure: { kind: 'html' }, detected });
  });

  it('happens at most once an hour and stops when the page works again', async () => {
    browser.answers.set(`${OLD}/api/v2/summary.json`, { kind: 'moved' });
    let memory = await readAlone();
    for (let i = 0; i < 12; i += 1) {
      browser.now += 5 * MINUTE;
      memory = await readAlone(memory);
      expect(probed()).toBe(i < 11 ? 1 : 2);
    }
    serve(OLD, firstPageOf('claude').pageId);
    memory = await readAlone(memory);
    expect(memory).toMatchObject({ failure: null, detected: null });
    browser.answers.set(`${OLD}/api/v2/summary.json`, { kind: 'moved' });
    await readAlone(memory);
    expect(probed()).toBe(2);
  });

  it.each<ReadFailure>([
    { kind: 'timeout' },
    { kind: 'unreachable' },
    { kind: 'sign_in' },
    { kind: 'http_error', status: 500 },
  ])('does not happen after $kind', async (failure) => {
    browser.answers.set(`${OLD}/api/v2/summary.json`, failure);
    expect(await readAlone()).toMatchObject({ failure, detected: null, probedAt: null });
    expect(probed()).toBe(0);
  });

  it('does not happen while another candidate works', async () => {
    browser.answers.set(`${OLD}/api/v2/summary.json`, { kind: 'moved' });
    serve(NEW, 'new0new0new0');
    await read();
    expect(probed()).toBe(0);
  });
});

it('readPage requests nothing for an assistant without a status page', async () => {
  const pageless: Assistant = { ...assistantOf('claude'), statusPages: [] };
  const memory = await readPage(browser.ports(), pageless, undefined, true);
  expect([memory.triedAt, browser.requests]).toEqual([null, []]);
});

describe('a status page whose chat is known by name only', () => {
  const kimi = assistantOf('kimi');
  const { address, pageId } = firstPageOf('kimi');
  const serveKimi = (...parts: [id: string, name: string][]) => {
    const components = parts.map(([id, name]) => component(id, 'operational', { id, name, page_id: pageId }));
    const body = summary({ page: { id: pageId, url: address, updated_at: '2026-05-20T12:00:00Z' }, components });
    browser.answers.set(`${address}/api/v2/summary.json`, body);
  };
  const readKimi = (memory?: PageMemory) => readPage(browser.ports(), kimi, memory, false);

  it('is read, and the id is remembered over failures and renames', async () => {
    serveKimi(['c1', 'Kimi'], ['c2', 'Website']);
    const first = await readKimi();
    expect(first).toMatchObject({ failure: null, foundParts: [{ id: 'c1', name: 'Kimi' }] });
    expect(first.report?.pageHost).toBe(new URL(address).host);
    browser.answers.set(`${address}/api/v2/summary.json`, '<!doctype html>');
    const failed = await readKimi(first);
    expect(failed.foundParts).toEqual(first.foundParts);
    serveKimi(['c1', 'Kimi (web and apps)'], ['c2', 'Website']);
    expect((await readKimi(failed)).foundParts).toEqual(first.foundParts);
  });
});

it('the ids that were found on one page are forgotten when another page answers', async () => {
  const memory = { ...(await read()), foundParts: [{ id: 'x', name: 'claude.ai' }] };
  expect((await read(memory)).foundParts).toEqual(memory.foundParts);
  browser.answers.set(`${OLD}/api/v2/summary.json`, { kind: 'moved' });
  serve(NEW, 'new0new0new0');
  expect((await read(memory)).foundParts).toEqual([]);
});
