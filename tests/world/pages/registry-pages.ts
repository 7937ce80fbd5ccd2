import { flashdutyDialect } from '@/tests/world/flashduty-documents';
import { incidentioDialect } from '@/tests/world/incidentio-documents';
import { microsoftDialect } from '@/tests/world/microsoft-documents';
import { statuspageDialect } from '@/tests/world/statuspage-documents';
import { xaiDialect } from '@/tests/world/xai-documents';
import { assistantOf } from '@/utils/assistants/everyone';
import type { AssistantId } from '@/utils/model/assistant';
import { madeUpId } from './made-up-id';
import { NO_HISTORY } from './no-history';
import { pastIncidents } from './past-incidents';
import type { Dialect, WorldPage } from './world-page';

const CREATED_ON = '2025-01-15';

/** A page with the parts that the registry knows of it, under their ids there. */
function pageOf(id: AssistantId, dialect: Dialect, over: Partial<WorldPage> = {}): WorldPage {
  const { maker, statusPages } = assistantOf(id);
  const [page] = statusPages;
  if (page === undefined) throw new Error(`${id} has no status page`);
  const [host = '', ...formerHosts] = page.hosts;
  const platform = page.platform === 'incidentio' ? 'incidentio' : 'statuspage';
  return {
    host,
    formerHosts,
    id: page.pageId ?? madeUpId(platform, host),
    name: maker,
    home: '/',
    groups: [],
    history: NO_HISTORY,
    dialect,
    components: [...page.core, ...page.features].map((part) => ({ ...part, createdOn: CREATED_ON })),
    ...over,
  };
}

/** Nobody knows the ids of the real page's parts, so these are made up: which of them is the chat stays unknown. */
const PERPLEXITY_PARTS = ['App', 'Website', 'Computer', 'API'].map((name) => ({
  id: madeUpId('incidentio', `Perplexity ${name}`),
  name,
  createdOn: '2026-09-10',
}));

/** Pages of which nothing more is played than what the registry says. */
export const registryPages: readonly WorldPage[] = [
  pageOf('microsoft_copilot', microsoftDialect),
  pageOf('perplexity', incidentioDialect, { formerHosts: ['status.perplexity.ai'], components: PERPLEXITY_PARTS }),
  pageOf('grok', xaiDialect, {
    // A feed without any item says nothing at all.
    history: pastIncidents('statuspage', [
      { daysAgo: 9, lastsMinutes: 35, impact: 'minor', title: 'Answers came late', componentIds: ['grok-com'] },
    ]),
  }),
  pageOf('deepseek', flashdutyDialect),
  pageOf('poe', incidentioDialect),
  pageOf('cursor', statuspageDialect),
  pageOf('groq', incidentioDialect),
];
