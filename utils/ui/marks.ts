import type { Sign } from '@/utils/model/verdict';

/**
 * Sizes of the app icon in pixels: lists and menus at scales 1, 1.5, 2 and 3 (16 to 48), Firefox's list of add-ons (48,
 * 64, 96), the Chrome Web Store and notifications (128).
 */
export const APP_ICON_SIZES = [16, 24, 32, 48, 64, 96, 128] as const;

/** One path on a 16 by 16 grid. A stroke has round joins, flat ends and the given width. */
export type SignPath = { d: string; paint: 'fill' } | { d: string; paint: 'stroke'; width: number };

const OCTAGON = 'M5.1 1h5.8L15 5.1v5.8L10.9 15H5.1L1 10.9V5.1Z';
const OCTAGON_EDGE = 'M5.5 2h5L14 5.5v5L10.5 14h-5L2 10.5v-5Z';
const RING = 'M8 2a6 6 0 0 1 0 12A6 6 0 0 1 8 2Z';

/**
 * The signs as plain geometry, shared by React, the banner and the icon script. They differ by outline and fill, so that
 * color is never the only hint.
 */
export const SIGN_SHAPES: Record<Sign, readonly SignPath[]> = {
  up: [{ d: 'M8 3a5 5 0 0 1 0 10A5 5 0 0 1 8 3Z', paint: 'fill' }],
  maintenance: [
    { d: 'M2.6 13.4 8.6 7.4', paint: 'stroke', width: 3 },
    { d: 'M10.6 2.07A3.6 3.6 0 1 0 13.93 5.4', paint: 'stroke', width: 2.6 },
  ],
  unknown: [
    { d: 'M5.46 2.56A6 6 0 0 1 10.54 2.56', paint: 'stroke', width: 2 },
    { d: 'M13.44 5.46A6 6 0 0 1 13.44 10.54', paint: 'stroke', width: 2 },
    { d: 'M10.54 13.44A6 6 0 0 1 5.46 13.44', paint: 'stroke', width: 2 },
    { d: 'M2.56 10.54A6 6 0 0 1 2.56 5.46', paint: 'stroke', width: 2 },
  ],
  degraded: [
    { d: 'M8 2.4 14.2 13.4H1.8Z', paint: 'fill' },
    { d: 'M8 2.4 14.2 13.4H1.8Z', paint: 'stroke', width: 1.4 },
  ],
  partial_outage: [
    { d: OCTAGON_EDGE, paint: 'stroke', width: 2 },
    { d: 'M2 8h12v2.5L10.5 14h-5L2 10.5Z', paint: 'fill' },
  ],
  // At 16 px a full octagon looks like a disc, so it has a slot.
  major_outage: [{ d: `${OCTAGON}M4.2 7.2v1.6h7.6V7.2Z`, paint: 'fill' }],
  // The ring has a gap around the stroke, because the two would merge at 16 px.
  offline: [
    { d: 'M13.6 5.85A6 6 0 0 1 5.85 13.6', paint: 'stroke', width: 2 },
    { d: 'M2.4 10.15A6 6 0 0 1 10.15 2.4', paint: 'stroke', width: 2 },
    { d: 'M2 14 14 2', paint: 'stroke', width: 2 },
  ],
  suspected: [
    { d: RING, paint: 'stroke', width: 2 },
    { d: 'M8 5.6a2.4 2.4 0 0 1 0 4.8A2.4 2.4 0 0 1 8 5.6Z', paint: 'fill' },
  ],
};
