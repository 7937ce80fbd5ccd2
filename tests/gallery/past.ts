import type { HistorySummary, PastTrouble } from '@/utils/model/history';
import type { Level } from '@/utils/model/level';
import { DAY, HOUR, MINUTE, NOW } from './moments';

const MIDNIGHT = Date.UTC(2026, 8, 3);

const trouble = (daysAgo: number, minutes: number, peak: Level, title: string): PastTrouble => ({
  id: `past-${daysAgo}`,
  assistantId: 'claude',
  source: 'page',
  title,
  peak,
  startedAt: MIDNIGHT - daysAgo * DAY + 9 * HOUR,
  endedAt: MIDNIGHT - daysAgo * DAY + 9 * HOUR + minutes * MINUTE,
  url: `https://status.claude.com/incidents/past-${daysAgo}`,
  sensedAt: null,
  seenAt: null,
  isEndKnown: true,
  isExplained: false,
});

/** Nine weeks are known from the page's own list, the rest is not. */
export const PAST: HistorySummary = {
  troubles: [
    trouble(2, 25, 'partial_outage', 'Elevated errors on multiple models'),
    trouble(9, 130, 'partial_outage', 'Sign-in failures'),
    trouble(10, 12, 'degraded', 'Slow replies'),
    trouble(17, 31, 'partial_outage', 'Elevated errors on Claude Sonnet'),
    trouble(24, 8, 'partial_outage', 'Uploads fail'),
    trouble(31, 220, 'major_outage', 'claude.ai is unavailable'),
    trouble(40, 22, 'partial_outage', 'Requests fail'),
    trouble(55, 64, 'partial_outage', 'Conversations do not load'),
  ],
  days: [],
  listedSince: MIDNIGHT - 63 * DAY,
  listedAt: NOW - 20_000,
};
