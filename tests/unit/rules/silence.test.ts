import { describe, expect, it } from 'vitest';
import { HOUR, NOON, SECOND } from '@/tests/fakes/samples';
import { type EvidenceMemory, NO_EVIDENCE, type SeenRequest } from '@/utils/model/evidence';
import { expirePendingRequests, type Look, reduceRequestEvent } from '@/utils/rules/evidence/requests';

const SOURCE = { assistantId: 'claude', what: 'send', pattern: '^/send$' } as const;
type Stage = { stage: 'sent' } | { stage: 'answered'; status: number } | Ended;
type Ended = { stage: 'ended'; status: number | null; error: string | null };

const ended = (status: number | null, error: string | null = null): Ended => ({ stage: 'ended', status, error });
const ABORTED = ended(null, 'net::ERR_ABORTED');

/** What is remembered after a stage, so many seconds after noon. */
function take(memory: EvidenceMemory, seconds: number, stage: Stage, id = '1'): EvidenceMemory {
  const request: SeenRequest = { id, url: '', method: 'POST', isMainFrame: false, ...stage };
  return reduceRequestEvent(memory, SOURCE, request, NOON + seconds * SECOND);
}

/** After a look, on time unless told. */
function look(memory: EvidenceMemory, seconds: number, over: Partial<Look> = {}): EvidenceMemory {
  const now = NOON + seconds * SECOND;
  return expirePendingRequests(memory, { now, dueAt: now, isOnline: true, ...over });
}

const sent = take(NO_EVIDENCE, 0, { stage: 'sent' });
const told = ({ events }: EvidenceMemory) => (events.claude ?? []).map(({ outcome, how }) => how ?? outcome);
const waiting = ({ inFlight }: EvidenceMemory) => inFlight.length;

describe('a message without an answer', () => {
  it('counts as failed after 20 s, once', () => {
    expect(look(sent, 19.9)).toBe(sent);
    const silent = look(sent, 20);
    expect(told(silent)).toEqual(['silent']);
    expect(look(silent, 40)).toBe(silent);
  });

  it('has an answer as soon as one begins, however long it goes on', () => {
    const streaming = take(sent, 5, { stage: 'answered', status: 200 });
    expect(told(look(streaming, 300))).toEqual([]);
    expect(told(take(streaming, 300, ended(200)))).toEqual(['ok']);
  });

  it('is nothing when the person stopped it before', () => {
    const stopped = take(sent, 10, ABORTED);
    expect(stopped).toMatchObject({ events: {}, inFlight: [] });
    expect(told(look(stopped, 20))).toEqual([]);
  });

  it('waits from its first sending when that is told twice', () => {
    const again = take(sent, 15, { stage: 'sent' });
    expect(waiting(again)).toBe(1);
    expect(told(look(again, 20))).toEqual(['silent']);
  });

  it('waits anew where it was sent on to, and for nothing where that is not looked at', () => {
    const sentOn = take(sent, 15, { stage: 'answered', status: 302 });
    expect(waiting(sentOn)).toBe(0);
    const there = take(sentOn, 15, { stage: 'sent' });
    expect(told(look(there, 20))).toEqual([]);
    expect(told(look(there, 35))).toEqual(['silent']);
  });
});

describe('what comes after the silence counts once', () => {
  const silent = look(sent, 20);

  it.each<[string, Stage[], string[]]>([
    ['a late answer', [{ stage: 'answered', status: 200 }], []],
    ['a late answer that ends', [{ stage: 'answered', status: 200 }, ended(200)], ['ok']],
    ['a late error', [{ stage: 'answered', status: 529 }, ended(529)], ['answered']],
    ['a late error that has only begun', [{ stage: 'answered', status: 529 }], ['silent']],
    ['a late limit', [{ stage: 'answered', status: 429 }, ended(429)], ['limited']],
    ['a late refusal', [{ stage: 'answered', status: 403 }, ended(403)], ['refused']],
    ['a broken connection', [ended(null, 'net::ERR_CONNECTION_RESET')], ['cut']],
    ['the person giving up', [ABORTED], ['silent']],
    ['the person’s own line', [ended(null, 'net::ERR_NETWORK_CHANGED')], []],
  ])('%s', (_, stages, expected) => {
    const after = stages.reduce((memory, stage, index) => take(memory, 30 + index, stage), silent);
    expect(told(after)).toEqual(expected);
  });

  it('takes back its own silence and no other', () => {
    const both = look(take(silent, 20, { stage: 'sent' }, '2'), 40);
    expect(told(take(both, 41, ended(200), '2'))).toEqual(['silent', 'ok']);
  });
});

describe('no silence is counted', () => {
  it.each<[string, number, Partial<Look>]>([
    ['while the browser is offline', 20, { isOnline: false }],
    ['after a sleep', 35, { dueAt: NOON + 20 * SECOND }],
    ['after a night', 8 * 3_600, { dueAt: NOON + 20 * SECOND }],
    ['when nobody looked for long', 90, {}],
    ['when the clock was set back', -HOUR / SECOND, {}],
  ])('%s, nor later', (_, seconds, over) => {
    const after = look(sent, seconds, over);
    expect(told(after)).toEqual([]);
    expect(waiting(after)).toBe(0);
  });

  it('but what was sent after the waking is', () => {
    const awake = take(sent, 3_600, { stage: 'sent' }, '2');
    const looked = look(awake, 3_601, { dueAt: NOON + 20 * SECOND });
    expect(waiting(looked)).toBe(1);
    expect(told(look(looked, 3_620))).toEqual(['silent']);
  });
});

it('what never ended is not kept for ever', () => {
  const many = Array.from({ length: 50 }, (_, index) => String(index)).reduce(
    (memory, id) => take(memory, 0, { stage: 'sent' }, id),
    NO_EVIDENCE,
  );
  expect(waiting(many)).toBe(20);
  expect(waiting(take(many, 601, { stage: 'sent' }, 'new'))).toBe(1);
});
