import { type AssistantPart, coreIdsOf, type StatusPage } from '@/utils/model/assistant';
import type { PageSuspicion } from '@/utils/model/evidence';
import type { UnknownReason } from '@/utils/model/failure';
import { isTrouble, type KnownLevel, type Level, worstOf } from '@/utils/model/level';
import {
  byWorstImpact,
  type Impact,
  type Incident,
  isMajor,
  isOpen,
  type Report,
  type StatusComponent,
} from '@/utils/model/report';
import { findCore, mentions, type UnclearPart, type WantedCore } from './find-core';

/** An incident without an update for this long no longer shows a banner or notifies. Its level stays. */
const SILENT_AFTER_MS = 3 * 24 * 3_600_000;

/** The assistant and parts to judge. */
export interface Scope extends Partial<Omit<WantedCore, 'core'>> {
  /** Ids of the deciding parts: the core, and others that the user counts. */
  coreIds: readonly string[];
  /** The core with its recorded names. Default: every part of `coreIds`, without a name. */
  core?: readonly AssistantPart[];
  /** The assistant's name in incident titles; null if the name is too generic. */
  name: string | null;
  /** Default: several. */
  covers?: 'one' | 'several';
}

interface LevelFinding {
  level: Level;
  /** Set exactly when `level` is unknown. */
  reason: UnknownReason | null;
  /** Open incidents that the level rests on or that explain it, worst impact first. */
  incidents: Incident[];
  /** Open incidents that are only shown. */
  otherIncidents: Incident[];
  /** Set if an open incident makes an issue possible over operational components. */
  suspicion: PageSuspicion | null;
  /** Names of parts that the page no longer lists, while others decide. */
  missingParts: string[];
  isMatchedByName: boolean;
  /** Names of core parts that cannot be told from other components; the reason says why. */
  unclearParts: string[];
  /** When the incidents that the level rests on were last updated, if that is more than three days ago. */
  silentSince: number | null;
  /** Ids of the components that decided. */
  ids: string[];
}

const byWorstThenOldest = (a: Incident, b: Incident): number =>
  byWorstImpact(a.impact, b.impact) || a.startedAt - b.startedAt;

/** How an open incident affects the level. */
type Effect =
  | { kind: 'listed' }
  /** It belongs to an outage that the components show, or to a fix that is being monitored. */
  | { kind: 'explains' }
  | { kind: 'lifts'; level: Level }
  | { kind: 'suspects'; why: PageSuspicion['why'] };

interface Situation {
  report: Report;
  /** The deciding components, as listed on the page. */
  components: readonly StatusComponent[];
  ids: ReadonlySet<string>;
  /** Their level before incidents are applied. */
  level: Level;
  name: string | null;
  covers: 'one' | 'several';
}

/** Effect of an incident that names a deciding component. */
function effectOfNamed(incident: Incident, { report, components, ids }: Situation): Effect {
  if (incident.kind === 'information') return { kind: 'suspects', why: 'information' };
  if (incident.impact === 'none') return { kind: 'listed' };
  const isMonitored = incident.phase === 'monitoring';
  if (report.lists === 'incidents' || incident.level !== null) {
    // The page states no component levels, so only the incident's own level is available.
    if (isMonitored && !isTrouble(incident.level ?? 'operational')) return { kind: 'explains' };
    return { kind: 'lifts', level: worstOf(['degraded', incident.level ?? 'degraded']) };
  }
  const named = components.filter(({ id }) => incident.componentIds.includes(id));
  if (named.some(({ level }) => isTrouble(level))) return { kind: 'explains' };
  if (isMonitored) return { kind: 'explains' };
  if (isMajor(incident)) return { kind: 'lifts', level: 'degraded' };
  // A named component is not operational, which explains the incident.
  const isExplained = report.components.some(
    ({ id, level }) => incident.componentIds.includes(id) && level !== 'operational' && level !== 'unknown',
  );
  const isUnknown = named.some(({ level }) => level === 'unknown');
  return isExplained || isUnknown || ids.size === 0
    ? { kind: 'listed' }
    : { kind: 'suspects', why: 'names_operational' };
}

/** Effect of an incident that names no component. */
function effectOfUnnamed(incident: Incident, { level, name, covers }: Situation): Effect {
  if (incident.kind === 'information' || incident.impact === 'none') return { kind: 'listed' };
  // incident.io never names components, so a title that names the assistant explains an outage of the components. It
  // causes none.
  if (isTrouble(level)) {
    return name !== null && mentions(incident.title, name) ? { kind: 'explains' } : { kind: 'listed' };
  }
  if (level !== 'operational' || !isMajor(incident) || incident.phase === 'monitoring') return { kind: 'listed' };
  return covers === 'one' ? { kind: 'lifts', level: 'degraded' } : { kind: 'suspects', why: 'names_nothing' };
}

function effectOf(incident: Incident, situation: Situation): Effect {
  // Maintenance that was posted as an incident is listed among the maintenances.
  if (incident.impact === 'maintenance') return { kind: 'listed' };
  if (incident.componentIds.length === 0) return effectOfUnnamed(incident, situation);
  return incident.componentIds.some((id) => situation.ids.has(id))
    ? effectOfNamed(incident, situation)
    : { kind: 'listed' };
}

/**
 * A page that lists only incidents has no component list in which a part could be missing. An open incident of a
 * component with the recorded name and another id means that the recorded id is outdated.
 */
function hasNewId(report: Report, open: readonly Incident[], parts: readonly AssistantPart[]): boolean {
  if (report.lists !== 'incidents') return false;
  const known = new Set(parts.map(({ id }) => id));
  const namesakes = report.components.filter(
    ({ id, name }) => !known.has(id) && parts.some((part) => [part.name, ...(part.aliases ?? [])].includes(name)),
  );
  return namesakes.some(({ id }) => open.some(({ componentIds }) => componentIds.includes(id)));
}

/**
 * The level according to the list of components. On a page that lists only incidents, a component that no incident
 * names is operational; a page that lists nothing gives unknown.
 */
function levelOfComponents(report: Report, found: readonly StatusComponent[], parts: number): Level {
  if (report.components.length === 0 || parts === 0) return 'unknown';
  if (report.lists === 'incidents') return 'operational';
  return worstOf(found.map(({ level }) => level));
}

function reasonOf(
  report: Report,
  parts: number,
  found: number,
  isMissing: boolean,
  unclear: UnclearPart | undefined,
): UnknownReason {
  if (report.components.length === 0) return 'empty_list';
  if (parts === 0) return 'part_not_known';
  if (unclear !== undefined) return unclear.reason;
  return isMissing || found === 0 ? 'missing_component' : 'unknown_word';
}

/** The level once the open incidents are applied to that of the components, and the incidents that it is about. */
function applyIncidents(
  open: readonly Incident[],
  situation: Situation,
): Pick<LevelFinding, 'level' | 'incidents' | 'suspicion'> {
  const effects = new Map(open.map((incident) => [incident, effectOf(incident, situation)]));
  const lifted = [...effects.values()].flatMap((effect) => (effect.kind === 'lifts' ? [effect.level] : []));
  const level = worstOf([situation.level, ...lifted]);
  const suspect = open.find((one) => effects.get(one)?.kind === 'suspects');
  const effect = suspect && effects.get(suspect);
  const suspicion: PageSuspicion | null =
    level === 'operational' && suspect !== undefined && effect?.kind === 'suspects'
      ? {
          source: 'page',
          why: effect.why,
          incidentId: suspect.id,
          title: suspect.title,
          since: suspect.startedAt,
          parts: [],
        }
      : null;
  const incidents = open.filter((one) => {
    const is = effects.get(one) ?? { kind: 'listed' };
    if (is.kind !== 'suspects') return is.kind !== 'listed';
    // While components or other incidents show an outage, neither information nor an incident that names nothing is part
    // of it.
    return suspicion !== null || (is.why !== 'names_nothing' && (is.why !== 'information' || !isTrouble(level)));
  });
  return { level, incidents, suspicion };
}

const NO_NAMES = { coreNames: [], foundParts: [], otherIds: [], isPageIdentified: false } as const;

const unnamed = (ids: readonly string[]): AssistantPart[] => [...new Set(ids)].map((id) => ({ id, name: id }));

/**
 * The level of the given parts. The page's own summary word is not used: on 2026-09-22 Claude's said "minor" over partial
 * outages, and on 2026-09-23 GitHub's said "none" over an open incident (observed; not published).
 * https://github.com/junxit/ai-status-archive/blob/344879f3683633bfa5a12ce3b173585c82babdc1/raw/anthropic.json
 */
export function levelOf(report: Report, scope: Scope, now: number): LevelFinding {
  const { coreIds, name, covers = 'several' } = scope;
  const core = scope.core ?? unnamed(coreIds);
  const counted = unnamed(coreIds.filter((id) => !core.some((part) => part.id === id)));
  const open = report.incidents.filter(isOpen).sort(byWorstThenOldest);
  const isIncidentList = report.lists === 'incidents';
  const { coreNames = [], foundParts = [], otherIds = [], isPageIdentified = false } = scope;
  const ofCore = findCore(report, { core, coreNames, foundParts, otherIds, isPageIdentified });
  const ofOthers = findCore(report, { ...NO_NAMES, core: counted });
  const [unclear] = ofCore.unclear;
  const components = [...ofCore.components, ...ofOthers.components];
  // If the core is missing, the other parts say nothing about the chat, unless they have an outage themselves.
  const ids = new Set([
    ...ofCore.parts.map(({ id }) => id),
    ...counted.map(({ id }) => id),
    ...components.map(({ id }) => id),
  ]);
  const wanted = core.length + coreNames.length;
  const parts = wanted === 0 ? 0 : wanted + counted.length;
  const isRenewed = hasNewId(report, open, core);
  const listed = levelOfComponents(report, components, parts);
  const isComplete = isIncidentList || (ofCore.components.length > 0 && ofOthers.missing.length === 0);
  const known = isComplete && !isRenewed && unclear === undefined ? listed : worstOf(['unknown', listed]);
  const situation: Situation = { report, components, ids: parts === 0 ? new Set() : ids, level: known, name, covers };

  const { level, incidents, suspicion } = applyIncidents(open, situation);
  const missingParts = isIncidentList || ofCore.components.length === 0 ? [] : ofCore.missing;
  const updatedAt = Math.max(...incidents.map((incident) => incident.updatedAt));
  const areComponentsTroubled = isTrouble(known) && incidents.some((incident) => incident.level === null);
  const restsOnIncidents = incidents.length > 0 && !areComponentsTroubled && (isTrouble(level) || suspicion !== null);
  return {
    level,
    reason:
      level === 'unknown'
        ? reasonOf(report, parts, ofCore.components.length, isRenewed || ofOthers.missing.length > 0, unclear)
        : null,
    incidents,
    otherIncidents: open.filter((one) => !incidents.includes(one) && one.impact !== 'maintenance'),
    suspicion,
    missingParts,
    isMatchedByName: ofCore.isMatchedByName,
    unclearParts: level === 'unknown' && report.components.length > 0 ? ofCore.unclear.map((part) => part.name) : [],
    silentSince: restsOnIncidents && now - updatedAt > SILENT_AFTER_MS ? updatedAt : null,
    ids: [...situation.ids],
  };
}

/** The level of everything that the page lists. */
export function levelOfAll(report: Report, now: number): LevelFinding {
  return levelOf(report, { coreIds: report.components.map(({ id }) => id), name: null, covers: 'one' }, now);
}

/** Statuspage derives an incident's impact from its worst component; this is the inverse mapping. */
export const PEAK_OF_IMPACT: Readonly<Record<Impact, KnownLevel | null>> = {
  critical: 'major_outage',
  major: 'partial_outage',
  minor: 'degraded',
  none: null,
  maintenance: null,
  unknown: null,
};

/**
 * The worst level of an incident; null if the page does not say. For a page that states current levels only, a closed
 * incident is operational, so its impact is used.
 */
export function levelOfIncident({ level, impact }: Incident): KnownLevel | null {
  return level === null || level === 'unknown' || level === 'operational' ? PEAK_OF_IMPACT[impact] : level;
}

/** Whether an incident names a core component. */
export function isOfCore({ componentIds }: Incident, coreIds: readonly string[]): boolean {
  return componentIds.some((id) => coreIds.includes(id));
}

/**
 * When an incident ended, epoch milliseconds. If it disappeared from the page while open, the time of its last update.
 */
export function endOfIncident({ id, resolvedAt, updatedAt }: Incident, open: ReadonlySet<string>, now: number): number {
  return resolvedAt ?? (open.has(id) ? now : updatedAt);
}

/**
 * Names of the failing parts that the user counts while the chat itself is up, so that an outage of the API is not
 * shown as one of the chat. Empty if the chat fails too, or this is unknown.
 */
export function onlyPartsOf(page: StatusPage, report: Report, chosen: readonly string[], now: number): string[] {
  const levelOfPart = (ids: readonly string[]) => levelOf(report, { coreIds: ids, name: null }, now).level;
  if (chosen.length === 0 || levelOfPart(coreIdsOf(page)) !== 'operational') return [];
  const counted = page.features.filter(({ id }) => chosen.includes(id));
  return counted.filter(({ id }) => isTrouble(levelOfPart([id]))).map(({ name }) => name);
}

/** Words that say an incident is not about single models. */
const MANY = /\b(multiple|all|many|several|most) models?\b/i;

/**
 * The models that an incident names in its title or, if that names none, in its latest update. Empty if it names none,
 * or many.
 */
export function modelsOf(incident: Incident, modelNames: string | null): string[] {
  if (modelNames === null) return [];
  for (const text of [incident.title, incident.updates[0]?.text ?? '']) {
    if (MANY.test(text)) return [];
    const names = text.match(new RegExp(modelNames, 'g')) ?? [];
    if (names.length > 0) return [...new Set(names)];
  }
  return [];
}

/** The open incidents come first: the text of the provider says more than the names of components. */
function suspicionOf(incidents: readonly Incident[], parts: string[]): PageSuspicion {
  const [worst] = incidents;
  return {
    source: 'page',
    why: 'whole_page',
    incidentId: worst?.id ?? null,
    title: worst?.title ?? '',
    since: worst?.startedAt ?? null,
    parts,
  };
}

/**
 * The level of an assistant whose page lists components, while it is not recorded which one is the chat: operational only
 * if every component is and no incident is open. Anything else makes an issue possible and no more, because it may concern
 * another part. A page that lists only incidents proves nothing by its silence.
 */
export function levelOfWholePage(report: Report, now: number): LevelFinding {
  const { components, lists } = report;
  const open = report.incidents.filter((one) => isOpen(one) && one.impact !== 'maintenance').sort(byWorstThenOldest);
  const affected = components.filter(({ level }) => level !== 'operational' && level !== 'unknown');
  const nothing = {
    incidents: [],
    otherIncidents: open,
    suspicion: null,
    missingParts: [],
    isMatchedByName: false,
    unclearParts: [],
    silentSince: null,
    ids: [],
  };
  if (components.length === 0) return { ...nothing, level: 'unknown', reason: 'empty_list' };
  if (affected.length > 0 || open.length > 0) {
    const updatedAt = Math.max(...open.map((incident) => incident.updatedAt));
    const isSilent = affected.length === 0 && now - updatedAt > SILENT_AFTER_MS;
    return {
      ...nothing,
      level: 'unknown',
      reason: 'part_not_known',
      incidents: open,
      otherIncidents: [],
      suspicion: suspicionOf(
        open,
        affected.map(({ name }) => name),
      ),
      silentSince: isSilent ? updatedAt : null,
    };
  }
  if (lists === 'incidents') return { ...nothing, level: 'unknown', reason: 'part_not_known' };
  const isAllKnown = components.every(({ level }) => level === 'operational');
  return isAllKnown
    ? { ...nothing, level: 'operational', reason: null }
    : { ...nothing, level: 'unknown', reason: 'unknown_word' };
}
