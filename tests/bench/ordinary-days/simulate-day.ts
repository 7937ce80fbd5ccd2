import { aVerdict } from '@/tests/fakes/samples';
import type { Dice } from '@/tests/loopback/pages/dice';
import type { LocalSignal } from '@/utils/model/episode';
import { type EvidenceMemory, NO_EVIDENCE, type SeenRequest } from '@/utils/model/evidence';
import { type Source, withTabMoved } from '@/utils/rules/evidence/classify';
import { evaluateRequestFailures, evaluateSlowness } from '@/utils/rules/evidence/evaluate-failures';
import { expirePendingRequests, reduceRequestEvent, SILENT_AFTER_MS } from '@/utils/rules/evidence/requests';
import { updateLocalSignal } from '@/utils/rules/judging/episodes';
import { type Conditions, chance, HOUR, hasFailed, type MessageOutcome, MINUTE, SECOND } from './message-outcome';

/**
 * `named`: messages name their conversation. `one_page`: they do not, and all new chats begin on one page, whose address changes
 * with the first answer. `provisional`: the same, and it changes to a provisional address when the first message is sent.
 */
export type Site = 'named' | 'one_page' | 'provisional';

export const ASSISTANT = 'claude';
const NEW_CHAT_PATHS = [{ pattern: '^/$' }, { pattern: '^/c/WEB:', isProvisional: true }] as const;
const SOURCES: Record<Site, Source> = {
  named: { assistantId: ASSISTANT, what: 'send', pattern: '^/chats/[^/]+/messages$' },
  one_page: { assistantId: ASSISTANT, what: 'send', pattern: '^/messages$', newChatPaths: NEW_CHAT_PATHS },
  provisional: { assistantId: ASSISTANT, what: 'send', pattern: '^/messages$', newChatPaths: NEW_CHAT_PATHS },
};
/** After this many attempts in a row the user does something else. */
const MAX_TRIES = 4;

/** Times are milliseconds since midnight. */
export interface SimulatedDay {
  sentAt: number[];
  /** Times of failures as the user sees them. */
  failedAt: number[];
  /** Times at which a possible issue was raised. */
  suspectedAt: number[];
  /** Times at which answers were found to be slow. */
  slowAt: number[];
}

export type Step = { at: number; take: (memory: EvidenceMemory) => EvidenceMemory };

interface Message {
  id: string;
  /** When it is sent. */
  at: number;
  conversation: number;
  tabId: number;
}

/** The tabs of a site. */
class Tabs {
  /** Conversations that have a path of their own or a provisional one. */
  readonly #paths = new Map<number, string>();
  constructor(readonly site: Site) {}

  #move(at: number, tabId: number, path: string): Step {
    const page = { assistantId: ASSISTANT, tabId, path, newChatPaths: NEW_CHAT_PATHS } as const;
    return { at, take: (memory) => withTabMoved(memory, page, at) };
  }

  /** What the tab shows when the message is sent, and the changes of its address. */
  show({ at, conversation, tabId }: Message, { status, answeredMs }: MessageOutcome): { path: string; moves: Step[] } {
    const path = this.#paths.get(conversation) ?? '/';
    const moves = [this.#move(at, tabId, path)];
    const moveTo = (when: number, next: string) => {
      this.#paths.set(conversation, next);
      moves.push(this.#move(when, tabId, next));
    };
    if (this.site === 'provisional' && path === '/') moveTo(at + 1, `/c/WEB:${conversation}`);
    if (status === 200 && this.#paths.get(conversation) !== `/c/${conversation}`)
      moveTo(at + (answeredMs ?? 0), `/c/${conversation}`);
    return { path, moves };
  }
}

/** The browser's events of one message, and the check after it. */
function stepsOf(tabs: Tabs, message: Message, outcome: MessageOutcome): Step[] {
  const { id, at, conversation, tabId } = message;
  const { answeredMs, endedMs, status, error, sleptMs, isUnseen } = outcome;
  if (isUnseen) return [];
  const isNamed = tabs.site === 'named';
  const url = isNamed ? `https://chat.test/chats/${conversation}/messages` : 'https://chat.test/messages';
  const { path, moves } = isNamed ? { path: undefined, moves: [] } : tabs.show(message, outcome);
  const request = { id, url, method: 'POST', isMainFrame: false, tabId, tabPath: path };
  const stage = (when: number, seen: SeenRequest): Step => ({
    at: when,
    take: (memory) => reduceRequestEvent(memory, SOURCES[tabs.site], seen, when),
  });
  const [arrival, ...changes] = moves;
  const dueAt = at + SILENT_AFTER_MS;
  const lookedAt = dueAt + sleptMs;
  return [
    ...(arrival === undefined ? [] : [arrival]),
    stage(at, { ...request, stage: 'sent' }),
    ...changes,
    ...(answeredMs === null ? [] : [stage(at + answeredMs, { ...request, stage: 'answered', status: status ?? 200 })]),
    { at: lookedAt, take: (memory) => expirePendingRequests(memory, { now: lookedAt, dueAt, isOnline: true }) },
    stage(at + endedMs, { ...request, stage: 'ended', status, error }),
  ];
}

type Sent = { steps: Step[] } & Pick<SimulatedDay, 'sentAt' | 'failedAt'>;

/**
 * `one_chat`: one conversation per session. `new_chats`: the same, and a message that failed twice is repeated in a new
 * chat. `two_chats`: two conversations per session, in turns.
 */
export type Habit = 'one_chat' | 'new_chats' | 'two_chats';

export interface Person {
  habit: Habit;
  site: Site;
}

/** Nine to five in sessions: a question every one or two minutes; failures are retried. */
function send(dice: Dice, conditions: Conditions, { habit, site }: Person): Sent {
  const tabs = new Tabs(site);
  const [steps, sentAt, failedAt]: [Step[], number[], number[]] = [[], [], []];
  let conversation = 0;
  let at = 9 * HOUR + dice.between(0, 30 * MINUTE);
  while (at < 17 * HOUR) {
    conversation += 1;
    const session = conversation;
    if (habit === 'two_chats') conversation += 1;
    for (let questions = dice.between(3, 10); questions > 0; questions -= 1) {
      if (habit === 'two_chats') conversation = session + (questions % 2);
      for (let tries = 1; tries <= MAX_TRIES; tries += 1) {
        if (habit === 'new_chats' && tries === 3) conversation += 1;
        const outcome = conditions(at, tries > 1, conversation);
        const tabId = habit === 'two_chats' ? questions % 2 : 0;
        steps.push(...stepsOf(tabs, { id: String(sentAt.length), at, conversation, tabId }, outcome));
        sentAt.push(at);
        at += outcome.endedMs;
        if (!hasFailed(outcome)) break;
        failedAt.push(at);
        at += dice.between(3, 25) * SECOND;
        if (chance(dice, 0.2)) break;
      }
      at += dice.between(20, 240) * SECOND;
    }
    if (habit === 'two_chats') conversation = session + 1;
    at += dice.between(10, 60) * MINUTE;
  }
  return { steps, sentAt, failedAt };
}

const GREEN = aVerdict('operational');

/** What the rule finds, step by step, while the status page is green. */
export function play(steps: readonly Step[]): Pick<SimulatedDay, 'suspectedAt' | 'slowAt'> {
  const suspectedAt: number[] = [];
  const slowAt: number[] = [];
  let wasSlow = false;
  let memory = NO_EVIDENCE;
  let sensed: LocalSignal | null = null;
  for (const { at, take } of steps.toSorted((a, b) => a.at - b.at)) {
    memory = take(memory);
    const suspicion = evaluateRequestFailures(memory.events[ASSISTANT] ?? [], at);
    const isSlow = suspicion === null && evaluateSlowness(memory.events[ASSISTANT] ?? [], at) !== null;
    if (isSlow && !wasSlow) slowAt.push(at);
    wasSlow = isSlow;
    const verdict = suspicion === null ? GREEN : aVerdict('operational', { kind: 'suspected', suspicion });
    const sensing = updateLocalSignal(sensed, verdict, at);
    sensed = sensing.sensed;
    if (sensing.change !== null) suspectedAt.push(at);
  }
  return { suspectedAt, slowAt };
}

/** One user's day: the messages, and what the rule finds. */
export function simulateDay(
  dice: Dice,
  conditions: Conditions,
  { habit = 'one_chat', site = 'named' }: Partial<Person> = {},
): SimulatedDay {
  const { steps, sentAt, failedAt } = send(dice, conditions, { habit, site });
  return { sentAt, failedAt, ...play(steps) };
}
