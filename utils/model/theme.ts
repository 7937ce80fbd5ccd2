export const THEMES = ['system', 'light', 'dark'] as const;
/** Light or dark, or whatever browser and system say. */
export type Theme = (typeof THEMES)[number];
