import { describe, expect, it } from 'vitest';
import { aComponent, aReport, aVerdict, firstPageOf, MINUTE, NOON, SECOND } from '@/tests/fakes/samples';
import type { ProviderFinding, SendsFinding } from '@/utils/model/diagnosis';
import type { EvidenceEvent } from '@/utils/model/evidence';
import { readProvider, readSends } from '@/utils/rules/evidence/findings';

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
  it.each<[SendsFinding['kind'], EvidenceEvent[]]>([
    ['none', []],
    ['well', met('ok')],
    ['well', met('failed', 'ok', 'ok')],
    ['once', met('ok', 'failed')],
    ['failed', met('failed', 'failed')],
    ['failed', met('failed', 'failed', 'ok')],
    ['failed', met('cut', 'failed', 'failed')],
    ['cut', met('cut', 'cut', 'cut')],
    ['limited', met('failed', 'failed', 'limited')],
    ['refused', met('ok', 'refused')],
    ['none', met('failed', 'failed').map((event) => ({ ...event, at: event.at - 11 * MINUTE }))],
  ])('finds %s', (kind, events) => {
    expect(readSends(events, NOON).kind).toBe(kind);
  });

  it('includes the counts of failed messages', () => {
    expect(readSends(met('ok', 'failed', 'failed'), NOON).suspicion).toMatchObject({ failed: 2, of: 3 });
  });

  it('reports a page that fails to load', () => {
    const loads = met('failed', 'failed').map((event): EvidenceEvent => ({ ...event, what: 'page' }));
    expect(readSends(loads, NOON)).toMatchObject({ kind: 'failed', suspicion: { what: 'page' } });
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
