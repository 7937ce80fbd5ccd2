import { incidentioDialect } from '@/tests/loopback/incidentio-documents';
import { statuspageDialect } from '@/tests/loopback/statuspage-documents';
import type { Dialect, LoopbackPage } from './loopback-page';
import { madeUpId } from './made-up-id';
import { NO_HISTORY } from './no-history';

const closedDialect: Dialect = { ...incidentioDialect, headers: {} };

function examplePage(host: string, name: string, dialect: Dialect, parts: readonly string[]): LoopbackPage {
  const platform = dialect === closedDialect ? 'incidentio' : 'statuspage';
  return {
    host,
    formerHosts: [],
    id: madeUpId(platform, host),
    name,
    home: '/',
    groups: [],
    history: NO_HISTORY,
    dialect,
    components: parts.map((part) => ({
      id: madeUpId(platform, `${host} ${part}`),
      name: part,
      createdOn: '2025-01-15',
    })),
  };
}

/** Unregistered services for custom pages. The second has no CORS. */
export const examplePages: readonly LoopbackPage[] = [
  examplePage('status.example.org', 'Example Labs', statuspageDialect, ['Assistant', 'Search', 'Billing']),
  examplePage('status.example.net', 'Example Net', closedDialect, ['Chat', 'Voice']),
];
