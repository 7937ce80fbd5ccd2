import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { english, englishAt } from '@/tests/fakes/english';
import { aComponent, aMemory, anIncident, aReport, firstPageOf, HOUR, MINUTE, NOON } from '@/tests/fakes/samples';
import { BUILT_IN } from '@/utils/assistants/lookups';
import { STATUS_SHAPE } from '@/utils/browser/status-schema';
import { deserialize, serialize } from '@/utils/browser/stored-value';
import {
  basisWords,
  evidenceDetail,
  suspicionCount,
  suspicionDetail,
  suspicionSentence,
} from '@/utils/i18n/verdict-words';
import type { EvidenceEvent } from '@/utils/model/evidence';
import { LEVELS, type Level } from '@/utils/model/level';
import { DEFAULT_OPTIONS } from '@/utils/model/options';
import type { Report } from '@/utils/model/report';
import { EMPTY_STATUS, type Status } from '@/utils/model/status';
import { rankFallbacks } from '@/utils/rules/fallbacks/plan';
import { detectChanges } from '@/utils/rules/judging/detect-changes';
import { updateLocalSignal } from '@/utils/rules/judging/episodes';
import { judge } from '@/utils/rules/judging/judge';
import { badgeFor, bannerFor, withDismissal } from '@/utils/rules/notifying/surfaces';
import { MAX_TICKED, withTicked } from '@/utils/rules/settings/choices';
import { optionalParts } from '@/utils/ui/options/watched';
import { tickableParts } from '@/utils/ui/popup/row-detail';

/** An assistant whose page is read, but whose chat is not known. */
const page = { ...firstPageOf('claude'), core: [], coreNames: [], features: [] };
const assistant = { ...BUILT_IN.get('claude'), statusPages: [page] };
const part = (id: string, level: Level = 'operational', name = id) => aComponent(level, { id, name });

function verdictOn(over: Partial<Report>, parts: string[] = [], evidence: EvidenceEvent[] = [], now = NOON) {
  const memory = aMemory({ address: page.address, report: aReport(over) });
  return judge({ assistant, memory, parts, evidence, now, intervalMs: 5 * MINUTE });
}

const WELL = [part('Editor'), part('Hosting')];
const ILL = [part('Editor'), part('Hosting', 'major_outage')];
const failed: EvidenceEvent = { at: NOON - MINUTE, what: 'send', outcome: 'failed', status: 503, how: 'answered' };

describe('an assistant that is judged by its whole page', () => {
  it('is up if every component is operational and no incident is open', () => {
    expect(verdictOn({ components: WELL })).toMatchObject({ kind: 'up', level: 'operational', isByWholePage: true });
    const closed = anIncident({ phase: 'resolved', resolvedAt: NOON - HOUR });
    expect(verdictOn({ components: WELL, incidents: [closed] }).kind).toBe('up');
  });

  it.each<[string, Partial<Report>, string[]]>([
    ['a component is not operational', { components: ILL }, ['Hosting']],
    ['a component is under maintenance', { components: [part('Editor'), part('API', 'maintenance')] }, ['API']],
    ['an incident is open', { components: WELL, incidents: [anIncident({ impact: 'minor' })] }, []],
    ['an incident without impact is open', { components: WELL, incidents: [anIncident({ impact: 'none' })] }, []],
    ['another component is unknown', { components: [part('Editor', 'unknown'), part('API', 'degraded')] }, ['API']],
  ])('has a possible issue and no more if %s', (_, over, parts) => {
    const verdict = verdictOn(over);
    expect(verdict).toMatchObject({
      kind: 'suspected',
      level: 'unknown',
      reason: 'part_not_known',
      suspicion: { source: 'page', why: 'whole_page', parts },
      isByWholePage: true,
    });
    const calm = { episode: null, recovery: null, sensed: null, isSuppressed: false };
    expect(detectChanges(calm, verdict, [])).toMatchObject({ change: null, episode: null });
  });

  it.each<[string, Partial<Report>, string]>([
    ['the page lists nothing', { components: [] }, 'empty_list'],
    ['the page lists nothing but an open incident', { components: [], incidents: [anIncident()] }, 'empty_list'],
    ['a word is not understood', { components: [part('Editor'), part('API', 'unknown')] }, 'unknown_word'],
    ['the page lists incidents only', { components: WELL, lists: 'incidents' }, 'part_not_known'],
  ])('is unknown if %s', (_, over, reason) => {
    expect(verdictOn(over)).toMatchObject({ kind: 'unknown', level: 'unknown', reason });
  });

  it('is up exactly when all listed components are operational and no incident is open', () => {
    const components = fc.array(fc.constantFrom(...LEVELS), { maxLength: 4 });
    const phase = fc.constantFrom('investigating', 'identified', 'monitoring', 'resolved' as const);
    fc.assert(
      fc.property(components, fc.array(phase, { maxLength: 2 }), (levels, phases) => {
        const incidents = phases.map((one, index) =>
          anIncident({ id: `i${index}`, phase: one, resolvedAt: one === 'resolved' ? NOON - HOUR : null }),
        );
        const verdict = verdictOn({ components: levels.map((level, index) => part(`p${index}`, level)), incidents });
        const isWell = levels.length > 0 && levels.every((level) => level === 'operational');
        expect(verdict.kind === 'up').toBe(isWell && phases.every((one) => one === 'resolved'));
        expect(verdict.kind).not.toBe('trouble');
        expect(verdict.level === 'unknown').toBe(verdict.reason !== null);
      }),
    );
  });

  it('shows a possible issue by icon and banner, which is dismissed until another component fails', () => {
    const statusOn = (components: Report['components'], over: Partial<Status> = {}): Status => ({
      ...EMPTY_STATUS,
      ...over,
      verdicts: { claude: verdictOn({ components }) },
    });
    const status = statusOn(ILL);
    expect(badgeFor(status, ['claude'], NOON)).toMatchObject({ sign: 'suspected', troubleCount: 0 });
    expect(bannerFor('claude', status, NOON).show).toBe('suspicion');
    const { dismissals } = withDismissal(status, 'claude', NOON);
    expect(bannerFor('claude', statusOn(ILL, { dismissals }), NOON).show).toBe('nothing');
    const worse = [part('Editor', 'degraded'), part('Hosting', 'major_outage')];
    expect(bannerFor('claude', statusOn(worse, { dismissals }), NOON).show).toBe('suspicion');
  });

  it('is no fallback while an issue is possible', () => {
    const plan = { planB: ['claude' as const], ownChats: [], localModels: [] };
    const rank = (components: Report['components']) =>
      rankFallbacks({
        plan,
        except: 'chatgpt',
        status: { pages: {}, verdicts: { claude: verdictOn({ components }) } },
        assistants: [assistant],
        localAnswers: {},
        now: NOON,
      });
    expect(rank(WELL)).toEqual(['claude']);
    expect(rank(ILL)).toEqual([]);
  });

  it('has no banner for an incident without an update for days', () => {
    const old = anIncident({ startedAt: NOON - 100 * HOUR, updatedAt: NOON - 90 * HOUR });
    expect(verdictOn({ components: WELL, incidents: [old] }).silentSince).toBe(old.updatedAt);
    expect(verdictOn({ components: ILL, incidents: [old] }).silentSince).toBeNull();
  });

  it('has a possible issue by the failures of the user too', () => {
    const verdict = verdictOn({ components: WELL }, [], [failed, { ...failed, at: NOON }]);
    expect(verdict).toMatchObject({ kind: 'suspected', suspicion: { source: 'evidence' }, isByWholePage: true });
  });

  it.each<[string, EvidenceEvent['what'], Partial<Report>, string]>([
    ['messages fail beside a component', 'send', { components: ILL }, 'The status page lists an issue with Hosting.'],
    [
      'the chat does not open beside a component',
      'page',
      { components: ILL },
      'The status page lists an issue with Hosting.',
    ],
    [
      'messages fail beside an incident',
      'send',
      { components: WELL, incidents: [anIncident()] },
      english('suspicion_incident_reported'),
    ],
  ])('says what the page lists if %s, in the banner and in a notification', (_, what, over, said) => {
    const failures = [failed, { ...failed, at: NOON }].map((event) => ({ ...event, what }));
    const { verdict, change } = updateLocalSignal(null, verdictOn(over, [], failures), NOON);
    const { suspicion } = verdict;
    expect(suspicion?.source).toBe('evidence');
    expect(suspicion && suspicionDetail('Claude', suspicion, verdict.level, englishAt(NOON))).toBe(said);
    expect(evidenceDetail('Claude', verdict.level, change?.reported, englishAt(NOON))).toBe(said);
    const status = { ...EMPTY_STATUS, verdicts: { claude: verdict } };
    const stored = JSON.parse(JSON.stringify(serialize(STATUS_SHAPE, status)));
    expect(deserialize(STATUS_SHAPE, stored)).toEqual({ value: status, damaged: [] });
  });

  it('says what it was judged by, and names the components', () => {
    const verdict = verdictOn({ components: ILL });
    expect(basisWords(verdict, englishAt(NOON))).toBe('Judged by its whole page.');
    expect(verdict.suspicion && suspicionCount(verdict.suspicion, englishAt(NOON))).toContain('Hosting');
    const many = ['A', 'B', 'C', 'D'].map((id) => part(id, 'degraded'));
    const { suspicion } = verdictOn({ components: many });
    const said = suspicion && suspicionSentence('Claude', suspicion, englishAt(NOON));
    expect(said).toContain('A, B and 2 more');
    expect(said).not.toContain('D');
  });

  it('is stored with its possible issue', () => {
    const status = { ...EMPTY_STATUS, verdicts: { claude: verdictOn({ components: ILL }) } };
    const stored = JSON.parse(JSON.stringify(serialize(STATUS_SHAPE, status)));
    expect(deserialize(STATUS_SHAPE, stored)).toEqual({ value: status, damaged: [] });
    delete stored.value.verdicts.claude.isByWholePage;
    delete stored.value.verdicts.claude.suspicion.parts;
    const { value, damaged } = deserialize(STATUS_SHAPE, stored);
    expect([damaged, value.verdicts.claude?.isByWholePage]).toEqual([[], false]);
  });
});

describe('components that the user ticked', () => {
  it.each<[string, Report['components'], string[], object]>([
    ['are operational, whatever the others are', ILL, ['Editor'], { kind: 'up', level: 'operational' }],
    ['have an outage', ILL, ['Hosting'], { kind: 'trouble', level: 'major_outage' }],
    ['have an outage beside one that is operational', ILL, ['Editor', 'Hosting'], { kind: 'trouble', onlyParts: [] }],
    ['are no longer listed', WELL, ['gone'], { kind: 'unknown', reason: 'missing_component' }],
    ['are in part no longer listed', WELL, ['Editor', 'gone'], { kind: 'unknown', reason: 'missing_component' }],
    ['are in part no longer listed, in any order', WELL, ['gone', 'Editor'], { kind: 'unknown' }],
    ['have a word that is not understood', [part('Editor', 'unknown')], ['Editor'], { reason: 'unknown_word' }],
  ])('decide like a core if they %s', (_, components, ticked, expected) => {
    expect(verdictOn({ components }, ticked)).toMatchObject({ ...expected, isByWholePage: false });
  });

  it('begin an outage, and an incident that names another component is only listed', () => {
    const calm = { episode: null, recovery: null, sensed: null, isSuppressed: false };
    expect(detectChanges(calm, verdictOn({ components: ILL }, ['Hosting']), []).change).toMatchObject({
      kind: 'started',
    });
    const incidents = [anIncident({ componentIds: ['Hosting'] })];
    const verdict = verdictOn({ components: WELL, incidents }, ['Editor']);
    expect(verdict).toMatchObject({ kind: 'up', otherIncidents: [{ id: 'incident-1' }] });
  });

  it('are only such that the page lists, and not more than the limit', () => {
    const listed = Array.from({ length: MAX_TICKED + 1 }, (_, index) => `p${index}`);
    const tick = (options = DEFAULT_OPTIONS, id = 'p0', isTicked = true) =>
      withTicked(options, 'claude', id, isTicked, listed);
    expect(tick(undefined, 'elsewhere')).toBe(DEFAULT_OPTIONS);
    expect(tick().parts.claude).toEqual(['p0']);
    const full = listed.reduce((options, id) => tick(options, id), DEFAULT_OPTIONS);
    expect(full.parts.claude).toHaveLength(MAX_TICKED);
    const withGone = { ...DEFAULT_OPTIONS, parts: { claude: ['gone'] } };
    expect(tick(withGone, 'gone', false).parts.claude).toEqual([]);
  });

  /** Of a verdict that comes from the report. */
  const CURRENT = { reason: null };

  it.each(['too_old', 'unreachable'] as const)(
    'are of unknown level once the last report is not current: %s',
    (reason) => {
      const memory = aMemory({ report: aReport({ components: ILL }) });
      const offered = tickableParts(assistant, memory, { reason }, [], englishAt(NOON)) ?? [];
      expect(offered.map(({ level }) => level)).toEqual(['unknown', 'unknown']);
    },
  );

  it('are offered with those that are not operational first and those that are gone last', () => {
    const memory = aMemory({ report: aReport({ components: ILL }) });
    const offered = tickableParts(assistant, memory, CURRENT, ['Editor', 'gone'], englishAt(NOON)) ?? [];
    expect(offered.map(({ id, isTicked }) => [id, isTicked])).toEqual([
      ['Hosting', false],
      ['Editor', true],
      ['gone', true],
    ]);
    expect(optionalParts(assistant, memory, ['Editor', 'gone'], { t: english }).map(({ id }) => id)).toEqual([
      'Editor',
      'Hosting',
      'gone',
    ]);
    expect(tickableParts(BUILT_IN.get('claude'), memory, CURRENT, [], englishAt(NOON))).toBeNull();
    expect(tickableParts(assistant, aMemory({ report: null }), CURRENT, [], englishAt(NOON))).toBeNull();
  });
});
