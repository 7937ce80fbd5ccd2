import { describe, expect, it } from 'vitest';
import { aComponent, aMemory, anIncident, aReport, aVerdict, HOUR, NOON } from '@/tests/fakes/samples';
import { ASSISTANTS } from '@/utils/assistants/assistants';
import { assistantOf } from '@/utils/assistants/lookups';
import type { AssistantId } from '@/utils/model/assistant';
import type { Level } from '@/utils/model/level';
import type { Report } from '@/utils/model/report';
import type { PageMemory } from '@/utils/model/status-page';
import type { Verdict } from '@/utils/model/verdict';
import { rankFallbacks } from '@/utils/rules/fallbacks/plan';
import { failingDependencyOf } from '@/utils/rules/judging/judge';

const CLAUDE_API = 'k8w3r06qmzrp';

interface Known {
  pages: Partial<Record<AssistantId, PageMemory>>;
  verdicts: Partial<Record<AssistantId, Verdict>>;
}

const up = (assistantId: AssistantId) => aVerdict('operational', { assistantId });

/** Claude's page with its API at a level. Poe and Cursor depend on it and are up on their own pages. */
function known(api: Level, over: Partial<Report> = {}, chat: Level = 'operational'): Known {
  const components = [aComponent(chat), aComponent(api, { id: CLAUDE_API, name: 'Claude API' })];
  return {
    pages: { claude: aMemory({ report: aReport({ components, ...over }) }) },
    verdicts: { claude: aVerdict(chat), poe: up('poe'), cursor: up('cursor'), gemini: up('gemini') },
  };
}

const dependencyOf = (status: Known, now = NOON) => failingDependencyOf(assistantOf('poe'), status, now);

describe('failingDependencyOf', () => {
  it.each<[string, Known, Level | null]>([
    ['returns partial_outage when its API is partly down', known('partial_outage'), 'partial_outage'],
    ['returns null when its API is up, and its chat down', known('operational', {}, 'major_outage'), null],
    ['returns null when its API is under maintenance', known('maintenance'), null],
    ['returns null when the state of its API is not understood', known('unknown'), null],
    [
      'returns degraded when an open incident names its API',
      known('operational', { incidents: [anIncident({ componentIds: [CLAUDE_API] })] }),
      'degraded',
    ],
    [
      'returns major_outage when its API is not listed, and its chat down',
      known('operational', { components: [aComponent('major_outage')] }, 'major_outage'),
      'major_outage',
    ],
    ['returns null when nothing was read', { pages: {}, verdicts: {} }, null],
  ])('%s', (_, status, level) => {
    expect(dependencyOf(status)).toEqual(level === null ? null : { assistantId: 'claude', level });
  });

  it('ignores an old reading of the dependency', () => {
    expect(dependencyOf(known('major_outage'), NOON + 2 * HOUR)).toBeNull();
  });

  it('returns null for an assistant without a dependency', () => {
    expect(failingDependencyOf(assistantOf('gemini'), known('major_outage'), NOON)).toBeNull();
  });
});

/** No registered assistant has both a dependency and no readable page, so OpenRouter loses its page here. */
const WITHOUT_A_PAGE = ASSISTANTS.map((one) => (one.id === 'openrouter' ? { ...one, statusPages: [] } : one));

describe('rankFallbacks with dependencies', () => {
  const rank = (status: Known, ...planB: AssistantId[]) =>
    rankFallbacks({
      plan: { planB, ownChats: [], localModels: [] },
      except: 'claude',
      status,
      assistants: WITHOUT_A_PAGE,
      localAnswers: {},
      now: NOON,
    });

  it('does not offer Poe or Cursor while Claude’s API is down', () => {
    expect(rank(known('major_outage', {}, 'major_outage'), 'poe', 'cursor', 'gemini')).toEqual(['gemini']);
  });

  it('offers Poe and Cursor while only Claude’s chat is down', () => {
    expect(rank(known('operational', {}, 'major_outage'), 'poe', 'cursor')).toEqual(['poe', 'cursor']);
  });

  it('offers assistants without a page, unless their dependency or the user’s messages fail', () => {
    const risky: AssistantId[] = ['meta_ai', 'mistral', 'openrouter'];
    expect(rank(known('operational'), ...risky)).toEqual(risky);
    expect(rank(known('major_outage'), ...risky)).toEqual(['meta_ai', 'mistral']);
    const status = known('operational');
    const fails = { ...aVerdict('unknown', { assistantId: 'mistral' }), kind: 'suspected' } as const;
    expect(rank({ ...status, verdicts: { ...status.verdicts, mistral: fails } }, ...risky)).toEqual([
      'meta_ai',
      'openrouter',
    ]);
  });

  it('offers an assistant whose component is not known, but not one whose page is unreachable', () => {
    const status = known('operational');
    const unknown = (reason: Verdict['reason']) => ({
      ...status,
      verdicts: { perplexity: aVerdict('unknown', { assistantId: 'perplexity', reason }) },
    });
    expect(rank(unknown('part_not_known'), 'perplexity')).toEqual(['perplexity']);
    expect(rank(unknown('unreachable'), 'perplexity')).toEqual([]);
  });
});
