import * as clock from '@/utils/browser/clock';
import { ownHomepage, ownVersion, readLog } from '@/utils/browser/failure-log';
import { optionsItem, statusItem } from '@/utils/browser/storage';
import type { AssistantId } from '@/utils/model/assistant';
import type { Sightings } from '@/utils/model/blind-spot';
import type { Episode } from '@/utils/model/episode';
import type { LogEntry } from '@/utils/model/failure';
import type { Decision } from '@/utils/model/notification';
import { EMPTY_STATUS, type Status } from '@/utils/model/status';
import type { PageMemory } from '@/utils/model/status-page';
import { hashOf } from '@/utils/model/text';
import type { Verdict } from '@/utils/model/verdict';
import { blindSpots } from '@/utils/rules/sightings/blind-spots';

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

/**
 * The id of an incident as its page gives it. Feeds use addresses as ids, and some pages the title, so what is more than an
 * identifier is replaced by its hash, which still tells two incidents apart.
 */
const pageIdOf = ({ id }: { id: string }): string => (/^[\w-]{1,60}$/.test(id) ? id : `#${hashOf(id)}`);

const verdictOf = ({ kind, level, reason, isStale, checkedAt, since, incidents, maintenances }: Verdict) => ({
  kind,
  level,
  reason,
  isStale,
  checkedAt: timeOf(checkedAt),
  since: timeOf(since),
  incidents: incidents.map((one) => ({ id: pageIdOf(one), impact: one.impact, phase: one.phase })),
  maintenances: maintenances.map((one) => ({ id: pageIdOf(one), phase: one.phase })),
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

const decisionOf = ({ at, assistantId, about, isTold, reason }: Decision) => ({
  at: timeOf(at),
  assistantId,
  about,
  isTold,
  reason,
});

/** "Chrome/156" or "Firefox/153": the name and version alone. */
export function browserOf(userAgent: string): string | null {
  return /\b(?:Firefox|Edg|OPR)\/\d+/.exec(userAgent)?.[0] ?? /Chrome\/\d+/.exec(userAgent)?.[0] ?? null;
}

const sightingOf = ({ fault, content, page, chat, sentAt, visits, composer }: Sightings) => ({
  fault: fault && { kind: fault.kind, since: timeOf(fault.since), tries: fault.tries },
  changedAt: timeOf(content?.changedAt ?? null),
  isPageAllowed: page?.isHeld ?? null,
  isChatAllowed: chat?.isHeld ?? null,
  sentAt: timeOf(sentAt),
  visitDays: visits.days,
  composerFoundAt: timeOf(composer.foundAt),
  composerMissedAt: timeOf(composer.missedAt),
});

function entryOf(entry: LogEntry) {
  const { kind } = entry;
  const at = timeOf(entry.at);
  switch (entry.kind) {
    case 'call_failed':
      return { at, kind, call: entry.call, error: entry.error };
    case 'read_failed':
      return { at, kind, assistantId: entry.assistantId, failure: entry.failure, httpStatus: entry.status };
    case 'decision':
      return { kind, ...decisionOf(entry) };
  }
}

/**
 * Diagnostic data as text that can be posted in public. Every field is picked by name, so that new ones are not included by
 * accident: no title, text or address from a page, and of the options only which assistants are watched. `version` is the
 * extension's; `log` has the newest entry first.
 */
export function bugReport(
  status: Status,
  watched: readonly AssistantId[],
  { version, browser = null, log }: { version: string; browser?: string | null; log: readonly LogEntry[] },
  now: number,
): string {
  const each = <T, R>(record: Partial<Record<AssistantId, T>>, pick: (value: T) => R) =>
    Object.fromEntries(watched.flatMap((id) => (record[id] === undefined ? [] : [[id, pick(record[id])]])));
  const report = {
    understudy: version,
    browser,
    at: timeOf(now),
    isOnline: status.isOnline,
    tickedAt: timeOf(status.tickedAt),
    storageTrouble: status.storageTrouble,
    watched,
    pages: each(status.pages, pageOf),
    verdicts: each(status.verdicts, verdictOf),
    sightings: each(status.sightings, sightingOf),
    blindSpots: blindSpots(now, status, { watched, planB: [] }).map(({ kind, assistantId, since }) => ({
      kind,
      assistantId,
      since: timeOf(since),
    })),
    episodes: each(status.episodes, episodeOf),
    decisions: status.decisions.filter(({ assistantId }) => watched.includes(assistantId)).map(decisionOf),
    log: log.filter((entry) => entry.kind === 'call_failed' || watched.includes(entry.assistantId)).map(entryOf),
  };
  return JSON.stringify(report, null, 2);
}

/** The bug report as of now. A status that cannot be read is reported as such. */
export async function readBugReport(): Promise<string> {
  const unreadable: Status = { ...EMPTY_STATUS, storageTrouble: 'failing' };
  const [status, { watched }, log] = await Promise.all([
    statusItem.read().catch(() => unreadable),
    optionsItem.read(),
    readLog(),
  ]);
  return bugReport(
    status,
    watched,
    { version: ownVersion(), browser: browserOf(navigator.userAgent), log },
    clock.now(),
  );
}

/** A page of the project; null if the build names no home page. */
function projectUrl(path: string): string | null {
  const home = ownHomepage();
  return home === null ? null : `${home.replace(/\/$/, '')}/${path}`;
}

/** Where a problem is reported. */
export const issueFormUrl = (): string | null => projectUrl('issues/new');

/** Where the project says what is new in each version. */
export const newsUrl = (): string | null => projectUrl('releases');
