import type { Assistant } from '@/utils/model/assistant';
import type { UnknownReason } from '@/utils/model/failure';
import { isTrouble, type Level } from '@/utils/model/level';
import { NEVER_READ, type PageMemory } from '@/utils/model/page-memory';
import { isUnderWay } from '@/utils/model/report';
import type { Verdict, VerdictKind } from '@/utils/model/verdict';
import { levelOf } from './level-of';

const MINUTE = 60_000;

/** How old a report may be, given how often it is due: `stale` is said, `expired` makes the verdict unknown. */
export function ageLimits(intervalMs: number): { staleMs: number; expiredMs: number } {
  return { staleMs: Math.max(3 * intervalMs, 10 * MINUTE), expiredMs: Math.max(6 * intervalMs, 60 * MINUTE) };
}

function kindOf(level: Level): VerdictKind {
  if (level === 'unknown' || level === 'maintenance') return level;
  return isTrouble(level) ? 'trouble' : 'up';
}

function unknown(assistant: Assistant, memory: PageMemory, reason: UnknownReason): Verdict {
  return {
    assistantId: assistant.id,
    kind: 'unknown',
    level: 'unknown',
    reason,
    since: null,
    checkedAt: memory.readAt,
    isStale: false,
    failure: memory.failure?.kind ?? null,
    incidents: [],
    otherIncidents: [],
    maintenances: [],
  };
}

export interface JudgeInput {
  assistant: Assistant;
  /** Undefined when nothing was ever tried. */
  memory: PageMemory | undefined;
  now: number;
  /** How often the page is due at its calmest. */
  intervalMs: number;
}

/** The verdict on one assistant: what its page says of its core components, and how fresh that is. */
export function judge({ assistant, memory = NEVER_READ, now, intervalMs }: JudgeInput): Verdict {
  const { report, readAt, failure } = memory;
  if (report === null || readAt === null) return unknown(assistant, memory, failure?.kind ?? 'not_read_yet');
  const limits = ageLimits(intervalMs);
  const ageMs = now - readAt;
  if (ageMs > limits.expiredMs) return unknown(assistant, memory, failure?.kind ?? 'too_old');

  const coreIds = assistant.core.map((part) => part.id);
  const found = levelOf(report, coreIds, now);
  const maintenances = report.maintenances.filter(
    (maintenance) => isUnderWay(maintenance) && maintenance.componentIds.some((id) => coreIds.includes(id)),
  );
  const starts = found.incidents.map((incident) => incident.startedAt);
  const kind = kindOf(found.level);
  const begun = kind === 'maintenance' ? maintenances.map((maintenance) => maintenance.startsAt) : starts;
  return {
    assistantId: assistant.id,
    kind,
    level: found.level,
    reason: found.reason,
    since: (kind === 'trouble' || kind === 'maintenance') && begun.length > 0 ? Math.min(...begun) : null,
    checkedAt: readAt,
    isStale: ageMs > limits.staleMs,
    failure: failure?.kind ?? null,
    incidents: found.incidents,
    otherIncidents: found.otherIncidents,
    maintenances,
  };
}
