import type { AssistantId } from './assistant';
import type { Suspicion } from './evidence';
import { UNREAD_REASONS, type UnknownReason } from './failure';
import type { Level } from './level';
import type { Incident, Maintenance } from './report';

export const VERDICT_KINDS = ['up', 'trouble', 'maintenance', 'unknown', 'suspected'] as const;
export type VerdictKind = (typeof VERDICT_KINDS)[number];

/** Judgment of one assistant at one time. Times are epoch milliseconds. */
export interface Verdict {
  assistantId: AssistantId;
  /**
   * `suspected`: the components are operational or unknown, but `suspicion` says why an issue is possible. Judged by the
   * whole page, the level is unknown then.
   */
  kind: VerdictKind;
  /** According to the page; evidence never changes it. */
  level: Level;
  /** Set exactly when `level` is unknown. */
  reason: UnknownReason | null;
  /** Start according to the page; null if not stated or all is well. */
  since: number | null;
  /** When the underlying report was read; null if there is none. */
  checkedAt: number | null;
  /** The report is older than intended because later tries failed; the verdict still holds. */
  isStale: boolean;
  /** Why the last try failed; null if it succeeded. */
  failure: UnknownReason | null;
  /** Open incidents that concern the core components, worst first. */
  incidents: Incident[];
  /** Open incidents that are shown but do not affect the level. */
  otherIncidents: Incident[];
  /** Current maintenances of the core components. */
  maintenances: Maintenance[];
  /** Upcoming maintenances of the core components, next first. */
  ahead: Maintenance[];
  /** Names of the failing parts while the chat itself is up; otherwise empty. */
  onlyParts: string[];
  /** Names of core components that the page no longer lists; the remaining ones decide. */
  missingParts: string[];
  /** A core component was identified by its name, because its id is not recorded or is gone. */
  isMatchedByName: boolean;
  /** It is not recorded which component is the chat, so all of them were judged together. */
  isByWholePage: boolean;
  /** Names of core components that cannot be told from others on the page; `reason` says why. */
  unclearParts: string[];
  /**
   * When the incidents that this verdict rests on were last updated, if that is more than three days ago; null
   * otherwise. They keep their level, but no longer show a banner or notify.
   */
  silentSince: number | null;
  /** Maintenance of the page that names no component and is not announced for this assistant; listed only. */
  pageMaintenances: Maintenance[];
  /** Set exactly when `kind` is suspected: the user's own requests, else an open incident over operational components. */
  suspicion: Suspicion | null;
  /** Models that the leading incident names. */
  models: string[];
  /** Models that the user does not use, named by incidents that were left out of this verdict and are listed only. */
  otherModels: string[];
}

/** Fields that are read from a report. */
type Found = Omit<Verdict, 'assistantId' | 'kind' | 'level' | 'reason' | 'checkedAt' | 'failure'>;

/** Values of these fields if there is no valid report. */
export function nothingFound(): Found {
  return {
    since: null,
    isStale: false,
    incidents: [],
    otherIncidents: [],
    maintenances: [],
    ahead: [],
    onlyParts: [],
    missingParts: [],
    isMatchedByName: false,
    isByWholePage: false,
    unclearParts: [],
    silentSince: null,
    pageMaintenances: [],
    suspicion: null,
    models: [],
    otherModels: [],
  };
}

/** The assistant has no status source. Its unknown verdict must not affect the summary of the others. */
export function hasNoStatusSource({ kind, reason }: Verdict): boolean {
  return kind === 'unknown' && UNREAD_REASONS.some((one) => one === reason);
}

/** Signs for verdicts, calmest first; `offline` is the browser's own state. */
export const SIGNS = [
  'up',
  'maintenance',
  'unknown',
  'suspected',
  'degraded',
  'partial_outage',
  'major_outage',
  'offline',
] as const;
export type Sign = (typeof SIGNS)[number];

export function signOf(verdict: Verdict): Sign {
  if (verdict.kind === 'suspected') return 'suspected';
  return verdict.level === 'operational' ? 'up' : verdict.level;
}

/** The most severe sign; `unknown` for an empty list. */
export function mostSevere(signs: readonly Sign[]): Sign {
  if (signs.length === 0) return 'unknown';
  return signs.reduce((a, b) => (SIGNS.indexOf(b) > SIGNS.indexOf(a) ? b : a));
}
