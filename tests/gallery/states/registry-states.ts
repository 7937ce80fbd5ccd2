import { ASSISTANTS } from '@/utils/assistants/assistants';
import { BUILT_IN } from '@/utils/assistants/lookups';
import { type AssistantId, isCoreKnown } from '@/utils/model/assistant';
import type { PageSuspicion } from '@/utils/model/evidence';
import type { Level } from '@/utils/model/level';
import { DEFAULT_OPTIONS, type Options } from '@/utils/model/options';
import { EMPTY_STATUS, type Status } from '@/utils/model/status';
import type { PageMemory } from '@/utils/model/status-page';
import type { Verdict } from '@/utils/model/verdict';
import type { GalleryState } from '../gallery-state';
import { CALM, GRANTED, page, popup, TROUBLE, verdict } from '../pieces';

const API = 'k8w3r06qmzrp';
const FIRST = ASSISTANTS.filter(({ isFeatured }) => isFeatured).map(({ id }) => id);
const ALL = ASSISTANTS.map(({ id }) => id);
const ACCESS = { ...GRANTED, pages: Object.fromEntries(ALL.map((id) => [id, true])) };

/** The host at which Claude's page is read while its own host turns requests away. */
const OTHER_HOST = { host: 'anthropic.statuspage.io', until: CALM.tickedAt ?? 0 };

const watching = (watched: AssistantId[], over: Partial<Options> = {}): Options => ({
  ...DEFAULT_OPTIONS,
  watched,
  ...over,
});

/** A calm day: assistants with a status source are up, the others unknown. */
function calmVerdict(id: AssistantId): Verdict {
  const { statusPages, unreadReason } = BUILT_IN.get(id);
  if (statusPages.length === 0) return verdict(id, 'unknown', { reason: unreadReason, checkedAt: null });
  const isByWholePage = statusPages.every((one) => !isCoreKnown(one));
  const isMatchedByName = statusPages.some(({ coreNames }) => coreNames.length > 0);
  return verdict(id, 'operational', { isByWholePage, isMatchedByName });
}

/** A page that lists components, while it is not recorded which one is the chat. */
function listing(id: AssistantId, levels: Readonly<Record<string, Level>>): PageMemory {
  const components = Object.entries(levels).map(([name, level]) => ({
    id: name,
    name,
    group: null,
    level,
    word: level,
  }));
  const memory = page(id);
  return { ...memory, report: memory.report && { ...memory.report, components } };
}

const LOVABLE = { Website: 'operational', Login: 'operational', Editor: 'operational' } as const;
const WELL = listing('lovable', { ...LOVABLE, Hosting: 'operational', Cloud: 'operational' });
const ILL = listing('lovable', { ...LOVABLE, Hosting: 'partial_outage', Cloud: 'operational' });

const lovable = (memory: PageMemory, over: Verdict): Status => ({
  ...CALM,
  pages: { ...CALM.pages, lovable: memory },
  verdicts: { ...CALM.verdicts, lovable: over },
});
const watchingLovable = watching(['claude', 'lovable']);
const WHOLE_PAGE_ISSUE: PageSuspicion = {
  source: 'page',
  why: 'whole_page',
  incidentId: null,
  title: '',
  since: null,
  parts: ['Hosting'],
};
const SUSPECTED_WHOLE = lovable(
  ILL,
  verdict('lovable', 'unknown', {
    kind: 'suspected',
    reason: 'part_not_known',
    isByWholePage: true,
    suspicion: WHOLE_PAGE_ISSUE,
  }),
);

const kimi = (over: Verdict, levels: Record<string, Level>): Status => ({
  ...CALM,
  pages: { ...CALM.pages, kimi: listing('kimi', levels) },
  verdicts: { ...CALM.verdicts, kimi: over },
});

const calm = (ids: readonly AssistantId[]): Status => ({
  ...EMPTY_STATUS,
  tickedAt: CALM.tickedAt,
  verdicts: Object.fromEntries(ids.map((id) => [id, calmVerdict(id)])),
});

/** Claude's chat is up, its API has a partial outage. */
const API_DOWN: Status = (() => {
  const claude = page('claude');
  const components = claude.report?.components.map((part) =>
    part.id === API ? { ...part, level: 'partial_outage' as const, word: 'partial_outage' } : part,
  );
  const report = claude.report === null ? null : { ...claude.report, components: components ?? [] };
  return { ...CALM, pages: { ...CALM.pages, claude: { ...claude, report } } };
})();

export const REGISTRY_STATES: Record<string, GalleryState> = {
  'featured-watched': popup(calm(FIRST), { options: watching(FIRST), access: ACCESS }),
  'all-watched': popup(calm(ALL), { options: watching(ALL), access: ACCESS }),
  'api-counts': popup(
    {
      ...API_DOWN,
      verdicts: { ...API_DOWN.verdicts, claude: verdict('claude', 'partial_outage', { onlyParts: ['Claude API'] }) },
    },
    {
      options: watching(['claude', 'chatgpt'], { parts: { claude: [API] } }),
      access: GRANTED,
      opened: ['claude'],
    },
  ),
  'dependency-failing': popup(
    {
      ...TROUBLE,
      pages: { ...TROUBLE.pages, claude: API_DOWN.pages.claude ?? page('claude') },
      verdicts: {
        ...TROUBLE.verdicts,
        poe: verdict('poe', 'operational'),
        cursor: verdict('cursor', 'degraded'),
      },
    },
    { options: watching(['claude', 'poe', 'cursor'], { planB: ['poe', 'cursor', 'chatgpt', 'meta_ai'] }) },
  ),
  'source-details': popup(
    {
      ...CALM,
      pages: { claude: page('claude', 'operational', { otherHost: OTHER_HOST }), huggingchat: page('huggingchat') },
      verdicts: { claude: verdict('claude', 'operational'), huggingchat: verdict('huggingchat', 'operational') },
    },
    { options: watching(['claude', 'huggingchat']), access: ACCESS, opened: ['claude', 'huggingchat'] },
  ),
  'no-status-source-details': popup(calm(['perplexity', 'mistral', 'meta_ai']), {
    options: watching(['perplexity', 'mistral', 'meta_ai']),
    access: ACCESS,
    opened: ['mistral', 'perplexity'],
  }),
  'whole-page': popup(lovable(WELL, verdict('lovable', 'operational', { isByWholePage: true })), {
    options: watchingLovable,
    access: ACCESS,
    opened: ['lovable'],
  }),
  'whole-page-suspected': popup(SUSPECTED_WHOLE, { options: watchingLovable, access: ACCESS }),
  'whole-page-suspected-details': popup(SUSPECTED_WHOLE, {
    options: watchingLovable,
    access: ACCESS,
    opened: ['lovable'],
  }),
  'whole-page-ticked': popup(lovable(ILL, verdict('lovable', 'operational')), {
    options: watching(['claude', 'lovable'], { parts: { lovable: ['Editor', 'gone'] } }),
    access: ACCESS,
    opened: ['lovable'],
  }),
  'matched-by-name': popup(kimi(verdict('kimi', 'operational', { isMatchedByName: true }), { Kimi: 'operational' }), {
    options: watching(['claude', 'kimi']),
    access: ACCESS,
    opened: ['kimi'],
  }),
  'ambiguous-name': popup(
    kimi(verdict('kimi', 'unknown', { reason: 'ambiguous_name', unclearParts: ['Kimi'] }), { Kimi: 'operational' }),
    { options: watching(['claude', 'kimi']), access: ACCESS },
  ),
};
