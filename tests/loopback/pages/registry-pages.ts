import { flashdutyDialect } from '@/tests/loopback/flashduty-documents';
import { incidentioDialect } from '@/tests/loopback/incidentio-documents';
import { microsoftDialect } from '@/tests/loopback/microsoft-documents';
import { statuspageDialect } from '@/tests/loopback/statuspage-documents';
import { xaiDialect } from '@/tests/loopback/xai-documents';
import { ASSISTANTS } from '@/utils/assistants/assistants';
import { BUILT_IN } from '@/utils/assistants/lookups';
import type { AssistantId } from '@/utils/model/assistant';
import type { PlatformId } from '@/utils/model/report';
import type { Dialect, LoopbackPage } from './loopback-page';
import { madeUpId } from './made-up-id';
import { NO_HISTORY } from './no-history';
import { pastIncidents } from './past-incidents';

const CREATED_ON = '2025-01-15';

/** A page with the parts that the registry knows of it, under their ids there. */
function pageOf(id: AssistantId, dialect: Dialect, over: Partial<LoopbackPage> = {}): LoopbackPage {
  const { provider, statusPages } = BUILT_IN.get(id);
  const [page] = statusPages;
  if (page === undefined) throw new Error(`${id} has no status page`);
  const [host = '', ...formerHosts] = page.hosts;
  const platform = page.platform === 'incidentio' ? 'incidentio' : 'statuspage';
  return {
    host,
    formerHosts,
    id: page.pageId ?? madeUpId(platform, host),
    name: provider,
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

/** Pages of which little more is played than what the registry says. */
export const registryPages: readonly LoopbackPage[] = [
  pageOf('microsoft_copilot', microsoftDialect),
  pageOf('perplexity', incidentioDialect, { formerHosts: ['status.perplexity.ai'], components: PERPLEXITY_PARTS }),
  pageOf('grok', xaiDialect, {
    // A feed without any item says nothing at all.
    history: pastIncidents('statuspage', [
      { daysAgo: 9, lastsMinutes: 35, impact: 'minor', title: 'Slow response times', componentIds: ['grok-com'] },
    ]),
  }),
];

/** The dialects that a page can be played in by what the registry says alone. */
const PLAYABLE: Partial<Record<PlatformId, Dialect>> = {
  statuspage: statuspageDialect,
  incidentio: incidentioDialect,
  flashduty: flashdutyDialect,
};

/** For everyone of whom no page is played yet, so that whoever is new needs no line here. */
export function pagesOfTheRest(played: readonly LoopbackPage[]): LoopbackPage[] {
  const hosts = new Set(played.flatMap(({ host, formerHosts }) => [host, ...formerHosts]));
  return ASSISTANTS.flatMap(({ id, statusPages: [page] }) => {
    const dialect = page === undefined ? undefined : PLAYABLE[page.platform];
    const isPlayed = page?.hosts.some((host) => hosts.has(host)) ?? true;
    return dialect === undefined || isPlayed ? [] : [pageOf(id, dialect)];
  });
}
