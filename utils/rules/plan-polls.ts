import type { AssistantId } from '@/utils/model/assistant';
import { NEVER_READ, type PageMemory } from '@/utils/model/page-memory';

const SECOND = 1_000;
const MINUTE = 60 * SECOND;

/** Never sooner than these, whoever asks. */
export const POLL_FLOORS = { troubleMs: 30 * SECOND, calmMs: 5 * MINUTE, askedMs: 10 * SECOND } as const;

/** A page that cannot be read is tried ever more seldom, up to this. */
const MAX_BACKOFF_MS = 30 * MINUTE;

export interface WatchedPage {
  id: AssistantId;
  memory: PageMemory | undefined;
  isInTrouble: boolean;
  /** The person has this assistant's chat open. */
  isChatOpen: boolean;
  /** The person asked for a fresh look. */
  isAsked: boolean;
}

export interface PollPlan {
  due: AssistantId[];
  /** When to wake up next, epoch milliseconds. */
  nextAt: number;
}

/** How long after the last try a page is due: by what goes on there, stretched by failures in a row. */
export function intervalOf(page: WatchedPage): number {
  const base = page.isInTrouble || page.isChatOpen ? POLL_FLOORS.troubleMs : POLL_FLOORS.calmMs;
  const failures = page.memory?.failures ?? 0;
  return Math.min(base * 2 ** Math.min(failures, 10), Math.max(MAX_BACKOFF_MS, base));
}

/** Epoch milliseconds. A clock that was set back must not put a page off for years: then it is due now. */
function dueAt(page: WatchedPage, now: number): number {
  const { triedAt, failure } = page.memory ?? NEVER_READ;
  if (triedAt === null || triedAt > now) return now;
  const asked = triedAt + (page.isAsked ? POLL_FLOORS.askedMs : intervalOf(page));
  const retryAt = failure?.kind === 'rate_limited' ? (failure.retryAt ?? 0) : 0;
  return Math.max(asked, Math.min(retryAt, triedAt + 6 * 60 * MINUTE));
}

/**
 * Which pages are due and when to look again. `random` in [0, 1) spreads the wake-ups of many browsers over a
 * tenth of the wait; it is drawn once for all pages, so that those which are due together stay together.
 */
export function planPolls(now: number, pages: readonly WatchedPage[], random: number): PollPlan {
  const due = pages.filter((page) => dueAt(page, now) <= now);
  const waits = pages.map((page) => {
    const isDue = due.includes(page);
    const asIfAnswered = { ...page, isAsked: false };
    return isDue ? intervalOf(asIfAnswered) : dueAt(asIfAnswered, now) - now;
  });
  const waitMs = Math.max(POLL_FLOORS.troubleMs, Math.min(POLL_FLOORS.calmMs, ...waits));
  return { due: due.map((page) => page.id), nextAt: Math.round(now + waitMs * (1 + random / 10)) };
}
