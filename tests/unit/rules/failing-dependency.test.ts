import { describe, expect, it } from 'vitest';
import { aComponent, aMemory, anIncident, aReport, aVerdict, HOUR, NOON } from '@/tests/fakes/samples';
import { ASSISTANTS } from '@/utils/assistants/assistants';
import { assistantOf } from '@/utils/assistants/lookups';
import type { AssistantId } from '@/utils/model/assistant';
import type { Level } from '@/utils/model/level';
import type { PageMemory } from '@/utils/model/page-memory';
import type { Report } from '@/utils/model/report';
import type { Verdict } from '@/utils/model/verdict';
import { rankFallbacks } from '@/utils/rules/fallbacks/rank-fallbacks';
import { failingDependencyOf } from '@/utils/rules/judging/dependencies';

const CLAUDE_API = 'k8w3r06qmzrp';

interface Known {
  pages: Partial<Record<AssistantId, PageMemory>>;
  verdicts: Partial<Record<AssistantId, Verdict>>;
}

const up = (assistantId: AssistantId) => aVerdict('operational', { assistantId });

/** Claude's page with its API at a level, and both that lean on it up by their own pages. */
function known(api: Level, over: Partial<Report> = {}, chat: Level = 'operational'): Known {
  const components = [aComponent(chat), aComponent(api, { id: CLAUDE_API, name: 'Claude API' })];
  return {
    pages: { claude: aMemory({ report: aReport({ components, ...over }) }) },
    verdicts: { claude: aVerdict(chat), poe: up('poe'), cursor: up('cursor'), gemini: up('gemini') },
  };
}

const failingDependency = (status: Known, now = NOON) => failingDependencyOf(assistantOf('poe'), status, now);

describe('failingDependencyOf', () => {
  it.each<[string, Known, Level | null]>([
    ['its API is partly down', known('partial_outage'), 'partial_outage'],
    ['its API is up, and its chat down', known('operational', {}, 'major_outage'), null],
    ['its API is under maintenance', known('maintenance'), null],
    ['its API bears a word that nobody knows', known('unknown'), null],
    [
      'an open incident names its API',
      known('operational', { incidents: [anIncident({ componentIds: [CLAUDE_API] })] }),
      'degraded',
    ],
    [
      'its API is not listed, and its chat down',
      known('operational', { components: [aComponent('major_outage')] }, 'major_outage'),
      'major_outage',
    ],
    ['nothing was read', { pages: {}, verdicts: {} }, null],
  ])('%s', (_, status, level) => {
    expect(failingDependency(status)).toEqual(level === null ? null : { assistantId: 'claude', level });
  });

  it('what was read long ago is no trouble of now', () => {
    expect(failingDependency(known('major_outage'), NOON + 2 * HOUR)).toBeNull();
  });

  it('whoever leans on nobody is as their own page says', () => {
    expect(failingDependencyOf(assistantOf('gemini'), known('major_outage'), NOON)).toBeNull();
  });
});

describe('the way out', () => {
  const rank = (status: Known, ...planB: AssistantId[]) =>
    rankFallbacks({
      plan: { planB, ownChats: [], localModels: [] },
      except: 'claude',
      status,
      assistants: ASSISTANTS,
      localAnswers: {},
      now: NOON,
    });

  it('while Claude’s API is down neither Poe nor Cursor is offered', () => {
    expect(rank(known('major_outage', {}, 'major_outage'), 'poe', 'cursor', 'gemini')).toEqual(['gemini']);
  });

  it('while only its chat is down they are', () => {
    expect(rank(known('operational', {}, 'major_outage'), 'poe', 'cursor')).toEqual(['poe', 'cursor']);
  });

  it('whoever has no page is offered at one’s own risk, unless it leans on trouble or one’s own messages fail', () => {
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

  it('so is whoever nobody can find on the page, but not one whose page cannot be reached', () => {
    const status = known('operational');
    const unknown = (reason: Verdict['reason']) => ({
      ...status,
      verdicts: { perplexity: aVerdict('unknown', { assistantId: 'perplexity', reason }) },
    });
    expect(rank(unknown('part_not_known'), 'perplexity')).toEqual(['perplexity']);
    expect(rank(unknown('unreachable'), 'perplexity')).toEqual([]);
  });
});
