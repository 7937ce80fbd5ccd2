import { expect, it } from 'vitest';
import { cursor } from '@/utils/assistants/cursor';
import { grok } from '@/utils/assistants/grok';
import { poe } from '@/utils/assistants/poe';
import { levelsInOutage } from './levels-in-outage';

/** The check that a generated test of a new assistant makes, for three existing ones. */
it.each([cursor, poe, grok])(
  'an outage of the core component of $name is a partial outage from start to end',
  async (assistant) => {
    expect(await levelsInOutage(assistant)).toEqual(['operational', 'partial_outage', 'operational']);
  },
);
