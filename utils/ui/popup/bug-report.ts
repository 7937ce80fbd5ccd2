import type { AssistantId } from '@/utils/model/assistant';
import type { Episode } from '@/utils/model/episode';
import type { LoggedFailure } from '@/utils/model/logged-failure';
import type { PageMemory } from '@/utils/model/page-memory';
import type { Status } from '@/utils/model/status';
import type { Verdict } from '@/utils/model/verdict';

const timeOf = (at: number | null) => (at === null ? null : new Date(at).toISOString());

const pageOf = ({ readAt, triedAt, failure, failures, report, detected, probedAt }: PageMemory) => ({
  readAt: timeOf(readAt),
  triedAt: timeOf(triedAt),
  failure: failure?.kind ?? null,
  httpStatus: failure?.kind === 'http_error' ? failure.status : null,
  failures,
  looksLike: detected?.platform ?? null,
  probedAt: timeOf(probedAt),
  listed: report?.components.length ?? null,
});

const verdictOf = ({ kind, level, reason, isStale, checkedAt, since, incidents, maintenances }: Verdict) => ({
  kind,
  level,
  reason,
  isStale,
  checkedAt: timeOf(checkedAt),
  since: timeOf(since),
  incidents: incidents.map(({ id, impact, phase }) => ({ id, impact, phase })),
  maintenances: maintenances.map(({ id, phase }) => ({ id, phase })),
});

const episodeOf = ({
  id,
  seenAt,
  sensedAt,
  startedAt,
  isStartKnown,
  level,
  peak,
  readings,
  reopened,
  isTold,
}: Episode) => ({
  id,
  seenAt: timeOf(seenAt),
  sensedAt: timeOf(sensedAt),
  startedAt: timeOf(startedAt),
  isStartKnown,
  level,
  peak,
  readings,
  reopened,
  isTold,
});

/** What else a report is made of. */
export interface ReportContext {
  /** Ours. */
  version: string;
  /** The last calls that failed, the newest first. */
  failures: readonly LoggedFailure[];
}

/**
 * What helps to find a fault, as text to be pasted in public. Everything in it is picked by name: no title, text
 * or address that a page sent, nothing that the person chose but whom they watch, and nothing added later by chance.
 */
export function bugReport(
  status: Status,
  watched: readonly AssistantId[],
  { version, failures }: ReportContext,
  now: number,
): string {
  const each = <T, R>(record: Partial<Record<AssistantId, T>>, pick: (value: T) => R) =>
    Object.fromEntries(watched.flatMap((id) => (record[id] === undefined ? [] : [[id, pick(record[id])]])));
  const report = {
    understudy: version,
    at: timeOf(now),
    isOnline: status.isOnline,
    tickedAt: timeOf(status.tickedAt),
    storageTrouble: status.storageTrouble,
    failures: failures.map(({ at, call, error }) => ({ at: timeOf(at), call, error })),
    watched,
    pages: each(status.pages, pageOf),
    verdicts: each(status.verdicts, verdictOf),
    episodes: each(status.episodes, episodeOf),
    decisions: status.decisions
      .filter(({ assistantId }) => watched.includes(assistantId))
      .map(({ at, assistantId, about, isTold, reason }) => ({ at: timeOf(at), assistantId, about, isTold, reason })),
  };
  return JSON.stringify(report, null, 2);
}
