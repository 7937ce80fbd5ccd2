import { expect, it } from 'vitest';
import { cursor } from '@/utils/assistants/cursor';
import { grok } from '@/utils/assistants/grok';
import { poe } from '@/utils/assistants/poe';
import { levelsInOutage } from './levels-in-outage';

/** What the test of an assistant that was added asks, of some who are there. */
it.each([cursor, poe, grok])(
  'an outage of the core of $name is one from its beginning to its end',
  async (assistant) => {
    expect(await levelsInOutage(assistant)).toEqual(['operational', 'partial_outage', 'operational']);
  },
);
