import { describe, expect, it } from 'vitest';
import { NOON, SECOND } from '@/tests/fakes/samples';
import { BUILT_IN } from '@/utils/assistants/lookups';
import type { AssistantId } from '@/utils/model/assistant';
import { type EvidenceMemory, NO_EVIDENCE, type SeenRequest } from '@/utils/model/evidence';
import { purposeOf } from '@/utils/rules/evidence/classify';
import { evaluateRequestFailures, evaluateSlowness } from '@/utils/rules/evidence/evaluate-failures';
import { readAllSends } from '@/utils/rules/evidence/findings';
import { expirePendingRequests, reduceRequestEvent } from '@/utils/rules/evidence/requests';

const HOSTS: Partial<Record<AssistantId, (conversation: string) => string>> = {
  claude: (id) => `https://claude.ai/api/organizations/o/chat_conversations/${id}/completion`,
  chatgpt: () => 'https://chatgpt.com/backend-api/f/conversation',
  microsoft_copilot: () => 'wss://copilot.microsoft.com/c/api/chat?api-version=2',
};

/** One request: what the browser reports about it. Times in milliseconds. */
interface Met {
  status?: number;
  error?: string;
  /** From sending to the first byte; null without an answer. */
  firstByteMs?: number | null;
  lengthMs?: number;
  conversation?: string;
  url?: string;
  method?: string;
  isMainFrame?: boolean;
}

/** A browser in which requests are made one after another, ten seconds apart. */
class Tab {
  memory: EvidenceMemory = NO_EVIDENCE;
  now = NOON;
  #made = 0;
  constructor(readonly id: AssistantId = 'claude') {}

  meet(...requests: Met[]): this {
    for (const met of requests) this.#meet(met);
    return this;
  }

  /** Makes so many ordinary messages in a conversation that their times are learned. */
  learn(count = 20, conversation = 'a'): this {
    for (let left = count; left > 0; left -= 1) this.meet({ conversation });
    return this;
  }

  #meet({ status = 200, error, firstByteMs = 1_500, lengthMs = 8_000, conversation = 'a', ...over }: Met): void {
    this.#made += 1;
    this.now += 10 * SECOND;
    const url = over.url ?? HOSTS[this.id]?.(conversation) ?? '';
    const isHandshake = url.startsWith('wss:') ? true : undefined;
    const { method = isHandshake ? 'GET' : 'POST', isMainFrame = false } = over;
    const base = { id: String(this.#made), url, method, isMainFrame, isHandshake, tabPath: `/c/${conversation}` };
    const purpose = purposeOf(BUILT_IN.get(this.id), base);
    if (purpose === null) return;
    const take = (request: SeenRequest) => {
      this.memory = reduceRequestEvent(this.memory, { ...purpose, assistantId: this.id }, request, this.now);
    };
    take({ ...base, stage: 'sent' });
    if (firstByteMs === null) {
      this.now += 20 * SECOND;
      this.memory = expirePendingRequests(this.memory, { now: this.now, dueAt: this.now, isOnline: true });
    } else if (error === undefined || lengthMs !== 8_000) {
      this.now += firstByteMs;
      take({ ...base, stage: 'answered', status });
      this.now += status < 400 ? lengthMs : 5;
    }
    take({ ...base, stage: 'ended', status: error === undefined ? status : null, error: error ?? null });
  }

  get suspicion() {
    return evaluateRequestFailures(this.memory.events[this.id] ?? [], this.now);
  }
  get slow() {
    return evaluateSlowness(this.memory.events[this.id] ?? [], this.now);
  }
  get finding() {
    return readAllSends(this.memory, this.id, this.now).kind;
  }
}

const PAGE = { url: 'https://claude.ai/new', method: 'GET', isMainFrame: true };
const SIGN_IN = { url: 'https://claude.ai/api/auth/verify_google' };
const ERROR_EVENT = { firstByteMs: 600, lengthMs: 30 };
const EMPTY = { firstByteMs: 900, lengthMs: 200 };
const ABORTED = { error: 'net::ERR_ABORTED' };

describe('each documented kind of failure', () => {
  it.each([500, 503, 529])('an answer with %d counts', (status) => {
    expect(new Tab().meet({ status, conversation: 'a' }, { status, conversation: 'b' }).suspicion).not.toBeNull();
  });

  it('a cut connection counts', () => {
    const cut = { error: 'net::ERR_EMPTY_RESPONSE' };
    expect(new Tab().meet(cut, cut, cut).suspicion).toMatchObject({ failed: 3 });
  });

  it('a stream that is cut counts', () => {
    const cut = { error: 'net::ERR_HTTP2_PROTOCOL_ERROR', lengthMs: 700 };
    expect(new Tab().meet(cut, cut, cut).suspicion).toMatchObject({ failed: 3 });
  });

  it('no answer for 20 s counts', () => {
    const silent = { firstByteMs: null, ...ABORTED };
    expect(new Tab().meet(silent, silent, silent).suspicion).toMatchObject({ isSilent: true });
  });

  it('a request by the usual name of a sign-in that waits for long or is cut does not count', () => {
    const silent = { ...SIGN_IN, firstByteMs: null, ...ABORTED };
    expect(new Tab().meet(silent, silent, silent).suspicion).toBeNull();
    const cut = { ...SIGN_IN, error: 'net::ERR_EMPTY_RESPONSE' };
    expect(new Tab().meet(cut, cut, cut).suspicion).toBeNull();
    const known = { ...silent, url: 'https://claude.ai/api/auth/send_magic_link' };
    expect(new Tab().meet(known, known, known).suspicion).toMatchObject({ what: 'sign_in' });
  });

  it('a sign-in that answers 5xx counts on every usual path', () => {
    expect(new Tab().meet({ ...SIGN_IN, status: 503 }, { ...SIGN_IN, status: 502 }).suspicion).toMatchObject({
      what: 'sign_in',
      failed: 2,
    });
  });

  it.each([503, 429])('a chat page that answers %d counts', (status) => {
    expect(new Tab().meet({ ...PAGE, status }, { ...PAGE, status }).suspicion).toMatchObject({ what: 'page' });
  });

  it('a chat page that begins and never ends counts where pages ended lately', () => {
    const stalled = { ...PAGE, ...ABORTED, lengthMs: 25_000 };
    expect(new Tab().meet(stalled, stalled, stalled).suspicion).toBeNull();
    expect(new Tab().meet({ ...PAGE }, stalled, stalled, stalled, stalled).suspicion).toMatchObject({ what: 'page' });
  });

  it.each([404, 405])('%d counts only where the same path answered lately, from the third on', (status) => {
    const gone = { status };
    const elsewhere = { ...gone, conversation: 'new' };
    expect(new Tab('chatgpt').meet(gone, gone, elsewhere).suspicion).toBeNull();
    const tab = new Tab('chatgpt').meet({}, gone, gone);
    expect(tab.suspicion).toBeNull();
    expect(tab.meet(elsewhere).suspicion).toMatchObject({ failed: 3, of: 4 });
  });

  it('404 counts no more when the path answered long ago', () => {
    const tab = new Tab('chatgpt').meet({});
    tab.now += 7 * 3_600 * SECOND;
    expect(tab.meet({ status: 404 }, { status: 404 }, { status: 404 }).suspicion).toBeNull();
  });

  it('429 to a message is the user’s limit and never a suspicion', () => {
    const tab = new Tab().meet({ status: 429 }, { status: 429 }, { status: 429 });
    expect(tab.suspicion).toBeNull();
    expect(tab.finding).toBe('limited');
  });

  it('429 to a message is doubtful while the page answers with errors', () => {
    expect(new Tab().meet({ ...PAGE, status: 429 }, { status: 429 }).finding).toBe('limited_doubtful');
  });

  it('429 to a message is doubtful after an hour with hardly any message', () => {
    const tab = new Tab().learn(3);
    tab.now += 2 * 3_600 * SECOND;
    expect(tab.meet({}, { status: 429 }).finding).toBe('limited_doubtful');
  });

  it('429 to a message is the user’s limit when it is tried again an hour after a busy one', () => {
    const tab = new Tab().learn(20).meet({ status: 429 });
    tab.now += 65 * 60 * SECOND;
    expect(tab.meet({ status: 429 }).finding).toBe('limited');
  });

  it.each([
    ['an error as the first event of a stream', ERROR_EVENT],
    ['an empty answer', EMPTY],
  ])('%s counts after three resends in two chats where answers took longer', (_, brief) => {
    const [here, there] = [
      { ...brief, conversation: 'a' },
      { ...brief, conversation: 'b' },
    ];
    expect(new Tab().meet(here, here, there).suspicion).toBeNull();
    expect(new Tab().learn(8).meet(here, here, there).suspicion).toMatchObject({ failed: 3, isAtOnce: true });
    expect(new Tab().learn(8).meet(here, here).suspicion).toBeNull();
  });

  it('answers that end at once forgive nothing', () => {
    const failed = [
      { status: 529, conversation: 'a' },
      { status: 529, conversation: 'b' },
    ];
    const learned = () => {
      const tab = new Tab().learn(8);
      tab.now += 600 * SECOND;
      return tab;
    };
    expect(learned().meet(...failed, ERROR_EVENT, ERROR_EVENT).suspicion).not.toBeNull();
    expect(learned().meet(...failed, {}, {}).suspicion).toBeNull();
  });

  it('an answer that ends at once forgives nothing before anything is learned', () => {
    expect(new Tab().meet({ status: 529 }, { status: 529 }, ERROR_EVENT, ERROR_EVENT).suspicion).not.toBeNull();
  });

  it('answers that end within a quarter of the usual time forgive nothing after failures', () => {
    const failures = [{ status: 529 }, { status: 529 }];
    const [early, late] = [{ lengthMs: 1_200 }, { lengthMs: 3_000 }];
    const learned = () => {
      const tab = new Tab().meet(...Array.from({ length: 8 }, () => ({ lengthMs: 40_000 })));
      tab.now += 600 * SECOND;
      return tab;
    };
    expect(learned().meet(...failures, early, early).suspicion).not.toBeNull();
    expect(learned().meet(...failures, late, late).suspicion).toBeNull();
    expect(learned().meet(early).finding).toBe('well');
  });

  it('answers of less than a second forgive nothing while little is learned', () => {
    const [failed, early] = [{ status: 529 }, { lengthMs: 400 }];
    expect(new Tab().meet({}, failed, failed, failed, early, early).suspicion).not.toBeNull();
    expect(new Tab().meet({}, failed, failed, failed, {}, {}).suspicion).toBeNull();
  });

  it('short answers forgive where all answers are short', () => {
    const short = { lengthMs: 20 };
    const tab = new Tab().meet(...Array.from({ length: 6 }, () => short), { status: 529 }, { status: 529 });
    expect(tab.meet(short, short).suspicion).toBeNull();
  });

  it('three answers that start three times later than usual are slow, not failed', () => {
    const slow = { firstByteMs: 14_000 };
    const elsewhere = { ...slow, conversation: 'b' };
    const tab = new Tab().learn(18).learn(2, 'b').meet(slow, slow);
    expect(tab.slow).toBeNull();
    expect(tab.meet(elsewhere).slow).toMatchObject({ source: 'slow', ms: 14_000, usualMs: 1_500 });
    expect(tab.suspicion).toBeNull();
    expect(tab.finding).toBe('slow');
    expect(tab.meet({}).slow).toBeNull();
  });

  it('conversations need to have been quick within half an hour to be slow', () => {
    const slow = [{ firstByteMs: 14_000 }, { firstByteMs: 14_000, conversation: 'b' }, { firstByteMs: 14_000 }];
    const slowAfter = (minutes: number) => {
      const tab = new Tab().learn(18).learn(2, 'b');
      tab.now += minutes * 60 * SECOND;
      return tab.meet(...slow).slow;
    };
    expect(slowAfter(20)).not.toBeNull();
    expect(slowAfter(30)).toBeNull();
  });

  it('two slow answers in two conversations are chance', () => {
    const slow = { firstByteMs: 14_000 };
    expect(
      new Tab()
        .learn(18)
        .learn(2, 'b')
        .meet(slow, { ...slow, conversation: 'b' }).slow,
    ).toBeNull();
  });

  it('a conversation that is slow from its first answer is a model that thinks', () => {
    const thinking = { firstByteMs: 30_000, conversation: 'b' };
    expect(new Tab().learn().meet(thinking, thinking, thinking).slow).toBeNull();
  });

  it('one conversation that becomes slow is a switch of the model, whatever a new one does', () => {
    const slow = { firstByteMs: 30_000 };
    const tab = new Tab().learn().meet(slow, slow, slow);
    expect(tab.slow).toBeNull();
    expect(tab.meet({ ...slow, conversation: 'new' }).slow).toBeNull();
  });

  it('a quick answer elsewhere shows that the service is not slow', () => {
    const slow = { firstByteMs: 30_000 };
    const tab = new Tab().learn(18).learn(2, 'b').meet(slow, { conversation: 'b' }, slow);
    expect(tab.slow).toBeNull();
  });

  it('an answer as slow as one before is no news', () => {
    const slow = { firstByteMs: 30_000 };
    expect(new Tab().learn(19).meet(slow, {}, slow, slow, slow).slow).toBeNull();
  });

  it('refused handshakes of a WebSocket count, and its frames do not', () => {
    const refused = { status: 503 };
    const what = 'handshake';
    expect(new Tab('microsoft_copilot').meet(refused, refused).suspicion).toMatchObject({ what, failed: 2 });
    const opened = { status: 101, lengthMs: 60_000, error: 'net::ERR_CONNECTION_RESET' };
    expect(new Tab('microsoft_copilot').meet(opened, opened, opened).finding).toBe('well');
  });
});

describe('one conversation', () => {
  const failing = { status: 500, conversation: 'bad' };

  it.each<AssistantId>(['claude', 'chatgpt'])('of %s that fails is no issue of the assistant', (id) => {
    const tab = new Tab(id).learn(3).meet(failing, failing, failing);
    expect(tab.suspicion).toBeNull();
    expect(tab.finding).toBe('conversation_only');
    expect(tab.meet({ conversation: 'good' }).finding).toBe('conversation');
  });

  it.each<[AssistantId, number]>([
    ['claude', 404],
    ['chatgpt', 404],
    ['chatgpt', 405],
  ])('of %s that answers %d is no issue of the assistant, also after another was answered', (id, status) => {
    const gone = { status, conversation: 'bad' };
    const tab = new Tab(id).learn(5, 'old').meet(gone, gone, gone);
    expect(tab.suspicion).toBeNull();
    expect(tab.finding).toBe('conversation_only');
    expect(tab.meet({ conversation: 'good' }).finding).toBe('conversation');
    expect(tab.meet(gone, gone, gone).suspicion).toBeNull();
  });

  it('is no issue of the assistant, whatever its status, once another was answered', () => {
    const overloaded = { status: 529, conversation: 'bad' };
    const tab = new Tab().meet(overloaded, { conversation: 'good' }, overloaded, overloaded);
    expect(tab.suspicion).toBeNull();
    expect(tab.finding).toBe('conversation');
  });

  it('is an issue of the assistant once another fails too', () => {
    expect(new Tab().meet(failing, failing, { ...failing, conversation: 'new' }).suspicion).toMatchObject({
      failed: 3,
    });
  });

  it('is an issue of the assistant while the chat page answers with errors', () => {
    expect(new Tab().meet({ ...PAGE, status: 503 }, failing, failing).suspicion).toMatchObject({ what: 'send' });
  });

  it('is no issue of the assistant once the chat page that answered with an error loads again', () => {
    const tab = new Tab().meet({ ...PAGE, status: 503 }, { ...PAGE }, failing, failing);
    expect(tab.suspicion).toBeNull();
    expect(tab.finding).toBe('conversation_only');
  });

  it('is an issue of the assistant once another in use fails as often', () => {
    const elsewhere = { status: 500, conversation: 'b' };
    const here = { status: 500 };
    const tab = new Tab().learn(3).learn(3, 'b').meet(here, here, here, elsewhere);
    expect(tab.suspicion).toBeNull();
    expect(tab.meet(elsewhere).suspicion).toMatchObject({ failed: 5 });
  });

  it('is no issue of the assistant while a new one fails a minute later, as another question may need the same tool', () => {
    const tab = new Tab().learn(3).meet({ status: 500 }, { status: 500 });
    tab.now += 60 * SECOND;
    const elsewhere = { status: 500, conversation: 'new' };
    expect(tab.meet(elsewhere, elsewhere).suspicion).toBeNull();
    expect(tab.meet(elsewhere).suspicion).toMatchObject({ failed: 5 });
  });

  it('is no issue of the assistant when a message was answered between failures of two', () => {
    expect(new Tab().learn(3).meet(failing, {}, failing, { ...failing, conversation: 'new' }).suspicion).toBeNull();
  });

  it('that met a moved address twice is no issue of the assistant', () => {
    const tab = new Tab().learn(3).meet({ status: 404 }, { status: 404, conversation: 'new' });
    expect(tab.suspicion).toBeNull();
    expect(tab.meet({ status: 404, conversation: 'new' }).suspicion).toMatchObject({ failed: 3 });
  });

  it('after another that failed with the same error points to a tool', () => {
    const tab = new Tab().learn(2).learn(2, 'b').meet({ status: 500 }, {}, { status: 500, conversation: 'b' });
    expect(tab.suspicion).toBeNull();
    expect(tab.finding).toBe('tool');
  });

  it('in which some messages are answered points to a tool', () => {
    expect(new Tab().meet(failing, { conversation: 'bad' }, failing).finding).toBe('tool');
  });

  it('points to no tool when it was answered again after the service was overloaded, or the connection lost', () => {
    for (const met of [{ status: 529 }, { error: 'net::ERR_CONNECTION_RESET' }]) {
      expect(new Tab().meet(met, met, {}, {}).finding).toBe('well');
    }
  });
});

describe('answers that ended early, in "Is it me?"', () => {
  const usual = { lengthMs: 20_000 };
  const learned = () => {
    const tab = new Tab().meet(...Array.from({ length: 8 }, () => usual));
    tab.now += 600 * SECOND;
    return tab;
  };
  /** In one conversation each, a minute apart. */
  const meetAtOnce = (tab: Tab, ...conversations: string[]) => {
    for (const conversation of conversations) {
      tab.meet({ ...ERROR_EVENT, conversation });
      tab.now += 60 * SECOND;
    }
    return tab;
  };

  it('prove nothing if only one ended early', () => {
    expect(meetAtOnce(learned(), 'b').finding).toBe('brief');
    expect(new Tab().meet({ lengthMs: 100 }).finding).toBe('brief');
  });

  it('point to a tool if there are several, each in another conversation', () => {
    const tab = meetAtOnce(learned(), 'b', 'c', 'd', 'e');
    expect(tab.suspicion).toBeNull();
    expect(tab.finding).toBe('tool');
    expect(meetAtOnce(learned(), 'b', 'c', 'c').finding).toBe('tool');
  });

  it('point to the conversation if all are in one', () => {
    expect(meetAtOnce(learned(), 'b', 'b').finding).toBe('conversation_only');
  });
});

describe('errors that came and went', () => {
  const failing = { status: 500, conversation: 'a' };
  const everywhere = [failing, failing, { status: 500, conversation: 'new' }];
  const HOUR = 3_600 * SECOND;
  /** Messages that failed once and were answered at the second try, ten minutes apart. */
  const spells = (...statuses: number[]) => {
    const tab = new Tab().learn(3);
    for (const status of statuses) {
      tab.meet({ ...failing, status }, {});
      tab.now += 600 * SECOND;
    }
    return tab;
  };
  const later = (tab: Tab, ms: number) => {
    tab.now += ms;
    return tab.meet(...everywhere);
  };

  it('are those of a tool for two hours if that happened twice, in whichever conversation it is used', () => {
    expect(later(spells(500, 500), HOUR).suspicion).toBeNull();
    expect(later(spells(500, 500), 2 * HOUR).suspicion).toMatchObject({ failed: 3 });
  });

  it('say nothing about later ones if it happened once, or with another status', () => {
    expect(later(spells(500), 0).suspicion).toMatchObject({ failed: 3 });
    expect(later(spells(500, 404), 0).suspicion).toMatchObject({ failed: 3 });
  });

  it('say nothing about later ones in three new conversations', () => {
    const tab = later(spells(500, 500).meet({}), 0).meet({ status: 500, conversation: 'newer' });
    expect(tab.suspicion).toBeNull();
    expect(tab.meet({ status: 500, conversation: 'newest' }).suspicion).toMatchObject({ failed: 5 });
  });

  it('say nothing about later ones if they were an issue', () => {
    const tab = new Tab().learn(3);
    for (let count = 0; count < 2; count += 1) {
      tab.meet(...everywhere.map((one) => ({ ...one, conversation: `${one.conversation} ${count}` })), {}, {});
      tab.now += 600 * SECOND;
    }
    expect(later(tab, 0).suspicion).toMatchObject({ failed: 3 });
  });

  it('say nothing about errors that speak of the service', () => {
    const overloaded = { status: 529, conversation: 'a' };
    expect(spells(500, 500).meet(overloaded, overloaded, overloaded).suspicion).not.toBeNull();
  });
});

describe('readAllSends', () => {
  it('blames the connection when messages to two assistants are cut', () => {
    const cut = { error: 'net::ERR_EMPTY_RESPONSE' };
    const one = new Tab('claude').meet(cut, cut, cut);
    const other = new Tab('chatgpt').meet(cut, cut, cut);
    const memory = { ...one.memory, events: { ...one.memory.events, ...other.memory.events } };
    expect(readAllSends(one.memory, 'claude', one.now).kind).toBe('cut');
    expect(readAllSends(memory, 'claude', one.now).kind).toBe('cut_everywhere');
  });
});
