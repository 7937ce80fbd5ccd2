import type { Signal, Span, Stretch, TimelineEntry } from '@/utils/model/history';
import { isTrouble } from '@/utils/model/level';

/** What a report is about: one outage by the key of its entry, or a month. */
export type ReportScope =
  | { kind: 'outage'; key: string }
  /** The month that begins then, epoch milliseconds, and where the next begins. */
  | { kind: 'month'; from: number; to: number };

/** Trouble within the part of a period that a source knows, milliseconds. */
export interface DownTime {
  downMs: number;
  knownMs: number;
}

/** The trouble by each source; null where the source knows nothing of the time. */
export interface DownTimes {
  /** As the status page dates its incidents. */
  page: DownTime | null;
  /** As the readings of this browser showed it. */
  seen: DownTime | null;
  /**
   * Milliseconds from the first own failing message to the reading that showed the outage. What failed after it is not
   * recorded.
   */
  own: number | null;
}

interface Period {
  from: number;
  to: number;
}

/** The total length of periods within `scope`, each moment counted once. */
export function totalWithin(periods: readonly Period[], scope: Period): number {
  let [total, reached] = [0, scope.from];
  for (const { from, to } of [...periods].sort((a, b) => a.from - b.from)) {
    const [start, end] = [Math.max(from, reached), Math.min(to, scope.to)];
    if (end > start) total += end - start;
    reached = Math.max(reached, end);
  }
  return total;
}

/** The period of an entry as the page dates it, up to `now` while it is open. */
const statedPeriod = ({ startedAt, endedAt }: TimelineEntry, now: number): Period => ({
  from: startedAt,
  to: endedAt ?? now,
});

const ownPeriods = ({ sensedAt, seenAt, endedAt }: TimelineEntry, now: number): Period[] =>
  sensedAt === null ? [] : [{ from: sensedAt, to: seenAt ?? endedAt ?? now }];

/** What a report is calculated from. */
export interface ReportInput {
  /** Outages in the report. */
  entries: readonly TimelineEntry[];
  /** The time that the page's list of incidents covers. */
  listed: readonly Stretch[];
  /** The levels that this browser read. */
  seen: readonly (Stretch | Span)[];
  /** When own messages failed without the page reporting anything. */
  signals: readonly Signal[];
  scope: Period;
  now: number;
}

/** Whether the chat was down by an entry; null if its page says neither which parts it affects nor how. */
function isOutage({ isCore, namesParts, level }: TimelineEntry): boolean | null {
  if (level !== null && !isTrouble(level)) return false;
  if (isCore) return level === null ? null : true;
  return namesParts ? false : null;
}

/** What the page says of a period. Without an outage, only a complete list says that there was none. */
function downByPage({ entries, listed, scope, now }: Pick<ReportInput, 'entries' | 'listed' | 'scope' | 'now'>) {
  const reported = entries.filter(({ source }) => source === 'page');
  const outages = reported.filter((entry) => isOutage(entry) === true);
  const downMs = totalWithin(
    outages.map((entry) => statedPeriod(entry, now)),
    scope,
  );
  // An incident is dated by its page: the time from an earlier sign to its beginning was none, by the page.
  const knownMs = totalWithin([...listed, ...outages.map((entry) => outagePeriod(entry, now))], scope);
  const isNone = knownMs === scope.to - scope.from && reported.every((entry) => isOutage(entry) !== null);
  return outages.length > 0 || isNone ? { downMs, knownMs } : null;
}

/** The trouble within a period by each source. Degraded performance counts as trouble. */
export function downTimes({ entries, listed, seen, signals, scope, now }: ReportInput): DownTimes {
  const readMs = totalWithin(seen, scope);
  const troubled = seen.filter(({ level }) => level !== 'unknown' && isTrouble(level));
  const own = [...entries.flatMap((entry) => ownPeriods(entry, now)), ...signals];
  const ownMs = totalWithin(own, scope);
  return {
    page: downByPage({ entries, listed, scope, now }),
    seen: readMs > 0 ? { downMs: totalWithin(troubled, scope), knownMs: readMs } : null,
    own: ownMs === 0 ? null : ownMs,
  };
}

/** The times in which own messages failed within a period, apart from its outages, oldest first. */
export function signalsApart({ entries, signals, scope, now }: Omit<ReportInput, 'listed' | 'seen'>): Signal[] {
  const periods = entries.map((entry) => outagePeriod(entry, now));
  const overlap = (a: Period, b: Period) => a.from <= b.to && b.from <= a.to;
  return signals
    .filter((signal) => overlap(signal, scope) && !periods.some((period) => overlap(signal, period)))
    .sort((a, b) => a.from - b.from);
}

/** The period of one outage: from the first sign in any source to its end. */
export function outagePeriod(entry: TimelineEntry, now: number): Period {
  const { from, to } = statedPeriod(entry, now);
  return { from: Math.min(from, entry.sensedAt ?? from), to: Math.max(to, entry.seenAt ?? to) };
}

/** The incidents in a period of which the page does not say whether the chat was down. */
export function unclearEntries(entries: readonly TimelineEntry[], scope: Period, now: number): TimelineEntry[] {
  return entries.filter((entry) => {
    const { from, to } = statedPeriod(entry, now);
    return isOutage(entry) === null && from < scope.to && to >= scope.from;
  });
}

/** The outages of the chat in a scope, oldest first. */
export function reportedEntries(entries: readonly TimelineEntry[], scope: ReportScope, now: number): TimelineEntry[] {
  const isWanted = (entry: TimelineEntry) => {
    // While its report is open, the page may post the incident of an outage that only this browser had met.
    if (scope.kind === 'outage') return scope.key === entry.key || scope.key === entry.metKey;
    return isOutage(entry) === true && entry.startedAt < scope.to && (entry.endedAt ?? now) >= scope.from;
  };
  return entries.filter(isWanted).sort((a, b) => a.startedAt - b.startedAt);
}
