import type { PlatformId } from '@/utils/model/report';

/** Who makes status pages, as they write themselves; those with a dialect of their own make only theirs. */
export const MAKER_NAMES: Record<Exclude<PlatformId, 'feed'>, string> = {
  statuspage: 'Statuspage',
  incidentio: 'incident.io',
  instatus: 'Instatus',
  betterstack: 'Better Stack',
  flashduty: 'Flashduty',
  google: 'Google',
  microsoft: 'Microsoft',
  xai: 'xAI',
};
