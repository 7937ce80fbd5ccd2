import type { Adapter } from './adapter';
import { parseStatuspage } from './parse-statuspage';

/**
 * incident.io pages answer on Statuspage's paths in nearly Statuspage's shape (undocumented; recorded on
 * OpenAI's page). Their summary holds 25 status components at most, so `components.json` is always read too.
 */
export const incidentio: Adapter = {
  id: 'incidentio',
  floors: null,
  requests: (origin) => [
    { name: 'summary', url: `${origin}/api/v2/summary.json`, need: 'reading' },
    { name: 'components', url: `${origin}/api/v2/components.json`, need: 'reading' },
    { name: 'incidents', url: `${origin}/api/v2/incidents.json`, need: 'history' },
  ],
  parse: (documents, expected) => parseStatuspage('incidentio', documents, expected),
};
