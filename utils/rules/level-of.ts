import type { UnknownReason } from '@/utils/model/failure';
import { isTrouble, type Level, worstOf } from '@/utils/model/level';
import { type Incident, isOpen, type Report, type StatusComponent } from '@/utils/model/report';

/** An open incident without a word for this long alarms nobody, as long as its status components are fine. */
const FORGOTTEN_AFTER_MS = 3 * 24 * 3_600_000;

/** Whose level is asked for. */
export interface Scope {
  coreIds: readonly string[];
  /** What incidents call it; null when that is no help. */
  name: string | null;
}

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
  if (coreIds.length === 0) return 'part_not_known';
  return core.length < coreIds.length ? 'missing_component' : 'unknown_word';
}

/** Lifts the level: names a core component, is about more than words (impact "none"), and is not forgotten. */
function isAlarming(incident: Incident, coreIds: ReadonlySet<string>, now: number): boolean {
  const namesCore = incident.componentIds.some((id) => coreIds.has(id));
  return namesCore && incident.impact !== 'none' && now - incident.updatedAt < FORGOTTEN_AFTER_MS;
}

/**
 * Whether an incident speaks of a core component that is in trouble: by id or, where it names no component at
 * all (incident.io never does), by the assistant's name in its title. That explains trouble; it does not make it.
 */
function isAbout(incident: Incident, coreIds: ReadonlySet<string>, name: string | null): boolean {
  if (incident.componentIds.length > 0) return incident.componentIds.some((id) => coreIds.has(id));
  return name !== null && incident.impact !== 'none' && incident.title.toLowerCase().includes(name.toLowerCase());
}

/**
 * What the list of parts says by itself. A page that lists trouble only says of a part that is not named that it
 * is well, and what it says of the others stands in its incidents; but a page that lists nothing at all says nothing.
 */
function levelOfComponents(report: Report, core: readonly StatusComponent[], wanted: number): Level {
  // Of a chat that nobody can find on the page, nothing is said either.
  if (report.components.length === 0 || wanted === 0) return 'unknown';
  if (report.lists === 'incidents') return 'operational';
  return worstOf([core.length < wanted ? 'unknown' : 'operational', ...core.map((component) => component.level)]);
}

/**
 * How well the given components work. The page's own summary word is not consulted: on 2026-09-22 Claude's
 * said "minor" over partial outages, and GitHub's said "none" over an open incident.
 */
export function levelOf(report: Report, { coreIds, name }: Scope, now: number): LevelFinding {
  const ids = new Set(coreIds);
  const open = report.incidents.filter(isOpen).sort(byWorstThenOldest);
  const core = report.components.filter((component) => ids.has(component.id));
  const ofComponents = levelOfComponents(report, core, ids.size);
  const alarming = open.filter((incident) => isAlarming(incident, ids, now));
  const lifted = alarming.flatMap((incident): Level[] => ['degraded', incident.level ?? 'degraded']);
  const level = worstOf([ofComponents, ...lifted]);

  const explaining = isTrouble(ofComponents) ? open.filter((incident) => isAbout(incident, ids, name)) : [];
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
  return levelOf(report, { coreIds: report.components.map((component) => component.id), name: null }, now);
}
