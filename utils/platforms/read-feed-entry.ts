import { type Level, worstOf } from '@/utils/model/level';
import type { Incident, Maintenance } from '@/utils/model/report';
import { impactOfLevel } from './impact-of-level';
import { plainLine, plainText } from './plain-text';
import { type FeedState, stateOf } from './read-feed-state';
import { type FeedUpdate, readFeedUpdates, timeNear, wordOf } from './read-feed-updates';
import type { FeedEntry } from './read-rss';
import { incidentPhaseOfWord, levelOfWord, maintenancePhaseOfWord } from './statuspage-words';

/** What an incident concerns that says so explicitly and names no part: the page as a whole. */
export const WHOLE_PAGE = 'page';

/** Every gap has an end: an endless one would be looked through from each of its places. */
const AFFECTED = /affected [^<]{0,99}<\/[^<>]{1,99}>\s{0,99}(?:<br\s{0,9}\/?>\s{0,9}){0,9}<ul>([\s\S]{0,9999}?)<\/ul>/i;

/** The list under "Affected components": names are all that a feed has for ids. A level stands in brackets, or nowhere. */
function affectedIn(html: string): { name: string; level: Level }[] {
  const list = html.match(AFFECTED)?.[1] ?? '';
  return [...list.matchAll(/<li>([\s\S]*?)<\/li>/gi)].map(([, item = '']) => {
    const [, name, word] = plainLine(item).match(/^(.*) \(([^()]*)\)$/) ?? [];
    const level = levelOfWord(wordOf(word ?? ''));
    return name !== undefined && level !== 'unknown' ? { name, level } : { name: plainLine(item), level: 'unknown' };
  });
}

function momentsOf(entry: FeedEntry, updates: readonly FeedUpdate[]): number[] {
  return [entry.publishedAt, entry.updatedAt, ...updates.map(({ at }) => at)].filter((at) => at !== null);
}

function readUpdates<Phase extends string>(
  updates: readonly FeedUpdate[],
  phaseOfWord: (word: string) => Phase | null,
) {
  const placed = updates.flatMap(({ at, label, text }) =>
    at === null ? [] : [{ at, phase: phaseOfWord(label), text }],
  );
  return placed.sort((a, b) => b.at - a.at);
}

type Read = { incident: Incident } | { maintenance: Maintenance };

function incidentOf(
  entry: FeedEntry,
  { phase, isExplicit }: Extract<FeedState, { kind: 'incident' }>,
  updates: readonly FeedUpdate[],
): Incident | null {
  const moments = momentsOf(entry, updates);
  if (moments.length === 0) return null;
  const affected = affectedIn(`${entry.content}\n${entry.summary}`);
  const worst = worstOf(affected.map(({ level }) => level).filter((level) => level !== 'operational'));
  const updatedAt = Math.max(...moments);
  const told = readUpdates(updates, incidentPhaseOfWord);
  const whole = plainText(entry.content)
    .replace(/^Status:.*$/im, '')
    .trim();
  return {
    id: entry.id ?? entry.link ?? plainLine(entry.title),
    kind: 'incident',
    title: plainLine(entry.title),
    impact: impactOfLevel(worst),
    level: worst,
    phase,
    startedAt: Math.min(...moments),
    updatedAt,
    resolvedAt: phase === 'resolved' ? updatedAt : null,
    isExplained: updates.some(({ label }) => label === 'postmortem'),
    componentIds: !isExplicit ? [] : affected.length > 0 ? affected.map(({ name }) => name) : [WHOLE_PAGE],
    updates: told.length > 0 || whole === '' ? told : [{ at: updatedAt, phase, text: whole }],
    url: entry.link,
  };
}

/** Statuspage heads the entry of a maintenance to come with its window. */
function scheduledStartOf({ content, publishedAt }: FeedEntry): number | null {
  const window = plainLine(content).match(/^THIS IS A SCHEDULED EVENT ([A-Z][a-z]{2} \d{1,2}, \d\d:\d\d UTC)/)?.[1];
  return window === undefined ? null : timeNear(window, publishedAt);
}

/** A maintenance starts when it says that it is in progress, else when it said that it would. */
function maintenanceOf(
  entry: FeedEntry,
  phase: Maintenance['phase'],
  updates: readonly FeedUpdate[],
): Maintenance | null {
  const begun = updates.find(({ label }) => label === 'in_progress')?.at ?? null;
  const startsAt = begun ?? scheduledStartOf(entry) ?? entry.publishedAt ?? entry.updatedAt;
  if (startsAt === null) return null;
  return {
    id: entry.id ?? entry.link ?? plainLine(entry.title),
    title: plainLine(entry.title),
    phase,
    startsAt,
    endsAt: null,
    componentIds: [],
    updates: readUpdates(updates, maintenancePhaseOfWord),
    url: entry.link,
  };
}

/** `nothing` for an entry that does not say how things stand; null for one that does and cannot be placed in time. */
export function readFeedEntry(entry: FeedEntry): Read | 'nothing' | null {
  const updates = readFeedUpdates(entry.content, entry.updatedAt ?? entry.publishedAt);
  const state = stateOf(entry, updates);
  if (state === null) return 'nothing';
  if (state.kind === 'maintenance') {
    const maintenance = maintenanceOf(entry, state.phase, updates);
    return maintenance && { maintenance };
  }
  const incident = incidentOf(entry, state, updates);
  return incident && { incident };
}
