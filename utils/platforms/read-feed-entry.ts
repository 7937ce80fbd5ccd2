import { type Level, worstOf } from '@/utils/model/level';
import type { Maintenance } from '@/utils/model/report';
import { impactOfLevel } from './impact-of-level';
import { latestOf } from './latest-of';
import { plainLine, plainText } from './plain-text';
import { type FeedState, stateOf } from './read-feed-state';
import { type FeedUpdate, readFeedUpdates, timeNear, wordOf } from './read-feed-updates';
import type { FeedEntry } from './read-rss';
import type { StatedIncident } from './reported';
import { incidentPhaseOfWord, levelOfWord, maintenancePhaseOfWord } from './statuspage-words';
import { closedAtBy } from './updates-of';

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

/** What the page knows an entry by. An empty id or link is none. */
export const idOf = ({ id, link, title }: FeedEntry): string => id || link || plainLine(title);

const MINUTE = 60_000;

/**
 * When a closed incident ended. `updated` moves with each later edit: in 163 closed entries of Statuspage's feeds it was
 * wrong in 108, while `published` was the moment of the label "Resolved", to the second. Other feeds publish an entry when
 * the incident begins, so that `published` counts only where it agrees with the label, or where no label has a time.
 */
function endOf({ publishedAt, updatedAt }: FeedEntry, updates: readonly FeedUpdate[]): number | null {
  const closedAt = closedAtBy(readUpdates(updates, incidentPhaseOfWord));
  const isSame = closedAt !== null && publishedAt !== null && Math.floor(publishedAt / MINUTE) * MINUTE === closedAt;
  if (closedAt !== null) return isSame ? publishedAt : closedAt;
  return updates.length > 0 ? (publishedAt ?? updatedAt) : (updatedAt ?? publishedAt);
}

type Read = { incident: StatedIncident } | { maintenance: Maintenance };

function incidentOf(
  entry: FeedEntry,
  { phase, isExplicit }: Extract<FeedState, { kind: 'incident' }>,
  updates: readonly FeedUpdate[],
): StatedIncident {
  const moments = momentsOf(entry, updates);
  const affected = affectedIn(`${entry.content}\n${entry.summary}`);
  const worst = worstOf(affected.map(({ level }) => level).filter((level) => level !== 'operational'));
  const updatedAt = latestOf(moments);
  const told = readUpdates(updates, incidentPhaseOfWord);
  const whole = plainText(entry.content)
    .replace(/^Status:.*$/im, '')
    .trim();
  return {
    id: idOf(entry),
    kind: 'incident',
    title: plainLine(entry.title),
    impact: impactOfLevel(worst),
    level: worst,
    phase,
    startedAt: moments.length > 0 ? Math.min(...moments) : null,
    updatedAt,
    resolvedAt: phase === 'resolved' ? endOf(entry, updates) : null,
    isExplained: updates.some(({ label }) => label === 'postmortem'),
    componentIds: !isExplicit ? [] : affected.length > 0 ? affected.map(({ name }) => name) : [WHOLE_PAGE],
    updates: told.length > 0 || whole === '' || updatedAt === null ? told : [{ at: updatedAt, phase, text: whole }],
    url: entry.link,
  };
}

/** Statuspage heads the entry of a maintenance to come with its window. */
function scheduledStartOf({ content, publishedAt }: FeedEntry): number | null {
  const window = plainLine(content).match(/^THIS IS A SCHEDULED EVENT ([A-Z][a-z]{2} \d{1,2}, \d\d:\d\d UTC)/)?.[1];
  return window === undefined ? null : timeNear(window, publishedAt);
}

/** A maintenance starts when it says that it is in progress, else when it said that it would. */
function maintenanceOf(entry: FeedEntry, phase: Maintenance['phase'], updates: readonly FeedUpdate[]): Maintenance {
  const begun = updates.find(({ label }) => label === 'in_progress')?.at ?? null;
  return {
    id: idOf(entry),
    title: plainLine(entry.title),
    phase,
    startsAt: begun ?? scheduledStartOf(entry) ?? entry.publishedAt ?? entry.updatedAt,
    endsAt: null,
    componentIds: [],
    updates: readUpdates(updates, maintenancePhaseOfWord),
    url: entry.link,
  };
}

/** `nothing` for an entry that does not say how things stand. */
export function readFeedEntry(entry: FeedEntry): Read | 'nothing' {
  // The nearest year to when it was published: an edit may follow years later.
  const updates = readFeedUpdates(entry.content, entry.publishedAt ?? entry.updatedAt);
  const state = stateOf(entry, updates);
  if (state === null) return 'nothing';
  return state.kind === 'maintenance'
    ? { maintenance: maintenanceOf(entry, state.phase, updates) }
    : { incident: incidentOf(entry, state, updates) };
}
