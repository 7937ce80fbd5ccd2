import { describe, expect, it } from 'vitest';
import { aComponent, aReport, aVerdict, firstPageOf, MINUTE, NOON, SECOND } from '@/tests/fakes/samples';
import type { ProviderFinding, SendsFinding } from '@/utils/model/diagnosis';
import type { EvidenceEvent } from '@/utils/model/evidence';
import { readProvider, readSends } from '@/utils/rules/evidence/findings';

const STATUSES = { ok: 200, failed: 529, limited: 429, refused: 401, cut: null } as const;

/** A second apart, the last now. */
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
  ])('%s', (kind, events) => {
    expect(readSends(events, NOON).kind).toBe(kind);
  });

  it('carries the counts along', () => {
    expect(readSends(met('ok', 'failed', 'failed'), NOON).suspicion).toMatchObject({ failed: 2, of: 3 });
  });

  it('hears of a page that does not open', () => {
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
    ['nothing was read', { kind: 'unknown', level: 'unknown', names: [] }, undefined, null],
    ['it is unknown', { kind: 'unknown', level: 'unknown', names: [] }, aVerdict('unknown'), withPart],
    ['all is well', { kind: 'well', level: 'operational', names: [] }, aVerdict(), aReport()],
    ['the chat is in trouble', { kind: 'trouble', level: 'degraded', names: [] }, aVerdict('degraded'), withPart],
    [
      'models are named',
      { kind: 'models', level: 'partial_outage', names: ['Opus 5.5'] },
      aVerdict('partial_outage', { models: ['Opus 5.5'] }),
      withPart,
    ],
    [
      'all is down, whatever is named',
      { kind: 'trouble', level: 'major_outage', names: [] },
      aVerdict('major_outage', { models: ['Opus 5.5'] }),
      null,
    ],
    ['work is planned', { kind: 'maintenance', level: 'maintenance', names: [] }, aVerdict('maintenance'), withPart],
    [
      'another part is in trouble',
      { kind: 'parts', level: 'operational', names: ['Claude Cowork'] },
      aVerdict(),
      withPart,
    ],
  ])('%s', (_, finding, verdict, report) => {
    expect(readProvider(claude, verdict, report)).toEqual(finding);
  });
});
