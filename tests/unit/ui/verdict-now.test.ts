import { describe, expect, test } from 'vitest';
import { NOW } from '@/tests/gallery/moments';
import { verdict } from '@/tests/gallery/pieces';
import { ASSISTANTS } from '@/utils/assistants/assistants';
import { EMPTY_STATUS } from '@/utils/model/status';
import { ADAPTERS } from '@/utils/platforms/adapters';
import { ageLimits } from '@/utils/rules/judging/judge';
import { POLL_FLOORS } from '@/utils/rules/polling/plan-polls';
import { verdictNow } from '@/utils/ui/verdict-now';

describe('verdictNow uses the age limits of the platform’s polling interval', () => {
  const pages = ASSISTANTS.flatMap(({ id, statusPages: [page] }) => (page === undefined ? [] : [[id, page] as const]));
  test.each(pages)('for %s', (id, { platform }) => {
    const { staleMs, expiredMs } = ageLimits((ADAPTERS[platform].floors ?? POLL_FLOORS).calmMs);
    const seen = (ageMs: number) => {
      const one = verdict(id, 'operational', { checkedAt: NOW - ageMs });
      const { kind, isStale } = verdictNow({ ...EMPTY_STATUS, verdicts: { [id]: one } }, id, NOW);
      return [kind, isStale];
    };
    expect(seen(staleMs)).toEqual(['up', false]);
    expect(seen(staleMs + 1)).toEqual(['up', true]);
    expect(seen(expiredMs + 1)).toEqual(['unknown', false]);
  });
});

test('verdictNow is unknown for a reading from the future, because the clock was set back', () => {
  const one = verdict('claude', 'operational', { checkedAt: NOW + 3_600_000 });
  expect(verdictNow({ ...EMPTY_STATUS, verdicts: { claude: one } }, 'claude', NOW)).toMatchObject({
    kind: 'unknown',
    reason: 'too_old',
  });
});
