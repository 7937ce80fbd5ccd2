import type { Level } from './level';

/** Supported platforms; `utils/platforms/adapters.ts` has one adapter for each. */
export const PLATFORM_IDS = [
  'statuspage',
  'incidentio',
  'google',
  'instatus',
  'betterstack',
  'xai',
  'flashduty',
  'datadog',
  'microsoft',
  'feed',
] as const;
export type PlatformId = (typeof PLATFORM_IDS)[number];

/** The names of the platforms. Google, Microsoft and xAI have a format of their own. */
export const PLATFORM_NAMES: Record<Exclude<PlatformId, 'feed'>, string> = {
  statuspage: 'Statuspage',
  incidentio: 'incident.io',
  instatus: 'Instatus',
  betterstack: 'Better Stack',
  datadog: 'Datadog',
  flashduty: 'Flashduty',
  google: 'Google',
  microsoft: 'Microsoft',
  xai: 'xAI',
};

/** A part that a status page lists. Not called `Component`, which is a React term. */
export interface StatusComponent {
  id: string;
  name: string;
  /** Name of its group on the page; null if it has none. */
  group: string | null;
  level: Level;
  /** The page's own word for the level, kept for diagnosis. */
  word: string;
}

export const IMPACTS = ['none', 'minor', 'major', 'critical', 'maintenance', 'unknown'] as const;
export type Impact = (typeof IMPACTS)[number];

const IMPACT_ORDER: readonly Impact[] = ['critical', 'major', 'minor', 'unknown', 'maintenance', 'none'];

/** Negative if the first impact is the worse one. */
export const byWorstImpact = (a: Impact, b: Impact): number => IMPACT_ORDER.indexOf(a) - IMPACT_ORDER.indexOf(b);

/**
 * Formats that state no impact of an incident. Their readers derive it from the current levels of its components, so it
 * moves although the page edits nothing, and is gone once all have recovered.
 */
export const DERIVED_IMPACT: ReadonlySet<PlatformId> = new Set([
  'betterstack',
  'datadog',
  'feed',
  'flashduty',
  'microsoft',
  'xai',
]);

/** `information`: the provider posts information (Google's `SERVICE_INFORMATION`) without calling it an outage. */
export const INCIDENT_KINDS = ['incident', 'information'] as const;
type IncidentKind = (typeof INCIDENT_KINDS)[number];

export const INCIDENT_PHASES = ['investigating', 'identified', 'monitoring', 'resolved'] as const;
export type IncidentPhase = (typeof INCIDENT_PHASES)[number];

export const MAINTENANCE_PHASES = ['scheduled', 'in_progress', 'verifying', 'completed', 'cancelled'] as const;
export type MaintenancePhase = (typeof MAINTENANCE_PHASES)[number];

/** One update posted by the provider. */
export interface Update<Phase extends string> {
  /** Epoch milliseconds; the time that the page shows, which may be before the time of posting. */
  at: number;
  /** Null if the page's label is not a phase, such as Statuspage's "Update". */
  phase: Phase | null;
  /** Plain text, never markup. */
  text: string;
}

/** What a page may leave out and its reader derives. `updates`: the times of the updates. */
export const DERIVED_TIMES = ['startedAt', 'resolvedAt', 'updates'] as const;
export type DerivedTime = (typeof DERIVED_TIMES)[number];

/** Times are epoch milliseconds. Updates are newest first. */
export interface Incident {
  id: string;
  kind: IncidentKind;
  title: string;
  impact: Impact;
  /** Level of the components that it names; null if the page's components state their own. */
  level: Level | null;
  phase: IncidentPhase;
  startedAt: number;
  updatedAt: number;
  /** Null while open, even if a reopened incident still carries the time of its first end. */
  resolvedAt: number | null;
  /** Times that the page does not state itself. They move although it edits nothing. Absent: none. */
  derivedTimes?: readonly DerivedTime[];
  /** Whether the provider published a postmortem. */
  isExplained: boolean;
  /** Ids of the named status components; may be empty. */
  componentIds: string[];
  updates: Update<IncidentPhase>[];
  url: string | null;
}

/** Times are epoch milliseconds. Updates are newest first. */
export interface Maintenance {
  id: string;
  title: string;
  phase: MaintenancePhase;
  /** Null if the page states no start. */
  startsAt: number | null;
  /** Null if the page states no end. */
  endsAt: number | null;
  componentIds: string[];
  updates: Update<MaintenancePhase>[];
  url: string | null;
}

/** Normalized result of one reading of a status page. */
export interface Report {
  platform: PlatformId;
  /**
   * What the page lists. `components`: every part with its level, so a missing one is unknown. `incidents`: incidents
   * only, past and present, so a part that no open incident names is operational.
   */
  lists: 'components' | 'incidents';
  /** When the page says it last changed, epoch milliseconds; null if not stated. May be old on a calm page. */
  sourceUpdatedAt: number | null;
  /**
   * The host of the page's own address, as its documents state it. Absent if they state none, or in stored reports of
   * earlier builds.
   */
  pageHost?: string | null | undefined;
  /** Whether the list of past incidents was read. */
  hasHistory: boolean;
  components: StatusComponent[];
  /** Open incidents, and closed ones if the documents list them. */
  incidents: Incident[];
  maintenances: Maintenance[];
}

export function isOpen(incident: Incident): boolean {
  return incident.phase !== 'resolved';
}

/** Whether the provider calls an incident major or critical. */
export const isMajor = ({ impact }: Incident): boolean => impact === 'major' || impact === 'critical';

/** Next start first; those without a start come last. */
export const byStart = (a: Maintenance, b: Maintenance): number =>
  (a.startsAt ?? Number.MAX_SAFE_INTEGER) - (b.startsAt ?? Number.MAX_SAFE_INTEGER);

/** Whether a maintenance is in progress, according to the page. */
export function isUnderWay(maintenance: Maintenance): boolean {
  return maintenance.phase === 'in_progress' || maintenance.phase === 'verifying';
}

/** The phase of a maintenance that is posted as an incident. */
export const MAINTENANCE_PHASE_OF = {
  investigating: 'in_progress',
  identified: 'in_progress',
  monitoring: 'verifying',
  resolved: 'completed',
} as const satisfies Record<IncidentPhase, MaintenancePhase>;

/** An incident of impact maintenance is a maintenance that the provider posted as an incident. */
function asMaintenance({ id, title, phase, startedAt, componentIds, updates, url }: Incident): Maintenance {
  return {
    id,
    title,
    phase: MAINTENANCE_PHASE_OF[phase],
    startsAt: startedAt,
    endsAt: null,
    componentIds,
    updates: updates.map((update) => ({ ...update, phase: update.phase && MAINTENANCE_PHASE_OF[update.phase] })),
    url,
  };
}

function allMaintenances({ maintenances, incidents }: Report): Maintenance[] {
  const posted = incidents.filter(({ id, impact }) => {
    return impact === 'maintenance' && !maintenances.some((maintenance) => maintenance.id === id);
  });
  return [...maintenances, ...posted.map(asMaintenance)];
}

export const maintenanceIdsOf = (report: Report): string[] => allMaintenances(report).map(({ id }) => id);

/** The maintenances that name one of these components. */
export function maintenancesOf(report: Report, componentIds: readonly string[]): Maintenance[] {
  return allMaintenances(report).filter((one) => one.componentIds.some((id) => componentIds.includes(id)));
}

/** The maintenances that name no component: those of the whole page. */
export function unnamedMaintenancesOf(report: Report): Maintenance[] {
  return allMaintenances(report).filter(({ componentIds }) => componentIds.length === 0);
}
