import type { TimelineEntry } from '@/utils/model/history';
import { assistantOf } from '@/utils/ui/page-registry';

const MINUTE = 60_000;
const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

/** One trouble as it leaves the browser. Times are ISO 8601, UTC. */
function exported(entry: TimelineEntry) {
  const { assistantId, source, title, level, startedAt, endedAt, isEndKnown, isCore } = entry;
  return {
    assistant: assistantOf(assistantId).name,
    source: source === 'page' ? 'status page' : 'this browser',
    title,
    level,
    started: iso(startedAt),
    ended: iso(endedAt),
    end_known: isEndKnown,
    minutes: endedAt === null || !isEndKnown ? null : Math.round((endedAt - startedAt) / MINUTE),
    core: isCore,
    parts: entry.parts,
    models: entry.models,
    first_met: iso(entry.sensedAt),
    first_seen_on_page: iso(entry.seenAt),
    postmortem: entry.isExplained,
    url: entry.url,
    updates: entry.updates.map(({ at, phase, text }) => ({ at: iso(at), phase, text })),
  };
}

const COLUMNS = [
  'assistant',
  'source',
  'title',
  'level',
  'started',
  'ended',
  'end_known',
  'minutes',
  'core',
  'parts',
  'models',
  'first_met',
  'first_seen_on_page',
  'postmortem',
  'url',
  'updates',
] as const;

/** Whatever a spreadsheet would take for a formula is made text: titles are written by others. */
function cell(value: unknown): string {
  const text = Array.isArray(value) ? value.join('; ') : value === null ? '' : String(value);
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** A line for each trouble; updates are counted, for they do not fit in cells. RFC 4180. */
export function historyCsv(entries: readonly TimelineEntry[]): string {
  const lines = entries.map((entry) => {
    const row = { ...exported(entry), updates: entry.updates.length };
    return COLUMNS.map((name) => cell(row[name])).join(',');
  });
  return `${[COLUMNS.join(','), ...lines].join('\r\n')}\r\n`;
}

export function historyJson(entries: readonly TimelineEntry[], madeAt: number): string {
  return `${JSON.stringify({ made: iso(madeAt), incidents: entries.map(exported) }, null, 2)}\n`;
}
