import { describe, expect, it } from 'vitest';
import { english } from '@/tests/fakes/english';
import { aComponent, aMemory, anIncident, aReport, firstPageOf, HOUR, NOON } from '@/tests/fakes/samples';
import { assistantOf } from '@/utils/assistants/lookups';
import { ASSISTANT_IDS, countedIdsOf } from '@/utils/model/assistant';
import { NO_HISTORY_SUMMARY } from '@/utils/model/history';
import type { Level } from '@/utils/model/level';
import type { Report } from '@/utils/model/report';
import { learnFromPage } from '@/utils/rules/history/past';
import { judge } from '@/utils/rules/judging/judge';
import { isListDue } from '@/utils/rules/polling/plan-polls';

const API = 'k8w3r06qmzrp';
const CODE = 'yyzkbfz2thpt';

function verdictOn(chat: Level, api: Level, parts: readonly string[], over: Partial<Report> = {}) {
  const components = [
    aComponent(chat),
    aComponent(api, { id: API, name: 'Claude API' }),
    aComponent('operational', { id: CODE, name: 'Claude Code' }),
  ];
  const memory = aMemory({ report: aReport({ components, ...over }) });
  return judge({ assistant: assistantOf('claude'), memory, now: NOON, parts, intervalMs: 60_000 });
}

describe('parts that the person counts', () => {
  it.each<[string, Level, Level, string[], Level, string[]]>([
    ['nothing counts but the chat', 'operational', 'major_outage', [], 'operational', []],
    ['the API counts', 'operational', 'major_outage', [API], 'major_outage', ['Claude API']],
    [english('notice_several_trouble', 'both'), 'degraded', 'major_outage', [API], 'major_outage', []],
    ['another part counts', 'operational', 'major_outage', [CODE], 'operational', []],
    ['a part that the page never had', 'operational', 'operational', ['gone'], 'operational', []],
    [english('history_known', 'the word for the API is not'), 'operational', 'unknown', [API], 'unknown', []],
  ])('%s', (_, chat, api, parts, level, onlyParts) => {
    expect(verdictOn(chat, api, parts)).toMatchObject({ level, onlyParts });
  });

  it('a part that counts and is no longer listed leaves it unknown', () => {
    const over = { components: [aComponent('operational')] };
    expect(verdictOn('operational', 'operational', [API], over)).toMatchObject({
      level: 'unknown',
      reason: 'missing_component',
    });
  });

  it('an incident that names only the API is trouble for whom it counts', () => {
    const over = { incidents: [anIncident({ componentIds: [API] })] };
    expect(verdictOn('operational', 'operational', [API], over)).toMatchObject({
      level: 'degraded',
      onlyParts: ['Claude API'],
    });
    expect(verdictOn('operational', 'operational', [], over)).toMatchObject({ level: 'operational' });
  });
});

describe('a page on which nobody can find the chat', () => {
  const page = firstPageOf('perplexity');
  const report = aReport({
    platform: 'incidentio',
    hasHistory: true,
    components: [aComponent('operational', { id: 'one' }), aComponent('major_outage', { id: 'two' })],
    incidents: [anIncident({ componentIds: ['two'] })],
  });

  it('makes no verdict, whatever it lists, and shows what is open', () => {
    const memory = aMemory({ address: page.address, report });
    const verdict = judge({
      assistant: assistantOf('perplexity'),
      memory,
      now: NOON,
      parts: ['two'],
      intervalMs: 60_000,
    });
    expect(verdict).toMatchObject({ kind: 'unknown', level: 'unknown', reason: 'part_not_known', incidents: [] });
    expect(verdict.otherIncidents).toHaveLength(1);
  });

  it('teaches nothing of the past: silence on it is no proof that the chat was well', () => {
    const past = learnFromPage(NO_HISTORY_SUMMARY, 'perplexity', report, countedIdsOf(page, []), NOON);
    expect(past).toEqual({ ...NO_HISTORY_SUMMARY, listedAt: NOON });
    // Nor when there was a part once that was the chat.
    const before = { ...NO_HISTORY_SUMMARY, listedSince: NOON - HOUR, listedAt: NOON - HOUR };
    expect(learnFromPage(before, 'perplexity', report, [], NOON)).toMatchObject({ listedSince: null });
  });

  it('is asked for its list once a day all the same', () => {
    const past = learnFromPage(NO_HISTORY_SUMMARY, 'perplexity', report, countedIdsOf(page, []), NOON);
    const memory = aMemory({ listTriedAt: NOON });
    expect(isListDue(memory, past, NOON + 2 * HOUR)).toBe(false);
    expect(isListDue(memory, past, NOON + 25 * HOUR)).toBe(true);
  });
});

const pageless = ASSISTANT_IDS.map(assistantOf).filter(({ statusPages }) => statusPages.length === 0);

it('there are some without a page that can be read', () => {
  expect(pageless.length).toBeGreaterThan(10);
});

it.each(pageless.map((one) => [one.name, one] as const))('%s is never up, and says why', (_, assistant) => {
  const verdict = judge({ assistant, memory: undefined, now: NOON, intervalMs: 60_000 });
  expect(verdict).toMatchObject({ kind: 'unknown', level: 'unknown', reason: assistant.unreadReason });
});
