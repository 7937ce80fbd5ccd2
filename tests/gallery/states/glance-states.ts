import { DEFAULT_OPTIONS } from '@/utils/model/options';
import type { GalleryState } from '../gallery-state';
import { CALM, TROUBLE } from '../pieces';

const glance = { surface: 'glance', options: DEFAULT_OPTIONS } as const;

export const GLANCE_STATES: Record<string, GalleryState> = {
  'snapshot-healthy': { ...glance, status: CALM, isPast: false },
  'snapshot-outage': { ...glance, status: TROUBLE, isPast: false },
  'snapshot-outdated': { ...glance, status: CALM, isPast: true },
};
