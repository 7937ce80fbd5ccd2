import { describe, expect, it } from 'vitest';
import { aComponent, aMemory, anIncident, aReport, firstPageOf, HOUR, NOON } from '@/tests/fakes/samples';
import { BUILT_IN } from '@/utils/assistants/lookups';
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
  return judge({ assistant: BUILT_IN.get('claude'), memory, now: NOON, parts, intervalMs: 60_000 });
}

describe('judge with components selected by the user', () => {
  it.each<[string, Level, Level, string[], Level, string[]]>([
    ['is operational when only the chat is selected', 'operational', 'major_outage', [], 'operational', []],
    ['is major_outage when the API is selected', 'operational', 'major_outage', [API], 'major_outage', ['Claude API']],
    [
      'is major_outage when the chat and a selected API have issues',
      'degraded',
      'major_outage',
      [API],
      'major_outage',
      [],
    ],
    ['is operational when another component is selected', 'operational', 'major_outage', [CODE], 'operational', []],
    [
      'is operational when a selected component was never on the page',
      'operational',
      'operational',
      ['gone'],
      'operational',
      [],
    ],
    ['is unknown when the state of the selected API is not understood', 'operational', 'unknown', [API], 'unknown', []],
  ])('%s', (_, chat, api, parts, level, onlyParts) => {
    expect(verdictOn(chat, api, parts)).toMatchObject({ level, onlyParts });
  });

  it('is unknown when a selected component is no longer listed', () => {
    const over = { components: [aComponent('operational')] };
    expect(verdictOn('operational', 'operational', [API], over)).toMatchObject({
      level: 'unknown',
      reason: 'missing_component',
    });
  });

  it('counts an incident that names only the API when the API is selected', () => {
    const over = { incidents: [anIncident({ componentIds: [API] })] };
    expect(verdictOn('operational', 'operational', [API], over)).toMatchObject({
      level: 'degraded',
      onlyParts: ['Claude API'],
    });
    expect(verdictOn('operational', 'operational', [], over)).toMatchObject({ level: 'operational' });
  });
});

describe('a page without a known chat component', () => {
  const page = { ...firstPageOf('perplexity'), core: [], features: [] };
  const assistant = { ...BUILT_IN.get('perplexity'), statusPages: [page] };
  const report = aReport({
    platform: 'incidentio',
    hasHistory: true,
    components: [aComponent('operational', { id: 'one' }), aComponent('major_outage', { id: 'two' })],
    incidents: [anIncident({ componentIds: ['two'] })],
  });

  it('makes an issue possible and lists the open incidents', () => {
    const memory = aMemory({ address: page.address, report });
    const verdict = judge({ assistant, memory, now: NOON, intervalMs: 60_000 });
    expect(verdict).toMatchObject({ kind: 'suspected', level: 'unknown', reason: 'part_not_known' });
    expect(verdict.incidents).toHaveLength(1);
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

const pageless = ASSISTANT_IDS.map(BUILT_IN.get).filter(({ statusPages }) => statusPages.length === 0);

it('the registry contains assistants without a readable status page', () => {
  expect(pageless).not.toEqual([]);
});

it.each(pageless.map((one) => [one.name, one] as const))(
  '%s has no readable page: its verdict is unknown, with the reason',
  (_, assistant) => {
    const verdict = judge({ assistant, memory: undefined, now: NOON, intervalMs: 60_000 });
    expect(verdict).toMatchObject({ kind: 'unknown', level: 'unknown', reason: assistant.unreadReason });
  },
);
