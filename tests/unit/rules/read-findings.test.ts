import { describe, expect, it } from 'vitest';
import { aComponent, aMemory, aReport, aVerdict, firstPageOf, MINUTE, NOON, SECOND } from '@/tests/fakes/samples';
import type { ConnectionFinding, ProviderFinding, SendsFinding } from '@/utils/model/diagnosis';
import { type EvidenceEvent, NO_EVIDENCE } from '@/utils/model/evidence';
import type { PageMemory } from '@/utils/model/status-page';
import { connectionSpeed, readAllSends, readProvider, readSends } from '@/utils/rules/evidence/findings';

const STATUSES = { ok: 200, failed: 529, limited: 429, refused: 401, cut: null } as const;

/** Events a second apart, the last one at noon. */
function met(...outcomes: (keyof typeof STATUSES)[]): EvidenceEvent[] {
  return outcomes.map((outcome, index) => ({
    at: NOON - (outcomes.length - 1 - index) * SECOND,
    what: 'send',
    outcome: outcome === 'cut' ? 'failed' : outcome,
    status: STATUSES[outcome],
    how: outcome === 'cut' ? 'cut' : outcome === 'failed' ? 'answered' : null,
  }));
}

describe('readSends', () => {
  it.each<[SendsFinding['kind'], string, EvidenceEvent[]]>([
    ['none', 'no messages', []],
    ['well', 'an answer', met('ok')],
    ['well', 'a failure before two answers', met('failed', 'ok', 'ok')],
    ['once', 'one failure', met('ok', 'failed')],
    ['failed', 'two failures', met('failed', 'failed')],
    ['failed', 'two failures before an answer', met('failed', 'failed', 'ok')],
    ['failed', 'two failures after a cut answer', met('cut', 'failed', 'failed')],
    ['cut', 'three cut answers', met('cut', 'cut', 'cut')],
    ['cut', 'three cut answers after a limit', met('limited', 'cut', 'cut', 'cut')],
    ['cut', 'three cut answers after a refusal', met('refused', 'cut', 'cut', 'cut')],
    ['limited', 'a limit', met('ok', 'ok', 'limited')],
    // "Other evidence already speaks of trouble."
    ['limited_doubtful', 'a limit after two failures', met('failed', 'failed', 'limited')],
    ['refused', 'a refusal', met('ok', 'refused')],
    [
      'none',
      'two failures eleven minutes ago',
      met('failed', 'failed').map((event) => ({ ...event, at: event.at - 11 * MINUTE })),
    ],
  ])('finds "%s" in %s', (kind, _, events) => {
    expect(readSends(events, NOON).kind).toBe(kind);
  });

  it('includes the counts of failed messages', () => {
    expect(readSends(met('ok', 'failed', 'failed'), NOON).suspicion).toMatchObject({ failed: 2, of: 3 });
  });

  it('reports sign-ins that fail after a refusal', () => {
    const [refused, ...others] = met('refused', 'failed', 'failed');
    const events = others.map((event): EvidenceEvent => ({ ...event, what: 'sign_in' }));
    const all = refused === undefined ? events : [refused, ...events];
    expect(readSends(all, NOON)).toMatchObject({ kind: 'failed', suspicion: { what: 'sign_in' } });
    const again = met('refused');
    expect(readSends([...all, ...again], NOON)).toEqual({ kind: 'refused', suspicion: null });
  });

  it('reports a page that fails to load', () => {
    const loads = met('failed', 'failed').map((event): EvidenceEvent => ({ ...event, what: 'page' }));
    expect(readSends(loads, NOON)).toMatchObject({ kind: 'failed', suspicion: { what: 'page' } });
  });
});

describe('readSends for slow answers', () => {
  const slow = (...usual: (number | undefined)[]) =>
    met(...usual.map(() => 'ok' as const)).map((event, index) => ({
      ...event,
      firstByteMs: 40_000,
      usualMs: usual[index],
    }));

  it('finds two in a row, in whichever conversation', () => {
    expect(readSends(slow(3_000, 3_000), NOON)).toEqual({
      kind: 'slow_maybe',
      suspicion: null,
      ms: 40_000,
      usualMs: 3_000,
    });
  });

  it('finds no slowness in one, or after one as usual', () => {
    expect(readSends(slow(undefined, 3_000), NOON).kind).toBe('well');
    expect(readSends(slow(3_000, undefined), NOON).kind).toBe('well');
  });
});

it('readSends doubts a limit when only the page answers 429', () => {
  const [page] = met('failed');
  const events: EvidenceEvent[] = page === undefined ? [] : [{ ...page, what: 'page', status: 429 }];
  expect(readSends([...met('ok'), ...events], NOON).kind).toBe('limited_doubtful');
});

describe('readAllSends', () => {
  const memoryOf = (own: EvidenceEvent[], other: EvidenceEvent[]) => ({
    ...NO_EVIDENCE,
    events: { claude: own, chatgpt: other },
  });

  it.each<[SendsFinding['kind'], EvidenceEvent[]]>([
    ['limited', met('ok')],
    ['limited_doubtful', met('limited')],
    ['limited_doubtful', met('failed', 'failed')],
  ])('finds %s depending on the site of another assistant', (kind, other) => {
    expect(readAllSends(memoryOf(met('limited'), other), 'claude', NOON).kind).toBe(kind);
  });
});

describe('connectionSpeed', () => {
  const read = (answeredMs: number | null, over: Partial<PageMemory> = {}) =>
    aMemory({ readAt: NOON - SECOND, answeredMs, ...over });

  it.each<[string, (PageMemory | undefined)[], ConnectionFinding | undefined]>([
    ['a quick page', [read(300)], { kind: 'well', ms: 300 }],
    ['a quick page among slow ones', [read(9_000), read(300)], { kind: 'well', ms: 300 }],
    ['two slow pages', [read(9_600), read(9_000)], { kind: 'slow', ms: 9_000 }],
    ['one slow page, which may itself be slow', [read(9_000), undefined], undefined],
    ['neither', [read(2_000), read(2_000)], undefined],
    ['pages that were not measured', [read(null), read(null)], undefined],
    ['pages that were read long ago', [read(300, { readAt: NOON - 3 * MINUTE })], undefined],
    ['pages that cannot be read now', [read(300, { failure: { kind: 'timeout' } })], undefined],
    ['no pages', [], undefined],
  ])('judges %s', (_, pages, expected) => {
    expect(connectionSpeed(pages, NOON)).toEqual(expected);
  });
});

describe('readProvider', () => {
  const claude = firstPageOf('claude');
  const [feature] = claude.features;
  const withPart = aReport({
    components: [aComponent(), aComponent('partial_outage', { id: feature?.id ?? '', name: 'Claude Cowork' })],
  });

  it.each<[string, ProviderFinding, ReturnType<typeof aVerdict> | undefined, ReturnType<typeof aReport> | null]>([
    ['finds unknown when nothing was read', { kind: 'unknown', level: 'unknown', names: [] }, undefined, null],
    [
      'finds unknown when the verdict is unknown',
      { kind: 'unknown', level: 'unknown', names: [] },
      aVerdict('unknown'),
      withPart,
    ],
    ['finds well when all is well', { kind: 'well', level: 'operational', names: [] }, aVerdict(), aReport()],
    [
      'finds trouble when the chat has an issue',
      { kind: 'trouble', level: 'degraded', names: [] },
      aVerdict('degraded'),
      withPart,
    ],
    [
      'finds models when the incident names models',
      { kind: 'models', level: 'partial_outage', names: ['Opus 5.5'] },
      aVerdict('partial_outage', { models: ['Opus 5.5'] }),
      withPart,
    ],
    [
      'finds trouble when everything is down, although models are named',
      { kind: 'trouble', level: 'major_outage', names: [] },
      aVerdict('major_outage', { models: ['Opus 5.5'] }),
      null,
    ],
    [
      'finds maintenance when maintenance is under way',
      { kind: 'maintenance', level: 'maintenance', names: [] },
      aVerdict('maintenance'),
      withPart,
    ],
    [
      'finds parts when another component has an issue',
      { kind: 'parts', level: 'operational', names: ['Claude Cowork'] },
      aVerdict(),
      withPart,
    ],
  ])('%s', (_, finding, verdict, report) => {
    expect(readProvider(claude, verdict, report)).toEqual(finding);
  });
});
