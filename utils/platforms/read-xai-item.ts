import type { Level } from '@/utils/model/level';
import type { IncidentPhase, Update } from '@/utils/model/report';
import { lookUp } from './look-up';
import { plainLine } from './plain-text';
import type { FeedEntry } from './read-rss';
import { incidentPhaseOfWord } from './statuspage-words';
import { writtenTimeOf } from './times';
import { updatesOf } from './updates-of';

const SEVERITY_WORDS: Readonly<Record<string, Level>> = {
  available: 'operational',
  degraded: 'degraded',
  disruption: 'partial_outage',
  outage: 'major_outage',
};

/** What one item of xAI's feed says: one incident, as far as one part is concerned. */
export interface XaiItem {
  incidentId: string;
  /** Null when the item does not say which part it is about. */
  componentId: string | null;
  componentName: string;
  title: string;
  /** `unknown`: it has no line that tells its state. Then it may be open, and is no incident that we could list. */
  state: 'open' | 'closed' | 'unknown';
  severity: Level;
  startedAt: number | null;
  resolvedAt: number | null;
  /** Newest first; the page lists them in either order. */
  updates: Update<IncidentPhase>[];
  link: string | null;
}

/** Labels are often the writer's own headlines: those are words to read, not phases. */
function readUpdate(block: string) {
  const at = writtenTimeOf(block.match(/<strong>([^<]*)<\/strong>/i)?.[1]);
  const label = block.match(/<h3>([^<]*)<\/h3>/i)?.[1] ?? '';
  const phase = incidentPhaseOfWord(plainLine(label).toLowerCase());
  const rest = block.replace(/<p>\s*<strong>[^<]*<\/strong>\s*<\/p>/i, '').replace(/<h3>[^<]*<\/h3>/i, '');
  return { at, phase, text: phase === null ? `${label}\n${rest.trim()}` : rest };
}

/** The link ends in the part and the incident. */
function idsIn(link: string | null): [componentId: string | null, incidentId: string | null] {
  const [componentId, incidentId] = link === null ? [] : new URL(link).pathname.split('/').filter(Boolean).slice(-2);
  return incidentId === undefined ? [null, null] : [componentId ?? null, incidentId];
}

/**
 * Its state is in the lines before the updates; only `Status:` closes it: `Resolved:` may be missing, and the severity
 * fell to "available" in one layout of the feed (2026-09-03) and kept its peak in the next (2026-10-05).
 */
export function readXaiItem({ id, title, link, content, publishedAt }: FeedEntry): XaiItem {
  const [componentId, incidentId] = idsIn(link);
  const [head = '', ...blocks] = content.split(/<div>/i);
  const lineOf = (name: string) => head.match(new RegExp(`>\\s*${name}:([^<]*)<`, 'i'))?.[1]?.trim() ?? null;
  const status = lineOf('Status');
  const [, named, rest] = title.match(/^\[([^\]]*)\]\s*(.*)$/s) ?? [];
  return {
    incidentId: incidentId ?? (id || title),
    componentId,
    componentName: plainLine(named ?? componentId),
    title: plainLine(rest ?? title),
    // A word that nobody knows must not close an incident.
    state: !status ? 'unknown' : status.toUpperCase() === 'RESOLVED' ? 'closed' : 'open',
    severity: lookUp(SEVERITY_WORDS, lineOf('Severity')?.toLowerCase()) ?? 'unknown',
    startedAt: publishedAt,
    resolvedAt: writtenTimeOf(lineOf('Resolved')),
    updates: updatesOf(blocks, readUpdate),
    link,
  };
}
