import type { MaintenanceChange, MaintenanceChangeKind, MaintenanceMemory } from '@/utils/model/change';
import { isUnderWay, type Maintenance } from '@/utils/model/report';
import type { Verdict } from '@/utils/model/verdict';

const HOUR = 3_600_000;
/** A maintenance missing from an older copy of the page is remembered this long, so that it is not announced again. */
const GONE_KEPT_FOR_MS = 24 * HOUR;

type Told = Pick<MaintenanceMemory, 'id' | 'title' | 'startsAt' | 'endsAt'>;

const FINAL = new Set<MaintenanceChangeKind>(['maintenance_done', 'maintenance_cancelled']);

export interface MaintenanceInput {
  verdict: Verdict;
  /** Every maintenance that the page lists. */
  listed: readonly Maintenance[];
  remembered: readonly MaintenanceMemory[];
  now: number;
  /** Advance notice in hours; null for none. */
  noticeHours: number | null;
}

export interface MaintenanceStep {
  remembered: MaintenanceMemory[];
  changes: MaintenanceChange[];
}

/** The steps that a maintenance has reached, in order. */
function stepsOf(maintenance: Maintenance, now: number, noticeHours: number | null): MaintenanceChangeKind[] {
  const isOver = maintenance.phase === 'completed';
  const hasBegun = isUnderWay(maintenance) || isOver;
  const isOverrun = isUnderWay(maintenance) && maintenance.endsAt !== null && now > maintenance.endsAt;
  const isAhead = !hasBegun && now < (maintenance.endsAt ?? maintenance.startsAt ?? Number.POSITIVE_INFINITY);
  const waitMs = maintenance.startsAt === null ? Number.POSITIVE_INFINITY : maintenance.startsAt - now;
  const isNear = noticeHours !== null && isAhead && waitMs <= noticeHours * HOUR;
  return [
    'maintenance_announced',
    ...(isNear ? (['maintenance_ahead'] as const) : []),
    ...(hasBegun ? (['maintenance_started'] as const) : []),
    ...(isOverrun ? (['maintenance_overrun'] as const) : []),
    ...(isOver ? (['maintenance_done'] as const) : []),
    ...(maintenance.phase === 'cancelled' ? (['maintenance_cancelled'] as const) : []),
  ];
}

/**
 * The final step of a maintenance that disappeared from the page: the summary drops completed and canceled ones alike.
 * Completed if its start had passed, canceled otherwise. Null if no start was ever stated, because then it is unknown.
 */
function finalStepOf(memory: MaintenanceMemory, now: number): MaintenanceChangeKind | null {
  const hasStarted = memory.noticed.includes('maintenance_started');
  if (!hasStarted && memory.startsAt === null) return null;
  const hasBegun = hasStarted || now >= (memory.startsAt ?? now);
  return hasBegun ? 'maintenance_done' : 'maintenance_cancelled';
}

/** Changes of the core components' maintenances since the last reading. Each step is reported once. */
export function detectMaintenance({
  verdict,
  listed,
  remembered,
  now,
  noticeHours,
}: MaintenanceInput): MaintenanceStep {
  // Without a valid reading, an empty list means nothing.
  if (verdict.level === 'unknown' || verdict.isStale) return { remembered: [...remembered], changes: [] };
  const changes: MaintenanceChange[] = [];
  const next: MaintenanceMemory[] = [];
  const note = (kind: MaintenanceChangeKind, { id: maintenanceId, title, startsAt, endsAt }: Told) =>
    changes.push({ kind, assistantId: verdict.assistantId, maintenanceId, title, at: now, startsAt, endsAt });

  for (const maintenance of listed) {
    const before = remembered.find(({ id }) => id === maintenance.id);
    const steps = stepsOf(maintenance, now, noticeHours);
    const isPast = steps.some((step) => FINAL.has(step));
    // A maintenance that is over when first seen is not news.
    if (before === undefined && isPast) continue;
    const { id, title, endsAt } = maintenance;
    // A start that is no longer stated, or is stated for the first time, was not moved.
    const startsAt = maintenance.startsAt ?? before?.startsAt ?? null;
    const isMoved = before !== undefined && before.startsAt !== null && before.startsAt !== startsAt;
    if (isMoved) note('maintenance_rescheduled', maintenance);
    // A maintenance that is listed again and not over was neither completed nor canceled.
    const kept = (before?.noticed ?? []).filter(
      (step) => !(isMoved && step === 'maintenance_ahead') && (isPast || !FINAL.has(step)),
    );
    for (const step of steps) if (!kept.includes(step)) note(step, maintenance);
    if (!isPast) next.push({ id, title, startsAt, endsAt, goneAt: null, noticed: [...new Set([...kept, ...steps])] });
  }
  for (const memory of remembered) {
    if (listed.some(({ id }) => id === memory.id)) continue;
    if (memory.goneAt === null) {
      const last = finalStepOf(memory, now);
      if (last !== null) note(last, memory);
      next.push({ ...memory, goneAt: now, noticed: [...memory.noticed, ...(last === null ? [] : [last])] });
    } else if (Math.abs(now - memory.goneAt) < GONE_KEPT_FOR_MS) {
      next.push(memory);
    }
  }
  return { remembered: next, changes };
}
