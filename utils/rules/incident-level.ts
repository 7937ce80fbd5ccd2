import type { KnownLevel } from '@/utils/model/level';
import type { Impact, Incident } from '@/utils/model/report';

/** Statuspage reckons an incident's impact from the worst of its components; this goes back from it. */
export const PEAK_OF_IMPACT: Readonly<Record<Impact, KnownLevel | null>> = {
  critical: 'major_outage',
  major: 'partial_outage',
  minor: 'degraded',
  none: null,
  maintenance: null,
  unknown: null,
};

/**
 * The worst that an incident stood for; null where its page says of none. A page that gives the level of now says that it
 * is operational once it is over: how bad it was its impact tells.
 */
export function levelOfIncident({ level, impact }: Incident): KnownLevel | null {
  return level === null || level === 'unknown' || level === 'operational' ? PEAK_OF_IMPACT[impact] : level;
}

/** Whether an incident names a part without which the chat does not work. */
export function isOfCore({ componentIds }: Incident, coreIds: readonly string[]): boolean {
  return componentIds.some((id) => coreIds.includes(id));
}

/** When it was over, epoch milliseconds. One that left its page while open is taken to its last word: more is not known. */
export function endOfIncident({ id, resolvedAt, updatedAt }: Incident, open: ReadonlySet<string>, now: number): number {
  return resolvedAt ?? (open.has(id) ? now : updatedAt);
}
