import type { PageHistory } from './loopback-page';

/** Of a page on which nothing has ever happened. */
export const NO_HISTORY: PageHistory = { componentMoments: [], incidents: [] };
