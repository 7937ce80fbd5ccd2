import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { manyAtOnce } from '@/tests/world/scenarios/many-at-once';
import { startWorld } from '@/tests/world/start-world';
import type { World } from '@/tests/world/world';
import { ASSISTANTS } from '@/utils/assistants/assistants';
import { assistantOf } from '@/utils/assistants/lookups';
import type { AssistantId } from '@/utils/model/assistant';
import { verdictOn } from './verdict-on';

let world: World;
beforeAll(async () => {
  world = await startWorld({ scenario: manyAtOnce });
});
afterAll(() => world.close());

describe.each(ASSISTANTS.filter(({ statusPages }) => statusPages.length > 0).map((one) => [one.name, one] as const))(
  'the page of %s',
  (_, assistant) => {
    it('is there, and says of a calm day what we can tell from it', async () => {
      world.seek(0);
      const { kind, reason } = await verdictOn(world, assistant);
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
    expect((await verdictOn(world, assistantOf(id))).level).toBe(level);
  });

  it('for whom the API counts Claude is down, and the part is named', async () => {
    world.seek(120_000);
    expect(await verdictOn(world, assistantOf('claude'), ['k8w3r06qmzrp'])).toMatchObject({
      level: 'major_outage',
      onlyParts: ['Claude API'],
    });
  });

  it('and all is over in the end', async () => {
    world.seek(manyAtOnce.durationMs);
    for (const id of ['claude', 'cursor', 'deepseek', 'grok', 'microsoft_copilot'] as const) {
      expect((await verdictOn(world, assistantOf(id))).kind, id).toBe('up');
    }
  });
});
