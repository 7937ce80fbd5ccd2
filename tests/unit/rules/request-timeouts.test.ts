import { describe, expect, it } from 'vitest';
import { HOUR, NOON, SECOND } from '@/tests/fakes/samples';
import { type EvidenceMemory, NO_EVIDENCE, type SeenRequest } from '@/utils/model/evidence';
import { expirePendingRequests, type Look, reduceRequestEvent } from '@/utils/rules/evidence/requests';

const SOURCE = { assistantId: 'claude', what: 'send', pattern: '^/send$' } as const;
type Stage = { stage: 'sent' } | { stage: 'answered'; status: number } | Ended;
type Ended = { stage: 'ended'; status: number | null; error: string | null };

const ended = (status: number | null, error: string | null = null): Ended => ({ stage: 'ended', status, error });
const ABORTED = ended(null, 'net::ERR_ABORTED');

/** Evidence after a request event, this many seconds after noon. */
function take(memory: EvidenceMemory, seconds: number, stage: Stage, id = '1'): EvidenceMemory {
  const request: SeenRequest = { id, url: '', method: 'POST', isMainFrame: false, ...stage };
  return reduceRequestEvent(memory, SOURCE, request, NOON + seconds * SECOND);
}

/** Evidence after a timeout check, which runs on time by default. */
function look(memory: EvidenceMemory, seconds: number, over: Partial<Look> = {}): EvidenceMemory {
  const now = NOON + seconds * SECOND;
  return expirePendingRequests(memory, { now, dueAt: now, isOnline: true, ...over });
}

const sent = take(NO_EVIDENCE, 0, { stage: 'sent' });
const outcomes = ({ events }: EvidenceMemory) => (events.claude ?? []).map(({ outcome, how }) => how ?? outcome);
const waiting = ({ inFlight }: EvidenceMemory) => inFlight.length;

describe('expirePendingRequests', () => {
  it('counts a message without an answer as failed after 20 s, once', () => {
    expect(look(sent, 19.9)).toBe(sent);
    const silent = look(sent, 20);
    expect(outcomes(silent)).toEqual(['silent']);
    expect(look(silent, 40)).toBe(silent);
  });

  it('accepts an answer as soon as it begins, however long it streams', () => {
    const streaming = take(sent, 5, { stage: 'answered', status: 200 });
    expect(outcomes(look(streaming, 300))).toEqual([]);
    expect(outcomes(take(streaming, 300, ended(200)))).toEqual(['ok']);
  });

  it('ignores a request that the user stopped', () => {
    const stopped = take(sent, 10, ABORTED);
    expect(stopped).toMatchObject({ events: {}, inFlight: [] });
    expect(outcomes(look(stopped, 20))).toEqual([]);
  });

  it('measures from the first event when the request is reported twice', () => {
    const again = take(sent, 15, { stage: 'sent' });
    expect(waiting(again)).toBe(1);
    expect(outcomes(look(again, 20))).toEqual(['silent']);
  });

  it('restarts the timeout after a redirect to a watched address and drops it otherwise', () => {
    const sentOn = take(sent, 15, { stage: 'answered', status: 302 });
    expect(waiting(sentOn)).toBe(0);
    const there = take(sentOn, 15, { stage: 'sent' });
    expect(outcomes(look(there, 20))).toEqual([]);
    expect(outcomes(look(there, 35))).toEqual(['silent']);
  });
});

describe('reduceRequestEvent after a timeout', () => {
  const silent = look(sent, 20);

  it.each<[string, Stage[], string[]]>([
    ['counts nothing after a late answer', [{ stage: 'answered', status: 200 }], []],
    ['counts ok after a late answer that ends', [{ stage: 'answered', status: 200 }, ended(200)], ['ok']],
    ['counts answered after a late error', [{ stage: 'answered', status: 529 }, ended(529)], ['answered']],
    ['counts silent after a late error that is still loading', [{ stage: 'answered', status: 529 }], ['silent']],
    ['counts limited after a late limit', [{ stage: 'answered', status: 429 }, ended(429)], ['limited']],
    ['counts refused after a late refusal', [{ stage: 'answered', status: 403 }, ended(403)], ['refused']],
    ['counts cut after a broken connection', [ended(null, 'net::ERR_CONNECTION_RESET')], ['cut']],
    ['counts silent after a stop by the user', [ABORTED], ['silent']],
    ['counts nothing after a failure of the user’s connection', [ended(null, 'net::ERR_NETWORK_CHANGED')], []],
  ])('%s', (_, stages, expected) => {
    const after = stages.reduce((memory, stage, index) => take(memory, 30 + index, stage), silent);
    expect(outcomes(after)).toEqual(expected);
  });

  it('replaces only the timeout of the same request', () => {
    const both = look(take(silent, 20, { stage: 'sent' }, '2'), 40);
    expect(outcomes(take(both, 41, ended(200), '2'))).toEqual(['silent', 'ok']);
  });

  it('replaces only the timeout of the same request where one check counted two', () => {
    const both = look(take(sent, 1, { stage: 'sent' }, '2'), 30);
    const after = take(both, 31, { stage: 'answered', status: 200 }, '2');
    expect(after.events.claude).toMatchObject([{ how: 'silent', startedAt: NOON }]);
  });
});

describe('expirePendingRequests drops requests without counting a timeout', () => {
  it.each<[string, number, Partial<Look>]>([
    ['while the browser is offline', 20, { isOnline: false }],
    ['after a sleep', 35, { dueAt: NOON + 20 * SECOND }],
    ['after a night', 8 * 3_600, { dueAt: NOON + 20 * SECOND }],
    ['when the last check was long ago', 90, {}],
    ['when the clock was set back', -HOUR / SECOND, {}],
  ])('%s', (_, seconds, over) => {
    const after = look(sent, seconds, over);
    expect(outcomes(after)).toEqual([]);
    expect(waiting(after)).toBe(0);
  });

  it('but counts requests that were sent after waking up', () => {
    const awake = take(sent, 3_600, { stage: 'sent' }, '2');
    const looked = look(awake, 3_601, { dueAt: NOON + 20 * SECOND });
    expect(waiting(looked)).toBe(1);
    expect(outcomes(look(looked, 3_620))).toEqual(['silent']);
  });
});

it('reduceRequestEvent keeps at most 20 pending requests and drops those that never end', () => {
  const many = Array.from({ length: 50 }, (_, index) => String(index)).reduce(
    (memory, id) => take(memory, 0, { stage: 'sent' }, id),
    NO_EVIDENCE,
  );
  expect(waiting(many)).toBe(20);
  expect(waiting(take(many, 601, { stage: 'sent' }, 'new'))).toBe(1);
});
