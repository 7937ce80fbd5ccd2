import type { Adapter } from './adapter';
import { parseStatuspage } from './parse-statuspage';

/**
 * Atlassian Statuspage, public API v2 (documented on each page under `/api`). The summary lists open incidents
 * only; how an incident ended stands in `incidents.json`, the newest fifty.
 */
export const statuspage: Adapter = {
  requests: (origin) => [
    { name: 'summary', url: `${origin}/api/v2/summary.json` },
    { name: 'incidents', url: `${origin}/api/v2/incidents.json`, need: 'history' },
  ],
  parse: (documents, expected) => parseStatuspage('statuspage', documents, expected),
};
