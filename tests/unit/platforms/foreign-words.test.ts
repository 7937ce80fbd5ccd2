import { describe, expect, it } from 'vitest';
import { DIALECTS, type Word } from '@/tests/fixtures/dialects';
import { component, summary } from '@/tests/fixtures/statuspage/documents';
import type { PlatformId } from '@/utils/model/report';
import type { Documents } from '@/utils/platforms/adapter';
import { ADAPTERS } from '@/utils/platforms/adapters';
import { levelOf } from '@/utils/rules/judging/level';

/** How the dialects say that a part is down, and one of a dialect that is not read here. */
const OUTAGES = [
  'major_outage',
  'full_outage',
  'downtime',
  'SERVICE_OUTAGE',
  'MAJOROUTAGE',
  'MAJOR',
  'outage',
  'ServiceInterruption',
  '500',
  500,
];

const WITH_STATUSPAGE: readonly { platform: PlatformId; documents: (word: Word) => Documents }[] = [
  ...DIALECTS,
  {
    platform: 'statuspage',
    documents: (word) => ({ summary: summary({ components: [component('chat', word as string)] }) }),
  },
];

/** Every dialect has a word of its own for "down", and none may take another's for "well". */
describe.each(WITH_STATUSPAGE)('$platform', ({ platform, documents }) => {
  it.each(OUTAGES)('%j is never green', (word) => {
    const reading = ADAPTERS[platform].parse(documents(word as string), { pageId: null, origin: null });
    const level = reading.ok
      ? levelOf(reading.report, { coreIds: ['chat'], name: null }, Date.UTC(2026, 4, 20, 12)).level
      : 'unknown';
    expect(level).not.toBe('operational');
  });
});
