import { expect, it } from 'vitest';
import { EXPECTED_FLOORS } from '@/tests/fakes/poll-floors';
import { pollFloorsOf } from '@/utils/app/read-page';
import { BUILT_IN } from '@/utils/assistants/lookups';
import { PLATFORM_IDS } from '@/utils/model/report';

const CLAUDE = BUILT_IN.get('claude');

it.each(PLATFORM_IDS)('a page of %s is read no more often than its platform allows', (platform) => {
  const statusPages = CLAUDE.statusPages.map((page) => ({ ...page, platform }));
  expect(pollFloorsOf({ ...CLAUDE, statusPages })).toEqual(EXPECTED_FLOORS[platform]);
});
