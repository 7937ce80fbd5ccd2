import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { aComponent, aMemory, aReport, firstPageOf, MINUTE, NOON } from '@/tests/fakes/samples';
import { BUILT_IN } from '@/utils/assistants/lookups';
import { ASSISTANT_IDS, type AssistantPart } from '@/utils/model/assistant';
import { LEVELS, type Level } from '@/utils/model/level';
import type { Report } from '@/utils/model/report';
import { updateFoundParts, withFoundCore } from '@/utils/rules/judging/find-core';
import { judge } from '@/utils/rules/judging/judge';

const kimi = firstPageOf('kimi');
const notion = firstPageOf('notion_ai');
const part = (id: string, name: string, level: Level = 'operational') => aComponent(level, { id, name });

function verdictOn(components: Report['components'], foundParts: AssistantPart[] = [], over: Partial<Report> = {}) {
  const memory = aMemory({ address: kimi.address, report: aReport({ components, ...over }), foundParts });
  return judge({ assistant: BUILT_IN.get('kimi'), memory, now: NOON, intervalMs: 5 * MINUTE });
}

describe('a core component whose id is not recorded', () => {
  it('is found by its exact name, and the verdict says so', () => {
    expect(verdictOn([part('1', 'Kimi'), part('2', 'Model', 'major_outage')])).toMatchObject({
      kind: 'up',
      isMatchedByName: true,
    });
    expect(verdictOn([part('1', 'Kimi', 'partial_outage')])).toMatchObject({
      kind: 'trouble',
      level: 'partial_outage',
    });
  });

  it.each<[string, Report['components'], string]>([
    ['two components have the name', [part('1', 'Kimi'), part('2', 'Kimi')], 'ambiguous_name'],
    ['the name has another case', [part('1', 'kimi')], 'similar_name'],
    ['the name is part of a longer one', [part('1', 'Kimi Chat')], 'similar_name'],
    ['the name differs in punctuation', [part('1', 'Kimi.')], 'similar_name'],
    ['no name is like it', [part('1', 'Website')], 'missing_component'],
    ['the page lists nothing', [], 'empty_list'],
    ['the name is that of a component recorded as another part', [part('x0zsqgy57b75', 'Kimi')], 'missing_component'],
  ])('is unknown when %s', (_, components, reason) => {
    const unclearParts = reason.endsWith('_name') ? ['Kimi'] : [];
    expect(verdictOn(components)).toMatchObject({ kind: 'unknown', reason, isMatchedByName: false, unclearParts });
  });

  it('is unknown when the page lists only incidents', () => {
    expect(verdictOn([part('1', 'Kimi')], [], { lists: 'incidents' }).kind).toBe('unknown');
  });

  it.each([
    [{}, 'no_identity'],
    [{ pageHost: null }, 'no_identity'],
    [{ pageHost: 'status.somebody.example' }, 'no_identity'],
    [{ pageHost: 'www.notion-status.com' }, null],
  ])('is found on a page without a recorded id only by the address that it states: %j', (over, reason) => {
    const report = aReport({ platform: 'incidentio', components: [part('1', 'Notion Agent')], ...over });
    const memory = aMemory({ address: notion.address, report });
    const verdict = judge({ assistant: BUILT_IN.get('notion_ai'), memory, now: NOON, intervalMs: 5 * MINUTE });
    expect(verdict).toMatchObject({ kind: reason === null ? 'up' : 'unknown', reason });
  });
});

describe('the id of a component that was found by name', () => {
  const remembered = [{ id: '1', name: 'Kimi' }];
  const remember = (components: Report['components'], before: AssistantPart[] = []) =>
    updateFoundParts(kimi, aReport({ components }), before);

  it('is remembered if one component has the name', () => {
    expect(remember([part('1', 'Kimi'), part('2', 'Kimi Chat')])).toEqual(remembered);
  });

  it('is not remembered if two components have the name', () => {
    expect(remember([part('1', 'Kimi'), part('2', 'Kimi')])).toEqual([]);
  });

  it.each<[string, Report['components']]>([
    ['it was renamed', [part('1', 'Kimi for everyone', 'degraded'), part('2', 'Website')]],
    ['it was renamed and another one took its name', [part('1', 'Chat', 'degraded'), part('2', 'Kimi')]],
    ['another one has the same name', [part('1', 'Kimi', 'degraded'), part('2', 'Kimi')]],
  ])('decides when %s', (_, components) => {
    expect(verdictOn(components, remembered)).toMatchObject({ level: 'degraded', isMatchedByName: true });
    expect(remember(components, remembered)).toEqual(remembered);
  });

  it('gives way to the exact name when it vanished', () => {
    const components = [part('9', 'Kimi', 'degraded')];
    expect(verdictOn(components, remembered)).toMatchObject({ level: 'degraded' });
    expect(remember(components, remembered)).toEqual([{ id: '9', name: 'Kimi' }]);
  });

  it('is kept, and the verdict is unknown, when it vanished and no component has the name', () => {
    expect(verdictOn([part('2', 'Website')], remembered)).toMatchObject({
      kind: 'unknown',
      reason: 'missing_component',
    });
    expect(remember([part('2', 'Website')], remembered)).toEqual(remembered);
  });

  it('counts as the id of the core for history and maintenance', () => {
    const report = aReport({ components: [part('1', 'Renamed')] });
    expect(withFoundCore(kimi, { report, foundParts: remembered }).core).toEqual(remembered);
    expect(withFoundCore(kimi, { report: null, foundParts: remembered }).core).toEqual([]);
  });
});

describe('recorded ids that vanished', () => {
  const claude = firstPageOf('claude');
  const [first] = claude.core;
  const firstName = first?.name ?? '';
  const judged = (components: Report['components'], foundParts: AssistantPart[]) =>
    judge({
      assistant: BUILT_IN.get('claude'),
      memory: aMemory({ report: aReport({ components }), foundParts }),
      now: NOON,
      intervalMs: 5 * MINUTE,
    });

  it('are replaced by components with the recorded names, which are followed when they are renamed', () => {
    const found = updateFoundParts(claude, aReport({ components: [part('new', firstName)] }), []);
    expect(found).toEqual([{ id: 'new', name: firstName }]);
    expect(judged([part('new', 'Renamed', 'degraded')], found)).toMatchObject({
      level: 'degraded',
      isMatchedByName: true,
    });
  });

  it('count again when they return', () => {
    const found = [{ id: 'new', name: firstName }];
    const components = [part(first?.id ?? '', firstName, 'degraded'), part('new', firstName)];
    expect(judged(components, found)).toMatchObject({ level: 'degraded', isMatchedByName: false });
    expect(updateFoundParts(claude, aReport({ components }), found)).toEqual(found);
  });

  it('are not replaced while another core component is listed by its id', () => {
    const groq = firstPageOf('groq');
    const [api, website] = groq.core;
    const components = [part(website?.id ?? '', 'Website'), part('new', api?.name ?? '', 'major_outage')];
    const memory = aMemory({ report: aReport({ components }) });
    const verdict = judge({ assistant: BUILT_IN.get('groq'), memory, now: NOON, intervalMs: 5 * MINUTE });
    expect(verdict).toMatchObject({ kind: 'up', missingParts: [api?.name], isMatchedByName: false });
    expect(updateFoundParts(groq, aReport({ components }), [])).toEqual([]);
  });

  it('of v0 are never replaced by the Dashboard of Vercel, which is on the same page', () => {
    const components = [part('fk66q26xp7hh', 'Dashboard')];
    const memory = aMemory({ report: aReport({ components }) });
    const verdict = judge({ assistant: BUILT_IN.get('v0'), memory, now: NOON, intervalMs: 5 * MINUTE });
    expect(verdict).toMatchObject({ kind: 'unknown' });
  });
});

const NAMES = ['Kimi', 'kimi', 'Kimi Chat', 'Website', 'Notion Agent', 'Notion Agents', 'manus.im', 'api.manus.im'];
const listing = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom('1', '2', '3', '4'),
    name: fc.constantFrom(...NAMES),
    level: fc.constantFrom(...LEVELS),
  }),
  { selector: ({ id }) => id, maxLength: 4 },
);
const BY_NAME = ASSISTANT_IDS.filter((id) => (BUILT_IN.get(id).statusPages[0]?.coreNames.length ?? 0) > 0);

describe.each(BY_NAME)('%s, for any list of components', (id) => {
  const page = firstPageOf(id);
  const [name = ''] = page.coreNames;
  const reportOf = (parts: readonly { id: string; name: string; level: Level }[], pageHost: string | null) =>
    aReport({ components: parts.map((one) => part(one.id, one.name, one.level)), pageHost });

  it('is operational only if exactly one component has the name, is operational, and the page is identified', () => {
    const hosts = fc.constantFrom(null, page.hosts[0] ?? null, 'status.somebody.example');
    fc.assert(
      fc.property(listing, hosts, (parts, pageHost) => {
        const memory = aMemory({ address: page.address, report: reportOf(parts, pageHost) });
        const verdict = judge({ assistant: BUILT_IN.get(id), memory, now: NOON, intervalMs: 5 * MINUTE });
        const exact = parts.filter((one) => one.name === name);
        const isIdentified = page.pageId !== null || pageHost === page.hosts[0];
        const isUp = exact.length === 1 && exact[0]?.level === 'operational' && isIdentified;
        expect(verdict.kind === 'up').toBe(isUp);
        expect(verdict.level === 'unknown').toBe(verdict.reason !== null);
      }),
    );
  });

  it('has the same verdict whether the id was remembered in this reading or not', () => {
    fc.assert(
      fc.property(listing, (parts) => {
        const report = reportOf(parts, page.hosts[0] ?? null);
        const foundParts = updateFoundParts(page, report, []);
        const judged = (found: AssistantPart[]) => {
          const memory = aMemory({ address: page.address, report, foundParts: found });
          return judge({ assistant: BUILT_IN.get(id), memory, now: NOON, intervalMs: 5 * MINUTE });
        };
        expect(judged(foundParts)).toEqual(judged([]));
        expect(updateFoundParts(page, report, foundParts)).toEqual(foundParts);
      }),
    );
  });
});
