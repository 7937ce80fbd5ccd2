import { aVerdict } from '@/tests/fakes/samples';
import type { Dice } from '@/tests/loopback/pages/dice';
import type { LocalSignal } from '@/utils/model/episode';
import { type EvidenceMemory, NO_EVIDENCE, type SeenRequest } from '@/utils/model/evidence';
import { evaluateRequestFailures, evaluateSlowness } from '@/utils/rules/evidence/evaluate-failures';
import { updateLocalSignal } from '@/utils/rules/evidence/local-signal';
import { expirePendingRequests, reduceRequestEvent, SILENT_AFTER_MS } from '@/utils/rules/evidence/requests';
import { type Conditions, chance, HOUR, hasFailed, type MessageOutcome, MINUTE, SECOND } from './message-outcome';

const PATTERN = '^/chats/[^/]+/messages$';
const SOURCE = { assistantId: 'claude', what: 'send', pattern: PATTERN } as const;
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

type Step = { at: number; take: (memory: EvidenceMemory) => EvidenceMemory };

/** The browser's events of one message, and the check after it. */
function stepsOf(id: string, at: number, conversation: number, outcome: MessageOutcome): Step[] {
  const { answeredMs, endedMs, status, error, sleptMs, isUnseen } = outcome;
  if (isUnseen) return [];
  const url = `https://chat.test/chats/${conversation}/messages`;
  const request = { id, url, method: 'POST', isMainFrame: false } as const;
  const stage = (when: number, seen: SeenRequest): Step => ({
    at: when,
    take: (memory) => reduceRequestEvent(memory, SOURCE, seen, when),
  });
  const dueAt = at + SILENT_AFTER_MS;
  const lookedAt = dueAt + sleptMs;
  return [
    stage(at, { ...request, stage: 'sent' }),
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

/** Nine to five in sessions: a question every one or two minutes; failures are retried. */
function send(dice: Dice, conditions: Conditions, habit: Habit): Sent {
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
        steps.push(...stepsOf(String(sentAt.length), at, conversation, outcome));
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

/** One user's day: the messages, and the rule's result while the status page is green. */
export function simulateDay(dice: Dice, conditions: Conditions, habit: Habit = 'one_chat'): SimulatedDay {
  const { steps, sentAt, failedAt } = send(dice, conditions, habit);
  const suspectedAt: number[] = [];
  const slowAt: number[] = [];
  let wasSlow = false;
  let memory = NO_EVIDENCE;
  let sensed: LocalSignal | null = null;
  for (const { at, take } of steps.sort((a, b) => a.at - b.at)) {
    memory = take(memory);
    const suspicion = evaluateRequestFailures(memory.events.claude ?? [], at);
    const isSlow = suspicion === null && evaluateSlowness(memory.events.claude ?? [], at) !== null;
    if (isSlow && !wasSlow) slowAt.push(at);
    wasSlow = isSlow;
    const verdict = aVerdict('operational', suspicion === null ? {} : { kind: 'suspected', suspicion });
    const sensing = updateLocalSignal(sensed, verdict, at);
    sensed = sensing.sensed;
    if (sensing.change !== null) suspectedAt.push(at);
  }
  return { sentAt, failedAt, suspectedAt, slowAt };
}
