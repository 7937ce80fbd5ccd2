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
  /** `suspected`: the page says nothing of trouble, but the person's own messages fail. */
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
  /** What the person's own requests met, when that makes trouble possible; null otherwise. */
  suspicion: Suspicion | null;
  /** Models that the leading incident names; empty when it names none. */
  models: string[];
}

/** Nobody tells how it is, today or tomorrow. That is said of it, and is no news about whoever else is watched. */
export function isUntold({ kind, reason }: Verdict): boolean {
  return kind === 'unknown' && UNREAD_REASONS.some((one) => one === reason);
}
