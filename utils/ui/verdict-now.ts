import type { Assistant, AssistantId } from '@/utils/model/assistant';
import type { Options } from '@/utils/model/options';
import type { PlatformId } from '@/utils/model/report';
import { currentPageOf, type Status } from '@/utils/model/status';
import { nothingFound, type Verdict } from '@/utils/model/verdict';
import { ageOf, judge } from '@/utils/rules/judging/judge';
import { POLL_FLOORS } from '@/utils/rules/polling/plan-polls';
import { assistantOf } from '@/utils/ui/page-registry';

/** Longer calm intervals, copied from the adapters, which this layer may not import. A test compares them. */
const CALM_MS: Partial<Record<PlatformId, number>> = { google: 30 * 60_000 };

/** The calm interval of the page that is read now. */
function intervalOf(status: Pick<Status, 'pages'>, assistant: Assistant): number {
  const page = currentPageOf(status, assistant);
  return (page === null ? undefined : CALM_MS[page.platform]) ?? POLL_FLOORS.calmMs;
}

/** When the last reading of a page was, if it is too old to say anything of `now`; otherwise null. */
export function expiredAtOf(status: Pick<Status, 'pages'>, assistant: Assistant, now: number): number | null {
  const readAt = status.pages[assistant.id]?.readAt ?? null;
  if (readAt === null || ageOf(readAt, now, intervalOf(status, assistant)) !== 'expired') return null;
  // One from the future was made before the clock was set back.
  return Math.min(readAt, now);
}

/** A suspicion that was not renewed is over, even if the worker has not run since. */
function withoutSuspicion(status: Status, verdict: Verdict): Status {
  const kind = verdict.level === 'unknown' ? 'unknown' : 'up';
  const calmer: Verdict = { ...verdict, kind, suspicion: null };
  return { ...status, verdicts: { ...status.verdicts, [verdict.assistantId]: calmer } };
}

/**
 * The stored verdict as it applies at `now`. The worker judged in its last round; a page that is opened after a night of
 * sleep must not repeat an old "up".
 */
export function verdictNow(
  status: Status,
  id: AssistantId,
  now: number,
  options: Pick<Options, 'parts' | 'models'> = { parts: {}, models: {} },
): Verdict {
  const [parts, models] = [options.parts[id] ?? [], options.models[id] ?? []];
  const assistant = assistantOf(id);
  const intervalMs = intervalOf(status, assistant);
  const verdict = status.verdicts[id];
  if (verdict === undefined) return judge({ assistant, memory: status.pages[id], parts, models, now, intervalMs });
  const { suspicion } = verdict;
  if (suspicion !== null && suspicion.source !== 'page' && now >= suspicion.until) {
    const memory = status.pages[id];
    // Behind the user's own failures an open incident may still make an issue possible: judge the report again.
    if (memory?.report) return judge({ assistant, memory, parts, models, now, intervalMs });
    return verdictNow(withoutSuspicion(status, verdict), id, now, options);
  }
  // By the whole page, a possible issue has the level unknown, and its reading gets old like any other.
  const isOfReading = verdict.level !== 'unknown' || verdict.suspicion?.source === 'page';
  if (!isOfReading || verdict.checkedAt === null) return verdict;
  const age = ageOf(verdict.checkedAt, now, intervalMs);
  if (age !== 'expired') return { ...verdict, isStale: verdict.isStale || age === 'stale' };
  return {
    ...verdict,
    kind: 'unknown',
    level: 'unknown',
    reason: verdict.failure ?? 'too_old',
    ...nothingFound(),
  };
}
