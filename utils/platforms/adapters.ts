import type { PlatformId } from '@/utils/model/report';
import type { Adapter } from './adapter';
import { betterstack } from './betterstack';
import { datadog } from './datadog';
import { feed } from './feed';
import { flashduty } from './flashduty';
import { google } from './google';
import { incidentio } from './incidentio';
import { instatus } from './instatus';
import { microsoft } from './microsoft';
import { statuspage } from './statuspage';
import { xai } from './xai';

/** The reader of every platform, for the worker, our pages and the npm commands. One line each. */
export const ADAPTERS = {
  statuspage,
  incidentio,
  google,
  instatus,
  xai,
  flashduty,
  microsoft,
  betterstack,
  datadog,
  feed,
} as const satisfies Record<PlatformId, Adapter>;
