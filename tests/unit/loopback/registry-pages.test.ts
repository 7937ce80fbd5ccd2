import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Loopback } from '@/tests/loopback/loopback';
import { LOOPBACK_PAGES } from '@/tests/loopback/pages/loopback-pages';
import { manyAtOnce } from '@/tests/loopback/scenarios/many-at-once';
import { startLoopback } from '@/tests/loopback/start-loopback';
import { ASSISTANTS } from '@/utils/assistants/assistants';
import { BUILT_IN } from '@/utils/assistants/lookups';
import { type AssistantId, type WatchKind, watchKindOf } from '@/utils/model/assistant';
import { reportOn, verdictOn } from './verdict-on';

let loopback: Loopback;
beforeAll(async () => {
  loopback = await startLoopback({ scenario: manyAtOnce });
});
afterAll(() => loopback.close());

const named = (kind: WatchKind) =>
  ASSISTANTS.filter((one) => watchKindOf(one) === kind).map((one) => [one.name, one] as const);

describe.each(named('chat'))('the loopback page of %s', (_, assistant) => {
  it('is up on a calm day', async () => {
    loopback.seek(0);
    const { kind, reason } = await verdictOn(loopback, assistant);
    expect([kind, reason]).toEqual(['up', null]);
  });
});

describe.each(named('whole_page'))('the loopback page of %s', (_, assistant) => {
  it('lists operational components on a calm day', async () => {
    loopback.seek(0);
    const { components } = await reportOn(loopback, assistant);
    expect(components.map(({ level }) => level)).toEqual(['operational', 'operational', 'operational']);
  });
});

it('the loopback network plays every host of every status page in the registry', () => {
  const played = new Set(LOOPBACK_PAGES.flatMap(({ host, formerHosts }) => [host, ...formerHosts]));
  const hosts = ASSISTANTS.flatMap(({ statusPages }) => statusPages.flatMap((page) => page.hosts));
  expect(hosts.filter((host) => !played.has(host))).toEqual([]);
});

describe('the scenario with many outages', () => {
  it.each<[AssistantId, string]>([
    ['claude', 'operational'],
    ['cursor', 'degraded'],
    ['deepseek', 'partial_outage'],
    ['grok', 'major_outage'],
    ['microsoft_copilot', 'degraded'],
    ['poe', 'operational'],
  ])('reports %s as %s', async (id, level) => {
    loopback.seek(120_000);
    expect((await verdictOn(loopback, BUILT_IN.get(id))).level).toBe(level);
  });

  it('reports Claude as down with the API selected and names the API', async () => {
    loopback.seek(120_000);
    expect(await verdictOn(loopback, BUILT_IN.get('claude'), ['k8w3r06qmzrp'])).toMatchObject({
      level: 'major_outage',
      onlyParts: ['Claude API'],
    });
  });

  it('ends with all assistants up', async () => {
    loopback.seek(manyAtOnce.durationMs);
    for (const id of ['claude', 'cursor', 'deepseek', 'grok', 'microsoft_copilot'] as const) {
      expect((await verdictOn(loopback, BUILT_IN.get(id))).kind, id).toBe('up');
    }
  });
});
