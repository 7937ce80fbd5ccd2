import type { UnknownReason } from '@/utils/model/failure';
import { isTrouble, type Level, worstOf } from '@/utils/model/level';
import { type Incident, isOpen, type Report, type StatusComponent } from '@/utils/model/report';

/** An open incident without a word for this long alarms nobody, as long as its status components are fine. */
const FORGOTTEN_AFTER_MS = 3 * 24 * 3_600_000;

export interface LevelFinding {
  level: Level;
  /** Set exactly when `level` is unknown. */
  reason: UnknownReason | null;
  /** Open incidents that the level rests on or that explain it, worst impact first. */
  incidents: Incident[];
  /** Open incidents that are only shown. */
  otherIncidents: Incident[];
}

const IMPACT_ORDER = ['critical', 'major', 'minor', 'unknown', 'maintenance', 'none'] as const;

const byWorstThenOldest = (a: Incident, b: Incident): number =>
  IMPACT_ORDER.indexOf(a.impact) - IMPACT_ORDER.indexOf(b.impact) || a.startedAt - b.startedAt;

function reasonFor(coreIds: readonly string[], core: readonly StatusComponent[]): UnknownReason {
  return core.length < coreIds.length ? 'missing_component' : 'unknown_word';
}

/** Lifts the level: names a core component, is about more than words (impact "none"), and is not forgotten. */
function isAlarming(incident: Incident, coreIds: ReadonlySet<string>, now: number): boolean {
  const namesCore = incident.componentIds.some((id) => coreIds.has(id));
  return namesCore && incident.impact !== 'none' && now - incident.updatedAt < FORGOTTEN_AFTER_MS;
}

/**
 * How well the given components work. The page's own summary word is not consulted: on 2026-09-22 Claude's
 * said "minor" over partial outages, and GitHub's said "none" over an open incident.
 */
export function levelOf(report: Report, coreIds: readonly string[], now: number): LevelFinding {
  const ids = new Set(coreIds);
  const open = report.incidents.filter(isOpen).sort(byWorstThenOldest);
  const core = report.components.filter((component) => ids.has(component.id));
  const listed: Level = report.components.length === 0 || core.length < ids.size ? 'unknown' : 'operational';
  const ofComponents = worstOf([listed, ...core.map((component) => component.level)]);
  const alarming = open.filter((incident) => isAlarming(incident, ids, now));
  const level = worstOf([ofComponents, ...(alarming.length > 0 ? (['degraded'] as const) : [])]);

  // An incident that names nothing explains a core component in trouble, but does not make it one.
  const explaining = open.filter((incident) =>
    incident.componentIds.length === 0
      ? isTrouble(level) && incident.impact !== 'none' && now - incident.updatedAt < FORGOTTEN_AFTER_MS
      : isTrouble(ofComponents) && incident.componentIds.some((id) => ids.has(id)),
  );
  const incidents = open.filter((incident) => alarming.includes(incident) || explaining.includes(incident));
  return {
    level,
    reason: level !== 'unknown' ? null : report.components.length === 0 ? 'empty_list' : reasonFor([...ids], core),
    incidents,
    otherIncidents: open.filter((incident) => !incidents.includes(incident)),
  };
}

/** How well everything works that the page lists. */
export function levelOfAll(report: Report, now: number): LevelFinding {
  return levelOf(
    report,
    report.components.map((component) => component.id),
    now,
  );
}
