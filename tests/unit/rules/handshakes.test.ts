import { describe, expect, it } from 'vitest';
import { MINUTE, NOON, SECOND } from '@/tests/fakes/samples';
import { BUILT_IN } from '@/utils/assistants/lookups';
import { type EvidenceMemory, NO_EVIDENCE, type SeenRequest } from '@/utils/model/evidence';
import { classifyRequest, purposeOf } from '@/utils/rules/evidence/classify';
import { evaluateRequestFailures } from '@/utils/rules/evidence/evaluate-failures';
import { readSends } from '@/utils/rules/evidence/findings';
import { expirePendingRequests, reduceRequestEvent } from '@/utils/rules/evidence/requests';

const ID = 'microsoft_copilot';
const SOCKET = { url: 'wss://copilot.microsoft.com/c/api/chat', isHandshake: true, isMainFrame: false };
const PAGE = { url: 'https://copilot.microsoft.com/', isHandshake: undefined, isMainFrame: true };
const LONG = 30 * SECOND;

/** A tab of a site whose messages go over a WebSocket. */
class Tab {
  memory: EvidenceMemory = NO_EVIDENCE;
  now = NOON;
  #made = 0;

  #take(request: SeenRequest): void {
    const purpose = purposeOf(BUILT_IN.get(ID), request);
    if (purpose === null) throw new Error('It is not observed');
    this.memory = reduceRequestEvent(this.memory, { ...purpose, assistantId: ID }, request, this.now);
  }

  #meet(asked: typeof SOCKET | typeof PAGE, status: number | null, after: number): this {
    this.now += after;
    this.#made += 1;
    const request = { ...asked, id: String(this.#made), method: 'GET' };
    this.#take({ ...request, stage: 'sent' });
    if (status === 101) this.#take({ ...request, stage: 'answered', status });
    else this.#take({ ...request, stage: 'ended', status, error: status === null ? 'net::ERR_FAILED' : null });
    return this;
  }

  open = (after = LONG) => this.#meet(SOCKET, 101, after);
  fail = (after = LONG) => this.#meet(SOCKET, null, after);
  refuse = (after = LONG) => this.#meet(SOCKET, 503, after);
  load = (after = LONG) => this.#meet(PAGE, 200, after);

  /** A handshake without an answer, for 20 s. */
  wait(): this {
    this.now += LONG;
    this.#made += 1;
    this.#take({ ...SOCKET, id: String(this.#made), method: 'GET', stage: 'sent' });
    this.now += 20 * SECOND;
    this.memory = expirePendingRequests(this.memory, { now: this.now, dueAt: this.now, isOnline: true });
    return this;
  }

  get events() {
    return this.memory.events[ID] ?? [];
  }
  get suspicion() {
    return evaluateRequestFailures(this.events, this.now);
  }
  get finding() {
    return readSends(this.events, this.now).kind;
  }
}

describe('handshakes that fail without an answer', () => {
  it('are an issue where one opened shortly before and the page answers since', () => {
    const tab = new Tab().open().fail().load().fail();
    expect(tab.suspicion).toBeNull();
    tab.fail();
    expect(tab.suspicion).toBeNull();
    expect(tab.fail().suspicion).toMatchObject({ what: 'handshake', failed: 4, of: 5 });
  });

  it('are an issue too if they are silent', () => {
    expect(new Tab().open().wait().load().wait().wait().wait().suspicion).toMatchObject({ isSilent: true });
  });

  it.each<[string, Tab]>([
    ['where none opened, as behind a proxy that blocks them', new Tab().fail().load().fail().fail().fail().fail()],
    [
      'where none opened lately',
      new Tab()
        .open()
        .fail(11 * MINUTE)
        .load()
        .fail()
        .fail()
        .fail()
        .fail(),
    ],
    ['while nothing of the site answers, as in a captive portal', new Tab().open().fail().fail().fail().fail().fail()],
  ])('are no issue, and color "Is it me?", %s', (_, tab) => {
    expect([tab.suspicion, tab.finding]).toEqual([null, 'unopened']);
  });

  it('are one try within 20 s, as a page tries again by itself and a device wakes up', () => {
    const tab = new Tab().open().load();
    for (let count = 0; count < 12; count += 1) tab.fail(SECOND).load(SECOND / 2);
    expect(tab.suspicion).toBeNull();
    expect(tab.events.filter(({ what }) => what === 'handshake')).toHaveLength(2);
    expect(tab.finding).toBe('once');
  });

  it('are no issue if the page closes its own sockets and opens others', () => {
    const tab = new Tab().open();
    for (let count = 0; count < 10; count += 1) tab.fail().load(SECOND).open(SECOND);
    expect([tab.suspicion, tab.finding]).toEqual([null, 'well']);
  });
});

it('refused handshakes need no earlier one, as the site says so', () => {
  expect(new Tab().refuse().refuse().suspicion).toMatchObject({ what: 'handshake', failed: 2 });
  expect(new Tab().refuse().refuse().open().suspicion).toBeNull();
});

it('only a switch of protocols opens a socket', () => {
  const met = { what: 'handshake', hasAnswered: false } as const;
  expect(classifyRequest(101, null, met).outcome).toBe('ok');
  expect(classifyRequest(200, null, met)).toEqual({ outcome: 'not_counted', why: 'elsewhere' });
});
