import { execFile } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { run } from '@/scripts/read';
import { brokenOf, type CheckRow, checkRegistry, isCutOff } from '@/scripts/read/check-registry';
import { checkTable } from '@/scripts/read/check-table';
import { brokenFacts } from '@/scripts/read/facts';
import { fetchFrom } from '@/scripts/read/fetch-place';
import { parseArguments, UsageError } from '@/scripts/read/parse-arguments';
import { CLAUDE_CORE, firstPageOf } from '@/tests/fakes/samples';
import { component, summary } from '@/tests/fixtures/statuspage/documents';
import type { PageBehavior } from '@/tests/loopback/behavior';
import type { Loopback } from '@/tests/loopback/loopback';
import { healthy } from '@/tests/loopback/scenarios/healthy';
import { startLoopback } from '@/tests/loopback/start-loopback';
import { ASSISTANTS } from '@/utils/assistants/assistants';
import { assistantOf } from '@/utils/assistants/lookups';

let loopback: Loopback;
let folder: string;
beforeAll(async () => {
  loopback = await startLoopback({ scenario: healthy });
  folder = mkdtempSync(path.join(tmpdir(), 'read-'));
});
beforeEach(() => loopback.load(healthy));
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await loopback.close();
});

interface Ran {
  code: number;
  out: string;
  err: string;
}

/** Runs the command in this process, because starting one takes longer than the command. */
async function read(...args: string[]): Promise<Ran> {
  const ran = { out: '', err: '' };
  const code = await run(args, {
    out: (text) => {
      ran.out += text;
    },
    err: (text) => {
      ran.err += text;
    },
  });
  return { code, ...ran };
}

/** Runs the command like a user. */
function readInShell(...args: string[]): Promise<Ran> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['--import', 'tsx', 'scripts/read.ts', ...args], (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    );
  });
}

/** Runs the command with the loopback network instead of the internet. */
const overLoopback = (...args: string[]) => ['--stand-in', String(loopback.port), ...args];
const readLoopback = (...args: string[]) => read(...overLoopback(...args));

const { address, pageId } = firstPageOf('claude');
const page = { id: pageId, url: address, updated_at: '2026-05-20T12:00:00Z' };
const file = (name: string, body: string) => {
  const place = path.join(folder, name);
  writeFileSync(place, body);
  return place;
};

describe('read with files', () => {
  const argsFor = (body: string, ...more: string[]) => [
    ...['--platform', 'statuspage'],
    `summary=${file('summary.json', body)}`,
    ...more,
  ];
  const readBody = (body: string, ...more: string[]) => read(...argsFor(body, ...more));
  const core = component(CLAUDE_CORE, 'partial_outage', { page_id: pageId });

  it('prints a verdict only if an assistant is given', async () => {
    const incident = { id: 'i', name: 'Errors', status: 'investigating', impact: 'critical', components: [] };
    const times = { created_at: '2026-05-20T11:00:00Z', updated_at: '2026-05-20T11:00:00Z' };
    const well = component(CLAUDE_CORE, 'operational', { page_id: pageId });
    const body = summary({ page, components: [well], incidents: [{ ...incident, ...times, incident_updates: [] }] });
    const { out } = await readBody(body, '--assistant', 'claude');
    expect(JSON.parse(out)).toMatchObject({ verdict: 'suspected', level: 'operational' });
    expect(JSON.parse((await readBody(body)).out)).not.toHaveProperty('verdict');
  });

  it('prints why the page is believed', async () => {
    const { code, out } = await readInShell(...argsFor(summary({ page, components: [core] }), '--assistant', 'claude'));
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      platform: 'statuspage',
      verdict: 'trouble',
      level: 'partial_outage',
      reason: null,
      believed: {
        isBelieved: true,
        shape: expect.any(String),
        identity: expect.stringContaining(String(pageId)),
        core: [{ id: CLAUDE_CORE, isListed: true }],
      },
    });
  });

  it.each([
    ['Kimi', 'up', null],
    ['Kimi Chat', 'unknown', 'similar_name'],
  ])('judges a component that is known by name only: %s', async (name, verdict, reason) => {
    const kimi = firstPageOf('kimi');
    const ofPage = { id: kimi.pageId, url: kimi.address, updated_at: '2026-05-20T12:00:00Z' };
    const chat = component('c1', 'operational', { id: 'c1', name, page_id: kimi.pageId });
    const { out } = await readBody(summary({ page: ofPage, components: [chat] }), '--assistant', 'kimi');
    const core = [{ id: verdict === 'up' ? 'c1' : null, name: 'Kimi', isListed: verdict === 'up' }];
    expect(JSON.parse(out)).toMatchObject({ verdict, reason, believed: { core } });
  });

  it.each([
    ['of another page', summary({ page: { ...page, id: 'another0page' }, components: [] }), 'wrong_page'],
    ['that is HTML', '<!doctype html><title>Status</title>', 'html'],
  ])('does not believe a document %s', async (_, body, reason) => {
    const { code, out } = await readBody(body, '--assistant', 'claude');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      level: 'unknown',
      reason,
      components: [],
      believed: { isBelieved: false, core: [{ isListed: false }] },
    });
  });

  it('exits with 2 for an unknown option', async () => {
    const { code, err } = await readInShell('--loud');
    expect(code).toBe(2);
    expect(err).not.toBe('');
  });

  it.each([
    [['--platform', 'klingon', 'summary=x']],
    [['--platform', 'statuspage', 'menu=x']],
    [['--platform', 'statuspage']],
    [['--assistant', 'nobody', '--check']],
    [['--stand-in', 'here', '--check']],
    [['--check', '--facts']],
    [['--facts', 'x.md', 'https://status.claude.com']],
    [['--check', 'https://status.claude.com']],
    [['--platform', 'statuspage', 'https://status.claude.com']],
    [['https://status.claude.com', 'https://status.openai.com']],
  ])('treats the arguments %j as a usage error', (args) => {
    expect(() => parseArguments(args)).toThrow(UsageError);
  });
});

describe('read with an address', () => {
  it('reads a document', async () => {
    const place = `summary=${address}/api/v2/summary.json`;
    const { out } = await readLoopback('--platform', 'statuspage', place, '--assistant', 'claude');
    expect(JSON.parse(out)).toMatchObject({ level: 'operational', believed: { isBelieved: true } });
  });

  it.each([
    [address, 'statuspage'],
    ['https://status.openai.com/some/page', 'incidentio'],
    ['https://status.x.ai', 'xai'],
  ])('detects that %s uses %s', async (place, platform) => {
    const { out } = await readLoopback(place);
    expect(JSON.parse(out)).toMatchObject({ platform, believed: { isBelieved: true, platform } });
    expect(JSON.parse(out).components.length).toBeGreaterThan(0);
  });

  it('prints the reason for an address that is not recognized', async () => {
    loopback.override('status.claude.com', { kind: 'html' });
    const { code, out } = await readLoopback(address);
    expect([code, JSON.parse(out).reason]).toEqual([0, 'not_recognized']);
    loopback.override('status.claude.com', { kind: 'dropped' });
    expect(JSON.parse((await readLoopback(address)).out).reason).toBe('unreachable');
  });
});

describe('read --check', () => {
  const check = async (behavior: PageBehavior | null, assistants = [assistantOf('claude')]) => {
    loopback.override('status.claude.com', behavior);
    return checkRegistry(fetchFrom(loopback.port), assistants, Date.now);
  };
  const rowOf = (rows: readonly CheckRow[], id: string) => rows.find(({ assistant }) => assistant === id);

  it('exits with 0 when every assistant with a page has a working candidate', async () => {
    expect((await readLoopback('--check')).code).toBe(0);
    const rows = await check(null, [...ASSISTANTS]);
    expect(rowOf(rows, 'claude')).toMatchObject({
      candidate: 'statuspage https://status.claude.com',
      outcome: 'works',
      tookMs: expect.any(Number),
      openIncidents: 0,
    });
    expect(rowOf(rows, 'meta_ai')).toMatchObject({ candidate: null, outcome: 'no page', why: 'no_public_page' });
    // Its first candidate works; this is the address it moved away from.
    const broken = rows.filter(({ outcome }) => outcome === 'broke').map(({ candidate }) => candidate);
    expect(broken).toEqual(['instatus https://status.perplexity.ai']);
    expect(brokenOf(rows)).toEqual([]);
  });

  it('writes which facts were seen true, and keeps their date when a check fails', async () => {
    const facts = file('facts.md', `Facts\n<!-- facts: written by npm run docs -->\n<!-- /facts -->\n`);
    const lineOf = (id: string) =>
      readFileSync(facts, 'utf8')
        .split('\n')
        .find((line) => line.includes(`\`${id}\``));
    // The clock stands still, or the day could end during the test.
    vi.useFakeTimers({ now: Date.now(), toFake: ['Date'] });
    onTestFinished(() => void vi.useRealTimers());
    const today = new Date().toISOString().slice(0, 10);
    expect((await readLoopback('--check', '--facts', facts)).code).toBe(0);
    expect(lineOf('claude')).toContain(
      `| ${today} | ${today} | read: statuspage ${address} | matched | claude.ai: by id`,
    );
    loopback.override('status.claude.com', { kind: 'html' });
    expect((await readLoopback('--check', '--assistant', 'claude', '--facts', facts)).code).toBe(1);
    expect(lineOf('claude')).toContain(`| ${today} | ${today} | not read: html | – | – | – |`);
    const before = readFileSync(facts, 'utf8');
    loopback.override('status.claude.com', { kind: 'dropped' });
    expect((await readLoopback('--check', '--assistant', 'claude', '--facts', facts)).code).toBe(3);
    expect(readFileSync(facts, 'utf8')).toBe(before);
  });

  it('sees every fact of every page that the mock network plays', async () => {
    expect(brokenFacts(await check(null, [...ASSISTANTS]))).toEqual([]);
  });

  it('writes no facts about a mock network unless a file is given', () => {
    expect(parseArguments(['--check'])).toMatchObject({ factsFile: 'docs/facts.md' });
    expect(parseArguments(['--check', '--stand-in', '8443'])).toMatchObject({ factsFile: null });
    expect(parseArguments(['--check', '--stand-in', '8443', '--facts', 'x.md'])).toMatchObject({ factsFile: 'x.md' });
  });

  it('exits with 1 when an assistant has no working page', async () => {
    loopback.override('status.claude.com', { kind: 'html' });
    expect((await readLoopback('--check')).code).toBe(1);
    const rows = await check({ kind: 'html' }, [...ASSISTANTS]);
    expect(rowOf(rows, 'claude')).toMatchObject({ outcome: 'broke', failure: 'html' });
    expect(brokenOf(rows)).toEqual(['claude']);
  });

  it.each<[string, PageBehavior, string]>([
    ['redirects to another host', { kind: 'redirect', to: 'https://chatgpt.com/' }, 'moved'],
    ['returns a challenge', { kind: 'challenge' }, 'challenge'],
    ['asks to sign in', { kind: 'sign-in' }, 'sign_in'],
    ['is truncated', { kind: 'truncated' }, 'truncated'],
    ['has another charset', { kind: 'wide', isMarked: false }, 'wrong_charset'],
    ['is another page', { kind: 'wrong-page' }, 'wrong_page'],
    ['lists nothing', { kind: 'empty' }, 'empty_list'],
    ['returns an error', { kind: 'status', status: 503 }, 'http_error 503'],
  ])('reports the reason for a page that %s', async (_, behavior, why) => {
    const rows = await check(behavior);
    expect(rows).toMatchObject([{ outcome: 'broke', why: expect.stringMatching(new RegExp(`^${why}`)) }]);
    expect(brokenOf(rows)).toEqual(['claude']);
  });

  it('exits with 3 when no page can be reached', async () => {
    expect(isCutOff(await check({ kind: 'dropped' }))).toBe(true);
    expect((await readInShell(...overLoopback('--check', '--assistant', 'claude'))).code).toBe(3);
  });

  it('accepts a slow page', async () => {
    const rows = await check({ kind: 'slow', delayMs: 50 });
    expect(rows).toMatchObject([{ outcome: 'works', failure: null }]);
    expect(brokenOf(rows)).toEqual([]);
  });

  it('prints a line for each candidate and a summary', async () => {
    const works = checkTable(await check(null));
    expect(works).toMatch(
      /claude +statuspage https:\/\/status\.claude\.com +works .*claude\.ai: operational +\d+ ms +0/,
    );
    expect(works).toContain('All of them work.');
    const broken = checkTable(await check({ kind: 'html' }));
    expect(broken).toMatch(/broke +html/);
    expect(broken.trim().split('\n').at(-1)).toBe('Broken: claude.');
    expect(checkTable(await check({ kind: 'dropped' }))).toContain('No status page could be reached at all');
    const all = checkTable(await check(null, [...ASSISTANTS]));
    expect(all).toMatch(/meta_ai +- +no page +no_public_page/);
    expect(all.trim().split('\n').at(-1)).toBe(
      'Everyone has a candidate that works; these do not: instatus https://status.perplexity.ai.',
    );
  });
});
