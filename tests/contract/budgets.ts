/**
 * Bytes of the built, minified files: what runs on a chat site, before the popup's first paint, and at every wake-up
 * (docs/performance.md).
 */
export const SIZE_BUDGETS: Readonly<Record<string, number>> = {
  'banner.js': 16_000,
  'carry.js': 16_000,
  'keep.js': 16_000,
  'draft.js': 10_000,
  'glance.js': 10_000,
  'background.js': 120_000,
};
