import { isWithin } from '@/tests/bench/ordinary-days/message-outcome';
import type { AssistantId } from '@/utils/model/assistant';
import { NEVER_READ, type PageMemory } from '@/utils/model/status-page';
import { type Attention, planPolls, type WatchedPage } from '@/utils/rules/polling/plan-polls';
import type { Person } from './person';
import { type SimulatedPage, showsTrouble } from './simulated-page';

/** One reading of one page, successful or not. */
export interface Poll {
  id: AssistantId;
  at: number;
}

export interface SimulatedPlan {
  polls: Poll[];
  /** How often the worker was woken. */
  wakeUps: number;
}

/** Inputs of the plan, so that leaving one out shows its effect. */
export interface PlanInputs {
  /** In [0, 1). */
  random: () => number;
  hasBackoff: boolean;
  /** Whether a notified issue is polled more slowly than a new one. */
  isPatient: boolean;
}

/** Browsers fire alarms no sooner. */
const SOONEST_MS = 30_000;

/** One browser with the shipped polling plan, round by round. */
export function simulatePlan(pages: readonly SimulatedPage[], person: Person, inputs: PlanInputs): SimulatedPlan {
  const { random, hasBackoff, isPatient } = inputs;
  const polls: Poll[] = [];
  const memories = new Map<AssistantId, PageMemory>();
  /** Consecutive readings that showed an issue. */
  const shown = new Map<AssistantId, number>();
  let wakeUps = 0;

  /** Mirrors how `app/round` chooses a page's attention. */
  const attentionTo = ({ id, readingsToNotify }: SimulatedPage, at: number, occasion: 'alarm' | 'woken'): Attention => {
    const isOpen = isWithin(person.sessions[id] ?? [], at);
    const readings = shown.get(id) ?? 0;
    const isKnown = isPatient && readings >= readingsToNotify;
    if (!isKnown && (isOpen || readings > 0)) return 'close';
    if (isOpen) return 'followed';
    if (occasion !== 'alarm') return 'glanced';
    return isKnown ? 'troubled' : 'calm';
  };
  const watched = (at: number, occasion: 'alarm' | 'woken'): WatchedPage[] =>
    pages.map((page) => ({
      id: page.id,
      floors: page.floors,
      memory: memories.get(page.id),
      attention: attentionTo(page, at, occasion),
    }));

  const read = (page: SimulatedPage, at: number): void => {
    const failure = page.failureAt(at);
    const before = memories.get(page.id) ?? NEVER_READ;
    const failures = failure === null || !hasBackoff ? 0 : before.failures + 1;
    memories.set(page.id, { ...before, triedAt: at, failure, failures });
    polls.push({ id: page.id, at });
    // A failed reading keeps the last report.
    if (failure === null) shown.set(page.id, showsTrouble(page, at) ? (shown.get(page.id) ?? 0) + 1 : 0);
  };

  /** Returns the time of the next alarm. */
  const round = (at: number, occasion: 'alarm' | 'woken'): number => {
    wakeUps += 1;
    const isCalm = ({ id }: SimulatedPage) => (shown.get(id) ?? 0) === 0;
    const calm = pages.filter(isCalm);
    const { due } = planPolls(at, watched(at, occasion), random());
    for (const page of pages) if (due.includes(page.id)) read(page, at);
    if (!calm.every(isCalm)) {
      // A new issue: read the other pages once.
      const around = planPolls(at, watched(at, 'woken'), random());
      for (const page of pages) if (around.due.includes(page.id) && !due.includes(page.id)) read(page, at);
    }
    return Math.max(at + SOONEST_MS, planPolls(at, watched(at, 'alarm'), random()).nextAt);
  };

  const openings = Object.values(person.sessions).flatMap((sessions = []) => sessions.map(({ from }) => from));
  for (const { from, until } of person.runs) {
    const isNow = (at: number) => from < at && at < until;
    const looks = [
      ...openings.filter(isNow).map((at) => ({ at, occasion: 'alarm' as const })),
      ...person.glances.filter(isNow).map((at) => ({ at, occasion: 'woken' as const })),
    ].sort((a, b) => a.at - b.at);
    let next = round(from, 'woken');
    for (const { at, occasion } of [...looks, { at: until, occasion: null }]) {
      while (next < at) next = round(next, 'alarm');
      if (occasion !== null) next = round(at, occasion);
    }
  }
  return { polls, wakeUps };
}
