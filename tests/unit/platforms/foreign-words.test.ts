import { describe, expect, it } from 'vitest';
import { FORMATS, type Word } from '@/tests/fixtures/formats';
import { component, summary } from '@/tests/fixtures/statuspage/documents';
import type { PlatformId } from '@/utils/model/report';
import { ADAPTERS, type Documents } from '@/utils/platforms/adapters';
import { levelOf } from '@/utils/rules/judging/level';

/** The states of the supported platforms that mean an outage, and those of other platforms. */
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
  ...FORMATS,
  {
    platform: 'statuspage',
    documents: (word) => ({ summary: summary({ components: [component('chat', word as string)] }) }),
  },
];

/** Each platform has its own state for an outage. None may read another platform's state as operational. */
describe.each(WITH_STATUSPAGE)('the reader of $platform', ({ platform, documents }) => {
  it.each(OUTAGES)('does not read the foreign state %j as operational', (word) => {
    const reading = ADAPTERS[platform].parse(documents(word as string), { pageId: null, origin: null });
    const level = reading.ok
      ? levelOf(reading.report, { coreIds: ['chat'], name: null }, Date.UTC(2026, 4, 20, 12)).level
      : 'unknown';
    expect(level).not.toBe('operational');
  });
});
