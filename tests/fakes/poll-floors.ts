import type { PlatformId } from '@/utils/model/report';
import type { PollFloors } from '@/utils/platforms/adapters';
import { MINUTE, SECOND } from './samples';

const USUAL: PollFloors = { troubleMs: 30 * SECOND, calmMs: 5 * MINUTE, askedMs: 10 * SECOND };
const FEED: PollFloors = { troubleMs: 5 * MINUTE, calmMs: 5 * MINUTE, askedMs: MINUTE };

/** How often each platform may be asked, written out, so that no test takes it from the code under test. */
export const EXPECTED_FLOORS: Record<PlatformId, PollFloors> = {
  statuspage: USUAL,
  incidentio: USUAL,
  instatus: USUAL,
  datadog: USUAL,
  flashduty: USUAL,
  betterstack: { troubleMs: MINUTE, calmMs: 5 * MINUTE, askedMs: MINUTE },
  microsoft: { troubleMs: 2 * MINUTE, calmMs: 5 * MINUTE, askedMs: MINUTE },
  xai: FEED,
  feed: FEED,
  google: { troubleMs: 5 * MINUTE, calmMs: 30 * MINUTE, askedMs: 5 * MINUTE },
};
