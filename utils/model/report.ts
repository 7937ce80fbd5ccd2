import type { Level } from './level';

/** The dialects that can be read; `utils/platforms/adapters.ts` has one adapter for each. */
export const PLATFORM_IDS = [
  'statuspage',
  'incidentio',
  'google',
  'instatus',
  'betterstack',
  'xai',
  'flashduty',
  'microsoft',
  'feed',
] as const;
export type PlatformId = (typeof PLATFORM_IDS)[number];

/** A part that a status page lists. Never just "component": that is React's word. */
export interface StatusComponent {
  id: string;
  name: string;
  /** The name of the group that the page shows it under; null when it stands alone. */
  group: string | null;
  level: Level;
  /** The page's own word for the level, kept for diagnosis. */
  word: string;
}

export const IMPACTS = ['none', 'minor', 'major', 'critical', 'maintenance', 'unknown'] as const;
export type Impact = (typeof IMPACTS)[number];

/** `information`: the provider informs of something (Google's `SERVICE_INFORMATION`) without calling it an outage. */
export const INCIDENT_KINDS = ['incident', 'information'] as const;
export type IncidentKind = (typeof INCIDENT_KINDS)[number];

export const INCIDENT_PHASES = ['investigating', 'identified', 'monitoring', 'resolved'] as const;
export type IncidentPhase = (typeof INCIDENT_PHASES)[number];

export const MAINTENANCE_PHASES = ['scheduled', 'in_progress', 'verifying', 'completed', 'cancelled'] as const;
export type MaintenancePhase = (typeof MAINTENANCE_PHASES)[number];

/** What the maker wrote at one moment. */
export interface Update<Phase extends string> {
  /** Epoch milliseconds; the moment that the page shows, which may lie before the moment of posting. */
  at: number;
  /** Null when the page's label is no phase (Statuspage's "Update", say). */
  phase: Phase | null;
  /** Plain text, never markup. */
  text: string;
}

/** Times are epoch milliseconds. Updates are newest first. */
export interface Incident {
  id: string;
  kind: IncidentKind;
  title: string;
  impact: Impact;
  /** The level that it gives to the components it names; null where the page's components tell that themselves. */
  level: Level | null;
  phase: IncidentPhase;
  startedAt: number;
  updatedAt: number;
  /** Null while open, also when a reopened incident still carries the moment of its first end. */
  resolvedAt: number | null;
  /** Whether the maker wrote afterwards what had happened (a postmortem). */
  isExplained: boolean;
  /** Ids of the status components that it names; empty when it names none. */
  componentIds: string[];
  updates: Update<IncidentPhase>[];
  url: string | null;
}

/** Times are epoch milliseconds. Updates are newest first. */
export interface Maintenance {
  id: string;
  title: string;
  phase: MaintenancePhase;
  /** Null when the page names no start. */
  startsAt: number | null;
  /** Null when the page names no end. */
  endsAt: number | null;
  componentIds: string[];
  updates: Update<MaintenancePhase>[];
  url: string | null;
}

/** What one reading of a status page says, in our words. */
export interface Report {
  platform: PlatformId;
  /**
   * What the page lists. `components`: every part with its level, so one that is missing is unknown. `incidents`:
   * trouble only, past and present, so a part that no open incident names is well.
   */
  lists: 'components' | 'incidents';
  /** When the page says that it last changed, epoch milliseconds; null when it does not say. Old is normal on a calm page. */
  sourceUpdatedAt: number | null;
  /** Whether the page's list of past incidents was among what was read. */
  hasHistory: boolean;
  components: StatusComponent[];
  /** Open ones, and closed ones as far as the documents that were read list them. */
  incidents: Incident[];
  maintenances: Maintenance[];
}

export function isOpen(incident: Incident): boolean {
  return incident.phase !== 'resolved';
}

/** Whether a maintenance goes on now, by the page's own word. */
export function isUnderWay(maintenance: Maintenance): boolean {
  return maintenance.phase === 'in_progress' || maintenance.phase === 'verifying';
}

const MAINTENANCE_PHASE_OF = {
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

/** The maintenances that name one of these components. */
export function maintenancesOf(report: Report, componentIds: readonly string[]): Maintenance[] {
  return allMaintenances(report).filter((one) => one.componentIds.some((id) => componentIds.includes(id)));
}

/** The maintenances that name no component: those of the page itself. */
export function unnamedMaintenancesOf(report: Report): Maintenance[] {
  return allMaintenances(report).filter(({ componentIds }) => componentIds.length === 0);
}
