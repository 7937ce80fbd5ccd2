import { describe, expect, it } from 'vitest';
import { anEpisode, aVerdict, MINUTE, NOON } from '@/tests/fakes/samples';
import type { EvidenceEvent } from '@/utils/model/evidence';
import type { Level } from '@/utils/model/level';
import type { Recovery } from '@/utils/model/status';
import type { Verdict } from '@/utils/model/verdict';
import { resolveRecoveryAlert } from '@/utils/rules/notifying/recovery';

/** Asked twenty minutes before noon. */
const AWAITED = { since: NOON - 20 * MINUTE, bringsForward: false };

const recovery = (minutesAgo: number): Recovery => ({
  episode: anEpisode({ startedAt: NOON - 50 * MINUTE, lastReadAt: NOON - minutesAgo * MINUTE }),
  endedAt: NOON - minutesAgo * MINUTE,
  isEndKnown: true,
});

const met = (outcome: EvidenceEvent['outcome'], minutesAgo: number): EvidenceEvent => ({
  at: NOON - minutesAgo * MINUTE,
  what: 'send',
  outcome,
  status: outcome === 'ok' ? 200 : 529,
  how: outcome === 'failed' ? 'answered' : null,
});

const opened = (minutesAgo: number): EvidenceEvent => ({ ...met('ok', minutesAgo), what: 'page' });

interface Case {
  level?: Level;
  over?: Partial<Verdict>;
  recovery?: Recovery;
  evidence?: EvidenceEvent[];
  now?: number;
}

function answer({ level = 'operational', over = {}, recovery = undefined, evidence = [], now = NOON }: Case) {
  const verdict = aVerdict(level, { checkedAt: now, ...over });
  return resolveRecoveryAlert(AWAITED, null, { verdict, recovery: recovery ?? null, evidence, now });
}

describe('whoever waits is told', () => {
  it.each<[string, Case, string | null]>([
    ['nothing while it is in trouble', { level: 'degraded' }, null],
    ['nothing while its page cannot be read', { level: 'unknown' }, null],
    ['nothing while it is under maintenance', { level: 'maintenance' }, null],
    ['nothing while their own messages fail', { over: { kind: 'suspected' }, recovery: recovery(1) }, null],
    ['nothing by a reading that is old', { over: { isStale: true }, recovery: recovery(1) }, null],
    ['nothing by a reading of before they asked', { over: { checkedAt: NOON - 30 * MINUTE } }, null],
    ['when the page tells the end', { recovery: recovery(1) }, 'recovered'],
    ['that end, though something failed earlier', { recovery: recovery(1), evidence: [met('failed', 2)] }, 'recovered'],
    ['not that end, a moment after a failure', { recovery: recovery(1), evidence: [met('failed', 1.5)] }, null],
    ['not that end, while something failed since', { recovery: recovery(6), evidence: [met('failed', 4)] }, null],
    [
      'what went through, where something failed since that end',
      { recovery: recovery(6), evidence: [met('failed', 4), met('ok', 1)] },
      'answering',
    ],
    ['nothing by an end of before they asked', { recovery: recovery(25), now: NOON - 10 * MINUTE }, null],
    ['when messages go through again', { evidence: [met('failed', 19), met('ok', 1)] }, 'answering'],
    ['nothing when the chat opens and no more', { evidence: [met('failed', 8), opened(1)] }, null],
    ['when one goes through beside a limit', { evidence: [met('ok', 2), met('limited', 1)] }, 'answering'],
    ['nothing when only a limit was met', { evidence: [met('limited', 1)], now: NOON - 10 * MINUTE }, null],
    ['a careful word when nothing was tried for long', {}, 'quiet'],
    ['nothing yet when something failed lately', { evidence: [met('failed', 8)] }, null],
  ])('%s', (_, given, kind) => {
    const { back, awaited } = answer(given);
    expect(back?.kind ?? null).toBe(kind);
    expect(awaited).toEqual(kind === null ? AWAITED : null);
  });

  it('how long it lasted, where the page told', () => {
    expect(answer({ recovery: recovery(1) }).back).toMatchObject({ lastedMs: 49 * MINUTE, episodeId: 'claude-1' });
    const late = answer({ recovery: recovery(6), evidence: [met('failed', 4), met('ok', 1)] });
    expect(late.back).toMatchObject({ lastedMs: 44 * MINUTE, episodeId: 'claude-1' });
    expect(answer({ evidence: [met('ok', 1)] }).back).toMatchObject({ lastedMs: null, episodeId: null });
  });
});

it('nobody waits for more than three days, nor longer by a clock that was set back', () => {
  for (const now of [NOON + 4 * 24 * 60 * MINUTE, NOON - 4 * 24 * 60 * MINUTE]) {
    expect(answer({ level: 'degraded', now })).toMatchObject({ awaited: null, back: null });
  }
});

it('without a wish everything is told in the ordinary way', () => {
  const change = { kind: 'recovered' } as never;
  const input = { verdict: aVerdict(), recovery: recovery(1), evidence: [], now: NOON };
  expect(resolveRecoveryAlert(undefined, change, input)).toEqual({ awaited: null, back: null, change, decisions: [] });
});

it('with one, the ordinary word of the end is held back', () => {
  const change = { kind: 'recovered' } as never;
  const verdict = aVerdict('operational', { kind: 'suspected' });
  const step = resolveRecoveryAlert(AWAITED, change, { verdict, recovery: recovery(0), evidence: [], now: NOON });
  expect(step).toMatchObject({ change: null, back: null, decisions: [{ isTold: false, reason: 'still_failing' }] });
});
