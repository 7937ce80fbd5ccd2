import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { claudeOutage } from '@/tests/world/scenarios/claude-outage';
import { healthy } from '@/tests/world/scenarios/healthy';
import { startWorld } from '@/tests/world/start-world';
import type { World } from '@/tests/world/world';
import { askWorld, readJson } from './ask-world';

const SUMMARY = 'https://status.claude.com/api/v2/summary.json';

let world: World;
beforeAll(async () => {
  world = await startWorld({ scenario: claudeOutage });
});
beforeEach(() => {
  world.load(claudeOutage);
  world.seek(0);
  world.clearRequests();
});
afterAll(() => world.close());

async function chatLevel(): Promise<string | undefined> {
  const { components } = await readJson<{ components: { id: string; status: string }[] }>(world, SUMMARY);
  return components.find(({ id }) => id === 'rwppv331jlwc')?.status;
}

describe('the time of the world', () => {
  it('stands where it was put', async () => {
    const told: (string | undefined)[] = [];
    for (const seconds of [0, 40, 150, 270, 300]) {
      world.seek(seconds * 1_000);
      told.push(await chatLevel());
    }
    expect(told).toEqual(['operational', 'partial_outage', 'major_outage', 'partial_outage', 'operational']);
  });

  it('runs by the clock that it is given', async () => {
    let now = world.startedAt;
    world.play(() => now);
    expect(await chatLevel()).toBe('operational');
    now += 40_000;
    expect(world.offsetMs).toBe(40_000);
    expect(await chatLevel()).toBe('partial_outage');
  });

  it('puts nothing of a scenario into the future', () => {
    expect(world.startedAt + world.scenario.durationMs).toBeLessThanOrEqual(Date.now());
  });

  it('starts anew with another scenario', async () => {
    world.seek(40_000);
    world.override('status.claude.com', { kind: 'html' });
    world.load(healthy);
    expect(world.offsetMs).toBe(0);
    expect(await chatLevel()).toBe('operational');
  });
});

describe('the world', () => {
  it('keeps a log of requests', async () => {
    await askWorld(world, `${SUMMARY}?a=1`, { headers: { cookie: 'a=b', referer: 'https://claude.ai/' } });
    const [entry, ...others] = world.requests;
    expect(others).toEqual([]);
    expect(entry).toMatchObject({
      host: 'status.claude.com',
      method: 'GET',
      path: '/api/v2/summary.json?a=1',
      headers: { cookie: 'a=b', referer: 'https://claude.ai/', ifNoneMatch: null, origin: null },
      status: 200,
    });
    world.clearRequests();
    expect(world.requests).toEqual([]);
  });

  it('sends visitors of a former host on', async () => {
    const { status, headers } = await askWorld(world, SUMMARY.replace('claude.com', 'anthropic.com'));
    expect([status, headers.location]).toEqual([301, SUMMARY]);
  });

  it('knows nobody else', async () => {
    expect((await askWorld(world, 'https://elsewhere.example/')).status).toBe(404);
    expect(() => world.override('elsewhere.example', null)).toThrow('elsewhere.example');
  });

  it('refuses a scenario that speaks of what is not there', () => {
    const { 'status.claude.com': timeline } = claudeOutage.pages;
    expect(timeline).toBeDefined();
    const stray = { ...claudeOutage, pages: { 'status.openai.com': timeline ?? never() } };
    expect(() => world.load(stray)).toThrow('status.openai.com has no component rwppv331jlwc');
  });

  it('ends connections that hang when it closes', async () => {
    const other = await startWorld({ scenario: healthy });
    other.override('status.claude.com', { kind: 'stalled' });
    const hanging = askWorld(other, SUMMARY);
    const ended = expect(hanging).rejects.toThrow();
    await expect.poll(() => other.requests.length).toBe(1);
    await other.close();
    await ended;
  });
});

function never(): never {
  throw new Error('not here');
}
