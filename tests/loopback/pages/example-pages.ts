import { betterstackFormat } from '@/tests/loopback/betterstack-documents';
import { incidentioFormat } from '@/tests/loopback/incidentio-documents';
import { statuspageFormat } from '@/tests/loopback/statuspage-documents';
import type { LoopbackPage, PageFormat } from './loopback-page';
import { madeUpId } from './made-up-id';
import { NO_HISTORY } from './no-history';

const closedFormat: PageFormat = { ...incidentioFormat, headers: {} };

function examplePage(host: string, name: string, format: PageFormat, parts: readonly string[]): LoopbackPage {
  const platform = format === closedFormat ? 'incidentio' : 'statuspage';
  return {
    host,
    formerHosts: [],
    id: madeUpId(platform, host),
    name,
    home: '/',
    groups: [],
    history: NO_HISTORY,
    format,
    components: parts.map((part) => ({
      id: madeUpId(platform, `${host} ${part}`),
      name: part,
      createdOn: '2025-01-15',
    })),
  };
}

/** Unregistered services for custom pages. The second and the third have no CORS, and the third has one component. */
export const examplePages: readonly LoopbackPage[] = [
  examplePage('status.example.org', 'Example Labs', statuspageFormat, ['Assistant', 'Search', 'Billing']),
  examplePage('status.example.net', 'Example Net', closedFormat, ['Chat', 'Voice']),
  examplePage('status.example.edu', 'Example School', betterstackFormat, ['Tutor']),
];
