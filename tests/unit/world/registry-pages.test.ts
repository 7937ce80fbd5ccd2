import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { manyAtOnce } from '@/tests/world/scenarios/many-at-once';
import { startWorld } from '@/tests/world/start-world';
import type { World } from '@/tests/world/world';
import { ASSISTANTS, assistantOf } from '@/utils/assistants/assistants';
import type { Assistant, AssistantId } from '@/utils/model/assistant';
import { NEVER_READ } from '@/utils/model/page-memory';
import { ADAPTERS } from '@/utils/platforms/adapters';
import { judge } from '@/utils/rules/judge';
import { askWorld } from './ask-world';

let world: World;
beforeAll(async () => {
  world = await startWorld({ scenario: manyAtOnce });
});
afterAll(() => world.close());

/** What we make of the page that the little internet has for an assistant. */
async function verdictOn(assistant: Assistant, parts: readonly string[] = []) {
  const [page] = assistant.statusPages;
  if (page === undefined) throw new Error(`${assistant.id} has no status page`);
  const { platform, address, pageId } = page;
  const wanted = ADAPTERS[platform].requests(address, pageId).filter(({ need }) => need === undefined);
  const bodies = await Promise.all(
    wanted.map(async ({ name, url }) => [name, (await askWorld(world, url)).body] as const),
  );
  const reading = ADAPTERS[platform].parse(Object.fromEntries(bodies), { pageId, origin: address });
  if (!reading.ok) throw new Error(`${assistant.id}: ${reading.failure.kind}`);
  const now = world.startedAt + world.offsetMs;
  const memory = { ...NEVER_READ, address, report: reading.report, readAt: now, triedAt: now };
  return judge({ assistant, memory, now, parts, intervalMs: 300_000 });
}

describe.each(ASSISTANTS.filter(({ statusPages }) => statusPages.length > 0).map((one) => [one.name, one] as const))(
  'the page of %s',
  (_, assistant) => {
    it('is there, and says of a calm day what we can tell from it', async () => {
      world.seek(0);
      const { kind, reason } = await verdictOn(assistant);
      const isKnown = assistant.id !== 'perplexity';
      expect([kind, reason]).toEqual(isKnown ? ['up', null] : ['unknown', 'part_not_known']);
    });
  },
);

describe('many at once', () => {
  it.each<[AssistantId, string]>([
    ['claude', 'operational'],
    ['cursor', 'degraded'],
    ['deepseek', 'partial_outage'],
    ['grok', 'major_outage'],
    ['microsoft_copilot', 'degraded'],
    ['poe', 'operational'],
  ])('%s is %s', async (id, level) => {
    world.seek(120_000);
    expect((await verdictOn(assistantOf(id))).level).toBe(level);
  });

  it('for whom the API counts Claude is down, and the part is named', async () => {
    world.seek(120_000);
    expect(await verdictOn(assistantOf('claude'), ['k8w3r06qmzrp'])).toMatchObject({
      level: 'major_outage',
      onlyParts: ['Claude API'],
    });
  });

  it('and all is over in the end', async () => {
    world.seek(manyAtOnce.durationMs);
    for (const id of ['claude', 'cursor', 'deepseek', 'grok', 'microsoft_copilot'] as const) {
      expect((await verdictOn(assistantOf(id))).kind, id).toBe('up');
    }
  });
});
