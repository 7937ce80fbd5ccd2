import type { IncidentPhase, MaintenancePhase } from '@/utils/model/report';
import { plainText } from './plain-text';
import { type FeedUpdate, wordOf } from './read-feed-updates';
import type { FeedEntry } from './read-rss';
import { incidentPhaseOfWord, maintenancePhaseOfWord } from './statuspage-words';

/** How an entry of a feed says that things stand. */
export type FeedState =
  /** `isExplicit`: by a line "Status: …", which speaks of now; otherwise by the label of an update. */
  { kind: 'incident'; phase: IncidentPhase; isExplicit: boolean } | { kind: 'maintenance'; phase: MaintenancePhase };

/** A word that nobody knows does not close the incident, and is not explicit about anything either. */
function stateOfWord(word: string): FeedState {
  const planned = maintenancePhaseOfWord(word);
  if (planned !== null) return { kind: 'maintenance', phase: planned };
  const phase = word === 'active' ? 'investigating' : incidentPhaseOfWord(word);
  return { kind: 'incident', phase: phase ?? 'investigating', isExplicit: phase !== null };
}

/**
 * By the labels of the updates. "Update" is no state, so the last label that is one counts. But a feed may list
 * "Investigating" above the "Resolved" of the same minute, and did for weeks (GitHub, 2024-05-28): what is over is
 * open again only by an update that is strictly later.
 */
function stateOfLabels(updates: readonly FeedUpdate[]): FeedState | null {
  const said = updates.flatMap((update) => {
    const isPhase = maintenancePhaseOfWord(update.label) !== null || incidentPhaseOfWord(update.label) !== null;
    return isPhase ? [{ at: update.at, state: stateOfWord(update.label) }] : [];
  });
  // Newest first by time, whatever their order in the feed; where one has no time, by that order.
  if (said.every(({ at }) => at !== null)) said.sort((a, b) => (b.at ?? 0) - (a.at ?? 0));
  const [first] = said;
  if (first === undefined) return null;
  const isEnd = ({ state: { phase } }: (typeof said)[number]) => ['resolved', 'completed', 'cancelled'].includes(phase);
  const end = said.find(isEnd);
  const isAgain = (one: (typeof said)[number]) => !isEnd(one) && (one.at === null || one.at > (end?.at ?? 0));
  const counts = end === undefined || isAgain(first) ? first : end;
  return counts.state.kind === 'incident' ? { ...counts.state, isExplicit: false } : counts.state;
}

/** Null when the entry says nothing of how things stand: then it is not known to be open, nor to be over. */
export function stateOf({ content, summary }: FeedEntry, updates: readonly FeedUpdate[]): FeedState | null {
  const line = [content, summary].map((html) => plainText(html).match(/^Status:\s*(\S.*)$/im)?.[1]).find(Boolean);
  return line === undefined ? stateOfLabels(updates) : stateOfWord(wordOf(line));
}
