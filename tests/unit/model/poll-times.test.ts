import { describe, expect, it } from 'vitest';
import { aMemory, MINUTE, NOON } from '@/tests/fakes/samples';
import { EMPTY_STATUS, pollTimesOf, type Status, withoutPollTimes, withPollTimes } from '@/utils/model/status';

const statusWith = (answeredMs: number, readAt: number): Status => ({
  ...EMPTY_STATUS,
  pages: { claude: aMemory({ answeredMs, readAt, triedAt: readAt }) },
});

describe('how long a status page takes to answer', () => {
  const stored = statusWith(300, NOON);
  const later = statusWith(9_000, NOON + MINUTE);

  it('is no change of the stored status', () => {
    expect(withoutPollTimes(later)).toEqual(withoutPollTimes(stored));
  });

  it('is kept with the poll times', () => {
    expect(withPollTimes(stored, pollTimesOf(later, stored)).pages.claude?.answeredMs).toBe(9_000);
  });
});
