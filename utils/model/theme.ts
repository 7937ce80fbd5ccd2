export const THEMES = ['system', 'light', 'dark'] as const;
/** Of our own pages, and of the banner: light or dark, or whatever browser and system say. */
export type Theme = (typeof THEMES)[number];
