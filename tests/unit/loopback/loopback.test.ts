import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import type { Loopback } from '@/tests/loopback/loopback';
import { claudeOutage } from '@/tests/loopback/scenarios/claude-outage';
import { healthy } from '@/tests/loopback/scenarios/healthy';
import { startLoopback } from '@/tests/loopback/start-loopback';
import { askLoopback, readJson } from './ask-loopback';

const SUMMARY = 'https://status.claude.com/api/v2/summary.json';

let loopback: Loopback;
beforeAll(async () => {
  loopback = await startLoopback({ scenario: claudeOutage });
});
beforeEach(() => {
  loopback.load(claudeOutage);
  loopback.seek(0);
  loopback.clearRequests();
});
afterAll(() => loopback.close());

async function chatLevel(): Promise<string | undefined> {
  const { components } = await readJson<{ components: { id: string; status: string }[] }>(loopback, SUMMARY);
  return components.find(({ id }) => id === 'rwppv331jlwc')?.status;
}

describe('the clock of the loopback network', () => {
  it('stays where it was set', async () => {
    const levels: (string | undefined)[] = [];
    for (const seconds of [0, 40, 150, 270, 300]) {
      loopback.seek(seconds * 1_000);
      levels.push(await chatLevel());
    }
    expect(levels).toEqual(['operational', 'partial_outage', 'major_outage', 'partial_outage', 'operational']);
  });

  it('runs with a given clock', async () => {
    let now = loopback.startedAt;
    loopback.play(() => now);
    expect(await chatLevel()).toBe('operational');
    now += 40_000;
    expect(loopback.offsetMs).toBe(40_000);
    expect(await chatLevel()).toBe('partial_outage');
  });

  it('ends no scenario in the future', () => {
    expect(loopback.startedAt + loopback.scenario.durationMs).toBeLessThanOrEqual(Date.now());
  });

  it('restarts with a new scenario', async () => {
    loopback.seek(40_000);
    loopback.override('status.claude.com', { kind: 'html' });
    loopback.load(healthy);
    expect(loopback.offsetMs).toBe(0);
    expect(await chatLevel()).toBe('operational');
  });
});

describe('the loopback network', () => {
  it('logs requests', async () => {
    await askLoopback(loopback, `${SUMMARY}?a=1`, { headers: { cookie: 'a=b', referer: 'https://claude.ai/' } });
    const [entry, ...others] = loopback.requests;
    expect(others).toEqual([]);
    expect(entry).toMatchObject({
      host: 'status.claude.com',
      method: 'GET',
      path: '/api/v2/summary.json?a=1',
      headers: { cookie: 'a=b', referer: 'https://claude.ai/', ifNoneMatch: null, origin: null },
      status: 200,
    });
    loopback.clearRequests();
    expect(loopback.requests).toEqual([]);
  });

  it('redirects visitors of a former host', async () => {
    const { status, headers } = await askLoopback(loopback, SUMMARY.replace('claude.com', 'anthropic.com'));
    expect([status, headers.location]).toEqual([301, SUMMARY]);
  });

  it('answers 404 for unknown hosts', async () => {
    expect((await askLoopback(loopback, 'https://elsewhere.example/')).status).toBe(404);
    expect(() => loopback.override('elsewhere.example', null)).toThrow('elsewhere.example');
  });

  it('rejects a scenario with an unknown component', () => {
    const { 'status.claude.com': timeline } = claudeOutage.pages;
    expect(timeline).toBeDefined();
    const stray = { ...claudeOutage, pages: { 'status.openai.com': timeline ?? never() } };
    expect(() => loopback.load(stray)).toThrow('status.openai.com has no component rwppv331jlwc');
  });

  it('closes hanging connections when it is closed', async () => {
    const other = await startLoopback({ scenario: healthy });
    other.override('status.claude.com', { kind: 'stalled' });
    const hanging = askLoopback(other, SUMMARY);
    const ended = expect(hanging).rejects.toThrow();
    await expect.poll(() => other.requests.length).toBe(1);
    await other.close();
    await ended;
  });
});

function never(): never {
  throw new Error('not here');
}
