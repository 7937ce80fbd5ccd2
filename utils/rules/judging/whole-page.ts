import type { PageSuspicion } from '@/utils/model/evidence';
import { type Incident, isOpen, type Report } from '@/utils/model/report';
import { byWorstThenOldest, type LevelFinding, SILENT_AFTER_MS } from './level';

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
