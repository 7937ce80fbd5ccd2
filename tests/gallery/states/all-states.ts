import type { GalleryState } from '../gallery-state';
import { BANNER_STATES } from './banner-states';
import { CALM_STATES } from './calm-states';
import { CHECK_STATES } from './check-states';
import { HISTORY_STATES } from './history-states';
import { ODD_STATES } from './odd-states';
import { OPTIONS_STATES } from './options-states';
import { PLANNED_STATES } from './planned-states';
import { REGISTRY_STATES } from './registry-states';
import { TROUBLE_STATES } from './trouble-states';
import { UNSURE_STATES } from './unsure-states';
import { WELCOME_STATES } from './welcome-states';

/** Every state of every surface, by name. */
export const ALL_STATES: Readonly<Record<string, GalleryState>> = {
  ...CALM_STATES,
  ...TROUBLE_STATES,
  ...PLANNED_STATES,
  ...UNSURE_STATES,
  ...ODD_STATES,
  ...BANNER_STATES,
  ...OPTIONS_STATES,
  ...CHECK_STATES,
  ...WELCOME_STATES,
  ...REGISTRY_STATES,
  ...HISTORY_STATES,
};
