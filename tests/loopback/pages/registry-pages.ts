import { betterstackFormat } from '@/tests/loopback/betterstack-documents';
import { datadogFormat } from '@/tests/loopback/datadog-documents';
import { flashdutyFormat } from '@/tests/loopback/flashduty-documents';
import { incidentioFormat } from '@/tests/loopback/incidentio-documents';
import { instatusFormat } from '@/tests/loopback/instatus-documents';
import { microsoftFormat } from '@/tests/loopback/microsoft-documents';
import { statuspageFormat } from '@/tests/loopback/statuspage-documents';
import { xaiFormat } from '@/tests/loopback/xai-documents';
import { ASSISTANTS } from '@/utils/assistants/assistants';
import { BUILT_IN } from '@/utils/assistants/lookups';
import type { AssistantId } from '@/utils/model/assistant';
import type { PlatformId } from '@/utils/model/report';
import type { LoopbackPage, PageFormat } from './loopback-page';
import { madeUpId } from './made-up-id';
import { NO_HISTORY } from './no-history';
import { pastIncidents } from './past-incidents';

const CREATED_ON = '2025-01-15';

/** Invented components for a page whose chat component is not recorded. */
const MADE_UP_PARTS = ['Website', 'Editor', 'API'];

const madeUpParts = (host: string) => MADE_UP_PARTS.map((name) => ({ id: madeUpId('incidentio', host + name), name }));

/** A page with the components and ids in the registry. */
function pageOf(id: AssistantId, format: PageFormat, over: Partial<LoopbackPage> = {}): LoopbackPage {
  const { provider, statusPages } = BUILT_IN.get(id);
  const [page] = statusPages;
  if (page === undefined) throw new Error(`${id} has no status page`);
  const [host = '', ...formerHosts] = page.hosts;
  const platform = page.platform === 'incidentio' ? 'incidentio' : 'statuspage';
  // Parts whose ids are not recorded have some id on the page.
  const named = page.coreNames.map((name) => ({ id: madeUpId(platform, `${host} ${name}`), name }));
  const known = [...page.core, ...named, ...page.features];
  const parts = known.length > 0 ? known : madeUpParts(host);
  return {
    host,
    formerHosts,
    id: page.pageId ?? madeUpId(platform, host),
    name: provider,
    home: '/',
    groups: [],
    history: NO_HISTORY,
    format,
    components: parts.map((part) => ({ ...part, createdOn: CREATED_ON })),
    ...over,
  };
}

/** Pages built from the registry with few additions. */
export const registryPages: readonly LoopbackPage[] = [
  pageOf('microsoft_copilot', microsoftFormat),
  pageOf('perplexity', incidentioFormat, { formerHosts: ['status.perplexity.ai'] }),
  pageOf('grok', xaiFormat, {
    // A feed without items says nothing.
    history: pastIncidents('statuspage', [
      { daysAgo: 9, lastsMinutes: 35, impact: 'minor', title: 'Slow response times', componentIds: ['grok-com'] },
    ]),
  }),
];

/** Formats for which the registry has all facts that a page needs. */
const FORMATS_BY_PLATFORM: Partial<Record<PlatformId, PageFormat>> = {
  statuspage: statuspageFormat,
  incidentio: incidentioFormat,
  instatus: instatusFormat,
  flashduty: flashdutyFormat,
  betterstack: betterstackFormat,
  datadog: datadogFormat,
};

/** Pages of all other registered assistants, so a new assistant needs no line here. */
export function pagesOfTheRest(played: readonly LoopbackPage[]): LoopbackPage[] {
  const hosts = new Set(played.flatMap(({ host, formerHosts }) => [host, ...formerHosts]));
  return ASSISTANTS.flatMap(({ id, statusPages: [page] }) => {
    const format = page === undefined ? undefined : FORMATS_BY_PLATFORM[page.platform];
    const hasOwnPage = page?.hosts.some((host) => hosts.has(host)) ?? true;
    return format === undefined || hasOwnPage ? [] : [pageOf(id, format)];
  });
}
