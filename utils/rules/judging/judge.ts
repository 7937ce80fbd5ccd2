import { type Assistant, countedIdsOf, type StatusPage, statusPageOf } from '@/utils/model/assistant';
import type { EvidenceEvent } from '@/utils/model/evidence';
import type { UnknownReason } from '@/utils/model/failure';
import { isTrouble, type Level } from '@/utils/model/level';
import { NEVER_READ, type PageMemory } from '@/utils/model/page-memory';
import { isUnderWay, type Maintenance, maintenancesOf, type Report, unnamedMaintenancesOf } from '@/utils/model/report';
import { nothingFound, type Verdict, type VerdictKind } from '@/utils/model/verdict';
import { evaluateRequestFailures } from '@/utils/rules/evidence/evaluate-failures';
import { levelOf, modelsOf, onlyPartsOf, type Scope } from './level';

const MINUTE = 60_000;

/** How old a report may be, given how often it is due: `stale` is said, `expired` makes the verdict unknown. */
export function ageLimits(intervalMs: number): { staleMs: number; expiredMs: number } {
  return { staleMs: Math.max(3 * intervalMs, 10 * MINUTE), expiredMs: Math.max(6 * intervalMs, 60 * MINUTE) };
}

/** A reading from the future was dated by a clock that has been set back since: it says nothing about now. */
export function ageOf(readAt: number, now: number, intervalMs: number): 'fresh' | 'stale' | 'expired' {
  const { staleMs, expiredMs } = ageLimits(intervalMs);
  if (readAt > now + MINUTE || now - readAt > expiredMs) return 'expired';
  return now - readAt > staleMs ? 'stale' : 'fresh';
}

/** The next first; one that names no start comes last. */
const byStart = (a: Maintenance, b: Maintenance): number =>
  (a.startsAt ?? Number.MAX_SAFE_INTEGER) - (b.startsAt ?? Number.MAX_SAFE_INTEGER);

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
    checkedAt: memory.readAt,
    failure: memory.failure?.kind ?? null,
    ...nothingFound(),
  };
}

export interface JudgeInput {
  assistant: Assistant;
  /** Undefined when nothing was ever tried. */
  memory: PageMemory | undefined;
  now: number;
  /** What the person's own requests met lately. */
  evidence?: readonly EvidenceEvent[];
  /** Parts that the person counts beside the chat itself. */
  parts?: readonly string[];
  /** How often the page is due at its calmest. */
  intervalMs: number;
}

/** What of a page counts for an assistant. */
export function scopeOf({ name }: Pick<Assistant, 'name'>, page: StatusPage, parts: readonly string[]): Scope {
  const { core, covers, pageId } = page;
  return { coreIds: countedIdsOf(page, parts), core, name, covers, isPageIdentified: pageId !== null };
}

/** Whether the page is about one assistant: as recorded, or because each component that it lists is one of its parts. */
function isAboutOne({ lists, components }: Report, { covers, core, features }: StatusPage): boolean {
  const own = new Set([...core, ...features].map(({ id }) => id));
  return (
    covers === 'one' || (lists === 'components' && components.length > 0 && components.every(({ id }) => own.has(id)))
  );
}

/** Maintenance that names no component concerns an assistant only where the page is about nothing else. */
function announced(report: Report, ids: readonly string[], page: StatusPage): Maintenance[] {
  return [...maintenancesOf(report, ids), ...(isAboutOne(report, page) ? unnamedMaintenancesOf(report) : [])];
}

/** The maintenances that are announced for an assistant. */
export function announcedMaintenances(
  report: Report,
  assistant: Pick<Assistant, 'name'>,
  page: StatusPage | null,
  parts: readonly string[],
): Maintenance[] {
  if (page === null) return [];
  // When it was read does not change which components count.
  const { ids } = levelOf(report, scopeOf(assistant, page, parts), 0);
  return announced(report, ids, page);
}

/**
 * The verdict on one assistant: what its page says of its core components, how fresh that is, and where the page
 * says nothing of trouble, what the person's own requests met.
 */
export function judge(input: JudgeInput): Verdict {
  const verdict = judgePage(input);
  const suspicion = evaluateRequestFailures(input.evidence ?? [], input.now);
  const isSilent = verdict.kind === 'up' || verdict.kind === 'unknown' || verdict.kind === 'suspected';
  return suspicion !== null && isSilent ? { ...verdict, kind: 'suspected', suspicion } : verdict;
}

function judgePage({ assistant, memory = NEVER_READ, parts = [], now, intervalMs }: JudgeInput): Verdict {
  const { report, readAt, failure } = memory;
  const page = statusPageOf(assistant, memory.address);
  if (page === null) return unknown(assistant, memory, assistant.unreadReason);
  if (report === null || readAt === null) return unknown(assistant, memory, failure?.kind ?? 'not_read_yet');
  const age = ageOf(readAt, now, intervalMs);
  if (age === 'expired') return unknown(assistant, memory, failure?.kind ?? 'too_old');

  const { ids, ...found } = levelOf(report, scopeOf(assistant, page, parts), now);
  const unnamed = unnamedMaintenancesOf(report);
  const ofCore = announced(report, ids, page);
  const maintenances = ofCore.filter(isUnderWay);
  const starts = found.incidents.map((incident) => incident.startedAt);
  const kind = found.suspicion === null ? kindOf(found.level) : 'suspected';
  const begun = kind === 'maintenance' ? maintenances.flatMap(({ startsAt }) => startsAt ?? []) : starts;
  return {
    ...found,
    assistantId: assistant.id,
    kind,
    since: (kind === 'trouble' || kind === 'maintenance') && begun.length > 0 ? Math.min(...begun) : null,
    checkedAt: readAt,
    isStale: age === 'stale',
    failure: failure?.kind ?? null,
    maintenances,
    ahead: ofCore.filter(({ phase }) => phase === 'scheduled').sort(byStart),
    onlyParts: kind === 'trouble' ? onlyPartsOf(page, report, parts, now) : [],
    pageMaintenances: isAboutOne(report, page)
      ? []
      : unnamed.filter(({ phase }) => phase !== 'completed' && phase !== 'cancelled'),
    models: found.incidents[0] === undefined ? [] : modelsOf(found.incidents[0], assistant.modelNames),
  };
}
