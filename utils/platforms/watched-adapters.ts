import type { WatchedPlatformId } from '@/utils/model/assistant';
import type { Adapter } from './adapter';
import { flashduty } from './flashduty';
import { google } from './google';
import { incidentio } from './incidentio';
import { instatus } from './instatus';
import { microsoft } from './microsoft';
import { statuspage } from './statuspage';
import { xai } from './xai';

/** The dialects of the assistants' own pages: the worker has these alone, for it is parsed at every wake-up. */
export const WATCHED_ADAPTERS = {
  statuspage,
  incidentio,
  google,
  instatus,
  xai,
  flashduty,
  microsoft,
} as const satisfies Record<WatchedPlatformId, Adapter>;
