import { describe, expect, it } from 'vitest';
import { anEpisode, aVerdict, MINUTE, NOON } from '@/tests/fakes/samples';
import type { EvidenceEvent } from '@/utils/model/evidence';
import type { Level } from '@/utils/model/level';
import type { Recovery } from '@/utils/model/status';
import type { Verdict } from '@/utils/model/verdict';
import { resolveRecoveryAlert } from '@/utils/rules/notifying/awaited';

/** The recovery alert was requested twenty minutes before noon. */
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

describe('resolveRecoveryAlert', () => {
  it.each<[string, Case, string | null]>([
    ['does not alert during an issue', { level: 'degraded' }, null],
    ['does not alert while the status page cannot be read', { level: 'unknown' }, null],
    ['does not alert during maintenance', { level: 'maintenance' }, null],
    ['does not alert while the user’s messages fail', { over: { kind: 'suspected' }, recovery: recovery(1) }, null],
    ['does not alert because of a stale reading', { over: { isStale: true }, recovery: recovery(1) }, null],
    ['does not alert because of a reading from before the request', { over: { checkedAt: NOON - 30 * MINUTE } }, null],
    ['alerts when the status page reports the recovery', { recovery: recovery(1) }, 'recovered'],
    [
      'alerts about the recovery if a failure was earlier',
      { recovery: recovery(1), evidence: [met('failed', 2)] },
      'recovered',
    ],
    [
      'does not alert about a recovery right after a failure',
      { recovery: recovery(1), evidence: [met('failed', 1.5)] },
      null,
    ],
    [
      'does not alert about a recovery if a message failed since',
      { recovery: recovery(6), evidence: [met('failed', 4)] },
      null,
    ],
    [
      'alerts about a successful message after a failure since the recovery',
      { recovery: recovery(6), evidence: [met('failed', 4), met('ok', 1)] },
      'answering',
    ],
    [
      'does not alert about a recovery from before the request',
      { recovery: recovery(25), now: NOON - 10 * MINUTE },
      null,
    ],
    ['alerts when messages succeed again', { evidence: [met('failed', 19), met('ok', 1)] }, 'answering'],
    ['does not alert when only the chat page loads', { evidence: [met('failed', 8), opened(1)] }, null],
    [
      'alerts when a message succeeds beside a usage limit',
      { evidence: [met('ok', 2), met('limited', 1)] },
      'answering',
    ],
    [
      'does not alert when only a usage limit occurred',
      { evidence: [met('limited', 1)], now: NOON - 10 * MINUTE },
      null,
    ],
    ['alerts with kind quiet when no message was sent for a long time', {}, 'quiet'],
    ['does not alert shortly after a failed message', { evidence: [met('failed', 8)] }, null],
  ])('%s', (_, given, kind) => {
    const { back, awaited } = answer(given);
    expect(back?.kind ?? null).toBe(kind);
    expect(awaited).toEqual(kind === null ? AWAITED : null);
  });

  it('returns the duration and the episode when the page reported the recovery', () => {
    expect(answer({ recovery: recovery(1) }).back).toMatchObject({ lastedMs: 49 * MINUTE, episodeId: 'claude-1' });
    const late = answer({ recovery: recovery(6), evidence: [met('failed', 4), met('ok', 1)] });
    expect(late.back).toMatchObject({ lastedMs: 44 * MINUTE, episodeId: 'claude-1' });
    expect(answer({ evidence: [met('ok', 1)] }).back).toMatchObject({ lastedMs: null, episodeId: null });
  });
});

it('resolveRecoveryAlert drops requests that are three days old or lie in the future', () => {
  for (const now of [NOON + 4 * 24 * 60 * MINUTE, NOON - 4 * 24 * 60 * MINUTE]) {
    expect(answer({ level: 'degraded', now })).toMatchObject({ awaited: null, back: null });
  }
});

it('resolveRecoveryAlert returns the change unchanged without a request', () => {
  const change = { kind: 'recovered' } as never;
  const input = { verdict: aVerdict(), recovery: recovery(1), evidence: [], now: NOON };
  expect(resolveRecoveryAlert(undefined, change, input)).toEqual({ awaited: null, back: null, change, decisions: [] });
});

it('resolveRecoveryAlert suppresses the normal recovery notification while messages still fail', () => {
  const change = { kind: 'recovered' } as never;
  const verdict = aVerdict('operational', { kind: 'suspected' });
  const step = resolveRecoveryAlert(AWAITED, change, { verdict, recovery: recovery(0), evidence: [], now: NOON });
  expect(step).toMatchObject({ change: null, back: null, decisions: [{ isTold: false, reason: 'still_failing' }] });
});
