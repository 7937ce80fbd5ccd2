import type { Level } from '@/utils/model/level';
import type { IncidentPhase, Update } from '@/utils/model/report';
import { lookUp } from './look-up';
import { plainLine, plainText } from './plain-text';
import type { FeedEntry } from './read-rss';
import { incidentPhaseOfWord } from './statuspage-words';
import { writtenTimeOf } from './times';

const SEVERITY_WORDS: Readonly<Record<string, Level>> = {
  available: 'operational',
  degraded: 'degraded',
  disruption: 'partial_outage',
  outage: 'major_outage',
};

/** What one item of xAI's feed says: one incident, as far as one part is concerned. */
export interface XaiItem {
  incidentId: string;
  componentId: string;
  componentName: string;
  title: string;
  isOpen: boolean;
  severity: Level;
  startedAt: number;
  resolvedAt: number | null;
  /** Newest first; the page lists them in either order. */
  updates: Update<IncidentPhase>[];
  link: string;
}

/** Labels are often the writer's own headlines: those are words to read, not phases. */
function updateOf(block: string): Update<IncidentPhase>[] {
  const at = writtenTimeOf(block.match(/<strong>([^<]*)<\/strong>/i)?.[1]);
  if (at === null) return [];
  const label = plainLine(block.match(/<h3>([^<]*)<\/h3>/i)?.[1] ?? '');
  const phase = incidentPhaseOfWord(label.toLowerCase());
  const words = plainText(block.replace(/<p>\s*<strong>[^<]*<\/strong>\s*<\/p>/i, '').replace(/<h3>[^<]*<\/h3>/i, ''));
  return [{ at, phase, text: phase === null ? `${label}\n${words}`.trim() : words }];
}

/**
 * Null when it cannot be told which incident of which part it is, when it began, or how it stands. Its state is in
 * the lines before the updates; only `Status:` closes it: `Resolved:` may be missing, and the severity fell to
 * "available" in one layout of the feed (2026-09-03) and kept its peak in the next (2026-10-05).
 */
export function readXaiItem({ title, link, content, publishedAt }: FeedEntry): XaiItem | null {
  const [componentId, incidentId] = link === null ? [] : new URL(link).pathname.split('/').filter(Boolean).slice(-2);
  if (link === null || componentId === undefined || incidentId === undefined || publishedAt === null) return null;
  const [head = '', ...blocks] = content.split(/<div>/i);
  const lineOf = (name: string) => head.match(new RegExp(`>\\s*${name}:([^<]*)<`, 'i'))?.[1]?.trim() ?? null;
  const status = lineOf('Status');
  if (status === null) return null;
  const [, named, rest] = title.match(/^\[([^\]]*)\]\s*(.*)$/s) ?? [];
  return {
    incidentId,
    componentId,
    componentName: plainLine(named ?? componentId),
    title: plainLine(rest ?? title),
    // A word that nobody knows must not close an incident.
    isOpen: status.toUpperCase() !== 'RESOLVED',
    severity: lookUp(SEVERITY_WORDS, lineOf('Severity')?.toLowerCase()) ?? 'unknown',
    startedAt: publishedAt,
    resolvedAt: writtenTimeOf(lineOf('Resolved')),
    updates: blocks.flatMap(updateOf).sort((a, b) => b.at - a.at),
    link,
  };
}
