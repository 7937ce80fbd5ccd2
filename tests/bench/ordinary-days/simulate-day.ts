import { aVerdict } from '@/tests/fakes/samples';
import type { Dice } from '@/tests/loopback/pages/dice';
import type { LocalSignal } from '@/utils/model/episode';
import { type EvidenceMemory, NO_EVIDENCE, type SeenRequest } from '@/utils/model/evidence';
import { evaluateRequestFailures } from '@/utils/rules/evidence/evaluate-failures';
import { updateLocalSignal } from '@/utils/rules/evidence/local-signal';
import { expirePendingRequests, reduceRequestEvent, SILENT_AFTER_MS } from '@/utils/rules/evidence/requests';
import { type Conditions, chance, HOUR, hasFailed, type MessageOutcome, MINUTE, SECOND } from './message-outcome';

const SOURCE = { assistantId: 'claude', what: 'send', pattern: null } as const;
/** After this many attempts in a row the user does something else. */
const MAX_TRIES = 4;

/** Times are milliseconds since midnight. */
export interface SimulatedDay {
  sentAt: number[];
  /** Times of failures as the user sees them. */
  failedAt: number[];
  /** Times at which a possible issue was raised. */
  suspectedAt: number[];
}

type Step = { at: number; take: (memory: EvidenceMemory) => EvidenceMemory };

/** The browser's events of one message, and the check after it. */
function stepsOf(id: string, at: number, { answeredMs, endedMs, status, error, sleptMs }: MessageOutcome): Step[] {
  const request = { id, url: '', method: 'POST', isMainFrame: false } as const;
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

/** Nine to five in sessions: a question every one or two minutes; failures are retried. */
function send(dice: Dice, conditions: Conditions): { steps: Step[] } & Pick<SimulatedDay, 'sentAt' | 'failedAt'> {
  const [steps, sentAt, failedAt]: [Step[], number[], number[]] = [[], [], []];
  let at = 9 * HOUR + dice.between(0, 30 * MINUTE);
  while (at < 17 * HOUR) {
    for (let questions = dice.between(3, 10); questions > 0; questions -= 1) {
      for (let tries = 1; tries <= MAX_TRIES; tries += 1) {
        const outcome = conditions(at, tries > 1);
        steps.push(...stepsOf(String(sentAt.length), at, outcome));
        sentAt.push(at);
        at += outcome.endedMs;
        if (!hasFailed(outcome)) break;
        failedAt.push(at);
        at += dice.between(3, 25) * SECOND;
        if (chance(dice, 0.2)) break;
      }
      at += dice.between(20, 240) * SECOND;
    }
    at += dice.between(10, 60) * MINUTE;
  }
  return { steps, sentAt, failedAt };
}

/** One user's day: the messages, and the rule's result while the status page is green. */
export function simulateDay(dice: Dice, conditions: Conditions): SimulatedDay {
  const { steps, sentAt, failedAt } = send(dice, conditions);
  const suspectedAt: number[] = [];
  let memory = NO_EVIDENCE;
  let sensed: LocalSignal | null = null;
  for (const { at, take } of steps.sort((a, b) => a.at - b.at)) {
    memory = take(memory);
    const suspicion = evaluateRequestFailures(memory.events.claude ?? [], at);
    const verdict = aVerdict('operational', suspicion === null ? {} : { kind: 'suspected', suspicion });
    const sensing = updateLocalSignal(sensed, verdict, at);
    sensed = sensing.sensed;
    if (sensing.change !== null) suspectedAt.push(at);
  }
  return { sentAt, failedAt, suspectedAt };
}
