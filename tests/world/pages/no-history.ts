import type { PageHistory } from './world-page';

/** Of a page on which nothing has ever happened. */
export const NO_HISTORY: PageHistory = { componentMoments: [], incidents: [] };
