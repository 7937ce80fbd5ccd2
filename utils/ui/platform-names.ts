import type { PlatformId } from '@/utils/model/report';

/** The names of the platforms. Google, Microsoft and xAI have a format of their own. */
export const PLATFORM_NAMES: Record<Exclude<PlatformId, 'feed'>, string> = {
  statuspage: 'Statuspage',
  incidentio: 'incident.io',
  instatus: 'Instatus',
  betterstack: 'Better Stack',
  datadog: 'Datadog',
  flashduty: 'Flashduty',
  google: 'Google',
  microsoft: 'Microsoft',
  xai: 'xAI',
};
