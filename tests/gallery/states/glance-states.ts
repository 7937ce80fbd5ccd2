import { DEFAULT_OPTIONS } from '@/utils/model/options';
import type { GalleryState } from '../gallery-state';
import { CALM, TROUBLE } from '../pieces';

const glance = { surface: 'glance', options: DEFAULT_OPTIONS } as const;

export const GLANCE_STATES: Record<string, GalleryState> = {
  'glance-healthy': { ...glance, status: CALM, isPast: false },
  'glance-trouble': { ...glance, status: TROUBLE, isPast: false },
  'glance-past': { ...glance, status: CALM, isPast: true },
};
