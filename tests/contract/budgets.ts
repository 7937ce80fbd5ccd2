/**
 * Maximum bytes of the built, minified scripts that run in chat sites or before the popup's first paint. The worker
 * has no byte budget: its cost is the processor time of a wake-up, which `npm run bench` measures.
 */
export const SIZE_BUDGETS: Readonly<Record<string, number>> = {
  'banner.js': 25_000,
  'carry.js': 25_000,
  'keep.js': 25_000,
  'draft.js': 25_000,
  'glance.js': 25_000,
};
