import {
  type Assistant,
  type AssistantId,
  type AssistantPart,
  countedIdsOf,
  type Dependency,
  isCoreKnown,
  type StatusPage,
  statusPageOf,
} from '@/utils/model/assistant';
import type { Episode } from '@/utils/model/episode';
import type { EvidenceEvent } from '@/utils/model/evidence';
import type { UnknownReason } from '@/utils/model/failure';
import { isTrouble, isWorse, type Level } from '@/utils/model/level';
import {
  byStart,
  isUnderWay,
  type Maintenance,
  maintenancesOf,
  type Report,
  unnamedMaintenancesOf,
} from '@/utils/model/report';
import type { Status } from '@/utils/model/status';
import { NEVER_READ, type PageMemory } from '@/utils/model/status-page';
import { nothingFound, type Verdict, type VerdictKind } from '@/utils/model/verdict';
import { evaluateRequestFailures, evaluateSlowness } from '@/utils/rules/evidence/evaluate-failures';
import { chosenCoreOf, wantedCoreOf, withFoundCore } from './find-core';
import { levelOf, levelOfWholePage, modelsOf, onlyPartsOf, type Scope } from './level';
import { setAsideOtherModels } from './other-models';

const MINUTE = 60_000;

/**
 * Age limits of a report for a poll interval: from `staleMs` on its age is shown, from `expiredMs` on the verdict is
 * unknown.
 */
export function ageLimits(intervalMs: number): { staleMs: number; expiredMs: number } {
  return { staleMs: Math.max(3 * intervalMs, 10 * MINUTE), expiredMs: Math.max(6 * intervalMs, 60 * MINUTE) };
}

/** A reading from the future counts as expired: the clock has been set back since. */
export function ageOf(readAt: number, now: number, intervalMs: number): 'fresh' | 'stale' | 'expired' {
  const { staleMs, expiredMs } = ageLimits(intervalMs);
  if (readAt > now + MINUTE || now - readAt > expiredMs) return 'expired';
  return now - readAt > staleMs ? 'stale' : 'fresh';
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
    checkedAt: memory.readAt,
    failure: memory.failure?.kind ?? null,
    ...nothingFound(),
  };
}

export interface JudgeInput {
  assistant: Assistant;
  /** Undefined if nothing was ever tried. */
  memory: PageMemory | undefined;
  now: number;
  /** Recent outcomes of the user's own requests. */
  evidence?: readonly EvidenceEvent[];
  /** Ids of parts that the user counts in addition to the core. */
  parts?: readonly string[];
  /** Families of models that the user uses; empty for all. */
  models?: readonly string[];
  /** The longest poll interval of the page. */
  intervalMs: number;
}

/** The components of a page that count for an assistant. */
export function scopeOf(
  { name }: Pick<Assistant, 'name'>,
  page: StatusPage,
  parts: readonly string[],
  { report, foundParts }: { report: Report; foundParts: readonly AssistantPart[] },
): Scope {
  const wanted = wantedCoreOf(page, report, foundParts);
  const chosen = chosenCoreOf(page, report, parts);
  // Every ticked component has to be listed: with one of them as the core, the others count like parts besides it.
  const counted = chosen.length > 0 ? { core: chosen.slice(0, 1), coreIds: chosen.map(({ id }) => id) } : null;
  return { ...wanted, coreIds: countedIdsOf(page, parts), ...counted, name, covers: page.covers };
}

/** Whether an assistant is judged by its whole page: no core is known, and the user has ticked no component. */
function isByWholePage(page: StatusPage, parts: readonly string[]): boolean {
  return !isCoreKnown(page) && parts.length === 0;
}

/** Whether the page covers one assistant only: as recorded, or because every listed component is one of its parts. */
function isAboutOne({ lists, components }: Report, { covers, core, features }: StatusPage): boolean {
  const own = new Set([...core, ...features].map(({ id }) => id));
  return (
    covers === 'one' || (lists === 'components' && components.length > 0 && components.every(({ id }) => own.has(id)))
  );
}

/** Maintenance that names no component concerns an assistant only if the page covers nothing else. */
function announced(report: Report, ids: readonly string[], page: StatusPage): Maintenance[] {
  return [...maintenancesOf(report, ids), ...(isAboutOne(report, page) ? unnamedMaintenancesOf(report) : [])];
}

/** Ids of the components that decide the level of an assistant. */
function decidingIds(
  report: Report,
  foundParts: PageMemory['foundParts'],
  assistant: Pick<Assistant, 'name'>,
  page: StatusPage,
  parts: readonly string[],
): string[] {
  // The time of the reading does not affect which components count.
  return levelOf(report, scopeOf(assistant, page, parts, { report, foundParts }), 0).ids;
}

/** The maintenances that are announced for an assistant. */
export function announcedMaintenances(
  { report, foundParts }: Pick<PageMemory, 'report' | 'foundParts'>,
  assistant: Pick<Assistant, 'name'>,
  page: StatusPage | null,
  parts: readonly string[],
): Maintenance[] {
  if (page === null || report === null) return [];
  const ids = decidingIds(report, foundParts, assistant, page, parts);
  return announced(report, ids, withFoundCore(page, { report, foundParts }, parts));
}

const isFailing = (report: Report, id: string): boolean =>
  isTrouble(levelOf(report, { coreIds: [id], name: null }, 0).level);

/** Ids of the components with an issue that decide the level of an assistant. */
export function failingIdsOf(
  { report, foundParts }: Pick<PageMemory, 'report' | 'foundParts'>,
  assistant: Pick<Assistant, 'name'>,
  page: StatusPage | null,
  parts: readonly string[],
): string[] {
  if (page === null || report === null) return [];
  return decidingIds(report, foundParts, assistant, page, parts).filter((id) => isFailing(report, id));
}

/** Whether everything that failed in an outage still does, and none of it counts any more. */
export function isUncounted(
  { failingIds = [] }: Pick<Episode, 'failingIds'>,
  { report, foundParts }: Pick<PageMemory, 'report' | 'foundParts'>,
  assistant: Pick<Assistant, 'name'>,
  page: StatusPage | null,
  parts: readonly string[],
): boolean {
  if (page === null || report === null || failingIds.length === 0) return false;
  const counted = decidingIds(report, foundParts, assistant, page, parts);
  return failingIds.every((id) => !counted.includes(id) && isFailing(report, id));
}

/**
 * Judges one assistant: by its page's core components and their freshness and, if the page reports no issue, by the
 * user's own requests.
 */
export function judge(input: JudgeInput): Verdict {
  const verdict = judgeForModels(input);
  const suspicion = evaluateRequestFailures(input.evidence ?? [], input.now);
  const reportsNoTrouble = verdict.kind === 'up' || verdict.kind === 'unknown' || verdict.kind === 'suspected';
  if (suspicion !== null && reportsNoTrouble) {
    const reported = verdict.suspicion?.source === 'page' ? verdict.suspicion : undefined;
    return { ...verdict, kind: 'suspected', suspicion: { ...suspicion, reported } };
  }
  const slow = verdict.kind === 'up' ? evaluateSlowness(input.evidence ?? [], input.now) : null;
  return slow === null ? verdict : { ...verdict, kind: 'suspected', suspicion: slow };
}

/** Incidents that concern only models that the user does not use are listed, and change nothing else. */
function judgeForModels(input: JudgeInput): Verdict {
  const verdict = judgePage(input);
  const { assistant, memory, models = [] } = input;
  const isAffected = verdict.kind === 'trouble' || verdict.kind === 'suspected';
  if (models.length === 0 || !isAffected || memory?.report == null) return verdict;
  const { report, incidents, names } = setAsideOtherModels(memory.report, verdict.incidents, assistant, models);
  if (incidents.length === 0) return verdict;
  const rest = judgePage({ ...input, memory: { ...memory, report } });
  return { ...rest, otherIncidents: [...incidents, ...rest.otherIncidents], otherModels: names };
}

function judgePage({ assistant, memory = NEVER_READ, parts = [], now, intervalMs }: JudgeInput): Verdict {
  const { report, readAt, failure, foundParts } = memory;
  const recorded = statusPageOf(assistant, memory.address);
  if (recorded === null) return unknown(assistant, memory, assistant.unreadReason);
  if (report === null || readAt === null) return unknown(assistant, memory, failure?.kind ?? 'not_read_yet');
  const age = ageOf(readAt, now, intervalMs);
  if (age === 'expired') return unknown(assistant, memory, failure?.kind ?? 'too_old');

  const isWhole = isByWholePage(recorded, parts);
  const { ids, ...found } = isWhole
    ? levelOfWholePage(report, now)
    : levelOf(report, scopeOf(assistant, recorded, parts, { report, foundParts }), now);
  const page = withFoundCore(recorded, memory, parts);
  // Any maintenance of a whole page may concern another part than the chat, so all are only listed.
  const named = isWhole
    ? maintenancesOf(
        report,
        report.components.map(({ id }) => id),
      )
    : [];
  const unnamed = [...unnamedMaintenancesOf(report), ...named];
  const ofCore = announced(report, ids, page);
  const maintenances = ofCore.filter(isUnderWay);
  const starts = found.incidents.map((incident) => incident.startedAt);
  const kind = found.suspicion === null ? kindOf(found.level) : 'suspected';
  // One that begins early still states its planned start, which is not when it began.
  const planned = maintenances.flatMap(({ startsAt }) => (startsAt !== null && startsAt <= now ? [startsAt] : []));
  const begun = kind === 'maintenance' ? planned : starts;
  return {
    ...found,
    assistantId: assistant.id,
    kind,
    isByWholePage: isWhole,
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
    otherModels: [],
  };
}

/** A dependency of an assistant that has an outage. */
export interface FailingDependency {
  assistantId: AssistantId;
  level: Level;
}

/** Level of a dependency: of the used parts if the page lists them, otherwise of the whole assistant. */
function levelOfDependency(
  { assistantId, partIds }: Dependency,
  status: Pick<Status, 'pages' | 'verdicts'>,
  now: number,
): Level {
  const { report = null, readAt = null } = status.pages[assistantId] ?? {};
  if (report === null || readAt === null || ageOf(readAt, now, 0) === 'expired') return 'unknown';
  const listed = partIds.filter((id) => report.components.some((component) => component.id === id));
  if (listed.length > 0) return levelOf(report, { coreIds: listed, name: null }, now).level;
  return status.verdicts[assistantId]?.level ?? 'unknown';
}

/** The dependency with the worst outage; null if no outage is known. */
export function failingDependencyOf(
  { dependsOn }: Pick<Assistant, 'dependsOn'>,
  status: Pick<Status, 'pages' | 'verdicts'>,
  now: number,
): FailingDependency | null {
  return dependsOn.reduce<FailingDependency | null>((worst, dependency) => {
    const level = levelOfDependency(dependency, status, now);
    const isNews = isTrouble(level) && (worst === null || isWorse(level, worst.level));
    return isNews ? { assistantId: dependency.assistantId, level } : worst;
  }, null);
}
