import type { GalleryState } from '../gallery-state';
import { BANNER_STATES } from './banner-states';
import { BLIND_SPOT_STATES } from './blind-spot-states';
import { CHECK_STATES } from './check-states';
import { HEALTHY_STATES } from './healthy-states';
import { HISTORY_STATES } from './history-states';
import { MAINTENANCE_STATES } from './maintenance-states';
import { OPINION_STATES } from './opinion-states';
import { OPTIONS_STATES } from './options-states';
import { OUTAGE_STATES } from './outage-states';
import { REGISTRY_STATES } from './registry-states';
import { TEXT_STATES } from './text-states';
import { UNCERTAIN_STATES } from './uncertain-states';
import { WELCOME_STATES } from './welcome-states';

/** Every state of every surface, by name. */
export const ALL_STATES: Readonly<Record<string, GalleryState>> = {
  ...HEALTHY_STATES,
  ...OUTAGE_STATES,
  ...MAINTENANCE_STATES,
  ...UNCERTAIN_STATES,
  ...BLIND_SPOT_STATES,
  ...TEXT_STATES,
  ...BANNER_STATES,
  ...OPTIONS_STATES,
  ...CHECK_STATES,
  ...OPINION_STATES,
  ...WELCOME_STATES,
  ...REGISTRY_STATES,
  ...HISTORY_STATES,
};
