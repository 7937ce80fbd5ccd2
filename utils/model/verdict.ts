import type { AssistantId } from './assistant';
import type { Suspicion } from './evidence';
import { UNREAD_REASONS, type UnknownReason } from './failure';
import type { Level } from './level';
import type { Incident, Maintenance } from './report';

export const VERDICT_KINDS = ['up', 'trouble', 'maintenance', 'unknown', 'suspected'] as const;
export type VerdictKind = (typeof VERDICT_KINDS)[number];

/** Report and freshness, judged for one assistant at one moment. Times are epoch milliseconds. */
export interface Verdict {
  assistantId: AssistantId;
  /** `suspected`: the components are operational or unknown, but `suspicion` says why an issue is possible. */
  kind: VerdictKind;
  /** By the page; evidence never changes it. */
  level: Level;
  /** Set exactly when `level` is unknown. */
  reason: UnknownReason | null;
  /** When the page says that this began; null when it does not say or all is well. */
  since: number | null;
  /** When the report behind this verdict was read; null when there is none. */
  checkedAt: number | null;
  /** The report is older than it should be because later tries failed; the verdict still stands. */
  isStale: boolean;
  /** Why the last try failed; null when it went well. */
  failure: UnknownReason | null;
  /** Open incidents that concern the core components, the worst first. */
  incidents: Incident[];
  /** Open incidents that are shown but not judged by. */
  otherIncidents: Incident[];
  /** Maintenances of the core components that go on now. */
  maintenances: Maintenance[];
  /** Maintenances of the core components that are announced, the next first. */
  ahead: Maintenance[];
  /** Names of the parts that make it trouble, where the chat itself is listed as well; empty otherwise. */
  onlyParts: string[];
  /** Names of core components that the page no longer lists; the remaining ones decide. */
  missingParts: string[];
  /** The recorded ids are gone, and components of the recorded names take their place. */
  isMatchedByName: boolean;
  /**
   * When the incidents that this verdict rests on were last updated, if that is more than three days ago; null
   * otherwise. They keep their level, but no longer show a banner or notify.
   */
  silentSince: number | null;
  /** Maintenance of the page that names no component and is not announced for this assistant; listed only. */
  pageMaintenances: Maintenance[];
  /** Set exactly when `kind` is suspected: the user's own requests, else an open incident over operational components. */
  suspicion: Suspicion | null;
  /** Models that the leading incident names; empty when it names none. */
  models: string[];
}

/** What is read from a report. */
type Found = Omit<Verdict, 'assistantId' | 'kind' | 'level' | 'reason' | 'checkedAt' | 'failure'>;

/** The part of a verdict that is read from a report, where there is no report or none that still holds. */
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
    silentSince: null,
    pageMaintenances: [],
    suspicion: null,
    models: [],
  };
}

/** Nobody tells how it is, today or tomorrow. That is said of it, and is no news about whoever else is watched. */
export function hasNoStatusSource({ kind, reason }: Verdict): boolean {
  return kind === 'unknown' && UNREAD_REASONS.some((one) => one === reason);
}

/** The shapes that stand for verdicts, calmest first; `offline` is the browser's own state. */
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

/** The one that must be seen first. Nothing to show is unknown. */
export function gravest(signs: readonly Sign[]): Sign {
  if (signs.length === 0) return 'unknown';
  return signs.reduce((a, b) => (SIGNS.indexOf(b) > SIGNS.indexOf(a) ? b : a));
}
