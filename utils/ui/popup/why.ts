import { decisionWords } from '@/utils/i18n/log-words';
import { clockTime, plural } from '@/utils/i18n/moments';
import type { Speech } from '@/utils/i18n/speech';
import type { AssistantId } from '@/utils/model/assistant';
import type { Episode } from '@/utils/model/episode';
import type { LogEntry } from '@/utils/model/failure';
import type { PageMemory } from '@/utils/model/page-memory';
import type { Status } from '@/utils/model/status';
import type { Verdict } from '@/utils/model/verdict';
import { assistantOf } from '@/utils/ui/page-registry';
import { type Timed, timed } from '@/utils/ui/text';

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

function entryOf(entry: LogEntry) {
  const { kind } = entry;
  const at = timeOf(entry.at);
  switch (entry.kind) {
    case 'call_failed':
      return { at, kind, call: entry.call, error: entry.error };
    case 'read_failed':
      return { at, kind, assistantId: entry.assistantId, failure: entry.failure, httpStatus: entry.status };
    case 'decision':
      return {
        at,
        kind,
        assistantId: entry.assistantId,
        about: entry.about,
        isTold: entry.isTold,
        reason: entry.reason,
      };
  }
}

/** What else a report is made of. */
export interface ReportContext {
  /** Ours. */
  version: string;
  /** The newest entry first. */
  log: readonly LogEntry[];
}

/**
 * What helps to find a fault, as text to be pasted in public. Everything in it is picked by name: no title, text
 * or address that a page sent, nothing that the person chose but whom they watch, and nothing added later by chance.
 */
export function bugReport(
  status: Status,
  watched: readonly AssistantId[],
  { version, log }: ReportContext,
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
    watched,
    pages: each(status.pages, pageOf),
    verdicts: each(status.verdicts, verdictOf),
    episodes: each(status.episodes, episodeOf),
    decisions: status.decisions
      .filter(({ assistantId }) => watched.includes(assistantId))
      .map(({ at, assistantId, about, isTold, reason }) => ({ at: timeOf(at), assistantId, about, isTold, reason })),
    log: log.filter((entry) => entry.kind === 'call_failed' || watched.includes(entry.assistantId)).map(entryOf),
  };
  return JSON.stringify(report, null, 2);
}

const SHOWN = 50;

export interface WhyLine {
  key: string;
  /** "Claude, 14:26" */
  at: Timed;
  what: string;
  why: string;
  isTold: boolean;
}

/** What came up and why it was told or not, and how the watcher itself is. */
export interface PopupWhy {
  decisions: WhyLine[];
  /** Said where nothing came up. */
  nothing: string;
  health: {
    heading: string;
    tick: Timed;
    /** When something damaged was set aside; null when that never happened. */
    repaired: Timed | null;
    pages: { assistantId: AssistantId; text: string; failure: string | null }[];
  };
  report: { label: string; what: string; text: string };
}

function healthOf(id: AssistantId, memory: PageMemory | undefined, speech: Speech) {
  const { t } = speech;
  const { name } = assistantOf(id);
  const readAt = memory?.readAt ?? null;
  const text = readAt === null ? t('health_never', name) : t('health_read', name, clockTime(readAt, speech));
  if (memory === undefined || memory.failure === null) return { assistantId: id, text, failure: null };
  const tried = memory.triedAt === null ? '' : clockTime(memory.triedAt, speech);
  const attempts = plural('health_failed', memory.failures, speech, tried);
  return { assistantId: id, text, failure: `${t(`reason_${memory.failure.kind}`)} ${attempts}` };
}

export function popupWhy(
  status: Status,
  watched: readonly AssistantId[],
  about: ReportContext,
  speech: Speech,
): PopupWhy {
  const { t, now } = speech;
  const tick = status.tickedAt === null ? t('health_no_tick') : t('health_tick', clockTime(status.tickedAt, speech));
  return {
    decisions: status.decisions.slice(0, SHOWN).map((decision, index) => {
      const { name } = assistantOf(decision.assistantId);
      const at = timed(t('popup_why_line', name, clockTime(decision.at, speech)), decision.at, speech);
      return { key: `${decision.at} ${index}`, at, ...decisionWords(decision, speech), isTold: decision.isTold };
    }),
    nothing: t('popup_why_nothing'),
    health: {
      heading: t('health_heading'),
      tick: timed(tick, status.tickedAt, speech),
      repaired:
        status.repairedAt === null
          ? null
          : timed(t('health_repaired', clockTime(status.repairedAt, speech)), status.repairedAt, speech),
      pages: watched.map((id) => healthOf(id, status.pages[id], speech)),
    },
    report: {
      label: t('popup_why_report'),
      what: t('popup_why_report_what'),
      text: bugReport(status, watched, about, now),
    },
  };
}
