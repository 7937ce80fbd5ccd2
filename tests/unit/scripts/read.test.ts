import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { checkRegistry } from '@/scripts/read/check-registry';
import { checkTable } from '@/scripts/read/check-table';
import { fetchFrom } from '@/scripts/read/fetch-place';
import { parseOrder, UsageError } from '@/scripts/read/parse-order';
import { CLAUDE_CORE, firstPageOf } from '@/tests/fakes/samples';
import { component, summary } from '@/tests/fixtures/statuspage/documents';
import type { PageBehavior } from '@/tests/loopback/behavior';
import type { Loopback } from '@/tests/loopback/loopback';
import { healthy } from '@/tests/loopback/scenarios/healthy';
import { startLoopback } from '@/tests/loopback/start-loopback';
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

/** The command as people run it. */
function read(...args: string[]): Promise<Ran> {
  return new Promise((resolve) => {
    execFile('npx', ['--no-install', 'tsx', 'scripts/read.ts', ...args], (error, out, err) =>
      resolve({ code: typeof error?.code === 'number' ? error.code : 0, out, err }),
    );
  });
}

/** The same, with the loopback network in the place of the internet. */
const readLoopback = (...args: string[]) => read('--stand-in', String(loopback.port), ...args);

const { address, pageId } = firstPageOf('claude');
const page = { id: pageId, url: address, updated_at: '2026-05-20T12:00:00Z' };
const file = (name: string, body: string) => {
  const place = path.join(folder, name);
  writeFileSync(place, body);
  return place;
};

describe('a file is read', () => {
  const run = (body: string, ...more: string[]) =>
    read('--platform', 'statuspage', `summary=${file('summary.json', body)}`, ...more);
  const core = component(CLAUDE_CORE, 'partial_outage', { page_id: pageId });

  it('with the verdict on the assistant, and without one where none is asked for', async () => {
    const incident = { id: 'i', name: 'Errors', status: 'investigating', impact: 'critical', components: [] };
    const times = { created_at: '2026-05-20T11:00:00Z', updated_at: '2026-05-20T11:00:00Z' };
    const well = component(CLAUDE_CORE, 'operational', { page_id: pageId });
    const body = summary({ page, components: [well], incidents: [{ ...incident, ...times, incident_updates: [] }] });
    const { out } = await run(body, '--assistant', 'claude');
    expect(JSON.parse(out)).toMatchObject({ verdict: 'suspected', level: 'operational' });
    expect(JSON.parse((await run(body)).out)).not.toHaveProperty('verdict');
  });

  it('with why it is believed', async () => {
    const { code, out } = await run(summary({ page, components: [core] }), '--assistant', 'claude');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      platform: 'statuspage',
      verdict: 'trouble',
      level: 'partial_outage',
      reason: null,
      believed: {
        isBelieved: true,
        shape: expect.stringContaining('statuspage (summary)'),
        identity: expect.stringContaining(String(pageId)),
        core: [{ id: CLAUDE_CORE, isListed: true }],
      },
    });
  });

  it.each([
    [
      'of another page',
      summary({ page: { ...page, id: 'another0page' }, components: [] }),
      'wrong_page',
      'another page',
    ],
    ['of a page for people', '<!doctype html><title>Status</title>', 'html', 'not looked at'],
  ])('and not believed where it is %s', async (_, body, reason, identity) => {
    const { code, out } = await run(body, '--assistant', 'claude');
    expect(code).toBe(0);
    expect(JSON.parse(out)).toMatchObject({
      level: 'unknown',
      reason,
      components: [],
      believed: { isBelieved: false, identity: expect.stringContaining(identity), core: [{ isListed: false }] },
    });
  });

  it('and bad usage is told to be that', async () => {
    const { code, err } = await read('--loud');
    expect(code).toBe(2);
    expect(err).toContain('Usage:');
  });

  it.each([
    [['--platform', 'klingon', 'summary=x']],
    [['--platform', 'statuspage', 'menu=x']],
    [['--platform', 'statuspage']],
    [['--assistant', 'nobody', '--check']],
    [['--stand-in', 'here', '--check']],
    [['--check', 'https://status.claude.com']],
    [['--platform', 'statuspage', 'https://status.claude.com']],
    [['https://status.claude.com', 'https://status.openai.com']],
  ])('and %j is bad usage', (args) => {
    expect(() => parseOrder(args)).toThrow(UsageError);
  });
});

describe('an address is read', () => {
  it('as a document', async () => {
    const place = `summary=${address}/api/v2/summary.json`;
    const { out } = await readLoopback('--platform', 'statuspage', place, '--assistant', 'claude');
    expect(JSON.parse(out)).toMatchObject({ level: 'operational', believed: { isBelieved: true } });
  });

  it.each([
    [address, 'statuspage'],
    ['https://status.openai.com/some/page', 'incidentio'],
    ['https://status.x.ai', 'xai'],
  ])('alone: %s is found to speak %s', async (place, platform) => {
    const { out } = await readLoopback(place);
    expect(JSON.parse(out)).toMatchObject({ platform, believed: { isBelieved: true, platform } });
    expect(JSON.parse(out).components.length).toBeGreaterThan(0);
  });

  it('alone, and is nothing that we know', async () => {
    loopback.override('status.claude.com', { kind: 'html' });
    const { code, out } = await readLoopback(address);
    expect([code, JSON.parse(out).reason]).toEqual([0, 'not_recognised']);
    loopback.override('status.claude.com', { kind: 'dropped' });
    expect(JSON.parse((await readLoopback(address)).out).reason).toBe('unreachable');
  });
});

describe('--check', () => {
  const lineOf = (out: string, start: string) => out.split('\n').find((line) => line.startsWith(start));

  it('walks the registry: everyone with a page has one that works', async () => {
    const { code, out } = await readLoopback('--check');
    expect(code).toBe(0);
    expect(lineOf(out, 'claude')).toMatch(
      /statuspage https:\/\/status\.claude\.com +works .*claude\.ai: operational +\d+ ms +0$/,
    );
    expect(lineOf(out, 'meta_ai')).toMatch(/no page +no_public_page/);
    // It was left for another address, which the first candidate has.
    expect(out.trim().split('\n').at(-1)).toBe(
      'Everyone has a candidate that works; these do not: instatus https://status.perplexity.ai.',
    );
  });

  it('ends with 1 when somebody has none', async () => {
    loopback.override('status.claude.com', { kind: 'html' });
    const { code, out } = await readLoopback('--check');
    expect(lineOf(out, 'claude')).toMatch(/broke +html/);
    expect(out.trim().split('\n').at(-1)).toBe('Broken: claude.');
    expect(code).toBe(1);
  });

  const check = async (behaviour: PageBehavior) => {
    loopback.override('status.claude.com', behaviour);
    return checkTable(await checkRegistry(fetchFrom(loopback.port), [assistantOf('claude')], Date.now));
  };

  it.each<[string, PageBehavior, string]>([
    ['leads off its hosts', { kind: 'redirect', to: 'https://chatgpt.com/' }, 'moved'],
    ['is guarded', { kind: 'challenge' }, 'challenge'],
    ['asks to sign in', { kind: 'sign-in' }, 'sign_in'],
    ['is cut short', { kind: 'truncated' }, 'truncated'],
    ['is in other letters', { kind: 'wide', isMarked: false }, 'wrong_charset'],
    ['is another page', { kind: 'wrong-page' }, 'wrong_page'],
    ['lists nothing', { kind: 'empty' }, 'empty_list'],
    ['has an error', { kind: 'status', status: 503 }, 'http_error 503'],
  ])('says of a page that %s what it is', async (_, behaviour, why) => {
    const table = await check(behaviour);
    expect(lineOf(table, 'claude')).toMatch(new RegExp(`broke +${why}`));
    expect(table).toContain('Broken: claude.');
  });

  it('says plainly when nobody can be reached', async () => {
    expect(await check({ kind: 'dropped' })).toContain('No status page could be reached at all');
  });

  it('ends with 3 then, which says nothing of any page', async () => {
    loopback.override('status.claude.com', { kind: 'dropped' });
    expect((await readLoopback('--check', '--assistant', 'claude')).code).toBe(3);
  });

  it('is content with a page that was slow', async () => {
    expect(await check({ kind: 'slow', delayMs: 50 })).toContain('All of them work.');
  });
});
