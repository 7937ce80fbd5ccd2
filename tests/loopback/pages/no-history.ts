import type { PageHistory } from './loopback-page';

/** The history of a page without incidents. */
export const NO_HISTORY: PageHistory = { componentMoments: [], incidents: [] };
