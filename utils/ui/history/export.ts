import type { TimelineEntry } from '@/utils/model/history';
import type { Rewording, Statement } from '@/utils/model/revisions';
import { assistantOf } from '@/utils/ui/page-registry';

const MINUTE = 60_000;
const iso = (at: number | null): string | null => (at === null ? null : new Date(at).toISOString());

/** What of a statement differs from another form of it. An end counts only if one was given and then changed. */
function differing(one: Statement, other: Statement, isEndChanged: boolean) {
  return {
    ...(one.title !== other.title && { title: one.title }),
    ...(one.impact !== other.impact && { impact: one.impact }),
    ...(one.startedAt !== other.startedAt && { started: iso(one.startedAt) }),
    ...(isEndChanged && { ended: iso(one.resolvedAt) }),
  };
}

/** How the page changed what it had said; empty where it did not, or where that is not recorded. */
function changesOf(rewording: Rewording | null) {
  if (rewording === null) return { first_read: null, first_said: {}, now_said: {}, updates_rewritten: null };
  const { seenAt, first, now, rewritten } = rewording;
  const isEndChanged = first.resolvedAt !== null && first.resolvedAt !== now.resolvedAt;
  return {
    first_read: iso(seenAt),
    first_said: differing(first, now, isEndChanged),
    now_said: differing(now, first, isEndChanged),
    updates_rewritten: rewritten,
  };
}

/** One outage in the exported file. Times are ISO 8601 in UTC. */
function exported(entry: TimelineEntry) {
  const { assistantId, source, title, level, startedAt, endedAt, isEndKnown, isCore } = entry;
  return {
    assistant: assistantOf(assistantId).name,
    source: source === 'page' ? 'status page' : 'this browser',
    title,
    level,
    started: iso(startedAt),
    start_stated: entry.isStartStated,
    ended: iso(endedAt),
    end_known: isEndKnown,
    end_stated: entry.isEndStated,
    minutes: endedAt === null || !isEndKnown ? null : Math.round((endedAt - startedAt) / MINUTE),
    core: isCore,
    parts: entry.parts,
    models: entry.models,
    first_met: iso(entry.sensedAt),
    first_seen_on_page: iso(entry.seenAt),
    ...changesOf(entry.rewording),
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
  'start_stated',
  'ended',
  'end_known',
  'end_stated',
  'minutes',
  'core',
  'parts',
  'models',
  'first_met',
  'first_seen_on_page',
  'first_read',
  'first_said',
  'now_said',
  'updates_rewritten',
  'postmortem',
  'url',
  'updates',
] as const;

/** A list, or the fields of an object, in one cell. */
function wordsOf(value: unknown): string {
  if (Array.isArray(value)) return value.join('; ');
  if (typeof value !== 'object') return String(value);
  return Object.entries(value ?? {})
    .map(([name, field]) => `${name}: ${field ?? ''}`)
    .join('; ');
}

/** Escapes values that a spreadsheet would run as a formula, because titles come from status pages. */
function cell(value: unknown): string {
  const text = wordsOf(value);
  const harmless = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[",\n\r]/.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}

/** RFC 4180, one line per outage. Updates do not fit in a cell, so only their number is exported. */
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
