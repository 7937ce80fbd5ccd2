/** Bytes of the built, minified files: what runs on a chat site, and what is parsed at every wake-up. */
export const BUDGETS = {
  'banner.js': 16_000,
  'carry.js': 16_000,
  'keep.js': 16_000,
  'draft.js': 10_000,
  'background.js': 120_000,
} as const;
